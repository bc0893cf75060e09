import type { Sum } from '../../shown/figures.ts';

export type SumOrNone = Sum | undefined;

/** Whether a value of an answer is money. */
export const isMoneyLike = (value: unknown): value is Sum =>
  typeof value === 'object' && value !== null && 'fen' in value && typeof value.fen === 'string' && 'currency' in value;
