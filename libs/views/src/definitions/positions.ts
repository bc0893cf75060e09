import type { Person } from '#registry';
import type { Known } from '../known.ts';
import type { Named } from '../names.ts';
import type { QueryContext } from '../query-context.ts';
import type { AsOfDay } from '../today.ts';
import { postsOfPeople } from './queries.ts';

/** What somebody is on a day. */
export interface Position {
  /** The latest of their posts, in words; as the registry describes a person who was never appointed to any. */
  readonly unit?: string;
  readonly post?: string;
  /** The posts held on the day, the earliest first, each unit as it was called then. */
  readonly posts: readonly { readonly unit: Named; readonly post: string; readonly since: string }[];
}

/** People with what they are on a day, in the same order. Posts are looked up at once; `known`: what the definitions are asked for. */
export async function withPositions<P extends Person>(
  { views, names }: Pick<QueryContext, 'views' | 'names'>,
  people: readonly P[],
  on: AsOfDay,
  known: Known = 'latest',
): Promise<(Omit<P, 'unit' | 'post'> & Position)[]> {
  const ids = people.map(({ id }) => id);
  const rows = await postsOfPeople(views.reader('definitions'), ids, known);
  const posts = Map.groupBy(rows, ({ person_id }) => person_id);
  const nameOf = await names.of({ defined: rows.map(({ unit_id }) => unit_id) }, on.day, known);
  return people.map((person) => {
    const all = posts.get(person.id);
    if (!all) return { ...person, posts: [] };
    const { unit: _unit, post: _post, ...described } = person;
    const held = all
      .filter(({ valid_from, valid_to }) => valid_from <= on.number && on.number < valid_to)
      .map(({ unit_id, post, since }) => ({ unit: nameOf(unit_id), post, since }));
    const last = held.at(-1);
    return { ...described, ...(last && { unit: last.unit.name ?? last.unit.id, post: last.post }), posts: held };
  });
}
