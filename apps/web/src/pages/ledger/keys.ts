import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { Item, Rows } from './rows.ts';
import type { Selection } from './selection.ts';

const PAGE_ROWS = 15;

interface Options {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly rows: Rows;
  readonly selection: Selection;
  readonly active: number;
  readonly setActive: (row: number) => void;
  readonly go: (to: string) => void;
  readonly scrollTo: (row: number) => void;
}

const rowOf = (target: EventTarget): HTMLElement | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>('.row[data-index]') ?? undefined) : undefined;

const numberOf = (row: HTMLElement): number => Number(row.dataset['index']);

/** What keys and clicks on the rows of a grid do: arrows move, Enter opens, Space selects, Shift takes what lies between. */
export function useBodyKeys({ place, rows, selection, active, setActive, go, scrollTo }: Options) {
  const moved = useRef(false);
  const anchor = useRef(0);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    place.current?.querySelector<HTMLElement>(`.row[data-index="${active}"]`)?.focus({ preventScroll: true });
  }, [place, active]);

  const select = (row: number, between: boolean): void => {
    const item = rows.at(row);
    if (!item) return;
    const chosen = !selection.ids.has(item.id);
    const [from, to] = [Math.min(anchor.current, row), Math.max(anchor.current, row)];
    selection.mark(between ? rowsFrom(rows, from, to) : [item], between || chosen);
    if (!between) anchor.current = row;
  };
  const move = (to: number, extend: boolean): void => {
    const row = Math.max(0, Math.min(to, rows.count - 1));
    if (row === active) return;
    moved.current = true;
    if (extend) selection.mark(rowsFrom(rows, Math.min(active, row), Math.max(active, row)), true);
    setActive(row);
    scrollTo(row);
  };
  const steps: Readonly<Record<string, () => number>> = {
    ArrowDown: () => active + 1,
    ArrowUp: () => active - 1,
    PageDown: () => active + PAGE_ROWS,
    PageUp: () => active - PAGE_ROWS,
    Home: () => 0,
    End: () => rows.count - 1,
  };

  return {
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.target !== rowOf(event.target)) return;
      const step = steps[event.key];
      const item = rows.at(active);
      if (step) move(step(), event.shiftKey);
      else if (event.key === 'Enter' && item) go(`/projects/${item.id}`);
      else if (event.key === ' ') select(active, event.shiftKey);
      else return;
      event.preventDefault();
    },
    onFocus: ({ target }: FocusEvent): void => {
      const row = rowOf(target);
      if (row) setActive(numberOf(row));
    },
    onClick: (event: MouseEvent): void => {
      const row = rowOf(event.target);
      if (!row || !(event.target instanceof HTMLInputElement)) return;
      select(numberOf(row), event.shiftKey);
    },
  };
}

/** What was read of the rows from one to another. */
const rowsFrom = ({ at }: Rows, from: number, to: number): readonly Item[] =>
  Array.from({ length: to - from + 1 }, (_, i) => at(from + i)).filter((item) => item !== undefined);

/** Follows a link of the page without leaving it; clicks that ask the browser for a new tab are the browser's. */
export function followed(event: MouseEvent, navigate: (to: string) => void): void {
  const link = event.target instanceof Element ? event.target.closest('a[data-inner]') : null;
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(link.getAttribute('href') ?? '/');
}
