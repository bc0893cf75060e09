import { sql, type Kysely, type RawBuilder } from 'kysely';
import { FOREVER, FOREVER_SEQ } from '#database';
import { LEADER_ROLES, rankOf, STAGES, type Stage, type Standing } from '#ledger';
import { gramsOfQuery, searchable } from './grams.ts';
import type { LedgerTables } from './schema.ts';
import type { LedgerSegment } from './segments.ts';

/** Which projects: every field narrows. `leaderId` is whoever holds it, as lead or beside the lead; units likewise, main or second. */
export interface LedgerFilter {
  readonly zoneId?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly standing?: Standing | undefined;
  readonly leaderId?: string | undefined;
  readonly responsiblePersonId?: string | undefined;
  /** 责任单位 */
  readonly unitId?: string | undefined;
  /** 代办单位 */
  readonly agentUnitId?: string | undefined;
  /** On which year's list of which level, and there in which category, as the lists stand now. */
  readonly keyList?: { readonly year: number; readonly level: string; readonly category?: string } | undefined;
  readonly text?: string | undefined;
}

/** What a list can be sorted by, and the column of it. Names sort by their code points. */
export const LEDGER_SORTS = {
  number: 'number',
  name: 'name',
  code: 'code',
  totalInvestment: 'total_fen',
  invested: 'invested_fen',
} as const;
export type LedgerSort = keyof typeof LEDGER_SORTS;

export interface LedgerPage {
  readonly filter: LedgerFilter;
  /** The business day asked for, as a day number. */
  readonly day: number;
  readonly sort: LedgerSort;
  readonly descending: boolean;
  readonly limit: number;
  /** Where the page before ended: its last row's sort value and id. */
  readonly after?: { readonly value: string | number; readonly id: string } | undefined;
}

type Db = Kysely<LedgerTables>;
type Sql = RawBuilder<unknown>;

/** What each row must fulfil of itself, and what else leads to rows, the one to the fewest first. */
interface Conditions {
  readonly each: readonly Sql[];
  readonly leads: readonly Lead[];
}

/**
 * Up to this many candidates it is cheaper to fetch them all and sort than to walk the list's order and look at each:
 * fetching costs a look-up a candidate, walking one a row until the page is full.
 */
const CANDIDATES_MAX = 1500;
/**
 * Up to this many segments that end after the day, or so many for each candidate, they are looked at one by one: going by
 * project looks at more than that.
 */
const ENDED_FEW = 1000;
const ENDED_EACH = 4;

/** Rows of the ledger on a day, in order. The way there depends on `candidatesMax`, the rows do not. */
export async function ledgerPage(db: Db, page: LedgerPage, candidatesMax = CANDIDATES_MAX): Promise<LedgerSegment[]> {
  const { day, limit } = page;
  const column = sql.ref(LEDGER_SORTS[page.sort]);
  const direction = page.descending ? sql`desc` : sql`asc`;
  const order = sql`order by ${column} ${direction}, project_id ${direction} limit ${limit}`;
  const beyond = page.after
    ? sql`and (${column}, project_id) ${page.descending ? sql`<` : sql`>`} (${page.after.value}, ${page.after.id})`
    : sql``;
  const { each, leads } = await conditionsOf(db, page.filter, day);
  const isLed = leads[0] !== undefined && leads[0].n <= candidatesMax;
  // Keys first, from an index alone where there is one: only the rows of the page are fetched.
  const keys = (rows: Sql): Sql => sql`select s.project_id, s.valid_from, s.${column} from segments s where ${rows}`;
  const endlessKeys = isLed
    ? keys(sql`${endless(day)} ${all(each)} ${ledBy(leads, byProject)}`)
    : keys(sql`${endless(day)} ${all([...each, ...leads.map(({ check }) => check)])} ${beyond} ${order}`);
  const endedKeys = keys(sql`${ended(day)} ${all(each)} ${await endedLedBy(db, leads, day)} ${beyond} ${order}`);
  const { rows } = await sql<LedgerSegment>`
    with endless as materialized (${endlessKeys}),
    found as materialized (
      select * from (
        select * from endless where 1 = 1 ${beyond} union all select * from (${endedKeys}) as ended
      ) as keys ${order}
    )
    select s.* from found f join segments s on s.project_id = f.project_id and s.valid_from = f.valid_from and ${open}
    order by f.${column} ${direction}, f.project_id ${direction}`.execute(db);
  return rows;
}

const byProject = sql`s.project_id`;

/** The rows that the first of the leads leads to, and what is left to look at in them. */
function ledBy([first, ...others]: readonly Lead[], column: Sql): Sql {
  if (!first) return sql``;
  const checks = [...(first.isExact ? [] : [first]), ...others].map(({ check }) => check);
  return all([sql`${column} in (${first.ids})`, ...checks]);
}

