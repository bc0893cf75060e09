import { setImmediate as turn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { dayNumber, dayOf, type Day, type Recorded } from '#kernel';
import type { Views } from '#database';
import { StreamNotFound, type EventStore } from '#event-store';
import { problem } from '#http';
import { factsOf, type EffectiveFact, type ProjectEvent } from '#ledger';
import type { Entered } from '../carry-on.ts';
import type { OverdueOfLeader } from '../leader-accountability/overdue.ts';
import { answeringIn, lateRows } from '../leader-accountability/rows.ts';
import type { CountedSum } from '../project-ledger/queries.ts';
import { segmentsOf, type LedgerSegment } from '../project-ledger/segments.ts';
import { foundIn, moneyIn, movesIn, overdueIn, silentIn, stagesIn } from './folded.ts';
import {
  ITEMS_MAX,
  TOP,
  type Cut,
  type Days,
  type Found,
  type Moves,
  type SilentUnits,
  type ZoneMoney,
} from './cut.ts';
import { dispatchRowsOf, type DispatchPart, type DispatchRows } from './rows.ts';
import type { DispatchTables, SlipRow, WaitKind, WaitRow } from './schema.ts';

/** Projects whose events are read for one answer. */
export const FOLDED_PROJECTS_MAX = 2_000;
/** After so many projects everybody else has a turn. */
const PROJECTS_PER_TURN = 20;

export interface FiledSources {
  readonly views: Views;
  readonly store: EventStore;
  /** How far the log is read: what the answer says it stands on. */
  readonly upTo: bigint;
}

/** Which projects may lie in a scope, and in which zones they count. */
export interface FoldedScope {
  readonly projects: readonly Entered[];
  readonly zones: ReadonlySet<string> | undefined;
}

/**
 * Every project entered by an event (its seq) that was ever said to lie in the scope. Throws 400 ScopeTooLarge beyond
 * {@link FOLDED_PROJECTS_MAX}.
 */
export async function foldedScope(
  views: Views,
  {
    scope,
    zones,
    seq,
  }: { readonly scope: string; readonly zones: readonly string[] | undefined; readonly seq: number },
): Promise<FoldedScope> {
  const db: Kysely<DispatchTables> = views.reader('weekly-dispatch');
  const inScope = zones === undefined ? sql`` : sql`and zone_id in (${sql.join(zones)})`;
  const { rows } = await sql<Entered>`
    select distinct number, project_id from candidates where number <= ${seq} ${inScope} order by number limit ${FOLDED_PROJECTS_MAX + 1}`.execute(
    db,
  );
  if (rows.length > FOLDED_PROJECTS_MAX) throw problem('ScopeTooLarge', { scope, max: FOLDED_PROJECTS_MAX });
  return { projects: rows, zones: zones && new Set(zones) };
}

/**
 * The ledger at the end of a day as it had been filed by then: the events filed until that day in Shanghai, folded project
 * by project. What was corrected or revoked later stands as it was.
 */
export class FiledCut implements Cut {
  readonly day: Day;
  private readonly number: number;
  private readonly sources: FiledSources;
  private readonly scope: FoldedScope;

  constructor(sources: FiledSources, scope: FoldedScope, day: Day) {
    this.sources = sources;
    this.scope = scope;
    this.day = day;
    this.number = dayNumber(day);
  }

  async stages(): Promise<CountedSum[]> {
    const segments = await this.gather(this.scope.projects, (project, facts) => {
      const segment = this.segmentOf(project, facts);
      return segment ? [segment] : [];
    });
    return stagesIn(this.inScope(segments), Number(this.day.slice(0, 4)));
  }

  async moved(days: Days): Promise<Moves[]> {
    const within = await this.rows('movements', (row) => {
      const isFiled = days.first <= row.filed && row.filed <= days.last;
      return row.valid_from <= days.last && (row.valid_from >= days.first || isFiled);
    });
    return movesIn(within, days);
  }

  async slipped({ first, last }: Days): Promise<Found<SlipRow>> {
    const found = await this.rows('slips', ({ valid_from }) => first <= valid_from && valid_from <= last);
    return foundIn(found, ({ valid_from, number, fact_id }) => [valid_from, number, fact_id], ITEMS_MAX);
  }

  async waiting(kind: WaitKind): Promise<Found<WaitRow>> {
    const found = await this.rows('waits', (row) => row.kind === kind && this.holds(row));
    return foundIn(found, ({ since, number }) => [since, number], TOP);
  }

  async silent(): Promise<SilentUnits> {
    return silentIn(await this.rows('silences', (row) => this.holds(row)));
  }

  async overdue(): Promise<OverdueOfLeader[]> {
    const rows = await this.gather(this.scope.projects, ({ project_id }, facts) => {
      const answering = answeringIn(project_id, facts);
      return answering
        ? lateRows(answering, facts).filter((row) => row.role === 'lead' && row.kind !== 'slip' && this.holds(row))
        : [];
    });
    return overdueIn(this.inScope(rows), this.number);
  }

  async money(): Promise<ZoneMoney[]> {
    const year = Number(this.day.slice(0, 4));
    return moneyIn(await this.rows('money', (row) => row.year === year && this.holds(row)));
  }

  async projects(ids: readonly string[]): Promise<Map<string, LedgerSegment>> {
    const wanted = new Set(ids);
    const some = this.scope.projects.filter(({ project_id }) => wanted.has(project_id));
    const segments = await this.gather(some, (project, facts) => {
      const segment = this.segmentOf(project, facts);
      return segment ? [segment] : [];
    });
    return new Map(segments.map((segment) => [segment.project_id, segment]));
  }

  private segmentOf({ project_id, number }: Entered, facts: readonly EffectiveFact[]): LedgerSegment | undefined {
    return segmentsOf(project_id, number, facts).find((segment) => this.holds(segment));
  }

  private async rows<P extends DispatchPart>(
    part: P,
    which: (row: DispatchRows[P][number]) => boolean,
  ): Promise<DispatchRows[P][number][]> {
    type Row = DispatchRows[P][number];
    const rows = await this.gather<Row>(this.scope.projects, (project, facts) =>
      (dispatchRowsOf(part, project, facts) as readonly Row[]).filter(which),
    );
    return this.inScope(rows);
  }

  private inScope<Row extends { readonly zone_id: string }>(rows: readonly Row[]): Row[] {
    const { zones } = this.scope;
    return rows.filter(({ zone_id }) => !zones || zones.has(zone_id));
  }

  private holds({ valid_from, valid_to }: { readonly valid_from: number; readonly valid_to: number }): boolean {
    return valid_from <= this.number && this.number < valid_to;
  }

  /** One project after the other: no more of its history is kept than what is taken from it. */
  private async gather<T>(
    projects: readonly Entered[],
    take: (project: Entered, facts: readonly EffectiveFact[]) => readonly T[],
  ): Promise<T[]> {
    const taken: T[] = [];
    for (const [i, project] of projects.entries()) {
      if (i % PROJECTS_PER_TURN === PROJECTS_PER_TURN - 1) await turn();
      taken.push(...take(project, factsOf(await this.historyOf(project))));
    }
    return taken;
  }

  private async historyOf({ project_id }: Entered): Promise<Recorded<ProjectEvent>[]> {
    const { store, upTo } = this.sources;
    const events: Recorded<ProjectEvent>[] = [];
    try {
      for await (const event of store.readStream(`project-${project_id}`)) {
        if (event.position > upTo) break;
        if (dayOf(event.metadata.filedAt) <= this.day) events.push(event as Recorded as Recorded<ProjectEvent>);
      }
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    return events;
  }
}
