import type { Measured } from './stats.ts';

/** One aim of the issue, and what became of it. */
export interface Result {
  /** The letter under which the aim stands. */
  readonly id: string;
  readonly what: string;
  readonly unit: '' | 'ms' | 'KB' | 'MB';
  readonly value: Measured;
  readonly aim: { readonly at: '≥' | '≤'; readonly value: number };
  readonly met: boolean;
  /** What the number rests on. */
  readonly details: Readonly<Record<string, string | number>>;
}

export function result(given: Omit<Result, 'met'>): Result {
  const { value, aim } = given;
  return { ...given, met: aim.at === '≥' ? value.median >= aim.value : value.median <= aim.value };
}

export interface Plan {
  /** Shorter runs and smaller ledgers, to see that the benchmark works. */
  readonly quick: boolean;
  /** An empty folder that is removed afterwards. */
  readonly folder: string;
  readonly say: (text: string) => void;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
