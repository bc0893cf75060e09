import { memo } from 'react';
import { Standing } from '../../shown/index.ts';
import type { Entry } from './address.ts';
import { linkTo, type Column, type Words } from './columns.tsx';
import type { More } from './more.ts';
import type { Item } from './rows.ts';

export const ROW_PX = 36;

interface RowProps {
  readonly index: number;
  readonly top: number;
  readonly item: Item | undefined;
  readonly more: More | undefined;
  readonly columns: readonly Column[];
  readonly words: Words;
  /** The one row of the body that is reached by Tab; what is in it as well. */
  readonly active: boolean;
  readonly selected: boolean;
  /** What is being entered below it. */
  readonly entering: Entry['kind'] | undefined;
  readonly past: boolean;
  readonly enter: (entry: Entry | undefined) => void;
}

const ENTRIES = ['milestone', 'month'] as const;

/** A project in the grid, or its place as long as it was not read. Clicks and keys are heard by the body. */
export const Row = memo(function Row(props: RowProps) {
  const { index, top, item, more, columns, words, active, selected, entering, past, enter } = props;
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
      <span role="gridcell" className="pin pin-name" title={item.name}>
        {linkTo(`/projects/${item.id}`, item.name, words)} <Standing standing={item.standing} />
      </span>
      {columns.map((column) => (
        <span
          key={column.id}
          role="gridcell"
          className={column.right ? 'right' : undefined}
          title={column.width > 140 ? column.text(item, words, more) : undefined}
        >
          {column.more && !more ? <span className="waiting" /> : column.show(item, words, more)}
        </span>
      ))}
      <span role="gridcell" className="pin-end">
        {!past &&
          ENTRIES.map((kind) => (
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
    </div>
  );
});

const rowClass = (selected: boolean, entering: string | undefined): string =>
  ['row', selected && 'selected', entering && 'entering'].filter(Boolean).join(' ');
