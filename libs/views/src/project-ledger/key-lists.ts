import type { EffectiveFact } from '#ledger';

/** That the project is on a year's list of key projects. */
export type KeyListRow = {
  readonly number: number;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly year: number;
  readonly level: string;
  readonly category: string;
};

/** The same, of a project that the reader knows. */
export type Listing = Pick<KeyListRow, 'year' | 'level' | 'category'>;

/** The lists that the project is on: whoever was taken off is on it no more, whoever was listed again is. */
export function keyListsIn(facts: readonly EffectiveFact[]): Listing[] {
  const lists = new Map<string, Listing>();
  for (const { type, data } of facts) {
    if (type !== 'ListedAsKeyProject' && type !== 'RemovedFromKeyList') continue;
    const { year, level } = data;
    if (type === 'RemovedFromKeyList') lists.delete(`${year}/${level}`);
    else lists.set(`${year}/${level}`, { year, level, category: data.category });
  }
  return [...lists.values()];
}
