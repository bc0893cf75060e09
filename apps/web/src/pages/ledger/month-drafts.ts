import type { DraftShelf } from '../../api/draft-shelf.ts';
import type { MonthTyped, SheetCells } from './months.ts';

/** What each command of a month's report is made of; its draft is all of it. */
const FIELDS = {
  investment: ['amount'],
  progress: ['text', 'nextSteps', 'difficulties'],
} as const satisfies Record<string, readonly (keyof MonthTyped)[]>;
export type MonthPart = keyof typeof FIELDS;
const PARTS = Object.keys(FIELDS) as readonly MonthPart[];

const KEY = /^month:(\d{4}-\d{2}):([0-9a-f-]{36}):/;

/** The draft of a command: of a month and a project there is one, whichever form it was typed into. */
export const monthDraft = (period: string, id: string, part: MonthPart): string => `month:${period}:${id}:${part}`;

/** What was typed for a month of a project and has not arrived. */
export const typedFor = (drafts: DraftShelf, period: string, id: string): MonthTyped =>
  Object.assign({}, ...PARTS.map((part) => drafts.read(monthDraft(period, id, part)))) as MonthTyped;

/** Keeps what is typed now; nothing where all was deleted. */
export function keepTyped(drafts: DraftShelf, period: string, id: string, typed: MonthTyped): void {
  for (const part of PARTS) {
    const said = FIELDS[part].flatMap((field) => (typed[field] ? [[field, typed[field]] as const] : []));
    drafts.write(monthDraft(period, id, part), said.length > 0 ? Object.fromEntries(said) : undefined);
  }
}

/** What was typed for some projects. */
export const typedForAll = (drafts: DraftShelf, period: string, ids: readonly string[]): SheetCells =>
  Object.fromEntries(ids.map((id) => [id, typedFor(drafts, period, id)]));

/** The projects of which something was typed for a month and has not arrived. */
export interface KeptMonth {
  readonly period: string;
  readonly ids: readonly string[];
}

/** The months of which something is kept, the newest first; not what is on its way. */
export function keptMonths(drafts: DraftShelf, onItsWay: ReadonlySet<string>): readonly KeptMonth[] {
  const months = new Map<string, Set<string>>();
  for (const key of drafts.keys('month:')) {
    const [, period, id] = KEY.exec(key) ?? [];
    if (period === undefined || id === undefined || onItsWay.has(key)) continue;
    months.set(period, (months.get(period) ?? new Set()).add(id));
  }
  return [...months]
    .map(([period, ids]) => ({ period, ids: [...ids].sort() }))
    .sort((one, other) => (one.period < other.period ? 1 : -1));
}
