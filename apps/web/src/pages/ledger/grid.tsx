import { useMemo, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { sortAfter, type Entry, type Filter, type Sort, type SortField } from './address.ts';
import { headOf, type Column, type Words } from './columns.tsx';
import { followed } from './keys.ts';
import { rowPx } from './row.tsx';
import type { Item } from './rows.ts';
import type { Selection } from './selection.ts';
import { useLeaving } from './way-back.ts';

/** How the grid is looked at; the same for all groups of it. */
export interface GridView {
  readonly columns: readonly Column[];
  readonly words: Words;
  readonly sort: Sort | undefined;
  readonly order: (sort: Sort | undefined) => void;
  readonly selection: Selection;
  readonly past: boolean;
  readonly comparing: boolean;
  /** Whether rows are entered into: not in the past, nor where there is what was below what is. */
  readonly enterable: boolean;
  /** What the page is narrowed to; a group has more of its own. */
  readonly filter: Filter;
  readonly entry: Entry | undefined;
  readonly enter: (entry: Entry | undefined) => void;
  /** What was read so far, of all groups. */
  readonly all: readonly Item[];
  /** Told what was read of a group, so that it can be selected and copied. */
  readonly loaded: (group: string, items: readonly Item[]) => void;
}

const CHECK_PX = 36;
const NUMBER_PX = 64;
/** A name takes more where there is room, and gives way to long figures and to what was. */
const NAME_PX = { least: 256, usual: 294, most: 360 } as const;
const ACTIONS_PX = { zh: 96, en: 148 } as const;
/** A thousand million to the last 分. */
const EXACT_PX = 150;
/** In compare mode what was and the cause of the change have room below each other. */
const COMPARED_PX = { zh: 112, en: 152 } as const;

interface GridProps {
  readonly view: GridView;
  readonly count: number | undefined;
  readonly children: (scroller: RefObject<HTMLDivElement | null>) => ReactNode;
}

/** The frame of the grid: one scrolling area, its head, and below it the rows of one filter, or of one group after another. */
export function Grid({ view, count, children }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  useLeaving(scroller);
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

function layout({ columns, comparing, enterable, words }: GridView): CSSProperties {
  const least = comparing ? COMPARED_PX[words.language] : 0;
  const name = comparing || words.exact ? NAME_PX.least : NAME_PX.usual;
  const widths = columns.map(({ width, money }) => Math.max(width, least, money && words.exact ? EXACT_PX : 0));
  const end = enterable ? ACTIONS_PX[words.language] : 0;
  const tracks = widths.map((width) => (comparing ? `minmax(${width}px, ${width}fr)` : `${width}px`));
  const first = `${CHECK_PX}px ${NUMBER_PX}px minmax(${name}px, ${NAME_PX.most}px)`;
  const last = comparing ? '' : `minmax(${end}px, 1fr)`;
  return {
    '--columns': [first, ...tracks, last].join(' '),
    '--width': `${widths.reduce((a, b) => a + b, CHECK_PX + NUMBER_PX + name + end)}px`,
    '--row': `${rowPx(comparing)}px`,
    '--line-px': comparing ? '26px' : '35px',
  } as CSSProperties;
}

function Head({ view }: { readonly view: GridView }) {
  const { all, columns, words, selection, enterable } = view;
  const { t } = words;
  const every = all.length > 0 && all.every(({ id }) => selection.ids.has(id));
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
          <HeadCell key={id} view={view} name={headOf(id, words)} sort={sort} className={right ? 'right' : ''} />
        ))}
        {enterable && (
          <span role="columnheader" className="pin-end">
            {t('actions')}
          </span>
        )}
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
