/** What the list of the ledger can be narrowed by, here too. */
const FILTERS = [
  'zoneId',
  'stage',
  'possibleStage',
  'standing',
  'leaderId',
  'responsiblePersonId',
  'unitId',
  'agentUnitId',
  'keyList',
  'text',
] as const;

/** The filters in an address, beside the point and the kind of change. */
export function filtersIn(search: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(
    FILTERS.flatMap((key) => {
      const value = search.get(key);
      return value === null || value === '' ? [] : [[key, value] as const];
    }),
  );
}

/** The address with one of them set, or without it. */
export function withParam(search: URLSearchParams, key: string, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === undefined || value === '') next.delete(key);
  else next.set(key, value);
  return next;
}

export function withoutFilters(search: URLSearchParams): URLSearchParams {
  return FILTERS.reduce<URLSearchParams>((left, key) => withParam(left, key, undefined), search);
}
