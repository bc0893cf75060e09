import { useMemo, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { sortAfter, type Entry, type Filter, type Sort, type SortField } from './address.ts';
import type { Column, Words } from './columns.tsx';
import { followed } from './keys.ts';
import { COMPARED_ROW_PX } from './row.tsx';
import type { Item } from './rows.ts';
import type { Selection } from './selection.ts';

/** How the grid is looked at; the same for all groups of it. */
export interface GridView {
  readonly columns: readonly Column[];
  readonly words: Words;
  readonly sort: Sort | undefined;
  readonly order: (sort: Sort | undefined) => void;
  readonly selection: Selection;
  readonly past: boolean;
  /** What the page is narrowed to; a group has more of its own. */
  readonly filter: Filter;
  /** How high a row is. */
  readonly rowPx: number;
  readonly entry: Entry | undefined;
  readonly enter: (entry: Entry | undefined) => void;
  /** What was read so far, of all groups. */
  readonly all: readonly Item[];
  /** Told what was read of a group, so that it can be selected and copied. */
  readonly loaded: (group: string, items: readonly Item[]) => void;
}

const CHECK_PX = 36;
const NUMBER_PX = 72;
const NAME_PX = 300;
const ACTIONS_PX = { zh: 96, en: 148 } as const;
/** In compare mode the old value and the cause of the change fit into a column. */
const COMPARED_PX = { zh: 168, en: 224 } as const;

interface GridProps {
  readonly view: GridView;
  readonly count: number | undefined;
  readonly children: (scroller: RefObject<HTMLDivElement | null>) => ReactNode;
}

/** The frame of the grid: one scrolling area, its head, and below it the rows of one filter, or of one group after another. */
export function Grid({ view, count, children }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const style = useMemo(() => layout(view), [view]);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={view.words.t('grid')}
      aria-rowcount={count === undefined ? -1 : count + 1}
      aria-multiselectable="true"
      className="grid"
      style={style}
      onClick={(event) => followed(event, (to) => void navigate(to))}
    >
      <div role="presentation" className="whole">
        <Head view={view} />
        {children(scroller)}
      </div>
    </div>
  );
}

function layout({ columns, past, rowPx, words }: GridView): CSSProperties {
  const end = past ? 0 : ACTIONS_PX[words.language];
  const least = rowPx === COMPARED_ROW_PX ? COMPARED_PX[words.language] : 0;
  const widths = [CHECK_PX, NUMBER_PX, NAME_PX, ...columns.map(({ width }) => Math.max(width, least))];
  return {
    '--columns': `${widths.map((width) => `${width}px`).join(' ')} minmax(${end}px, 1fr)`,
    '--width': `${widths.reduce((a, b) => a + b, end)}px`,
    '--row': `${rowPx}px`,
  } as CSSProperties;
}

function Head({ view }: { readonly view: GridView }) {
  const { all, columns, words, selection, past } = view;
  const { t } = words;
  const every = all.length > 0 && all.every(({ id }) => selection.items.has(id));
  return (
    <div role="rowgroup" className="head">
      <div role="row" aria-rowindex={1}>
        <label role="columnheader" className="pin pin-check">
          <input
            type="checkbox"
            aria-label={t('selectAll')}
            title={t('selectAll')}
            checked={every}
            onChange={() => selection.mark(all, !every)}
          />
        </label>
        <HeadCell view={view} name={t('number')} sort="number" className="pin pin-number right" />
        <HeadCell view={view} name={t('name')} sort="name" className="pin pin-name" />
        {columns.map(({ id, sort, right }) => (
          <HeadCell key={id} view={view} name={t(`column.${id}`)} sort={sort} className={right ? 'right' : ''} />
        ))}
        <span role="columnheader" className="pin-end">
          {past ? <span className="unseen">{t('actions')}</span> : t('actions')}
        </span>
      </div>
    </div>
  );
}

interface HeadCellProps {
  readonly view: GridView;
  readonly name: string;
  readonly sort: SortField | undefined;
  readonly className: string;
}

const ARROW = { ascending: '↑', descending: '↓', none: '' } as const;

function HeadCell({ view: { sort: current, order, words }, name, sort, className }: HeadCellProps) {
  if (!sort) {
    return (
      <span role="columnheader" className={className} title={name}>
        {name}
      </span>
    );
  }
  const direction = current === sort ? 'ascending' : current === `-${sort}` ? 'descending' : 'none';
  return (
    <span role="columnheader" className={className} aria-sort={direction}>
      <button type="button" title={words.t('sortBy', { column: name })} onClick={() => order(sortAfter(current, sort))}>
        {name}
        <span aria-hidden="true"> {ARROW[direction]}</span>
      </button>
    </span>
  );
}
