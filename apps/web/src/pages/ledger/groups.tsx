import type { RefObject } from 'react';
import { useRead } from '../../api/queries.ts';
import { countText, Empty, Failed, Loading, moneyText, Stale, type Sum } from '../../shown/index.ts';
import { NOBODY, type Filter, type Grouping } from './address.ts';
import { Body } from './body.tsx';
import { Grid, type GridView } from './grid.tsx';
import { useGridRows } from './plain.tsx';

/** A group: what the filter has to have beside it, and its figures as far as they are at hand. */
interface Group {
  readonly key: string;
  readonly name: string;
  readonly filter: Filter;
  readonly count?: number;
  readonly total?: Sum;
  readonly year?: Sum;
}

interface GroupsProps {
  readonly view: GridView;
  readonly filter: Filter;
  readonly by: Grouping;
  readonly open: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

/** The grid, a group after another; a group reads its rows when it is opened. */
export function GroupedGrid({ view, filter, by, open, toggle }: GroupsProps) {
  const summary = useRead('/api/projects/summary', { query: filter as object });
  const scope = filter.zoneId === undefined ? {} : { scope: `zone:${filter.zoneId}` };
  const leaders = useRead('/api/leaders', { query: { limit: 200, ...scope } }, { enabled: by === 'leader' });
  const read = by === 'leader' ? leaders : summary;
  if (read.error && !read.data) return <Failed error={read.error} retry={() => void read.refetch()} />;
  if (!read.data || !summary.data) return <Loading rows={8} />;
  const held = (leaders.data?.items ?? []).filter(
    ({ id }) => filter.leaderId === undefined || filter.leaderId === (id ?? NOBODY),
  );
  const groups = groupsOf(by, view, summary.data, held);
  const narrowed = Object.keys(filter).some((key) => key !== 'zoneId');
  return (
    <>
      <Stale lag={leaders.data?.lag} />
      {groups.length === 0 ? (
        <Empty filtered />
      ) : (
        <Grid view={view} count={undefined}>
          {(scroller) =>
            groups.map((group) => (
              <GroupOfRows
                key={`${by} ${group.key}`}
                view={view}
                group={group}
                filter={filter}
                narrowed={narrowed && by === 'leader'}
                isOpen={open.has(group.key)}
                toggle={toggle}
                scroller={scroller}
              />
            ))
          }
        </Grid>
      )}
    </>
  );
}

type Summary = NonNullable<ReturnType<typeof useRead<'/api/projects/summary'>>['data']>;
type Leaders = NonNullable<ReturnType<typeof useRead<'/api/leaders'>>['data']>['items'];

function groupsOf(by: Grouping, { words }: GridView, { zones, stages }: Summary, leaders: Leaders): readonly Group[] {
  switch (by) {
    case 'zone':
      return zones
        .filter(({ count }) => count > 0)
        .map(({ zone, count, totalInvestment: total, investedThisYear: year }) => {
          return { key: zone.id, name: zone.name ?? zone.id, filter: { zoneId: zone.id }, count, total, year };
        });
    case 'stage':
      return stages
        .filter(({ count }) => count > 0)
        .map(({ stage, label, count, totalInvestment: total, investedThisYear: year }) => {
          return { key: stage, name: words.said(label), filter: { stage }, count, total, year };
        });
    case 'leader':
      return leaders.map(({ id, name, projects: count }) =>
        id === null
          ? { key: NOBODY, name: words.t('group.nobody'), filter: { leaderId: NOBODY }, count }
          : { key: id, name: name ?? words.shown('unknownPerson'), filter: { leaderId: id }, count },
      );
  }
}

interface GroupProps {
  readonly view: GridView;
  readonly group: Group;
  readonly filter: Filter;
  /** The count at hand is of more than the filter leaves. */
  readonly narrowed: boolean;
  readonly isOpen: boolean;
  readonly toggle: (key: string) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

function GroupOfRows({ view, group, filter, narrowed, isOpen, toggle, scroller }: GroupProps) {
  const { words } = view;
  const within = { ...filter, ...group.filter };
  const enabled = group.total === undefined && (isOpen || narrowed);
  const { data } = useRead('/api/projects/summary', { query: within as object }, { enabled });
  const figures = enabled ? data : undefined;
  const count = figures?.count ?? (narrowed ? undefined : group.count);
  const total = figures?.totalInvestment ?? group.total;
  const year = figures?.investedThisYear ?? group.year;
  if (narrowed && count === 0) return null;
  const money = (sum: Sum): string => moneyText(sum, words.language);
  const text = count === undefined ? '' : countText(count);
  return (
    <>
      <div role="rowgroup" className="group">
        <div role="row">
          <span role="gridcell" className="group-head">
            <button type="button" aria-expanded={isOpen} onClick={() => toggle(group.key)}>
              <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {group.name}
            </button>
            <span className="quiet">
              {total && year
                ? words.t('groupFigures', { projects: text, total: money(total), year: money(year) })
                : text}
            </span>
          </span>
        </div>
      </div>
      {isOpen && count !== undefined && (
        <GroupBody view={view} group={group.key} filter={within} total={count} scroller={scroller} />
      )}
    </>
  );
}

interface GroupBodyProps {
  readonly view: GridView;
  readonly group: string;
  readonly filter: Filter;
  readonly total: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

function GroupBody({ view, group, filter, total, scroller }: GroupBodyProps) {
  const rows = useGridRows(group, filter, view, total);
  if (rows.error) return <Failed error={rows.error} retry={rows.retry} />;
  return <Body view={view} rows={rows} scroller={scroller} />;
}
