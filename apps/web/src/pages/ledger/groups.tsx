import type { RefObject } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { countText, Empty, exactText, Failed, Loading, moneyText, Stale, titled, type Sum } from '../../shown/index.ts';
import { NOBODY, type Filter, type Grouping } from './address.ts';
import { Body } from './body.tsx';
import type { Words } from './columns.tsx';
import { Grid, type GridView } from './grid.tsx';
import { usePrinting } from './media.ts';
import { useGridRows } from './plain.tsx';

/** The filter of a group: a leader's has only what they lead. */
type Narrowed = Filter & { readonly leadId?: string };

/** A group: what the filter has to have beside it, and its figures. */
interface Group {
  readonly key: string;
  readonly name: string;
  readonly filter: Narrowed;
  readonly count: number;
  readonly total: Sum;
  readonly year: Sum;
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
  const isByLeader = by === 'leader';
  const query = filter as object;
  const summary = useRead('/api/projects/summary', { query }, { enabled: !isByLeader });
  const leaders = useRead('/api/projects/summary/leaders', { query }, { enabled: isByLeader });
  const read = isByLeader ? leaders : summary;
  if (read.error && !read.data) return <Failed error={read.error} retry={() => void read.refetch()} />;
  if (!read.data) return <Loading rows={8} />;
  const groups = isByLeader
    ? byLeader(view, leaders.data)
    : by === 'zone'
      ? byZone(summary.data)
      : byStage(view, summary.data);
  return (
    <>
      <Stale lag={read.data.lag} />
      {groups.length === 0 ? (
        <Empty filtered />
      ) : (
        <>
          <Grid view={view} count={undefined}>
            {(scroller) =>
              groups.map((group) => (
                <GroupOfRows
                  key={`${by} ${group.key}`}
                  view={view}
                  group={group}
                  filter={filter}
                  isOpen={open.has(group.key)}
                  toggle={toggle}
                  scroller={scroller}
                />
              ))
            }
          </Grid>
          <PrintedGroups view={view} groups={groups} />
        </>
      )}
    </>
  );
}

type Summary = Schemas['SummaryShape'] | undefined;

type Figures = Pick<Schemas['LedShape'], 'count' | 'totalInvestment' | 'investedThisYear'>;
const figuresOf = ({ count, totalInvestment: total, investedThisYear: year }: Figures) => ({ count, total, year });

function byZone(summary: Summary): readonly Group[] {
  const zones = (summary?.zones ?? []).filter(({ count }) => count > 0);
  return zones.map(({ zone, ...figures }) => {
    return { key: zone.id, name: zone.name ?? zone.id, filter: { zoneId: zone.id }, ...figuresOf(figures) };
  });
}

function byStage({ words }: GridView, summary: Summary): readonly Group[] {
  const stages = (summary?.stages ?? []).filter(({ count }) => count > 0);
  return stages.map(({ stage, label, ...figures }) => {
    return { key: stage, name: titled(words.said(label)), filter: { stage }, ...figuresOf(figures) };
  });
}

function byLeader({ words }: GridView, led: Schemas['SummaryByLeaderShape'] | undefined): readonly Group[] {
  const nobody = (leadId: string): string => words.t(leadId === NOBODY ? 'group.nobody' : 'group.notDue');
  return (led?.items ?? []).map(({ leadId, leader, ...figures }) => {
    const name = leader ? (leader.name ?? words.shown('unknownPerson')) : nobody(leadId);
    return { key: leadId, name, filter: { leadId }, ...figuresOf(figures) };
  });
}

interface GroupProps {
  readonly view: GridView;
  readonly group: Group;
  readonly filter: Filter;
  readonly isOpen: boolean;
  readonly toggle: (key: string) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

function GroupOfRows({ view, group, filter, isOpen, toggle, scroller }: GroupProps) {
  return (
    <>
      <div role="rowgroup" className="group">
        <div role="row">
          <span role="gridcell" className="group-head">
            <button type="button" aria-expanded={isOpen} onClick={() => toggle(group.key)}>
              <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {group.name}
            </button>
            <span className="quiet">{figuresText(group, view.words)}</span>
          </span>
        </div>
      </div>
      {isOpen && <GroupBody view={view} group={group} filter={{ ...filter, ...group.filter }} scroller={scroller} />}
    </>
  );
}

function figuresText({ count, total, year }: Group, words: Words): string {
  const money = (sum: Sum): string => (words.exact ? exactText : moneyText)(sum, words.language);
  return words.t('groupFigures', { projects: countText(count), total: money(total), year: money(year) });
}

/** The groups with their figures, on paper only; the rows that were read of those that are open follow them. */
function PrintedGroups({ view: { words }, groups }: { readonly view: GridView; readonly groups: readonly Group[] }) {
  const printing = usePrinting();
  if (!printing) return null;
  return (
    <table className="printed">
      <tbody>
        {groups.map((group) => (
          <tr key={group.key}>
            <th scope="row">{group.name}</th>
            <td>{figuresText(group, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface GroupBodyProps {
  readonly view: GridView;
  readonly group: Group;
  readonly filter: Narrowed;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

function GroupBody({ view, group, filter, scroller }: GroupBodyProps) {
  const rows = useGridRows(group.key, filter, view, group.count);
  if (rows.error) return <Failed error={rows.error} retry={rows.retry} />;
  return <Body view={view} rows={rows} scroller={scroller} />;
}
