import { useVirtualizer } from '@tanstack/react-virtual';
import { Drawer } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Entry, Filter } from './address.ts';
import { Card } from './card.tsx';
import { useChanges } from './changes.ts';
import type { Words } from './columns.tsx';
import { EntryPanel } from './entry-panel.tsx';
import type { GridView } from './grid.tsx';
import { followed } from './keys.ts';
import { RowsOr, useGridRows } from './plain.tsx';
import type { Item } from './rows.ts';

const CARD_PX = 160;
const READ_CARD_PX = 116;
const OVERSCAN_CARDS = 5;

interface CardsProps {
  readonly view: GridView;
  readonly filter: Filter;
  readonly total: number | undefined;
  readonly otherwise: ReactNode;
}

/** The rows on a phone: what a leader asks for first, one card a project; what is entered comes up from below. */
export function Cards({ view, filter, total, otherwise }: CardsProps) {
  const { enterable, entry, enter } = view;
  const rows = useGridRows('', filter, view, total);
  const scroller = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => (enterable ? CARD_PX : READ_CARD_PX),
    overscan: OVERSCAN_CARDS,
  });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  const { see } = rows;
  useEffect(() => see({ first: startIndex, last: endIndex }), [see, startIndex, endIndex]);
  const changes = useChanges(rows, view.filter);
  const seen = virtual.getVirtualItems();
  const place = entry && enterable ? rows.placeOf(entry.id) : undefined;
  return (
    <RowsOr rows={rows} filter={filter} otherwise={otherwise}>
      <ul
        ref={scroller}
        className={rows.replaced ? 'cards being-replaced' : 'cards'}
        aria-busy={rows.replaced}
        onClick={(event) => followed(event, (to) => void navigate(to))}
      >
        <li aria-hidden="true" style={{ height: seen[0]?.start ?? 0 }} />
        {seen.map(({ index }) => {
          const item = rows.at(index);
          return (
            <Card
              key={index}
              index={index}
              count={rows.count}
              item={item}
              changes={item && changes.get(item.id)}
              view={view}
              measure={virtual.measureElement}
            />
          );
        })}
        <li aria-hidden="true" style={{ height: virtual.getTotalSize() - (seen.at(-1)?.end ?? 0) }} />
      </ul>
      <EntryDrawer
        words={view.words}
        entry={entry}
        item={place === undefined ? undefined : rows.at(place)}
        close={() => enter(undefined)}
      />
    </RowsOr>
  );
}

interface EntryDrawerProps {
  readonly words: Words;
  readonly entry: Entry | undefined;
  readonly item: Item | undefined;
  readonly close: () => void;
}

/** The panel that stands below its row in the grid; on a phone it takes what it needs of the screen. */
function EntryDrawer({ words, entry, item, close }: EntryDrawerProps) {
  return (
    <Drawer
      open={entry !== undefined && item !== undefined}
      onClose={close}
      placement="bottom"
      size="auto"
      title={entry && item && words.t(`${entry.kind}.of`, { name: item.name })}
      destroyOnHidden
      className="entry-drawer"
    >
      {entry && item && <EntryPanel key={`${entry.kind} ${item.id}`} kind={entry.kind} item={item} close={close} />}
    </Drawer>
  );
}
