import { sql, type Selectable, type Transaction } from 'kysely';
import type { Kept } from '#database';
import { fromCursor, pageOf, type Page } from './cursor.ts';
import { maskedPhone } from './phone.ts';
import type { RegistryTables } from './tables.ts';

/** Who an id in an event is. Personal data lives here and nowhere in the log. */
export interface Person {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly post?: string;
  /** Given whole, and masked in everything that the registry answers: the number itself never leaves it. */
  readonly phone?: string;
}

/** `differs`: the id is taken by `person`, who is described otherwise; nothing was written. */
export interface PersonDefined {
  readonly outcome: 'defined' | 'unchanged' | 'differs';
  readonly person: Person;
}

/** What can be left out of a description. */
export const REMOVABLE = ['unit', 'post', 'phone'] as const;

export interface RevisePerson {
  readonly id: string;
  /** What is described anew; the rest stays. */
  readonly change: Partial<Omit<Person, 'id'>>;
  readonly remove?: readonly (typeof REMOVABLE)[number][];
  /** Id of who revises. */
  readonly actor: string;
  /** The same command again changes nothing. */
  readonly commandId: string;
}

/** What a person was described by until somebody revised it. */
export interface FormerDescription extends Omit<Person, 'id'> {
  /** Epoch ms. */
  readonly revisedAt: number;
  readonly revisedBy: string;
}

export interface ListPeople {
  /** Part of a name, unit or post, in any case; phones cannot be searched for. */
  readonly text?: string;
  readonly limit: number;
  readonly cursor?: string;
}

type Description = Omit<RegistryTables['people'], 'search'> & { readonly phone: string | null };

/** Ids of one query: SQLite takes some 32 000 parameters. */
const IDS_PER_QUERY_MAX = 10_000;

/** The people that events name by their ids. */
export class People {
  private readonly kept: Kept<RegistryTables>;
  private readonly clock: () => number;

  constructor(kept: Kept<RegistryTables>, clock: () => number) {
    this.kept = kept;
    this.clock = clock;
  }

  /** Writes a person down, once: the same again changes nothing. */
  async definePerson(person: Person): Promise<PersonDefined> {
    return this.kept.write('durable', async (transaction) => {
      const known = await described(transaction, person.id);
      if (known) return { outcome: same(known, toDescription(person)) ? 'unchanged' : 'differs', person: shown(known) };
      await transaction
        .insertInto('people')
        .values(toRow(toDescription(person)))
        .execute();
      await keepPhone(transaction, person.id, person.phone ?? null);
      return { outcome: 'defined', person: shown(toDescription(person)) };
    });
  }

  /** Describes a known person anew, and keeps what was said before; undefined for an id that nobody defined. */
  async revisePerson({ id, change, remove = [], actor, commandId }: RevisePerson): Promise<Person | undefined> {
    return this.kept.write('durable', async (transaction) => {
      const known = await described(transaction, id);
      if (!known) return undefined;
      const none = Object.fromEntries(remove.map((field) => [field, null]));
      const revised = { ...known, ...change, ...none };
      const { last, isDone } = await revisions(transaction, id, commandId);
      if (isDone || same(known, revised)) return shown(known);
      const { person_id, name, unit, post, phone } = known;
      const when = { revision: last + 1, revised_at: this.clock(), actor, command_id: commandId };
      await transaction
        .insertInto('people_revisions')
        .values({ person_id, name, unit, post, phone, ...when })
        .execute();
      await transaction.updateTable('people').set(toRow(revised)).where('person_id', '=', id).execute();
      await keepPhone(transaction, id, revised.phone);
      return shown(revised);
    });
  }

  /** What a person was described by before, the latest first, at most `limit`. */
  async formerDescriptions(id: string, limit: number): Promise<readonly FormerDescription[]> {
    const rows = await this.kept.db
      .selectFrom('people_revisions')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('revision', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => {
      const { id: _, ...description } = shown(row);
      return { ...description, revisedAt: row.revised_at, revisedBy: row.actor };
    });
  }

  /** The known ones of these ids. */
  async getPeople(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const people = new Map<string, Person>();
    const wanted = [...new Set(ids)];
    for (let i = 0; i < wanted.length; i += IDS_PER_QUERY_MAX) {
      const some = wanted.slice(i, i + IDS_PER_QUERY_MAX);
      const rows = await descriptions(this.kept.db).where('people.person_id', 'in', some).execute();
      for (const row of rows) people.set(row.person_id, shown(row));
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
    let query = descriptions(this.kept.db)
      .orderBy('name')
      .orderBy('people.person_id')
      .limit(limit + 1);
    if (text) {
      const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
      query = query.where(sql<boolean>`search like ${pattern} escape '\\'`);
    }
    if (cursor !== undefined) {
      const [name, id] = fromCursor(cursor, ['string', 'string']) as [string, string];
      query = query.where((is) =>
        is.or([is('name', '>', name), is.and([is('name', '=', name), is('people.person_id', '>', id)])]),
      );
    }
    return pageOf(await query.execute(), limit, { item: shown, at: ({ name, person_id }) => [name, person_id] });
  }
}

function descriptions(db: Pick<Kept<RegistryTables>['db'], 'selectFrom'>) {
  return db
    .selectFrom('people')
    .leftJoin('people_phones', 'people_phones.person_id', 'people.person_id')
    .select(['people.person_id as person_id', 'name', 'unit', 'post', 'phone']);
}

function described(transaction: Transaction<RegistryTables>, id: string): Promise<Description | undefined> {
  return descriptions(transaction).where('people.person_id', '=', id).executeTakeFirst();
}

async function revisions(transaction: Transaction<RegistryTables>, id: string, commandId: string) {
  const rows = await transaction
    .selectFrom('people_revisions')
    .select(['revision', 'command_id'])
    .where('person_id', '=', id)
    .orderBy('revision', 'desc')
    .execute();
  return { last: rows[0]?.revision ?? 0, isDone: rows.some((row) => row.command_id === commandId) };
}

async function keepPhone(transaction: Transaction<RegistryTables>, person_id: string, phone: string | null) {
  await transaction.deleteFrom('people_phones').where('person_id', '=', person_id).execute();
  if (phone !== null) await transaction.insertInto('people_phones').values({ person_id, phone }).execute();
}

function toDescription({ id, name, unit, post, phone }: Person): Description {
  return { person_id: id, name, unit: unit ?? null, post: post ?? null, phone: phone ?? null };
}

function toRow({ person_id, name, unit, post }: Description): RegistryTables['people'] {
  const search = [name, unit, post].filter(Boolean).join('\n').toLowerCase();
  return { person_id, name, unit, post, search };
}

/** As everybody may see it. */
function shown({ person_id: id, name, unit, post, phone }: Selectable<Description>): Person {
  return {
    id,
    name,
    ...(unit !== null && { unit }),
    ...(post !== null && { post }),
    ...(phone !== null && { phone: maskedPhone(phone) }),
  };
}

function same(a: Description, b: Description): boolean {
  return a.name === b.name && a.unit === b.unit && a.post === b.post && a.phone === b.phone;
}
