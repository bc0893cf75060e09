import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useGo } from '../../time/use-point.ts';
import type { Entry } from './address.ts';
import { EntryPanel } from './entry-panel.tsx';
import type { GridView } from './grid.tsx';
import { useBodyKeys } from './keys.ts';
import { useChanges } from './changes.ts';
import { useMore } from './more.ts';
import { Row, rowPx } from './row.tsx';
import type { Rows } from './rows.ts';
import { useWayBack } from './way-back.ts';

const OVERSCAN_ROWS = 10;
const PANEL_PX = 220;
const HEAD_PX = 34;

interface BodyProps {
  readonly view: GridView;
  readonly rows: Rows;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** The rows of one filter, of which only those in sight are in the document. What is entered stands below its row. */
export function Body({ view, rows, scroller }: BodyProps) {
  const { columns, words, comparing, enterable, entry, enter, selection } = view;
  const place = useRef<HTMLDivElement>(null);
  const margin = useMargin(place);
  const [active, setActive] = useState(0);
  const panelAt = enterable && entry ? panelPlace(rows, entry) : undefined;

  const rangeExtractor = useCallback(
    (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(active, range.count - 1)])].sort((a, b) => a - b),
    [active],
  );
  const rowOf = (index: number): number => (panelAt !== undefined && index >= panelAt ? index - 1 : index);
  const getItemKey = useCallback(
    (index: number) =>
      index === panelAt
        ? `panel ${entry?.kind} ${entry?.id}`
        : panelAt !== undefined && index > panelAt
          ? index - 1
          : index,
    [panelAt, entry],
  );
  const wayBack = useWayBack();
  const virtual = useVirtualizer({
    count: rows.count + (panelAt === undefined ? 0 : 1),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index === panelAt ? PANEL_PX : rowPx(comparing)),
    getItemKey,
    rangeExtractor,
    overscan: OVERSCAN_ROWS,
    initialOffset: wayBack,
    scrollMargin: margin,
    scrollPaddingStart: HEAD_PX,
  });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  const { see } = rows;
  const first = rowOf(startIndex);
  const last = rowOf(endIndex);
  useEffect(() => see({ first, last }), [see, first, last]);
  const more = useMore(
    rows,
    columns.some((column) => column.more),
  );
  const changes = useChanges(rows, view.filter);

  const go = useGo();
  const keys = useBodyKeys({
    place,
    rows,
    selection,
    active,
    setActive,
    go,
    scrollTo: (row) => virtual.scrollToIndex(row),
  });
  return (
    <div
      ref={place}
      role="rowgroup"
      className={rows.replaced ? 'body being-replaced' : 'body'}
      aria-busy={rows.replaced || rows.loading}
      style={{ height: virtual.getTotalSize() }}
      {...keys}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        if (index === panelAt) {
          const item = rows.at(index - 1);
          return (
            <div
              key={key}
              role="row"
              className="panel"
              data-panel=""
              style={{ transform: `translateY(${start - margin}px)` }}
              ref={virtual.measureElement}
              data-index={index}
            >
              <div role="gridcell" className="panel-in">
                {item && entry && (
                  <EntryPanel
                    key={`${entry.kind} ${item.id}`}
                    kind={entry.kind}
                    item={item}
                    close={() => enter(undefined)}
                  />
                )}
              </div>
            </div>
          );
        }
        const row = rowOf(index);
        const item = rows.at(row);
        return (
          <Row
            key={key}
            index={row}
            top={start - margin}
            item={item}
            more={item && more.get(item.id)}
            changes={item && changes.get(item.id)}
            columns={columns}
            words={words}
            active={row === active}
            selected={item !== undefined && selection.ids.has(item.id)}
            entering={item && entry?.id === item.id && enterable ? entry.kind : undefined}
            enterable={enterable}
            enter={enter}
          />
        );
      })}
    </div>
  );
}

/**
 * How far below the top of the grid a body begins. What stands above may be opened or closed; it is measured when the whole
 * has changed its size, and not while somebody scrolls: a question to the layout costs more than all else that is done then.
 */
function useMargin(place: RefObject<HTMLDivElement | null>): number {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const whole = place.current?.parentElement;
    if (!whole) return;
    const measure = (): void => setMargin(place.current?.offsetTop ?? 0);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(whole);
    return () => observer.disconnect();
  }, [place]);
  return margin;
}

/** Where in the list the panel of what is entered stands: below its row, if that was read. */
function panelPlace(rows: Rows, { id }: Entry): number | undefined {
  const row = rows.placeOf(id);
  return row === undefined ? undefined : row + 1;
}
