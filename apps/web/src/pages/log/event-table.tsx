import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../i18n/index.ts';
import { countText, Instant, titled } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { Filed, Happened, Source, Subject } from './event-parts.tsx';
import type { Logged } from './use-log.ts';

const ROW_PX = 33;
const OVERSCAN_ROWS = 12;
/** So many rows before the end more is read. */
const AHEAD_ROWS = 60;
/** What of the window the head of the page and of the table cover. */
const COVERED_PX = 84;

interface TableProps {
  readonly items: readonly Logged[];
  /** How many of them were read back from where the list begins. */
  readonly begun: number;
  /** Asked when somebody comes near the end. */
  readonly readOn: () => void;
}

/** Events, one a row, each leading to what it holds and changed; only the rows in sight are in the document. */
export function EventTable({ items, begun, readOn }: TableProps) {
  const { t } = useTranslation('log');
  const table = useRef<HTMLTableElement>(null);
  const margin = useMargin(table);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => items[index]?.seq ?? index,
    overscan: OVERSCAN_ROWS,
    scrollMargin: margin,
    scrollPaddingStart: COVERED_PX,
  });
  const rows = virtual.getVirtualItems();
  const end = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (end >= items.length - AHEAD_ROWS) readOn();
  }, [end, items.length, readOn]);
  const shown = useRef(begun);
  useLayoutEffect(() => {
    if (begun > shown.current) virtual.scrollToIndex(begun - shown.current, { align: 'start' }); // what was in sight stays
    shown.current = begun;
  }, [begun, virtual]);
  const above = (rows[0]?.start ?? margin) - margin;
  const below = virtual.getTotalSize() - ((rows.at(-1)?.end ?? margin) - margin);
  return (
    <table ref={table} className="events list" aria-label={t('table')} aria-rowcount={-1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="number">
            {t('seq')}
          </th>
          <th scope="col" className="type">
            {t('type')}
          </th>
          <th scope="col">{t('subject')}</th>
          <th scope="col" className="only-wide on">
            {t('happened')}
          </th>
          <th scope="col" className="at">
            {t('filed')}
          </th>
          <th scope="col" className="only-wide at">
            {t('recorded')}
          </th>
          <th scope="col" className="only-wide actor">
            {t('actor')}
          </th>
          <th scope="col" className="only-wide source">
            {t('source')}
          </th>
        </tr>
      </thead>
      <Gap height={above} />
      <tbody>
        {rows.map(({ index, key }) => {
          const event = items[index];
          return event && <Row key={key} event={event} index={index} measure={virtual.measureElement} />;
        })}
      </tbody>
      <Gap height={below} />
    </table>
  );
}

/** The place of the rows that are not in sight. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 ? (
    <tbody aria-hidden="true">
      <tr className="gap" style={{ height }} />
    </tbody>
  ) : null;
}

interface RowProps {
  readonly event: Logged;
  readonly index: number;
  readonly measure: (row: Element | null) => void;
}

function Row({ event, index, measure }: RowProps) {
  const { t } = useTranslation('log');
  const said = useSaid();
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <td className="number figure">
        <PointLink to={`/log/${event.seq}`}>{countText(event.seq)}</PointLink>
      </td>
      <td>
        <PointLink to={`/log/${event.seq}`} title={event.type}>
          {titled(said(event.label))}
        </PointLink>
      </td>
      <td>
        <Subject subject={event.subject} />
      </td>
      <td className="only-wide">
        <Happened on={event.on} />
      </td>
      <td>
        {event.on && (
          <span className="only-narrow quiet">
            {t('happened')} <Happened on={event.on} />
          </span>
        )}
        <Filed at={event.filedAt} claimed={event.filedAtClaimed} />
      </td>
      <td className="only-wide">
        <Instant value={event.recordedAt} />
      </td>
      <td
        className="only-wide"
        title={t('role', { role: t(`roles.${event.actor.role}` as 'roles.coordinator', event.actor.role) })}
      >
        {event.actor.id}
      </td>
      <td className="only-wide">
        <Source source={event.source} />
      </td>
    </tr>
  );
}

/** How far below the top of the page the rows begin; measured when the page has changed its size, and not while somebody scrolls. */
function useMargin(table: RefObject<HTMLTableElement | null>): number {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const top = table.current?.tBodies[0]?.getBoundingClientRect().top ?? 0;
      setMargin(Math.round(top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [table]);
  return margin;
}
