import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../i18n/index.ts';
import { ImpreciseDate, Instant, titled, useFieldName, Value } from '../../shown/index.ts';
import { Change, changesOf } from './change.tsx';
import { EventLink } from './event-link.tsx';
import type { Event } from './events.ts';
import { formOfType, groupOf } from './forms.ts';

/** Not shown as they are: ids of what the entry names otherwise, and what the changes show. */
const HIDDEN = new Set(['factId', 'data', 'catalogue', 'orderId', 'evidence', 'finding', 'on']);

/** Where an event came from, in words: the screen, or a file and its row. */
function Source({ source }: { readonly source: Event['source'] }) {
  const { t } = useTranslation(['project', 'shown']);
  const { kind, file, row, columns } = source;
  const parts = [
    typeof kind === 'string' ? t(`source.${kind}` as 'source.screen', { defaultValue: kind }) : undefined,
    typeof file === 'string' ? file : undefined,
    typeof row === 'number' ? t('row', { row }) : undefined,
    Array.isArray(columns) ? columns.filter((column) => typeof column === 'string').join(t('shown:listed')) : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function Meta({ event }: { readonly event: Event }) {
  const { t } = useTranslation('project');
  const { id } = event.actor;
  return (
    <p className="quiet meta">
      <span>
        {t('filedAt')} <Instant value={event.filedAt} />
        {event.filedAtClaimed && ` ${t('claimed')}`}
      </span>
      <span>
        {t('recordedAt')} <Instant value={event.recordedAt} />
      </span>
      <span>
        {t('by')} {typeof id === 'string' ? id : ''}
      </span>
      <span>
        {t('from')} <Source source={event.source} />
      </span>
      <span>{t('seq', { seq: event.seq })}</span>
    </p>
  );
}

function Mending({ event }: { readonly event: Event }) {
  const { t } = useTranslation('project');
  const said = useSaid();
  return (
    <>
      {event.mends && (
        <p>
          {t(event.type === 'FactRevoked' ? 'revokes' : 'corrects')}{' '}
          <EventLink id={event.mends.eventId}>
            {said(event.mends.label)} {t('seq', { seq: event.mends.seq })}
          </EventLink>
        </p>
      )}
      {event.mendedBy.map((by) => (
        <p key={by.eventId}>
          {t(by.type === 'FactRevoked' ? 'revokedBy' : 'correctedBy')}{' '}
          <EventLink id={by.eventId}>
            {said(by.label)} {t('seq', { seq: by.seq })}
          </EventLink>
        </p>
      ))}
    </>
  );
}

interface EntryProps {
  readonly event: Event;
  /** Whether the address points at it. */
  readonly pointed: boolean;
  /** Undefined where nothing can be filed. */
  readonly mend?: (what: 'correct' | 'revoke', factId: string) => void;
}

/** One event: what it says, when it happened, when it was filed, by whom, from where, what it changed, what became of it. */
export function EventEntry({ event, pointed, mend }: EntryProps) {
  const { t } = useTranslation('project');
  const said = useSaid();
  const nameOf = useFieldName(event.type);
  const { eventId, status } = event;
  const correctable = formOfType(event.type) !== undefined && event.type !== 'FindingExplained';
  const rest = Object.entries(event.data).filter(([name]) => !HIDDEN.has(name));
  return (
    <li id={`event-${eventId}`} className={`event ${groupOf(event.type)} ${status}${pointed ? ' pointed' : ''}`}>
      <div className="event-head">
        <h3>
          {titled(said(event.label))}
          {event.on && (
            <span className="on">
              <ImpreciseDate value={event.on.date} />
            </span>
          )}
        </h3>
        {status !== 'effective' && <span className={`mark ${status}`}>{t(`status.${status}`)}</span>}
        {mend && status !== 'revoked' && (
          <span className="event-actions">
            {correctable && (
              <Button size="small" type="text" onClick={() => mend('correct', eventId)}>
                {t('correct')}
              </Button>
            )}
            <Button size="small" type="text" onClick={() => mend('revoke', eventId)}>
              {t('revoke')}
            </Button>
          </span>
        )}
      </div>
      {rest.length > 0 && (
        <dl className="event-data">
          {rest.map(([name, value]) => (
            <div key={name}>
              <dt>{nameOf(name)}</dt>
              <dd>
                <Value field={name} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {event.changes.length > 0 && (
        <ul className="changes" aria-label={t('changed')}>
          {changesOf(event).map((change) => (
            <li key={`${change.field} ${change.label ? '' : 'own'}`}>
              <Change change={change} />
            </li>
          ))}
        </ul>
      )}
      <Mending event={event} />
      <Meta event={event} />
    </li>
  );
}
