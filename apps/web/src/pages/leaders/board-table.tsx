import { useTranslation } from 'react-i18next';
import { countText, NotSaid } from '../../shown/index.ts';
import '../../time/change.css';
import { COLUMNS, columnsFor, nextSort, UNIT_ROLES, type Column, type LeaderItem, type Sort } from './columns.ts';
import { ChangesOf, Holder, Post } from './holder.tsx';
import { useSearchParams } from '../../time/use-search-params.ts';

interface BoardProps {
  readonly items: readonly LeaderItem[];
  readonly role: string | null;
  /** In compare mode, the board as it was at the first point, by who answers. */
  readonly before: ReadonlyMap<string | null, LeaderItem> | undefined;
}

interface FigureProps {
  readonly column: Column;
  readonly item: LeaderItem;
}

/** What stands in a cell, and in compare mode what stood there where it was something else. */
function Compared({ column, item, before }: FigureProps & Pick<BoardProps, 'before'>) {
  const { t } = useTranslation('shown');
  const was = before?.get(item.id);
  if (!was || column.of(was) === column.of(item)) return <Figure column={column} item={item} />;
  return (
    <span className="changed">
      <ins>
        <Figure column={column} item={item} />
      </ins>{' '}
      <del>
        <span className="unseen">{t('time.changed.was')} </span>
        <Figure column={column} item={was} />
      </del>
    </span>
  );
}

/** What stands in a cell: a zero is quiet, so that the eye finds the others. */
export function Figure({ column, item }: FigureProps) {
  const value = column.of(item);
  if (typeof value === 'string') return value === '' ? <NotSaid /> : <time dateTime={value}>{value}</time>;
  const look = value === 0 ? 'quiet' : column.alarming ? 'wrong' : undefined;
  return <span className={look}>{countText(value)}</span>;
}

function Heading({ column, sort, sortable }: { column: Column; sort: Sort | undefined; sortable: boolean }) {
  const { t } = useTranslation('leaders');
  const [, setSearch] = useSearchParams();
  const text = t(column.text);
  if (!sortable) return text;
  const press = (): void =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      const wanted = nextSort(sort, column.key);
      if (wanted === undefined) next.delete('sort');
      else next.set('sort', wanted);
      return next;
    });
  return (
    <button type="button" onClick={press} title={t('sortBy', { column: text })}>
      {text}
      <span aria-hidden="true">{sort?.key !== column.key ? '' : sort.descending ? ' ↓' : ' ↑'}</span>
    </button>
  );
}

const directionOf = (sort: Sort | undefined, { key }: Column): 'ascending' | 'descending' | 'none' =>
  sort?.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending';

interface TableProps extends BoardProps {
  readonly sort: Sort | undefined;
  /** Only what was read as a whole can be sorted here. */
  readonly sortable: boolean;
}

/** The board on a wide screen and on paper. */
export function BoardTable({ items, role, before, sort, sortable }: TableProps) {
  const { t } = useTranslation('leaders');
  const columns = columnsFor(role);
  const groups = [...Map.groupBy(columns, ({ group }) => group)];
  const isOfUnits = role !== null && UNIT_ROLES.includes(role);
  return (
    <div className="board-frame" tabIndex={0} role="region" aria-label={t('title')}>
      <table className="board">
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t(isOfUnits ? 'unitName' : 'name')}
            </th>
            {!isOfUnits && (
              <th rowSpan={2} scope="col">
                {t('post')}
              </th>
            )}
            {groups.map(([group, inGroup]) => (
              <th key={group} colSpan={inGroup.length} scope="colgroup">
                {t(group)}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={directionOf(sort, column)} className="number">
                <Heading column={column} sort={sort} sortable={sortable} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id ?? 'nobody'}>
              <th scope="row">
                <Holder item={item} role={role} />
                <ChangesOf item={item} role={role} before={before} />
              </th>
              {!isOfUnits && (
                <td className="post">
                  <Post item={item} role={role} />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.key} className="number figure">
                  <Compared column={column} item={item} before={before} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const column = (key: Column['key']): Column => COLUMNS.find((one) => one.key === key) as Column;

/** What stands on a card, a line each: its heading, and its figures with a word before each where it needs one. */
const ON_CARD = [
  { heading: 'holds', figures: ['projects', 'lead', 'coLead'] },
  { heading: 'overdueNow', figures: ['late', 'lateFirst'] },
  { heading: 'inTimeDays', figures: ['days', 'daysFirst'] },
  { heading: 'inTime', figures: ['slips', 'missed'] },
  { heading: 'progress', figures: ['notStarted', 'started', 'completed', 'producing'] },
  { heading: 'lastReport', figures: ['lastReport'] },
  { heading: 'visits', figures: ['visits', 'help'] },
  { heading: 'lastVisit', figures: ['lastVisit'] },
] as const satisfies readonly { readonly heading: string; readonly figures: readonly Column['key'][] }[];

/** The board on a phone. */
export function BoardCards({ items, role, before }: BoardProps) {
  const { t } = useTranslation('leaders');
  const shown = columnsFor(role);
  const lines = ON_CARD.map(({ heading, figures }) => ({
    heading,
    figures: figures.map(column).filter((one) => shown.includes(one)),
  })).filter(({ figures }) => figures.length > 0);
  return (
    <ul className="cards">
      {items.map((item) => (
        <li key={item.id ?? 'nobody'} className="sheet">
          <Holder item={item} role={role} />
          <ChangesOf item={item} role={role} before={before} />
          <p>
            <Post item={item} role={role} />
          </p>
          <dl>
            {lines.map(({ heading, figures }) => (
              <div key={heading}>
                <dt>{t(heading)}</dt>
                <dd className="figure">
                  {figures.map((one) => (
                    <span key={one.key}>
                      {figures.length > 1 && <span className="quiet">{t(one.text)} </span>}
                      <Compared column={one} item={item} before={before} />
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
