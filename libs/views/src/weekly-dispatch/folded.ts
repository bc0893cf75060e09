import { STAGES, type Stage } from '#ledger';
import type { OverdueOfLeader } from '../leader-accountability/overdue.ts';
import { NOBODY, type ChargeRow } from '../leader-accountability/schema.ts';
import type { CountedSum } from '../project-ledger/queries.ts';
import type { LedgerSegment } from '../project-ledger/segments.ts';
import {
  ITEMS_MAX,
  LEADERS_MAX,
  UNIT_PROJECTS_MAX,
  UNITS_MAX,
  type Days,
  type Found,
  type Moves,
  type SilentUnits,
  type ZoneMoney,
} from './cut.ts';
import { MOVED, type MoneyRow, type MovementRow, type SilenceRow } from './schema.ts';

/** What a database would answer of rows that are at hand: the same order, the same limits. */

type Key = readonly (string | number)[];

function inOrder<Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Row[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ row }) => row);
}

function compare(a: Key, b: Key): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : (a[i] as string) < (b[i] as string) ? -1 : 1;
}

export function foundIn<Row extends { readonly project_id: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  limit: number,
): Found<Row> {
  const projects = new Set(rows.map(({ project_id }) => project_id)).size;
  return { total: rows.length, projects, rows: inOrder(rows, keyOf).slice(0, limit) };
}

/** Movements of a period, or filed in it. */
export function movesIn(rows: readonly MovementRow[], { first }: Days): Moves[] {
  const found = (some: readonly MovementRow[]): Found<MovementRow> =>
    foundIn(some, ({ valid_from, number }) => [valid_from, number], ITEMS_MAX);
  return MOVED.map((milestone) => {
    const own = rows.filter((row) => row.milestone === milestone);
    return {
      milestone,
      happened: found(own.filter(({ valid_from }) => valid_from >= first)),
      late: found(own.filter(({ valid_from }) => valid_from < first)),
    };
  });
}

export function silentIn(rows: readonly SilenceRow[]): SilentUnits {
  const counted = inOrder([...Map.groupBy(rows, ({ unit_id }) => unit_id)], ([unit, silent]) => [-silent.length, unit]);
  const shown = counted.slice(0, UNITS_MAX);
  const first = shown.flatMap(([, silent]) => inOrder(silent, ({ number }) => [number]).slice(0, UNIT_PROJECTS_MAX));
  return {
    total: counted.length,
    projects: new Set(rows.map(({ project_id }) => project_id)).size,
    units: shown.map(([unitId, silent]) => ({ unitId, projects: silent.length })),
    rows: first.map(({ project_id, number, unit_id }) => ({ project_id, number, unit_id })),
  };
}

/** What is overdue on a day, its rows at hand, by who leads. */
export function overdueIn(rows: readonly ChargeRow[], day: number): OverdueOfLeader[] {
  const leaders = [...Map.groupBy(rows, ({ holder_id }) => holder_id)].map(([holder, own]) => {
    const days = (kind: ChargeRow['kind']) =>
      own.filter((row) => row.kind === kind).reduce((total, { valid_from }) => total + day + 1 - valid_from, 0);
    const projects = new Set(own.map(({ project_id }) => project_id)).size;
    const holderId = holder === NOBODY ? null : holder;
    return { holderId, projects, days: days('overdueCurrent'), daysFirst: days('overdueFirst') };
  });
  const key = ({ holderId, days, daysFirst }: OverdueOfLeader): Key => [-days, -daysFirst, holderId ?? NOBODY];
  return inOrder(leaders, key).slice(0, LEADERS_MAX);
}

export function moneyIn(rows: readonly MoneyRow[]): ZoneMoney[] {
  const zones = inOrder([...Map.groupBy(rows, ({ zone_id }) => zone_id)], ([zone]) => [zone]);
  return zones.map(([zoneId, own]) => {
    const planned = own.filter(({ plan_fen }) => plan_fen >= 0);
    const unplanned = own.filter(({ plan_fen }) => plan_fen < 0);
    return {
      zoneId,
      plannedProjects: planned.length,
      plannedFen: sum(planned.map(({ plan_fen }) => plan_fen)),
      investedFen: sum(planned.map(({ invested_fen }) => invested_fen)),
      unplannedProjects: unplanned.length,
      unplannedInvestedFen: sum(unplanned.map(({ invested_fen }) => invested_fen)),
    };
  });
}

const sum = (fen: readonly number[]): bigint => fen.reduce((total, one) => total + BigInt(one), 0n);

/** The segments of one day, one a project, added up. */
export function stagesIn(segments: readonly LedgerSegment[], year: number): CountedSum[] {
  return segments.map((row) => ({
    zoneId: row.zone_id,
    stage: STAGES[row.stage] as Stage,
    possibleStage: row.possible_stage === null ? undefined : (STAGES[row.possible_stage] as Stage),
    standing: row.standing,
    n: 1,
    parts: row.part_of === null ? 0 : 1,
    totalFen: BigInt(Math.max(0, row.total_fen)),
    investedThisYearFen: row.invested_year === year ? BigInt(row.invested_in_year_fen) : 0n,
    investedFen: BigInt(row.invested_fen),
  }));
}
