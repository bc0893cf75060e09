import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Money, Stage, Standing } from '../../shown/index.ts';
import { linkTo, type Words } from './columns.tsx';
import type { Filter } from './address.ts';
import type { GridView } from './grid.tsx';
import { followed } from './keys.ts';
import { RowsOr, useGridRows } from './plain.tsx';
import type { Item } from './rows.ts';

const CARD_PX = 108;
const OVERSCAN_CARDS = 5;

interface CardsProps {
  readonly view: GridView;
  readonly filter: Filter;
  readonly total: number | undefined;
  readonly otherwise: ReactNode;
}

/** The rows on a phone: what a leader asks for first, one card a project. */
export function Cards({ view, filter, total, otherwise }: CardsProps) {
  const rows = useGridRows('', filter, view, total);
  const scroller = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PX,
    overscan: OVERSCAN_CARDS,
  });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  const { see } = rows;
  useEffect(() => see({ first: startIndex, last: endIndex }), [see, startIndex, endIndex]);
  const seen = virtual.getVirtualItems();
  return (
    <RowsOr rows={rows} filter={filter} otherwise={otherwise}>
      <ul
        ref={scroller}
        className={rows.replaced ? 'cards being-replaced' : 'cards'}
        aria-busy={rows.replaced}
        onClick={(event) => followed(event, (to) => void navigate(to))}
      >
        <li aria-hidden="true" style={{ height: seen[0]?.start ?? 0 }} />
        {seen.map(({ index }) => (
          <Card key={index} item={rows.at(index)} index={index} count={rows.count} words={view.words} />
        ))}
        <li aria-hidden="true" style={{ height: virtual.getTotalSize() - (seen.at(-1)?.end ?? 0) }} />
      </ul>
    </RowsOr>
  );
}

interface CardProps {
  readonly item: Item | undefined;
  readonly index: number;
  readonly count: number;
  readonly words: Words;
}

function Card({ item, index, count, words }: CardProps) {
  const place = { 'aria-posinset': index + 1, 'aria-setsize': count, className: 'card' };
  if (!item) return <li {...place}>{words.shown('loading')}</li>;
  const { leaderId, leaderName } = item;
  return (
    <li {...place}>
      <p className="card-name">
        {linkTo(`/projects/${item.id}`, item.name, words)} <Standing standing={item.standing} />
      </p>
      <p>
        <Stage stage={item.stage} label={item.stageLabel} possible={item.possibleStage} />
        <span className="quiet">{item.zoneName}</span>
      </p>
      <p>
        {leaderId === null ? (
          <span className="quiet">{words.shown('nobody')}</span>
        ) : (
          linkTo(`/leaders/${leaderId}`, leaderName ?? words.shown('unknownPerson'), words)
        )}
        <span>
          <Money value={item.totalInvestment} />
        </span>
      </p>
    </li>
  );
}
