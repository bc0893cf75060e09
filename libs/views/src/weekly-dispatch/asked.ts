import { dateInChinese, dayFromNumber, dayNumber, type Period, type Texts } from '#kernel';
import { STAGES, type Stage, type Standing } from '#ledger';
import { ledgerNames } from '../project-ledger/item.ts';
import type { LedgerSegment } from '../project-ledger/segments.ts';
import type { Named, NameOf, Names } from '../names.ts';
import type { Cut, Days } from './cut.ts';

/** One question of dispatch: the ledger at the cut-off of a period, and at that of the period of the same kind before it, both by one event. */
export interface Asked {
  readonly period: Period;
  readonly cut: Cut;
  readonly before: Cut;
  /** Names things as they were called on the day, by what is known at the point. */
  readonly names: (ids: Parameters<Names['of']>[0]) => Promise<NameOf>;
}

/** A query as the list, the reference page and the route know it. */
export interface DispatchQuery {
  readonly name: string;
  readonly title: Texts;
  /** What exactly is counted, in words. */
  readonly rule: Texts;
  /** The views that its figures rest on where they are not folded from the log. */
  readonly views: readonly [string, ...string[]];
  /** The answer, without what every answer says of itself; keys always in the same order. */
  run(asked: Asked): Promise<object>;
}

export function daysOf({ first, last }: Period): Days {
  return { first: dayNumber(first), last: dayNumber(last) };
}

/** A project as lists of dispatch show it, as of the cut-off; only its id where the ledger did not have it then. */
export interface DispatchProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly zone: Named | null;
  readonly stage: Stage | null;
  readonly standing: Standing | null;
  readonly leader: Named | null;
  readonly responsibleUnit: Named | null;
}

/** Looks the projects up at once, with every name in them; `defined` are further units and zones to be named. */
export async function projectsShown(
  { cut, names }: Asked,
  ids: readonly string[],
  defined: readonly (string | null)[] = [],
): Promise<{ readonly projectOf: (id: string) => DispatchProject; readonly nameOf: (id: string) => Named }> {
  const segments = await cut.projects([...new Set(ids)]);
  const named = ledgerNames([...segments.values()]);
  const nameOf = await names({ people: named.people, defined: [...named.defined, ...defined] });
  return { projectOf: (id) => shown(id, segments.get(id), nameOf), nameOf };
}

function shown(id: string, row: LedgerSegment | undefined, nameOf: (id: string) => Named): DispatchProject {
  const named = (of: string | null | undefined): Named | null => (of === null || of === undefined ? null : nameOf(of));
  return {
    id,
    code: row === undefined || row.code === '' ? null : row.code,
    name: row?.name ?? null,
    zone: named(row?.zone_id),
    stage: row === undefined ? null : (STAGES[row.stage] as Stage),
    standing: row?.standing ?? null,
    leader: named(row?.leader_id),
    responsibleUnit: named(row?.unit_id),
  };
}

/** A date as it was reported: with its precision, in words, and the last of its days, on which it counts. */
export function dateShown(date: string, day: number): { on: string; onText: string; day: string } {
  return { on: date, onText: dateInChinese(date), day: dayFromNumber(day) };
}
