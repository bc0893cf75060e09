import { monthFromNumber, monthNumber } from '#kernel/periods';
import type { Body } from '../../api/client.ts';
import { wanTyped } from '../../shown/figures.ts';
import { cellsOf } from './tsv.ts';

const MONTHS_OFFERED = 15;

/** The months that can be reported on a day, the newest first: the month it is in, and those before. */
export function monthsOn(day: string): readonly string[] {
  const now = monthNumber(day);
  return Array.from({ length: MONTHS_OFFERED }, (_, back) => monthFromNumber(now - back));
}

/** The month whose report is due on a day: the last one that is over. */
export const dueMonth = (day: string): string => monthFromNumber(monthNumber(day) - 1);

/** What is typed for one project and month. */
export interface MonthTyped {
  readonly amount?: string;
  readonly text?: string;
  readonly nextSteps?: string;
  readonly difficulties?: string;
}

type InvestmentBody = Body<'/api/projects/{id}/report-investment'>;
type ProgressBody = Body<'/api/projects/{id}/report-progress'>;

export const isWrongAmount = (amount = ''): boolean => amount.trim() !== '' && wanTyped(amount) === undefined;

/** The figure of the month; undefined where there is none, or none that can be read. */
export function investmentOf(period: string, { amount = '' }: MonthTyped): InvestmentBody | undefined {
  const money = wanTyped(amount);
  return money && { period, inPeriod: { fen: money.fen, currency: 'CNY' } };
}

/** What was done in the month; undefined where nobody said it. */
export function progressOf(period: string, typed: MonthTyped): ProgressBody | undefined {
  const { text = '', nextSteps = '', difficulties = '' } = typed;
  if (text.trim() === '') return undefined;
  return {
    period,
    text: text.trim(),
    ...(nextSteps.trim() && { nextSteps: nextSteps.trim() }),
    ...(difficulties.trim() && { difficulties: difficulties.trim() }),
  };
}

/** The columns of the form of a month, in their order. */
export const SHEET_COLUMNS = ['amount', 'text'] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];
export type SheetCells = Readonly<Record<string, MonthTyped>>;

/** Cells copied from a spreadsheet, from one cell of the form on to the right and down; what does not fit is left out. */
export function pasted(
  cells: SheetCells,
  ids: readonly string[],
  at: { readonly row: number; readonly column: SheetColumn },
  text: string,
): SheetCells {
  const next: Record<string, MonthTyped> = { ...cells };
  const first = SHEET_COLUMNS.indexOf(at.column);
  for (const [down, values] of cellsOf(text).entries()) {
    const id = ids[at.row + down];
    if (id === undefined) break;
    for (const [right, value] of values.entries()) {
      const column = SHEET_COLUMNS[first + right];
      if (column) next[id] = { ...next[id], [column]: value };
    }
  }
  return next;
}

/** Whether a paste is of several cells; one cell is pasted as text always is. */
export const isTable = (text: string): boolean => /[\t\n]/.test(text.replace(/\r?\n$/, ''));
