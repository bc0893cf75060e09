import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { toWan } from '#kernel/money';
import type { Schemas } from '../../api/client.ts';
import type { Language } from '../../i18n/index.ts';
import { dateShort, dateText, exactText, Stage, Standing, wanText, type Sum } from '../../shown/index.ts';
import { withPoint, type Point } from '../../time/point.ts';
import type { ledger } from '../../i18n/zh/ledger.ts';
import type { SortField } from './address.ts';
import type { More } from './more.ts';
import type { Item } from './rows.ts';

/** What cells are worded with. One for all of them: a cell has no hooks, so that a row costs next to nothing. */
export interface Words {
  readonly t: TFunction<'ledger'>;
  readonly shown: TFunction<'shown'>;
  readonly said: (texts: Schemas['TextsShape']) => string;
  readonly language: Language;
  readonly point: Point;
  /** Money to the last 分. */
  readonly exact: boolean;
  /** The day that is judged. */
  readonly day: string;
  /** Whether Tab stops at links: of the rows of a grid, only in one. */
  readonly tab?: 0 | -1;
}

export type ColumnId = keyof (typeof ledger)['column'];

/** A column: how it is shown, and what is copied of it. */
export interface Column {
  readonly id: ColumnId;
  readonly width: number;
  readonly sort?: SortField;
  /** A figure, set to the right. */
  readonly right?: boolean;
  /** A sum, rounded or to the last 分. */
  readonly money?: boolean;
  /** Needs what `useMore` reads. */
  readonly more?: boolean;
  readonly show: (item: Item, words: Words, more?: More) => ReactNode;
  readonly text: (item: Item, words: Words, more?: More) => string;
}

export const nothing = (
  <span className="quiet" aria-hidden="true">
    —
  </span>
);

/** A link of the page. The grid listens for clicks on it itself: thousands of rows pass by. */
export const linkTo = (to: string, text: string, { point, tab }: Words): ReactNode => (
  <a href={withPoint(to, point)} data-inner="" tabIndex={tab}>
    {text}
  </a>
);

type Plain = Pick<Column, 'id' | 'width' | 'sort' | 'more'>;

const words = (column: Plain, text: Column['text']): Column => ({
  ...column,
  text,
  show: (...given) => text(...given) || nothing,
});

const money = (column: Plain, of: (item: Item, more?: More) => Sum | null | undefined): Column => ({
  ...column,
  right: true,
  money: true,
  show: (item, { language, exact }, more) => {
    const sum = of(item, more);
    if (!sum) return nothing;
    const precise = exactText(sum, language);
    return (
      <data value={sum.fen} title={precise}>
        {exact ? precise : wanText(sum)}
      </data>
    );
  },
  text: (item, _, more) => {
    const sum = of(item, more);
    return sum ? toWan(sum as Parameters<typeof toWan>[0]) : '';
  },
});

const person = (
  column: Plain,
  of: (item: Item) => { readonly id: string | null; readonly name: string | null },
): Column => ({
  ...column,
  text: (item) => of(item).name ?? '',
  show: (item, words) => {
    const { id, name } = of(item);
    if (id === null) return <span className="quiet">{words.shown('nobody')}</span>;
    return linkTo(`/leaders/${id}`, name ?? words.shown('unknownPerson'), words);
  },
});

type Milestone = Schemas['MilestoneCellShape'];

/** The first phase that has anything on it: a row has room for one. */
function cellOf(more: More | undefined, milestone: Milestone['milestone']): Milestone | undefined {
  const cells = more?.milestones.filter((cell) => cell.milestone === milestone) ?? [];
  return cells.find(({ on }) => on !== null) ?? cells.find(({ current }) => current !== null);
}

