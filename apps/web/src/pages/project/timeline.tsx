import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Empty } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import { EventEntry } from './event-entry.tsx';
import { countsOf, type Event, type EventGroup } from './events.ts';
import { groupOf } from './forms.ts';
import { Section } from './section.tsx';
import { useSearchParams } from '../../time/use-search-params.ts';

const SHOWN_AT_FIRST = 20;
const FILTER = 'events';
const GROUPS: readonly EventGroup[] = [
  'milestone',
  'plan',
  'report',
  'people',
  'site',
  'registration',
  'mending',
  'other',
];

interface TimelineProps {
  /** Oldest first. */
  readonly events: readonly Event[];
  readonly mend?: (what: 'correct' | 'revoke', factId: string) => void;
}

/** All events of the project, the latest first; an address with `#event-<id>` leads to one of them. */
export function Timeline({ events, mend }: TimelineProps) {
  const { t } = useTranslation('project');
  const [search, setSearch] = useSearchParams();
  const { hash, key } = useLocation();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const group = GROUPS.find((one) => one === search.get(FILTER));
  const counts = countsOf(events);
  const pointed = hash.startsWith('#event-') ? hash.slice('#event-'.length) : undefined;
  const isPointed = ({ eventId }: Event): boolean => eventId === pointed;
  const matching = events.filter((event) => !group || groupOf(event.type) === group || isPointed(event)).toReversed();
  const count = Math.max(shown, matching.findIndex(isPointed) + 1);
  const there = events.some(isPointed);
  useEffect(() => {
    if (there) document.getElementById(`event-${pointed}`)?.scrollIntoView({ block: 'center' });
  }, [pointed, there, key]);
  const filter = (
    <Select
      aria-label={t('filterEvents')}
      size="small"
      popupMatchSelectWidth={false}
      value={group ?? ''}
      onChange={(chosen) =>
        setSearch(
          (now) => {
            const next = new URLSearchParams(now);
            if (chosen === '') next.delete(FILTER);
            else next.set(FILTER, chosen);
            return next;
          },
          { replace: true, preventScrollReset: true },
        )
      }
      options={[
        { value: '', label: t('allEvents', { count: events.length }) },
        ...GROUPS.filter((one) => counts.has(one)).map((one) => ({
          value: one,
          label: `${t(`group.${one}`)} ${counts.get(one)}`,
        })),
      ]}
    />
  );
  return (
    <Section id="timeline" title={t('timeline')} aside={filter}>
      {matching.length === 0 && <Empty filtered={group !== undefined} />}
      <ol className="timeline" reversed>
        {matching.slice(0, count).map((event) => (
          <EventEntry key={event.eventId} event={event} pointed={isPointed(event)} {...(mend && { mend })} />
        ))}
      </ol>
      {matching.length > count && (
        <Button block onClick={() => setShown(count + 2 * SHOWN_AT_FIRST)}>
          {t('earlier', { count: matching.length - count })}
        </Button>
      )}
    </Section>
  );
}
