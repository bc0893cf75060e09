import { sql, type Kysely, type RawBuilder } from 'kysely';
import { FOREVER, FOREVER_SEQ } from '#database';
import { rankOf, STAGES, type Stage, type Standing } from '#ledger';
import { gramsOfQuery, searchable } from './grams.ts';
import type { LedgerTables } from './schema.ts';
import type { LedgerSegment } from './segments.ts';

/** Which projects: every field narrows. `leaderId` is whoever holds it, as lead or beside the lead. */
export interface LedgerFilter {
  readonly zoneId?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly standing?: Standing | undefined;
  readonly leaderId?: string | undefined;
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
type Condition = RawBuilder<unknown>;

/**
 * Up to this many candidates it is cheaper to fetch them all and sort than to walk the list's order and look at each:
 * fetching costs a look-up a candidate, walking one a row until the page is full.
 */
const CANDIDATES_MAX = 1500;

/** Rows of the ledger on a day, in order. */
export async function ledgerPage(db: Db, page: LedgerPage): Promise<LedgerSegment[]> {
  const column = sql.ref(`s.${LEDGER_SORTS[page.sort]}`);
  const direction = page.descending ? sql`desc` : sql`asc`;
  const conditions = await conditionsOf(db, page.filter, page.day);
  if (page.after) {
    const { value, id } = page.after;
    const beyond = page.descending ? sql`<` : sql`>`;
    conditions.push(sql`(${column}, s.project_id) ${beyond} (${value}, ${id})`);
  }
  const where = conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;
  const part = (validity: Condition) => sql`
    select * from (
      select s.* from segments s where s.known_to = ${sql.lit(FOREVER_SEQ)} and ${validity} ${where}
      order by ${column} ${direction}, s.project_id ${direction} limit ${page.limit}
    ) as part`;
  const merged = sql.ref(`s.${LEDGER_SORTS[page.sort]}`);
  const { rows } = await sql<LedgerSegment>`
    select s.* from (${part(endless(page.day))} union all ${part(ended(page.day))}) as s
    order by ${merged} ${direction}, s.project_id ${direction} limit ${page.limit}`.execute(db);
  return rows;
}

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

type SumRow = Record<'stage' | 'possible_stage' | 'invested_year' | 'n', number> &
  Record<'total_fen' | 'invested_in_year_fen' | 'invested_fen', number | bigint> & {
    zone_id: string;
    standing: Standing;
  };

/**
 * Counts and sums by place. Without a leader or a text they come from kept totals of the segments without end, set right
 * by the few projects of which another segment holds on the day.
 */
export async function ledgerSums(db: Db, filter: LedgerFilter, day: number, year: number): Promise<LedgerSum[]> {
  const conditions = await conditionsOf(db, filter, day);
  const where = conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;
  const rowsOf = (sign: 1 | -1, validity: Condition) => sql`
    select s.zone_id, s.stage, coalesce(s.possible_stage, -1) as possible_stage, s.standing, s.invested_year,
      ${sql.lit(sign)} as n, ${sql.lit(sign)} * (case when s.total_fen < 0 then 0 else s.total_fen end) as total_fen,
      ${sql.lit(sign)} * s.invested_in_year_fen as invested_in_year_fen, ${sql.lit(sign)} * s.invested_fen as invested_fen
    from segments s where s.known_to = ${sql.lit(FOREVER_SEQ)} and ${validity} ${where}`;
  const kept = filter.leaderId === undefined && filter.text === undefined;
  const base = kept
    ? sql`
    select s.zone_id, s.stage, s.possible_stage, s.standing, s.invested_year, s.n, s.total_fen, s.invested_in_year_fen, s.invested_fen
    from stage_totals s where 1 = 1 ${where}
    union all ${rowsOf(-1, notYet(day))}`
    : rowsOf(1, endless(day));
  const { rows } = await sql<SumRow>`
    select zone_id, stage, possible_stage, standing, invested_year, sum(n) as n, sum(total_fen) as total_fen,
      sum(invested_in_year_fen) as invested_in_year_fen, sum(invested_fen) as invested_fen
    from (${base} union all ${rowsOf(1, ended(day))}) as t
    group by zone_id, stage, possible_stage, standing, invested_year having sum(n) <> 0`.execute(db);
  return rows.map((row) => ({
    zoneId: row.zone_id,
    stage: STAGES[row.stage] as Stage,
    possibleStage: row.possible_stage < 0 ? undefined : (STAGES[row.possible_stage] as Stage),
    standing: row.standing,
    n: Number(row.n),
    totalFen: BigInt(row.total_fen),
    investedThisYearFen: row.invested_year === year ? BigInt(row.invested_in_year_fen) : 0n,
    investedFen: BigInt(row.invested_fen),
  }));
}

const endless = (day: number): Condition => sql`s.valid_to = ${sql.lit(FOREVER)} and s.valid_from <= ${day}`;
const notYet = (day: number): Condition => sql`s.valid_to = ${sql.lit(FOREVER)} and s.valid_from > ${day}`;
const ended = (day: number): Condition =>
  sql`s.valid_to > ${day} and s.valid_to < ${sql.lit(FOREVER)} and s.valid_from <= ${day}`;

async function conditionsOf(db: Db, filter: LedgerFilter, day: number): Promise<Condition[]> {
  const conditions: Condition[] = [];
  if (filter.zoneId !== undefined) conditions.push(sql`s.zone_id = ${filter.zoneId}`);
  if (filter.stage !== undefined) conditions.push(sql`s.stage = ${rankOf(filter.stage)}`);
  if (filter.standing !== undefined) conditions.push(sql`s.standing = ${filter.standing}`);
  if (filter.leaderId !== undefined) conditions.push(await heldBy(db, filter.leaderId, day));
  if (filter.text !== undefined) conditions.push(await saying(db, filter.text));
  return conditions;
}

async function heldBy(db: Db, leaderId: string, day: number): Promise<Condition> {
  const held = sql`r.holder_id = ${leaderId} and r.role in ('lead', 'coLead')
    and r.known_to = ${sql.lit(FOREVER_SEQ)} and r.valid_from <= ${day} and r.valid_to > ${day}`;
  const { rows } = await sql<{ n: number }>`select count(*) as n from roles r where ${held}`.execute(db);
  return Number(rows[0]?.n ?? 0) <= CANDIDATES_MAX
    ? sql`s.project_id in (select r.project_id from roles r where ${held})`
    : sql`exists (select 1 from roles r where r.project_id = s.project_id and ${held})`;
}

/** Projects whose name, code or builder contains the text. The rarest of its two-character pieces leads to them. */
async function saying(db: Db, text: string): Promise<Condition> {
  const { grams, beginning } = gramsOfQuery(text);
  const found = sql`exists (select 1 from words w where w.project_id = s.project_id
    and w.text like ${`%${searchable(text).replace(/[\\%_]/g, '\\$&')}%`} escape '\\')`;
  if (beginning !== undefined) {
    const likeThat = sql`g.gram >= ${beginning} and g.gram < ${beginning + HIGHEST}`;
    const { rows } = await sql<{
      n: number;
    }>`select coalesce(sum(n), 0) as n from gram_totals g where ${likeThat}`.execute(db);
    if (Number(rows[0]?.n ?? 0) > CANDIDATES_MAX) return found;
    return sql`s.project_id in (select g.project_id from grams g where ${likeThat})`;
  }
  const { rows } = await sql<{ gram: string; n: number }>`
    select gram, n from gram_totals where gram in (${sql.join(grams)})`.execute(db);
  if (rows.length < grams.length) return sql`1 = 0`;
  const rarest = rows.reduce((a, b) => (b.n < a.n ? b : a));
  if (Number(rarest.n) > CANDIDATES_MAX) return found;
  const among = sql`s.project_id in (select g.project_id from grams g where g.gram = ${rarest.gram})`;
  return grams.length === 1 ? among : sql`${among} and ${found}`;
}

/** Sorts after every character in UTF-8. */
const HIGHEST = '\u{10ffff}';
