import { isPeople, personIdOf, warning, type DataFile, type Remark } from '#workbook';
import type { PlannedPerson } from './planned.ts';

/**
 * Everybody whom a row names, once, by the source's id: three people may share a name. A name counts where all cells that
 * tell it agree; else the id stands for it.
 */
export function peopleIn(
  files: readonly DataFile[],
  setName: string,
): { readonly people: readonly PlannedPerson[]; readonly warnings: readonly Remark[] } {
  const names = new Map<string, Set<string>>();
  const values = files.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.values)));
  for (const { id, name } of values.filter(isPeople).flat()) {
    const told = names.get(id) ?? new Set<string>();
    names.set(id, told);
    if (name !== undefined) told.add(name);
  }
  const people = [...names].map(([sourceId, told]) => {
    const [name = sourceId] = told.size === 1 ? told : [];
    return { id: personIdOf(setName, sourceId), sourceId, name };
  });
  const unclear = [...names].filter(([, told]) => told.size !== 1);
  return { people, warnings: unclear.map(([id]) => warning('PersonNameUnclear', { id })) };
}
