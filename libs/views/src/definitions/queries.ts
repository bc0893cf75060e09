import { sql, type Kysely } from 'kysely';
import { searchable } from '../project-ledger/grams.ts';
import { isKnown, type Known } from '../known.ts';
import type { DefinitionRow, DefinitionSpan, DefinitionTables, PostSpan } from './schema.ts';

/** What something was called from a day on, and what a zone calls stages and roles. */
export interface NameSpan {
  /** Day number. */
  readonly from: number;
  readonly name: string;
  readonly labels: string | null;
}

/** A statement takes so many parameters, and more, on every database. */
const IDS_PER_QUERY_MAX = 1_000;

/** Names over time by id, the earliest first; an id that nobody defined is left out. */
export async function namesOf(
  db: Kysely<DefinitionTables>,
  ids: readonly string[],
  known: Known = 'latest',
): Promise<ReadonlyMap<string, readonly NameSpan[]>> {
  const names = new Map<string, NameSpan[]>();
  const wanted = [...new Set(ids)];
  for (let i = 0; i < wanted.length; i += IDS_PER_QUERY_MAX) {
    const rows = await db
      .selectFrom('spans')
      .select(['id', 'name', 'labels', 'valid_from as from'])
      .where('id', 'in', wanted.slice(i, i + IDS_PER_QUERY_MAX))
      .where(isKnown(known))
      .orderBy('id')
      .orderBy('valid_from')
      .execute();
    for (const { id, ...span } of rows) {
      const known = names.get(id);
      if (known) known.push(span);
      else names.set(id, [span]);
    }
  }
  return names;
}

/** The span of a day; for a day before anything was there, the first. */
export function spanOn(spans: readonly NameSpan[], day: number | undefined): NameSpan | undefined {
  if (day === undefined) return spans.at(-1);
  return spans.findLast(({ from }) => from <= day) ?? spans[0];
}

export interface DefinitionFilter {
  readonly sort?: string;
  readonly level?: string;
  readonly tier?: string;
  readonly county?: string;
  readonly parent?: string;
  /** Part of the name on the day. */
  readonly text?: string;
}

/** Where a page of names goes on. */
export interface AfterName {
  readonly name: string;
  readonly id: string;
}

/** Zones or units that are there on a day, by their name of that day; a unit that was merged is there no more. */
export async function spansPage(
  db: Kysely<DefinitionTables>,
  options: {
    readonly kind: DefinitionSpan['kind'];
    readonly day: number;
    readonly filter: DefinitionFilter;
    readonly limit: number;
    readonly after?: AfterName | undefined;
  },
  known: Known = 'latest',
): Promise<DefinitionSpan[]> {
  const { kind, day, limit, after } = options;
  const { sort, level, tier, county, parent, text } = options.filter;
  let query = spansAt(db, day, known).where('kind', '=', kind).where('successor_id', 'is', null);
  if (sort !== undefined) query = query.where('sort', '=', sort);
  if (level !== undefined) query = query.where('level', '=', level);
  if (tier !== undefined) query = query.where('tier', '=', tier);
  if (county !== undefined) query = query.where('host_county', '=', county);
  if (parent !== undefined) query = query.where('parent_id', '=', parent);
  // Byte by byte in both dialects; LIKE of SQLite takes some characters for others.
  if (text !== undefined) query = query.where(sql<boolean>`replace(search, ${searchable(text)}, '') <> search`);
  if (after) query = query.where((eb) => eb(eb.refTuple('name', 'id'), '>', eb.tuple(after.name, after.id)));
  return query.orderBy('name').orderBy('id').limit(limit).execute();
}

function spansAt(db: Kysely<DefinitionTables>, day: number, known: Known) {
  return db
    .selectFrom('spans')
    .selectAll()
    .where(isKnown(known))
    .where('valid_from', '<=', day)
    .where('valid_to', '>', day);
}

/** Everything that one of them was, the earliest first. */
export async function spansOf(
  db: Kysely<DefinitionTables>,
  id: string,
  known: Known = 'latest',
): Promise<DefinitionSpan[]> {
  return db.selectFrom('spans').selectAll().where('id', '=', id).where(isKnown(known)).orderBy('valid_from').execute();
}

/** The units that went on in another one by a day, at most `limit`. */
export async function mergedInto(
  db: Kysely<DefinitionTables>,
  id: string,
  { day, limit }: { readonly day: number; readonly limit: number },
  known: Known = 'latest',
): Promise<DefinitionSpan[]> {
  const query = spansAt(db, day, known).where('successor_id', '=', id);
  return query.orderBy('name').orderBy('id').limit(limit).execute();
}

/** The posts of a person, the earliest first. */
export async function postsOf(
  db: Kysely<DefinitionTables>,
  personId: string,
  known: Known = 'latest',
): Promise<PostSpan[]> {
  return postsOfPeople(db, [personId], known);
}

/** The posts of all people of a page, the earliest first. */
export async function postsOfPeople(
  db: Kysely<DefinitionTables>,
  ids: readonly string[],
  known: Known = 'latest',
): Promise<PostSpan[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('posts')
    .selectAll()
    .where('person_id', 'in', ids)
    .where(isKnown(known))
    .orderBy('valid_from')
    .orderBy('unit_id')
    .orderBy('post')
    .execute();
}

/** One definition as it was described lastly. */
export async function definitionOf(
  db: Kysely<DefinitionTables>,
  { kind, id }: Pick<DefinitionRow, 'kind' | 'id'>,
  known: Known = 'latest',
): Promise<DefinitionRow | undefined> {
  return described(db, kind, known).where('id', '=', id).executeTakeFirst();
}

/** Definitions of a kind as they were described lastly, by name, after the last one of the page before. */
export async function definitionsPage(
  db: Kysely<DefinitionTables>,
  options: {
    readonly kind: DefinitionRow['kind'];
    readonly limit: number;
    readonly after?: AfterName | undefined;
  },
  known: Known = 'latest',
): Promise<DefinitionRow[]> {
  let query = described(db, options.kind, known);
  const { after } = options;
  if (after) query = query.where((eb) => eb(eb.refTuple('name', 'id'), '>', eb.tuple(after.name, after.id)));
  return query.orderBy('name').orderBy('id').limit(options.limit).execute();
}

function described(db: Kysely<DefinitionTables>, kind: DefinitionRow['kind'], known: Known) {
  return db.selectFrom('definitions').selectAll().where('kind', '=', kind).where(isKnown(known));
}
