import type { Schemas } from '../../api/client.ts';
import { KINDS, type DeadlineKind } from '../overview/due-counts.ts';

export const OVERDUE = 'overdue';
const DAYS_DEFAULT = 30;
const DAYS_MAX = 366;

/** What the API is asked with. */
interface AskedDeadlines {
  readonly scope?: string;
  readonly leaderId?: string;
  readonly unitId?: string;
  readonly projectId?: string;
  readonly kind?: DeadlineKind;
  readonly days?: number;
  readonly overdue?: 'true';
}

/** What an address asks for: what is past due, or what falls due within so many days, 30 where it says nothing good. */
export function askedOf(search: URLSearchParams): AskedDeadlines {
  const kind = KINDS.find((one) => one === search.get('kind'));
  const days = Number(search.get('days'));
  const isDays = Number.isInteger(days) && days >= 1 && days <= DAYS_MAX;
  const ids = (['scope', 'leaderId', 'unitId', 'projectId'] as const).flatMap((key) => {
    const value = search.get(key);
    return value ? [[key, value] as const] : [];
  });
  return {
    ...Object.fromEntries(ids),
    ...(kind && { kind }),
    ...(search.get(OVERDUE) === 'true' ? { overdue: 'true' as const } : { days: isDays ? days : DAYS_DEFAULT }),
  };
}

/** How many deadlines the whole list has, by a summary of the same filter. */
export function totalOf(
  { overdue, due, kinds }: Pick<Schemas['DeadlineSummaryShape'], 'overdue' | 'due' | 'kinds'>,
  kind: DeadlineKind | undefined,
  isOverdue: boolean,
): number {
  const counted = kind === undefined ? { overdue, due } : kinds.find((one) => one.kind === kind);
  return (isOverdue ? counted?.overdue : counted?.due) ?? 0;
}
