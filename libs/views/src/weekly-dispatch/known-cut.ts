import { sql, type Kysely, type RawBuilder } from 'kysely';
import { dayNumber, type Day } from '#kernel';
import type { Views } from '#database';
import { isKnown, type Known } from '../known.ts';
import { overdueByLeader, type OverdueOfLeader } from '../leader-accountability/overdue.ts';
import type { AccountabilityTables } from '../leader-accountability/schema.ts';
import { ledgerSums, type CountedSum } from '../project-ledger/queries.ts';
import { isAnyOf, withId } from '../project-ledger/rows.ts';
import type { LedgerTables } from '../project-ledger/schema.ts';
import type { LedgerSegment } from '../project-ledger/segments.ts';
import {
  ITEMS_MAX,
  LEADERS_MAX,
  TOP,
  UNIT_PROJECTS_MAX,
  UNITS_MAX,
  type Cut,
  type Days,
  type Found,
  type Moves,
  type SilentUnits,
  type ZoneMoney,
} from './cut.ts';
import {
  MOVED,
  type DispatchTables,
  type Moved,
  type MovementRow,
  type SlipRow,
  type WaitKind,
  type WaitRow,
} from './schema.ts';

type Sql = RawBuilder<unknown>;

const IDS_PER_QUERY_MAX = 1_000;

export interface KnownSources {
  readonly views: Views;
  /** Those of the scope; undefined: all. */
  readonly zones: readonly string[] | undefined;
  /** What to ask a view for. */
  readonly known: (view: string) => Known;
}

/** The ledger at the end of a day as it was known at one event, from the views. */
export class KnownCut implements Cut {
  readonly day: Day;
  private readonly number: number;
  private readonly sources: KnownSources;
  private readonly inScope: Sql;

  constructor(sources: KnownSources, day: Day) {
    const { zones } = sources;
    this.day = day;
    this.number = dayNumber(day);
    this.sources = sources;
    this.inScope = zones === undefined ? sql`` : sql`and zone_id in (${sql.join(zones)})`;
  }

  async stages(): Promise<CountedSum[]> {
    const { zones, known } = this.sources;
    const filter = zones?.length === 1 ? { zoneId: zones[0] } : {};
    const sums = await ledgerSums(this.ledger, filter, this.number, known('project-ledger'));
    const wanted = zones && new Set(zones);
    return sums.filter(({ zoneId }) => !wanted || wanted.has(zoneId));
  }

  async moved({ first, last }: Days): Promise<Moves[]> {
    const happened = sql`valid_from >= ${first} and valid_from <= ${last}`;
    const late = sql`filed >= ${first} and filed <= ${last} and valid_from < ${first}`;
    const moves: Moves[] = [];
    for (const milestone of MOVED)
      moves.push({
        milestone,
        happened: await this.movements(milestone, happened),
        late: await this.movements(milestone, late),
      });
    return moves;
  }

  slipped({ first, last }: Days): Promise<Found<SlipRow>> {
    const filed = sql`valid_from >= ${first} and valid_from <= ${last}`;
    return this.found('slips', filed, { order: sql`valid_from, number, fact_id`, limit: ITEMS_MAX });
  }

  waiting(kind: WaitKind): Promise<Found<WaitRow>> {
    const waits = sql`kind = ${kind} and ${this.holds}`;
    return this.found('waits', waits, { order: sql`since, number`, limit: TOP });
  }

  /** In one pass: at the end of a month everybody may be silent. */
  async silent(): Promise<SilentUnits> {
    type Placed = SilentUnits['rows'][number] & Readonly<Record<'n' | 'units' | 'projects', number>>;
    const { rows: placed } = await sql<Placed>`
      with silent as materialized (
        select project_id, number, unit_id from silences where ${this.isKnown} and ${this.holds} ${this.inScope}
      ),
      counted as (
        select project_id, number, unit_id, count(*) over (partition by unit_id) as n,
          row_number() over (partition by unit_id order by number) as place from silent
      ),
      ranked as (select counted.*, dense_rank() over (order by n desc, unit_id) as unit_place from counted)
      select project_id, number, unit_id, n, (select count(distinct unit_id) from silent) as units,
        (select count(distinct project_id) from silent) as projects
      from ranked where unit_place <= ${UNITS_MAX} and place <= ${UNIT_PROJECTS_MAX}
      order by unit_place, number`.execute(this.dispatch);
    const units = new Map(placed.map(({ unit_id, n }) => [unit_id, Number(n)]));
    return {
      total: Number(placed[0]?.units ?? 0),
      projects: Number(placed[0]?.projects ?? 0),
      units: [...units].map(([unitId, projects]) => ({ unitId, projects })),
      rows: placed.map(({ project_id, number, unit_id }) => ({ project_id, number, unit_id })),
    };
  }

