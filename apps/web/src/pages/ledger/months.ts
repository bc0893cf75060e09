import { monthFromNumber, monthNumber } from '#kernel/periods';
import type { Body } from '../../api/client.ts';
import { wanTyped } from '../../shown/figures.ts';
import { cellIn, cellsOf } from './tsv.ts';

const MONTHS_OFFERED = 15;

/** The months that can be reported on a day, the newest first: the month it is in, and those before. */
export function monthsOn(day: string): readonly string[] {
  const now = monthNumber(day);
  return Array.from({ length: MONTHS_OFFERED }, (_, back) => monthFromNumber(now - back));
}

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

interface Pasted {
  /** The rows that it went to. */
  readonly cells: SheetCells;
  /** How many cells with something in them found no place. */
  readonly left: number;
}

/** Cells copied from a spreadsheet, from one cell of the form on to the right and down; a field takes one line. */
export function pasted(
  cells: SheetCells,
  ids: readonly string[],
  at: { readonly row: number; readonly column: SheetColumn },
  text: string,
): Pasted {
  const next: Record<string, MonthTyped> = {};
  let left = 0;
  const first = SHEET_COLUMNS.indexOf(at.column);
  for (const [down, values] of cellsOf(text).entries()) {
    for (const [right, value] of values.entries()) {
      const [id, column] = [ids[at.row + down], SHEET_COLUMNS[first + right]];
      if (id !== undefined && column) next[id] = { ...(next[id] ?? cells[id]), [column]: oneLine(value) };
      else if (value !== '') left += 1;
    }
  }
  return { cells: next, left };
}

const oneLine = (text: string): string => text.replace(/\s*[\t\n]\s*/g, ' ');

/** Whether a paste is of cells: of several, or of one in quotes. Any other one is pasted as text always is. */
export const isTable = (text: string): boolean =>
  /[\t\n]/.test(text.replace(/\r?\n$/, '')) || cellIn(text) !== undefined;
