import type { Schemas } from '../../api/client.ts';

export type LeaderItem = Schemas['LeaderItemShape'];

/** A column that holds a figure, and how it is read from a row. */
export interface Column {
  readonly key:
    | 'projects'
    | 'lead'
    | 'coLead'
    | 'late'
    | 'lateFirst'
    | 'days'
    | 'daysFirst'
    | 'slips'
    | 'missed'
    | 'visits'
    | 'help'
    | 'lastVisit'
    | 'notStarted'
    | 'started'
    | 'completed'
    | 'producing'
    | 'lastReport';
  readonly group: 'holds' | 'progress' | 'overdueNow' | 'inTimeDays' | 'inTime' | 'visits';
  readonly text:
    | 'projects'
    | 'lead'
    | 'coLead'
    | 'current'
    | 'first'
    | 'slips'
    | 'missed'
    | 'siteVisits'
    | 'helpActions'
    | 'lastVisit'
    | 'notStarted'
    | 'started'
    | 'completed'
    | 'producing'
    | 'lastReport';
  readonly of: (item: LeaderItem) => number | string;
  /** Whether a figure above zero is bad news. */
  readonly alarming?: boolean;
}

type Stage = Schemas['StageCountShape']['stage'];

const STARTED: readonly Stage[] = ['constructionStarted'];
const COMPLETED: readonly Stage[] = ['completed'];
const PRODUCING: readonly Stage[] = ['inProduction', 'atCapacity'];
const isBeforeStart = (stage: Stage): boolean => ![...STARTED, ...COMPLETED, ...PRODUCING].includes(stage);

const countOf = ({ stages }: LeaderItem, isAt: (stage: Stage) => boolean): number =>
  stages.reduce((n, { stage, count }) => (isAt(stage) ? n + count : n), 0);

export const COLUMNS: readonly Column[] = [
  { key: 'projects', group: 'holds', text: 'projects', of: ({ projects }) => projects },
  { key: 'lead', group: 'holds', text: 'lead', of: ({ lead }) => lead },
  { key: 'coLead', group: 'holds', text: 'coLead', of: ({ coLead }) => coLead },
  {
    key: 'late',
    group: 'overdueNow',
    text: 'current',
    of: ({ overdueProjects }) => overdueProjects.current,
    alarming: true,
  },
  { key: 'lateFirst', group: 'overdueNow', text: 'first', of: ({ overdueProjects }) => overdueProjects.first },
  { key: 'days', group: 'inTimeDays', text: 'current', of: ({ overdueDays }) => overdueDays.current },
  { key: 'daysFirst', group: 'inTimeDays', text: 'first', of: ({ overdueDays }) => overdueDays.first },
  { key: 'slips', group: 'inTime', text: 'slips', of: ({ slips }) => slips },
  { key: 'missed', group: 'inTime', text: 'missed', of: ({ missedReports }) => missedReports },
  { key: 'notStarted', group: 'progress', text: 'notStarted', of: (item) => countOf(item, isBeforeStart) },
  {
    key: 'started',
    group: 'progress',
    text: 'started',
    of: (item) => countOf(item, (stage) => STARTED.includes(stage)),
  },
  {
    key: 'completed',
    group: 'progress',
    text: 'completed',
    of: (item) => countOf(item, (stage) => COMPLETED.includes(stage)),
  },
  {
    key: 'producing',
    group: 'progress',
    text: 'producing',
    of: (item) => countOf(item, (stage) => PRODUCING.includes(stage)),
  },
  { key: 'lastReport', group: 'progress', text: 'lastReport', of: ({ lastReport }) => lastReport ?? '' },
  { key: 'visits', group: 'visits', text: 'siteVisits', of: ({ siteVisits }) => siteVisits },
  { key: 'help', group: 'visits', text: 'helpActions', of: ({ helpActions }) => helpActions },
  { key: 'lastVisit', group: 'visits', text: 'lastVisit', of: ({ lastSiteVisit }) => lastSiteVisit ?? '' },
];

/** Roles that units hold, not people. */
export const UNIT_ROLES: readonly string[] = ['responsibleUnit', 'agentUnit'];

/** The columns that say something of a role: leads and co-leads are leaders, and units visit nobody. */
export function columnsFor(role: string | null): readonly Column[] {
  if (role === null) return COLUMNS;
  const isUnit = UNIT_ROLES.includes(role);
  return COLUMNS.filter(({ key, group }) => key !== 'lead' && key !== 'coLead' && !(isUnit && group === 'visits'));
}

/** How the address says it: `late` from the least, `-late` from the most. */
export interface Sort {
  readonly key: Column['key'];
  readonly descending: boolean;
}

export function sortIn(text: string | null): Sort | undefined {
  const descending = text?.startsWith('-') ?? false;
  const key = descending ? text?.slice(1) : text;
  const column = COLUMNS.find((one) => one.key === key);
  return column && { key: column.key, descending };
}

/** What a press on a heading leads to: most first, then least first, then the order of the server. */
export function nextSort(now: Sort | undefined, key: Column['key']): string | undefined {
  if (now?.key !== key) return `-${key}`;
  return now.descending ? key : undefined;
}

const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Rows in another order; where two are equal they stay in that of the server. */
export function sorted(items: readonly LeaderItem[], sort: Sort | undefined): readonly LeaderItem[] {
  const column = COLUMNS.find(({ key }) => key === sort?.key);
  if (!sort || !column) return items;
  const sign = sort.descending ? -1 : 1;
  return [...items].sort((a, b) => sign * compare(column.of(a), column.of(b)));
}
