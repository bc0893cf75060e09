import { memo, type ReactNode } from 'react';
import { Standing } from '../../shown/index.ts';
import { ENTRIES, type Entry } from './address.ts';
import { ChangedCell, RowMark } from './changed-cell.tsx';
import { changedField, type RowChanges } from './changes.ts';
import { linkTo, type Column, type ColumnId, type Words } from './columns.tsx';
import type { More } from './more.ts';
import type { Item } from './rows.ts';

const ROW_PX = 36;
/** In compare mode there is room for three lines: what is, and below each other what was and the cause of the change. */
const COMPARED_ROW_PX = 76;

/** How high a row is. */
export const rowPx = (comparing: boolean): number => (comparing ? COMPARED_ROW_PX : ROW_PX);

interface RowProps {
  readonly index: number;
  readonly top: number;
  readonly item: Item | undefined;
  readonly more: More | undefined;
  readonly changes: RowChanges | undefined;
  readonly columns: readonly Column[];
  readonly words: Words;
  /** The one row of the body that is reached by Tab; what is in it as well. */
  readonly active: boolean;
  readonly selected: boolean;
  /** What is being entered below it. */
  readonly entering: Entry['kind'] | undefined;
  readonly enterable: boolean;
  readonly enter: (entry: Entry | undefined) => void;
}

/** A project in the grid, or its place as long as it was not read. Clicks and keys are heard by the body. */
export const Row = memo(function Row(props: RowProps) {
  const { index, top, item, more, changes, columns, words, active, selected, entering, enterable, enter } = props;
  const place = { transform: `translateY(${top}px)` };
  const shared = { role: 'row', 'aria-rowindex': index + 2, 'data-index': index, style: place } as const;
  if (!item) {
    return (
      <div {...shared} className="row place" tabIndex={active ? 0 : -1}>
        <span role="gridcell" className="pin pin-name">
          <span className="unseen">{words.shown('loading')}</span>
        </span>
      </div>
    );
  }
  const tab = active ? 0 : -1;
  const { t } = words;
  const own: Words = { ...words, tab };
  return (
    <div {...shared} className={rowClass(selected, entering)} tabIndex={tab} aria-selected={selected}>
      <label role="gridcell" className="pin pin-check">
        <input
          type="checkbox"
          checked={selected}
          readOnly
          tabIndex={tab}
          aria-label={t('selectRow', { name: item.name })}
        />
      </label>
      <span role="gridcell" className="pin pin-number right">
        {item.number}
      </span>
      <span
        role="gridcell"
        className={changedField(changes, 'name') ? 'pin pin-name differs' : 'pin pin-name'}
        title={item.name}
      >
        <span className="named">
          {linkTo(`/projects/${item.id}`, item.name, own)} <Standing standing={item.standing} />
        </span>
        {changes && <RowMark changes={changes} words={own} />}
      </span>
      {columns.map((column) => (
        <Cell
          key={column.id}
          column={column.id}
          changes={changes}
          tab={tab}
          className={column.right ? 'right' : ''}
          title={column.width > 140 ? column.text(item, words, more) : undefined}
        >
          {column.more && !more ? <span className="waiting" /> : column.show(item, own, more)}
        </Cell>
      ))}
      {enterable && (
        <span role="gridcell" className="pin-end">
          {ENTRIES.map((kind) => (
            <button
              key={kind}
              type="button"
              className="act"
              tabIndex={tab}
              aria-expanded={entering === kind}
              onClick={() => enter(entering === kind ? undefined : { kind, id: item.id })}
            >
              {t(`${kind}.action`)}
            </button>
          ))}
        </span>
      )}
    </div>
  );
});

interface CellProps {
  readonly column: ColumnId;
  readonly changes: RowChanges | undefined;
  readonly className: string;
  readonly title: string | undefined;
  readonly tab: 0 | -1;
  readonly children: ReactNode;
}

/** One value of a row; in compare mode with what it was, where that is something else. */
function Cell({ column, changes, className, title, tab, children }: CellProps) {
  const field = changedField(changes, column);
  return (
    <span role="gridcell" className={field ? `${className} differs` : className} title={title}>
      {changes && field ? (
        <ChangedCell changes={changes} field={field} tab={tab}>
          {children}
        </ChangedCell>
      ) : (
        children
      )}
    </span>
  );
}

const rowClass = (selected: boolean, entering: string | undefined): string =>
  ['row', selected && 'selected', entering && 'entering'].filter(Boolean).join(' ');
