import { sql, type Kysely, type RawBuilder } from 'kysely';
import { LEADER_ROLES, rankOf, STAGES, type Stage, type Standing } from '#ledger';
import { isKnown, type Known } from '../known.ts';
import { gramsOfQuery, searchable } from './grams.ts';
import type { LedgerTables } from './schema.ts';

/**
 * Which projects: every field narrows. `leaderId` is whoever holds it, as lead or beside the lead, and empty where nobody
 * leads it; units likewise, main or second.
 */
export interface LedgerFilter {
  readonly zoneId?: string | undefined;
  /** Any of these. */
  readonly stages?: readonly Stage[] | undefined;
  /** A further stage that is only possible. */
  readonly possibleStage?: Stage | undefined;
  readonly standing?: Standing | undefined;
  readonly leaderId?: string | undefined;
  /** Whoever leads it; empty where nobody does, null where nobody has to either. */
  readonly leadId?: string | null | undefined;
  readonly responsiblePersonId?: string | undefined;
  /** 责任单位 */
  readonly unitId?: string | undefined;
  /** 代办单位 */
  readonly agentUnitId?: string | undefined;
  /** On which year's list of which level, and there in which category, as the lists were known. */
  readonly keyList?: { readonly year: number; readonly level: string; readonly category?: string } | undefined;
  readonly text?: string | undefined;
}

/** The same for a list, also of some projects by their ids. */
export interface RowsFilter extends LedgerFilter {
  readonly ids?: readonly string[] | undefined;
}

export type Db = Kysely<LedgerTables>;
export type Sql = RawBuilder<unknown>;

/** What was known, and the business day it is about, as a day number. */
export interface Point {
  readonly known: Known;
  readonly day: number;
}

/** What each row must fulfil of itself, and what else leads to rows, the one to the fewest first. */
export interface Conditions {
  readonly place: Place;
  readonly leads: readonly Lead[];
}

/** Where a row stands. */
export interface Place {
  readonly zoneId: string | undefined;
  readonly stages: readonly number[] | undefined;
  readonly possibleStage: number | undefined;
  readonly standing: Standing | undefined;
}

/** A way to the rows: how many projects it leads to at most, their numbers, and what to look at in a row instead. */
export interface Lead {
  readonly n: number;
  readonly numbers: Sql;
  readonly check: Sql;
  /** Whether each of the projects fulfils the check. */
  readonly isExact: boolean;
}

/** Beyond this many it does not matter how many more projects something leads to. */
const COUNTED_MAX = 20_000;

export async function conditionsOf(db: Db, filter: RowsFilter, point: Point): Promise<Conditions> {
  const leads: Lead[] = filter.ids ? [named(filter.ids)] : [];
  for (const { holderId, roles } of holdersIn(filter)) leads.push(await heldBy(db, { holderId, roles }, point));
  if (filter.keyList !== undefined) leads.push(await listed(db, filter.keyList, point.known));
  if (filter.text !== undefined) leads.push(await saying(db, filter.text, point.known));
  return { place: placeOf(filter), leads: leads.sort((a, b) => a.n - b.n) };
}

export function placeOf({ zoneId, stages, possibleStage, standing }: LedgerFilter): Place {
  const rank = (stage: Stage): number => rankOf(stage) as number;
  return { zoneId, stages: stages?.map(rank), possibleStage: possibleStage && rank(possibleStage), standing };
}

/** Who must hold a project in one of some roles; null: these roles are neither held nor vacant. */
export interface Holding {
  readonly holderId: string | null;
  readonly roles: readonly string[];
}

/** Who must hold the project, each in one of some roles. */
export function holdersIn(filter: LedgerFilter): Holding[] {
  const holders = [
    [filter.leaderId, LEADER_ROLES],
    [filter.leadId, ['lead']],
    [filter.responsiblePersonId, ['responsiblePerson']],
    [filter.unitId, ['responsibleUnit']],
    [filter.agentUnitId, ['agentUnit']],
  ] as const;
  return holders.flatMap(([holderId, roles]) => (holderId === undefined ? [] : [{ holderId, roles }]));
}

/** What rows `s` must fulfil to stand there. */
export function standsAt({ zoneId, stages, possibleStage, standing }: Place): Sql[] {
  return [
    ...(zoneId === undefined ? [] : [sql`s.zone_id = ${zoneId}`]),
    ...(stages === undefined ? [] : [sql`s.stage in (${sql.join(stages)})`]),
    ...(possibleStage === undefined ? [] : [sql`s.possible_stage = ${possibleStage}`]),
    ...(standing === undefined ? [] : [sql`s.standing = ${standing}`]),
  ];
}

export const STANDINGS: readonly Standing[] = ['active', 'suspended', 'exited'];
export const RANKS = STAGES.map((_, rank) => rank);

/** The same for the index by place: what is not asked for has each of its few values. */
export function placedAt({ zoneId, stages, possibleStage, standing }: Place): Sql[] {
  const isSaid = [zoneId, stages, possibleStage, standing].some((of) => of !== undefined);
  if (!isSaid) return [];
  return [
    sql`s.standing in (${sql.join(standing === undefined ? STANDINGS : [standing])})`,
    ...(zoneId === undefined && stages === undefined ? [] : [sql`s.stage in (${sql.join(stages ?? RANKS)})`]),
    ...(zoneId === undefined ? [] : [sql`s.zone_id = ${zoneId}`]),
    ...(possibleStage === undefined ? [] : [sql`s.possible_stage = ${possibleStage}`]),
  ];
}

