import { columnsFor, nextSort, sorted, sortIn, type LeaderItem } from './columns.ts';

const row = (name: string, days: number, lastSiteVisit: string | null): LeaderItem => ({
  id: name,
  name,
  unit: null,
  post: null,
  posts: [],
  lead: 0,
  coLead: 0,
  projects: 0,
  stages: [],
  lastReport: null,
  overdueProjects: { current: 0, first: 0 },
  overdueDays: { current: days, first: 0 },
  slips: 0,
  missedReports: 0,
  siteVisits: 0,
  helpActions: 0,
  lastSiteVisit,
});
const rows = [row('a', 3, null), row('b', 20, '2026-01-02'), row('c', 3, '2025-12-31')];
const names = (sort: string | null): string =>
  sorted(rows, sortIn(sort))
    .map(({ name }) => name)
    .join('');

it.each([
  [null, 'abc'],
  ['nonsense', 'abc'],
  ['-days', 'bac'],
  ['days', 'acb'],
  ['-lastVisit', 'bca'],
  ['lastVisit', 'acb'],
])('the board sorted by %s is %s', (sort, order) => expect(names(sort)).toBe(order));

it('a heading sorts by the most, then by the least, then not at all', () => {
  expect(nextSort(undefined, 'days')).toBe('-days');
  expect(nextSort(sortIn('-days'), 'days')).toBe('days');
  expect(nextSort(sortIn('days'), 'days')).toBeUndefined();
  expect(nextSort(sortIn('days'), 'slips')).toBe('-slips');
});

it.each([
  [null, true, true],
  ['responsiblePerson', false, true],
  ['agentUnit', false, false],
])('the board of %s counts leads: %s, and visits: %s', (role, leads, visits) => {
  const keys = columnsFor(role).map(({ key }) => key);
  expect([keys.includes('lead'), keys.includes('visits')]).toEqual([leads, visits]);
});

it('counts the projects held by how far they are', () => {
  const stages: LeaderItem['stages'] = [
    { stage: 'registered', count: 2, possible: 0 },
    { stage: 'permitted', count: 1, possible: 0 },
    { stage: 'constructionStarted', count: 4, possible: 1 },
    { stage: 'completed', count: 8, possible: 0 },
    { stage: 'inProduction', count: 16, possible: 0 },
    { stage: 'atCapacity', count: 32, possible: 0 },
  ];
  const counts = columnsFor(null).flatMap(({ key, group, of }) =>
    group === 'progress' && key !== 'lastReport' ? [of({ ...row('a', 0, null), stages })] : [],
  );
  expect(counts).toEqual([3, 4, 8, 48]);
});
