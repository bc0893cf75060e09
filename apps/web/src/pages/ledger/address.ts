import { POINT_KEYS } from '../../time/point.ts';

/** What the list can be narrowed by, each one value; the names are those of the API. */
export const FILTERS = [
  'text',
  'zoneId',
  'stage',
  'possibleStage',
  'standing',
  'leaderId',
  'responsiblePersonId',
  'unitId',
  'agentUnitId',
  'keyList',
] as const;
export type FilterKey = (typeof FILTERS)[number];
export type Filter = Readonly<Partial<Record<FilterKey, string>>>;

/** As a leader to filter by: what nobody leads. */
export const NOBODY = 'nobody';

/** What the server can order by. */
export const SORTS = ['number', 'name', 'code', 'totalInvestment', 'invested'] as const;
export type SortField = (typeof SORTS)[number];
export type Sort = SortField | `-${SortField}`;

export const GROUPINGS = ['zone', 'stage', 'leader'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The groups that are open, by their keys. */
export const openIn = (search: URLSearchParams): ReadonlySet<string> =>
  new Set(search.get('open')?.split(',').filter(Boolean));

/** How an address says which groups are open, once one of them was opened or closed. */
export function toggled(open: ReadonlySet<string>, key: string): string {
  const left = [...open].filter((one) => one !== key);
  return (left.length < open.size ? left : [...left, key]).join(',');
}

export const ENTRIES = ['milestone', 'month'] as const;
/** What is entered in a row below it: a milestone, or the figures of a month. */
export interface Entry {
  readonly kind: (typeof ENTRIES)[number];
  readonly id: string;
}

export const filterIn = (search: URLSearchParams): Filter =>
  Object.fromEntries(
    FILTERS.flatMap((key) => {
      const value = search.get(key)?.trim();
      return value ? [[key, value]] : [];
    }),
  );

const isOneOf = <T extends string>(known: readonly T[], value: string | null | undefined): value is T =>
  known.includes(value as T);

export function sortIn(search: URLSearchParams): Sort | undefined {
  const text = search.get('sort');
  return isOneOf(SORTS, text?.replace(/^-/, '')) ? (text as Sort) : undefined;
}

export function groupingIn(search: URLSearchParams): Grouping | undefined {
  const text = search.get('group');
  return isOneOf(GROUPINGS, text) ? text : undefined;
}

export function entryIn(search: URLSearchParams): Entry | undefined {
  const [, kind, id] = /^(milestone|month):([0-9a-f-]{36})$/.exec(search.get('entry') ?? '') ?? [];
  return id === undefined ? undefined : { kind: kind as Entry['kind'], id };
}

/** The same address with other values; what is undefined or empty is taken out. What is being entered is left; other groups are closed. */
export function changed(
  search: URLSearchParams,
  values: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(values)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  if (!('entry' in values)) next.delete('entry');
  if ('group' in values) next.delete('open');
  return next;
}

export const withoutFilters = (search: URLSearchParams): URLSearchParams =>
  changed(search, Object.fromEntries(FILTERS.map((key) => [key, undefined])));

/** What a click on the head of a column asks for next: names upwards first, money downwards, then as it was. */
export function sortAfter(current: Sort | undefined, field: SortField): Sort | undefined {
  const down = field === 'totalInvestment' || field === 'invested';
  const first: Sort = down ? `-${field}` : field;
  const second: Sort = down ? field : `-${field}`;
  return current === first ? second : current === second ? undefined : first;
}

const MOMENTARY = new Set<string>([...POINT_KEYS, 'entry']);

/** What a saved view keeps of an address: all but the point in time and what is being entered. */
export function viewOf(search: URLSearchParams): string {
  const kept = [...search].filter(([key]) => !MOMENTARY.has(key));
  return new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/** The address that shows a saved view at the point at which the page stands. */
export function seenAs(view: string, search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(view);
  for (const key of POINT_KEYS) {
    const value = search.get(key);
    if (value !== null) next.set(key, value);
  }
  return next;
}