/** Where few segments end after the day, they lead; an expression keeps the planner from going by project. */
async function endedLedBy(db: Db, leads: readonly Lead[], day: number): Promise<Sql> {
  const [first] = leads;
  if (!first) return sql``;
  const few = Math.max(ENDED_FEW, ENDED_EACH * first.n);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from segments s where ${ended(day)} limit ${few}) as few`.execute(db);
  return ledBy(leads, Number(rows[0]?.n) < few ? sql`s.project_id || ''` : byProject);
}

const all = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;

/** How many projects stand where on a day, and their money; sums in 分. */
export interface LedgerSum {
  readonly zoneId: string;
  readonly stage: Stage;
  readonly possibleStage: Stage | undefined;
  readonly standing: Standing;
  readonly n: number;
  readonly totalFen: bigint;
  readonly investedThisYearFen: bigint;
  readonly investedFen: bigint;
}

/** Sums with the counting unit kept apart. */
export interface CountedSum extends LedgerSum {
  /** Of these projects, those that are parts of a package. */
  readonly parts: number;
}

type SumRow = Record<'stage' | 'possible_stage' | 'invested_year' | 'n' | 'parts', number> &
  Record<'total_fen' | 'invested_in_year_fen' | 'invested_fen', number | bigint> & {
    zone_id: string;
    standing: Standing;
  };

/**
 * Counts and sums by place. Without a leader or a text they come from kept totals of the segments without end, set right
 * by the few projects of which another segment holds on the day.
 */
export async function ledgerSums(db: Db, filter: LedgerFilter, day: number, year: number): Promise<CountedSum[]> {
  const { each, leads } = await conditionsOf(db, filter, day);
  const rowsOf = (sign: 1 | -1, validity: Sql, which: Sql) => sql`
    select s.zone_id, s.stage, coalesce(s.possible_stage, -1) as possible_stage, s.standing, s.invested_year,
      ${sql.lit(sign)} as n, ${sql.lit(sign)} * (case when s.part_of is null then 0 else 1 end) as parts,
      ${sql.lit(sign)} * (case when s.total_fen < 0 then 0 else s.total_fen end) as total_fen,
      ${sql.lit(sign)} * s.invested_in_year_fen as invested_in_year_fen, ${sql.lit(sign)} * s.invested_fen as invested_fen
    from segments s where ${validity} ${all(each)} ${which}`;
  const base =
    leads.length > 0
      ? rowsOf(1, endless(day), ledBy(leads, byProject))
      : sql`
    select s.zone_id, s.stage, s.possible_stage, s.standing, s.invested_year, s.n, s.parts, s.total_fen, s.invested_in_year_fen, s.invested_fen
    from stage_totals s where 1 = 1 ${all(each)}
    union all ${rowsOf(-1, notYet(day), sql``)}`;
  const others = rowsOf(1, ended(day), await endedLedBy(db, leads, day));
  const { rows } = await sql<SumRow>`
    select zone_id, stage, possible_stage, standing, invested_year, sum(n) as n, sum(parts) as parts, sum(total_fen) as total_fen,
      sum(invested_in_year_fen) as invested_in_year_fen, sum(invested_fen) as invested_fen
    from (${base} union all ${others}) as t
    group by zone_id, stage, possible_stage, standing, invested_year having sum(n) <> 0
    order by zone_id, stage, possible_stage, standing, invested_year`.execute(db);
  return rows.map((row) => ({
    zoneId: row.zone_id,
    stage: STAGES[row.stage] as Stage,
    possibleStage: row.possible_stage < 0 ? undefined : (STAGES[row.possible_stage] as Stage),
    standing: row.standing,
    n: Number(row.n),
    parts: Number(row.parts),
    totalFen: BigInt(row.total_fen),
    investedThisYearFen: row.invested_year === year ? BigInt(row.invested_in_year_fen) : 0n,
    investedFen: BigInt(row.invested_fen),
  }));
}

/** The expression keeps the planner from sorting what begins before the day, which is almost everything. */
const endless = (day: number): Sql => sql`${open} and s.valid_to = ${sql.lit(FOREVER)} and s.valid_from + 0 <= ${day}`;
const notYet = (day: number): Sql => sql`${open} and s.valid_to = ${sql.lit(FOREVER)} and s.valid_from > ${day}`;
const ended = (day: number): Sql =>
  sql`${open} and s.valid_to > ${day} and s.valid_to < ${sql.lit(FOREVER)} and s.valid_from <= ${day}`;
const open = sql`s.known_to = ${sql.lit(FOREVER_SEQ)}`;

async function conditionsOf(db: Db, filter: LedgerFilter, day: number): Promise<Conditions> {
  const each: Sql[] = [];
  if (filter.zoneId !== undefined) each.push(sql`s.zone_id = ${filter.zoneId}`);
  if (filter.stage !== undefined) each.push(sql`s.stage = ${rankOf(filter.stage)}`);
  if (filter.standing !== undefined) each.push(sql`s.standing = ${filter.standing}`);
  const leads: Lead[] = [];
  const holders = [
    [filter.leaderId, LEADER_ROLES],
    [filter.responsiblePersonId, ['responsiblePerson']],
    [filter.unitId, ['responsibleUnit']],
    [filter.agentUnitId, ['agentUnit']],
  ] as const;
  for (const [holderId, roles] of holders) {
    if (holderId !== undefined) leads.push(await heldBy(db, { holderId, roles, day }));
  }
  if (filter.keyList !== undefined) leads.push(await listed(db, filter.keyList));
  if (filter.text !== undefined) leads.push(await saying(db, filter.text));
  return { each, leads: leads.sort((a, b) => a.n - b.n) };
}

/** A way to the rows: how many projects it leads to at most, their ids, and what to look at in a row instead. */
interface Lead {
  readonly n: number;
  readonly ids: Sql;
  readonly check: Sql;
  /** Whether each of the ids fulfils the check. */
  readonly isExact: boolean;
}

interface Held {
  readonly holderId: string;
  readonly roles: readonly string[];
  readonly day: number;
}

async function heldBy(db: Db, { holderId, roles, day }: Held): Promise<Lead> {
  const held = sql`r.holder_id = ${holderId} and r.role in (${sql.join(roles)})
    and r.known_to = ${sql.lit(FOREVER_SEQ)} and r.valid_from <= ${day} and r.valid_to > ${day}`;
  const { rows } = await sql<{ n: number }>`select count(*) as n from roles r where ${held}`.execute(db);
  return {
    n: Number(rows[0]?.n ?? 0),
    ids: sql`select r.project_id from roles r where ${held}`,
    check: sql`exists (select 1 from roles r where r.project_id = s.project_id and ${held})`,
    isExact: true,
  };
}

async function listed(db: Db, { year, level, category }: NonNullable<LedgerFilter['keyList']>): Promise<Lead> {
  const there = sql`k.year = ${year} and k.level = ${level} ${category === undefined ? sql`` : sql`and k.category = ${category}`}`;
  const { rows } = await sql<{ n: number }>`select count(*) as n from key_lists k where ${there}`.execute(db);
  return {
    n: Number(rows[0]?.n ?? 0),
    ids: sql`select k.project_id from key_lists k where ${there}`,
    check: sql`exists (select 1 from key_lists k where k.project_id = s.project_id and ${there})`,
    isExact: true,
  };
}

/** Projects whose name, code or builder contains the text. The rarest of its two-character pieces leads to them. */
async function saying(db: Db, text: string): Promise<Lead> {
  const { grams, beginning } = gramsOfQuery(text);
  // Not `like`: to SQLite's, U+FFFF and U+FFFE are U+FFFD. Of an empty text nothing can be replaced: it is in no name.
  const check = sql`exists (
    select 1 from words w where w.project_id = s.project_id and replace(w.text, ${searchable(text)}, '') <> w.text)`;
  if (beginning !== undefined) {
    const begun = sql`g.gram >= ${beginning} and g.gram <= ${beginning + HIGHEST}`;
    const { rows } = await sql<{
      n: number;
    }>`select coalesce(sum(n), 0) as n from gram_totals g where ${begun}`.execute(db);
    return {
      n: Number(rows[0]?.n),
      ids: sql`select g.project_id from grams g where ${begun}`,
      check,
      isExact: true,
    };
  }
  if (grams.length === 0) return { n: 0, ids: sql`select g.project_id from grams g where 1 = 0`, check, isExact: true };
  const { rows } = await sql<{ gram: string; n: number }>`
    select gram, n from gram_totals where gram in (${sql.join(grams)})`.execute(db);
  if (rows.length < grams.length)
    return { n: 0, ids: sql`select g.project_id from grams g where 1 = 0`, check, isExact: true };
  const rarest = rows.reduce((a, b) => (b.n < a.n ? b : a));
  const ids = sql`select g.project_id from grams g where g.gram = ${rarest.gram}`;
  return { n: Number(rarest.n), ids, check, isExact: grams.length === 1 };
}

/** Sorts after every character in UTF-8. */
const HIGHEST = '\u{10ffff}';