const milestone = (id: ColumnId, which: Milestone['milestone']): Column => ({
  id,
  width: 112,
  more: true,
  show: (_, words, more) => {
    const cell = cellOf(more, which);
    if (!cell) return nothing;
    const date = (value: string | null): string => (value === null ? '—' : dateShort(value, words.language));
    const title = words.t('planTitle', { first: date(cell.first), current: date(cell.current), on: date(cell.on) });
    if (cell.on !== null) return <span title={title}>{date(cell.on)}</span>;
    const days = cell.overdue?.current;
    if (days) {
      return (
        <span className="late" title={title}>
          {words.t('late', { count: days })}
        </span>
      );
    }
    return (
      <span className="planned" title={title}>
        <span className="unseen">{words.t('plannedFor', { date: '' })}</span>({date(cell.current)})
      </span>
    );
  },
  text: (_, words, more) => {
    const cell = cellOf(more, which);
    if (!cell) return '';
    if (cell.on !== null) return dateShort(cell.on, words.language);
    return words.t('plannedFor', { date: cell.current === null ? '' : dateShort(cell.current, words.language) });
  },
});

/** What was reported for one month, all phases and units together; null where nobody reported it. */
export function monthOf(more: More | undefined, period: string): Sum | null {
  const figures = more?.year.figures.filter((one) => one.period === period && one.inPeriod !== null) ?? [];
  if (figures.length === 0) return null;
  return { fen: String(figures.reduce((sum, { inPeriod }) => sum + BigInt(inPeriod?.fen ?? 0), 0n)), currency: 'CNY' };
}

const month = (number: string): Column => {
  const id: ColumnId = `month${number}` as ColumnId;
  const column = money({ id, width: 84, more: true }, () => null);
  const of = (more: More | undefined): Column =>
    money({ id, width: 84 }, () => monthOf(more, `${more?.year.year}-${number}`));
  return {
    ...column,
    show: (item, words, more) => of(more).show(item, words),
    text: (item, words, more) => of(more).text(item, words),
  };
};

/** Every column but number and name, which are always there, in the order in which they stand. */
export const COLUMNS: readonly Column[] = [
  words({ id: 'code', width: 148, sort: 'code' }, ({ code }) => code ?? ''),
  {
    id: 'zone',
    width: 152,
    show: ({ zoneId, zoneName }, words) => linkTo(`/projects?zoneId=${zoneId}`, zoneName ?? zoneId, words),
    text: ({ zoneName }) => zoneName ?? '',
  },
  words({ id: 'builder', width: 200 }, ({ builder }) => builder ?? ''),
  {
    id: 'stage',
    width: 172,
    show: ({ stage, stageLabel, possibleStage }) => <Stage stage={stage} label={stageLabel} possible={possibleStage} />,
    text: ({ stageLabel }, { said }) => said(stageLabel),
  },
  {
    id: 'standing',
    width: 92,
    show: ({ standing }, { shown }) =>
      standing === 'active' ? (
        <span className="quiet">{shown('standing.active')}</span>
      ) : (
        <Standing standing={standing} />
      ),
    text: ({ standing }, { shown }) => shown(`standing.${standing}`),
  },
  milestone('signed', 'signed'),
  milestone('landSupplied', 'landSupplied'),
  milestone('permitted', 'permitted'),
  milestone('constructionStarted', 'constructionStarted'),
  milestone('completed', 'completed'),
  milestone('inProduction', 'inProduction'),
  person({ id: 'leader', width: 96 }, ({ leaderId, leaderName }) => ({ id: leaderId, name: leaderName })),
  words({ id: 'coLeaders', width: 120 }, ({ coLeaderNames }, { language }) =>
    coLeaderNames.join(language === 'zh' ? '、' : ', '),
  ),
  person({ id: 'responsiblePerson', width: 96 }, (item) => ({
    id: item.responsiblePersonId,
    name: item.responsiblePersonName,
  })),
  words({ id: 'responsibleUnit', width: 168 }, ({ responsibleUnitName }) => responsibleUnitName ?? ''),
  words({ id: 'agentUnit', width: 168 }, ({ agentUnitName }) => agentUnitName ?? ''),
  words({ id: 'capital', width: 72 }, ({ capital }, { t }) =>
    capital === 'domestic' || capital === 'foreign' ? t(`capital.${capital}`) : '',
  ),
  money({ id: 'total', width: 132, sort: 'totalInvestment' }, ({ totalInvestment }) => totalInvestment),
  money({ id: 'planned', width: 128, more: true }, (_, more) => more?.year.planned),
  money({ id: 'year', width: 132 }, ({ investedThisYear }) => investedThisYear),
  money({ id: 'invested', width: 140, sort: 'invested' }, ({ invested }) => invested),
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(month),
  {
    ...words({ id: 'progress', width: 280, more: true }, (_, { language }, more) => {
      const last = more?.lastReport;
      return last ? `${dateText(last.period, language)}${language === 'zh' ? '：' : ': '}${last.text}` : '';
    }),
  },
  {
    id: 'missed',
    width: 72,
    right: true,
    more: true,
    show: (_, __, more) => (more?.missedReports ? <span className="late">{more.missedReports}</span> : nothing),
    text: (_, __, more) => String(more?.missedReports ?? ''),
  },
  {
    id: 'findings',
    width: 88,
    right: true,
    more: true,
    show: (_, __, more) => openFindings(more) || nothing,
    text: (_, __, more) => String(openFindings(more)),
  },
];

