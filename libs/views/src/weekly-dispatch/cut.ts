import type { Day } from '#kernel';
import type { OverdueOfLeader } from '../leader-accountability/overdue.ts';
import type { CountedSum } from '../project-ledger/queries.ts';
import type { LedgerSegment } from '../project-ledger/segments.ts';
import type { Moved, MovementRow, SilenceRow, SlipRow, WaitKind, WaitRow } from './schema.ts';

/** Items of one list in an answer; the counts beside them are of all. */
export const ITEMS_MAX = 100;
/** Longest waits shown. */
export const TOP = 10;
/** Leaders in an answer. */
export const LEADERS_MAX = 200;
/** Silent units in an answer, and projects shown of each. */
export const UNITS_MAX = 200;
export const UNIT_PROJECTS_MAX = 5;

/** Both day numbers inclusive. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** The first rows of a list, and how many there are. */
export interface Found<Row> {
  readonly total: number;
  /** How many projects these are. */
  readonly projects: number;
  readonly rows: readonly Row[];
}

/** Of one milestone: what happened in a period, and what happened before it but was only filed in it. */
export interface Moves {
  readonly milestone: Moved;
  readonly happened: Found<MovementRow>;
  readonly late: Found<MovementRow>;
}

export interface SilentUnits {
  /** All units, of which the first are shown. */
  readonly total: number;
  /** All projects; one for which two units answer counts once here. */
  readonly projects: number;
  readonly units: readonly { readonly unitId: string; readonly projects: number }[];
  /** The first projects of each of them, in the units' order and that of entry. */
  readonly rows: readonly Pick<SilenceRow, 'project_id' | 'number' | 'unit_id'>[];
}

/** Sums of 分 over the projects of a zone. Invested in projects without a plan stands apart from what a plan asked for. */
export interface ZoneMoney {
  readonly zoneId: string;
  readonly plannedProjects: number;
  readonly plannedFen: bigint;
  readonly investedFen: bigint;
  readonly unplannedProjects: number;
  readonly unplannedInvestedFen: bigint;
}

/**
 * The ledger of a scope at the end of a day, by business date. There are two of it: as it was known at one event, from views,
 * and as it was filed by the day, folded from the log. Lists are in a stated order and equal in both where nothing else was
 * filed by that event.
 */
export interface Cut {
  readonly day: Day;
  /** Projects by where they stand, and their money. */
  stages(): Promise<readonly CountedSum[]>;
  /** In order of {@link MOVED}; within it of days and of entry. */
  moved(days: Days): Promise<readonly Moves[]>;
  /** In order of filing and of entry. */
  slipped(days: Days): Promise<Found<SlipRow>>;
  /** The longest first, at most {@link TOP}. */
  waiting(kind: WaitKind): Promise<Found<WaitRow>>;
  /** The most projects first. */
  silent(): Promise<SilentUnits>;
  /** The most days first, at most {@link LEADERS_MAX}. */
  overdue(): Promise<readonly OverdueOfLeader[]>;
  /** By zone id. */
  money(): Promise<readonly ZoneMoney[]>;
  /** The ledger's rows of projects on the day. */
  projects(ids: readonly string[]): Promise<ReadonlyMap<string, LedgerSegment>>;
}
