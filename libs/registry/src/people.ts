import { sql } from 'kysely';
import type { Kept } from '#database';
import { fromCursor, pageOf, type Page } from './cursor.ts';
import type { RegistryTables } from './tables.ts';

/** Who an id in an event is. Personal data lives here and nowhere in the log. */
export interface Person {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly post?: string;
}

/** `differs`: the id is taken by `person`, who is described otherwise; nothing was written. */
export interface PersonDefined {
  readonly outcome: 'defined' | 'unchanged' | 'differs';
  readonly person: Person;
}

export interface ListPeople {
  /** Part of a name, unit or post, in any case. */
  readonly text?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Ids of one query: SQLite takes some 32 000 parameters. */
const IDS_PER_QUERY_MAX = 10_000;

/** The people that events name by their ids. */
export class People {
  private readonly kept: Kept<RegistryTables>;

  constructor(kept: Kept<RegistryTables>) {
    this.kept = kept;
  }

  /** Writes a person down, once: the same again changes nothing. */
  async definePerson(person: Person): Promise<PersonDefined> {
    return this.kept.write('durable', async (transaction) => {
      const known = await transaction
        .selectFrom('people')
        .selectAll()
        .where('person_id', '=', person.id)
        .executeTakeFirst();
      if (!known) {
        await transaction.insertInto('people').values(toRow(person)).execute();
        return { outcome: 'defined', person };
      }
      const found = toPerson(known);
      return { outcome: same(found, person) ? 'unchanged' : 'differs', person: found };
    });
  }

  /** Describes a known person anew. `unknown` for an id that nobody defined. */
  async changePerson(person: Person): Promise<'changed' | 'unchanged' | 'unknown'> {
    return this.kept.write('durable', async (transaction) => {
      const known = await transaction
        .selectFrom('people')
        .selectAll()
        .where('person_id', '=', person.id)
        .executeTakeFirst();
      if (!known) return 'unknown';
      if (same(toPerson(known), person)) return 'unchanged';
      await transaction.updateTable('people').set(toRow(person)).where('person_id', '=', person.id).execute();
      return 'changed';
    });
  }

  /** The known ones of these ids. */
  async getPeople(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const people = new Map<string, Person>();
    const wanted = [...new Set(ids)];
    for (let i = 0; i < wanted.length; i += IDS_PER_QUERY_MAX) {
      const some = wanted.slice(i, i + IDS_PER_QUERY_MAX);
      const rows = await this.kept.db.selectFrom('people').selectAll().where('person_id', 'in', some).execute();
      for (const row of rows) people.set(row.person_id, toPerson(row));
    }
    return people;
  }

  async exists(id: string): Promise<boolean> {
    const row = await this.kept.db
      .selectFrom('people')
      .select('person_id')
      .where('person_id', '=', id)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** By name, then id. Throws InvalidCursor. */
  async listPeople({ text, limit, cursor }: ListPeople): Promise<Page<Person>> {
    let query = this.kept.db
      .selectFrom('people')
      .selectAll()
      .orderBy('name')
      .orderBy('person_id')
      .limit(limit + 1);
    if (text) {
      const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
      query = query.where(sql<boolean>`search like ${pattern} escape '\\'`);
    }
    if (cursor !== undefined) {
      const [name, id] = fromCursor(cursor, ['string', 'string']) as [string, string];
      query = query.where((is) =>
        is.or([is('name', '>', name), is.and([is('name', '=', name), is('person_id', '>', id)])]),
      );
    }
    return pageOf(await query.execute(), limit, { item: toPerson, at: ({ name, person_id }) => [name, person_id] });
  }
}

function toRow({ id, name, unit, post }: Person): RegistryTables['people'] {
  const search = [name, unit, post].filter(Boolean).join('\n').toLowerCase();
  return { person_id: id, name, unit: unit ?? null, post: post ?? null, search };
}

function toPerson({ person_id: id, name, unit, post }: RegistryTables['people']): Person {
  return { id, name, ...(unit !== null && { unit }), ...(post !== null && { post }) };
}

function same(a: Person, b: Person): boolean {
  return a.name === b.name && a.unit === b.unit && a.post === b.post;
}