/** What stands above a column; sums to the last 分 say in the cell in what they are counted. */
export function headOf(id: ColumnId, { t, exact }: Words): string {
  const isNamedByUnit = id === 'total' || id === 'planned' || id === 'year' || id === 'invested';
  return exact && isNamedByUnit ? t(`exactColumn.${id}`) : t(`column.${id}`);
}

const openFindings = (more: More | undefined): number =>
  more?.findings.filter(({ explained }) => !explained).length ?? 0;

const MONTHS = COLUMNS.map(({ id }) => id).filter((id) => id.startsWith('month'));

/** Columns that are looked at together. */
const COLUMN_SETS = {
  basic: ['code', 'zone', 'stage', 'leader', 'total', 'year'],
  progress: [
    'signed',
    'landSupplied',
    'permitted',
    'constructionStarted',
    'completed',
    'inProduction',
    'missed',
    'findings',
  ],
  people: ['zone', 'stage', 'leader', 'coLeaders', 'responsiblePerson', 'responsibleUnit', 'agentUnit'],
  money: ['stage', 'total', 'planned', 'year', 'invested', ...MONTHS],
  all: COLUMNS.map(({ id }) => id),
} satisfies Record<string, readonly ColumnId[]>;
/** In compare mode the basic ones hold what a comparison is of: of the money, all that was invested. */
const COMPARED_BASIC: readonly ColumnId[] = ['zone', 'stage', 'leader', 'total', 'year', 'invested'];

type ColumnSet = keyof typeof COLUMN_SETS;
export const COLUMN_SET_NAMES = Object.keys(COLUMN_SETS) as readonly ColumnSet[];

export const isColumnSet = (text: string | null): text is ColumnSet => text !== null && text in COLUMN_SETS;

/** The columns of a set, in compare mode or outside of it. */
export const columnSet = (name: ColumnSet, comparing: boolean): readonly ColumnId[] =>
  name === 'basic' && comparing ? COMPARED_BASIC : COLUMN_SETS[name];

/** The columns of an address: `columns=money`, or those named, `columns=zone,stage`; the basic ones where it says none. */
export function columnsIn(search: URLSearchParams, comparing: boolean): readonly Column[] {
  const text = search.get('columns');
  const basic = columnSet('basic', comparing);
  const ids: readonly string[] = isColumnSet(text) ? columnSet(text, comparing) : (text?.split(',') ?? basic);
  const chosen = COLUMNS.filter(({ id }) => ids.includes(id));
  return chosen.length > 0 ? chosen : COLUMNS.filter(({ id }) => basic.includes(id));
}

/** How an address says these columns: by the name of a set where they are one, not at all where they are the basic ones. */
export function columnsText(ids: readonly ColumnId[], comparing: boolean): string | undefined {
  const chosen = COLUMNS.map(({ id }) => id).filter((id) => ids.includes(id));
  const set = COLUMN_SET_NAMES.find((name) => sameIds(columnSet(name, comparing), chosen));
  return set === 'basic' ? undefined : (set ?? chosen.join(','));
}

const sameIds = (a: readonly ColumnId[], b: readonly ColumnId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));