export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;

/** The rows that the first of the leads leads to, and what is left to look at in them. */
export function ledBy([first, ...others]: readonly Lead[], column: Sql): Sql {
  if (!first) return sql``;
  const checks = [...(first.isExact ? [] : [first]), ...others].map(({ check }) => check);
  return all([sql`${column} in (${first.numbers})`, ...checks]);
}

/** What to look at in many rows: the numbers are fetched once, where they are not too many, and the expression keeps them from leading. */
export const checkMany = ({ n, numbers, check, isExact }: Lead): Sql =>
  n >= COUNTED_MAX ? check : sql`s.number + 0 in (${numbers}) ${all(isExact ? [] : [check])}`;

async function counted(db: Db, rows: Sql): Promise<number> {
  const { rows: counts } = await sql<{ n: number }>`
    select count(*) as n from (select 1 ${rows} limit ${COUNTED_MAX}) as counted`.execute(db);
  return Number(counts[0]?.n ?? 0);
}

function named(ids: readonly string[]): Lead {
  const numbers = sql`select p.number from projects p where p.project_id in (${sql.join(ids)})`;
  return { n: ids.length, numbers, check: sql`s.number in (${numbers})`, isExact: true };
}

async function heldBy(db: Db, { holderId, roles }: Holding, { known, day }: Point): Promise<Lead> {
  const inRole = sql`r.role in (${sql.join(roles)})
    and ${isKnown(known, 'r')} and r.valid_from <= ${day} and r.valid_to > ${day}`;
  if (holderId === null) return unheld(inRole);
  const held = sql`r.holder_id = ${holderId} and ${inRole}`;
  return {
    n: await counted(db, sql`from roles r where ${held}`),
    numbers: sql`select r.number from roles r where ${held}`,
    check: sql`exists (select 1 from roles r where r.number = s.number and ${held})`,
    isExact: true,
  };
}

/** Counted as many: there is nothing that leads to them. */
function unheld(inRole: Sql): Lead {
  const none = (number: Sql): Sql => sql`not exists (select 1 from roles r where r.number = ${number} and ${inRole})`;
  return {
    n: COUNTED_MAX,
    numbers: sql`select p.number from projects p where ${none(sql`p.number`)}`,
    check: none(sql`s.number`),
    isExact: true,
  };
}

async function listed(db: Db, { year, level, category }: NonNullable<LedgerFilter['keyList']>, known: Known) {
  const there = sql`k.year = ${year} and k.level = ${level} and ${isKnown(known, 'k')}
    ${category === undefined ? sql`` : sql`and k.category = ${category}`}`;
  return {
    n: await counted(db, sql`from key_lists k where ${there}`),
    numbers: sql`select k.number from key_lists k where ${there}`,
    check: sql`exists (select 1 from key_lists k where k.number = s.number and ${there})`,
    isExact: true,
  };
}

/** Projects whose name, code or builder contains the text. */
async function saying(db: Db, text: string, known: Known): Promise<Lead> {
  const check = sql`exists (select 1 from words w where w.number = s.number and ${isKnown(known, 'w')} and ${says('w', text)})`;
  const rarest = await rarestOf(db, text);
  const led = sql`from grams g where ${rarest?.which ?? sql`1 = 0`} and ${isKnown(known, 'g')}`;
  const n = rarest ? await counted(db, led) : 0;
  return { n, numbers: sql`select g.number ${led}`, check, isExact: rarest?.isExact ?? true };
}

/** Which grams lead to a text: the rarest of its two-character pieces; none for an empty text. */
export async function rarestOf(
  db: Db,
  text: string,
): Promise<{ readonly which: Sql; readonly isExact: boolean } | undefined> {
  const { grams, beginning } = gramsOfQuery(text);
  if (beginning !== undefined)
    return { which: sql`g.gram >= ${beginning} and g.gram <= ${beginning + HIGHEST}`, isExact: true };
  if (grams.length === 0) return undefined;
  const { rows } = await sql<{ gram: string; n: number }>`
    select gram, n from gram_totals where gram in (${sql.join(grams)})`.execute(db);
  // What no name has any more, few had.
  const gone = grams.find((gram) => !rows.some((row) => row.gram === gram));
  const rarest = rows.reduce((a, b) => (b.n < a.n ? b : a), { gram: '', n: Infinity });
  return { which: sql`g.gram = ${gone ?? rarest.gram}`, isExact: grams.length === 1 };
}

/** Not `like`: to SQLite's, U+FFFF and U+FFFE are U+FFFD. Of an empty text nothing can be replaced: it is in no name. */
export function says(alias: string, text: string): Sql {
  const words = sql.ref(`${alias}.text`);
  return sql`replace(${words}, ${searchable(text)}, '') <> ${words}`;
}

/** Sorts after every character in UTF-8. */
const HIGHEST = '\u{10ffff}';