  overdue(): Promise<OverdueOfLeader[]> {
    const { views, zones, known } = this.sources;
    const db: Kysely<AccountabilityTables> = views.reader('leader-accountability');
    const asked = { day: this.number, known: known('leader-accountability'), zones, limit: LEADERS_MAX };
    return overdueByLeader(db, asked);
  }

  async money(): Promise<ZoneMoney[]> {
    const planned = sql`case when plan_fen < 0 then 0 else 1 end`;
    const { rows } = await sql<{
      zone_id: string;
      n: number;
      planned: number;
      plan: number | bigint;
      invested: number | bigint;
      unplanned: number | bigint;
    }>`
      select zone_id, count(*) as n, sum(${planned}) as planned, sum(${planned} * plan_fen) as plan,
        sum(${planned} * invested_fen) as invested, sum((1 - ${planned}) * invested_fen) as unplanned
      from money where ${this.isKnown} and year = ${Number(this.day.slice(0, 4))} and ${this.holds} ${this.inScope}
      group by zone_id order by zone_id`.execute(this.dispatch);
    return rows.map((row) => ({
      zoneId: row.zone_id,
      plannedProjects: Number(row.planned),
      plannedFen: BigInt(row.plan),
      investedFen: BigInt(row.invested),
      unplannedProjects: Number(row.n) - Number(row.planned),
      unplannedInvestedFen: BigInt(row.unplanned),
    }));
  }

  async projects(ids: readonly string[]): Promise<Map<string, LedgerSegment>> {
    const found = new Map<string, LedgerSegment>();
    for (let i = 0; i < ids.length; i += IDS_PER_QUERY_MAX) {
      const some = isAnyOf('segments.number', ids.slice(i, i + IDS_PER_QUERY_MAX));
      const { rows } = await sql<LedgerSegment>`
        select ${withId('segments')} from segments where ${isKnown(this.sources.known('project-ledger'))} and ${this.holds} and ${some}`.execute(
        this.ledger,
      );
      for (const row of rows) found.set(row.project_id, row);
    }
    return found;
  }

  private movements(milestone: Moved, which: Sql): Promise<Found<MovementRow>> {
    const rows = sql`milestone = ${milestone} and ${which}`;
    return this.found('movements', rows, { order: sql`valid_from, number`, limit: ITEMS_MAX });
  }

  private async found<Row>(
    table: 'movements' | 'slips' | 'waits',
    which: Sql,
    { order, limit }: { readonly order: Sql; readonly limit: number },
  ): Promise<Found<Row>> {
    const rows = sql`from ${sql.table(table)} where ${this.isKnown} and ${which} ${this.inScope}`;
    const counts = await sql<{ total: number; projects: number }>`
      select count(*) as total, count(distinct project_id) as projects ${rows}`.execute(this.dispatch);
    const found = await sql<Row>`select * ${rows} order by ${order} limit ${limit}`.execute(this.dispatch);
    const [{ total, projects } = { total: 0, projects: 0 }] = counts.rows;
    return { total: Number(total), projects: Number(projects), rows: found.rows };
  }

  private get isKnown(): Sql {
    return isKnown(this.sources.known('weekly-dispatch'));
  }

  private get holds(): Sql {
    return sql`valid_from <= ${this.number} and valid_to > ${this.number}`;
  }

  private get dispatch(): Kysely<DispatchTables> {
    return this.sources.views.reader('weekly-dispatch');
  }

  private get ledger(): Kysely<LedgerTables> {
    return this.sources.views.reader('project-ledger');
  }
}
