import { useEffect, type ReactNode, type RefObject } from 'react';
import { Empty, Failed, Loading, Stale } from '../../shown/index.ts';
import type { Filter } from './address.ts';
import { Body } from './body.tsx';
import { Grid, type GridView } from './grid.tsx';
import { useRows, type Rows } from './rows.ts';

/** Reads the rows of a filter for a grid, and tells the grid what was read. */
export function useGridRows(group: string, filter: Filter, view: GridView, total: number | undefined): Rows {
  const rows = useRows(filter, view.sort, total);
  const { loaded } = rows;
  const { loaded: tell } = view;
  useEffect(() => {
    tell(group, loaded);
    return () => tell(group, []);
  }, [tell, group, loaded]);
  return rows;
}

interface PlainProps {
  readonly view: GridView;
  readonly filter: Filter;
  readonly total: number | undefined;
  /** What is offered where nothing was found. */
  readonly otherwise: ReactNode;
}

/** The grid without groups. */
export function PlainGrid({ view, filter, total, otherwise }: PlainProps) {
  const rows = useGridRows('', filter, view, total);
  return (
    <RowsOr rows={rows} filter={filter} otherwise={otherwise}>
      <Grid view={view} count={rows.count}>
        {(scroller: RefObject<HTMLDivElement | null>) => <Body view={view} rows={rows} scroller={scroller} />}
      </Grid>
    </RowsOr>
  );
}

interface RowsOrProps {
  readonly rows: Rows;
  readonly filter: Filter;
  readonly otherwise: ReactNode;
  readonly children: ReactNode;
}

/** The rows, or why there are none: still being read, could not be read, nothing fits. */
export function RowsOr({ rows, filter, otherwise, children }: RowsOrProps) {
  const { loading, loaded, replaced, count, error, retry, lag } = rows;
  if (loading) return <Loading rows={14} />;
  if (error && loaded.length === 0) return <Failed error={error} retry={retry} />;
  return (
    <>
      <Stale lag={lag} />
      {error && <Failed error={error} retry={retry} />}
      {!replaced && count === 0 ? <Empty filtered={Object.keys(filter).length > 0}>{otherwise}</Empty> : children}
    </>
  );
}
