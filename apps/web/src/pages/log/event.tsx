import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { useSaid } from '../../i18n/index.ts';
import { countText, DataList, Instant, Page, Ready, titled } from '../../shown/index.ts';
import { around } from '../../time/around.ts';
import { PointLink } from '../../time/point-link.tsx';
import { withPoint } from '../../time/point.ts';
import { Effect, Stood } from './effect.tsx';
import { Filed, Happened, Role, Source, Subject } from './event-parts.tsx';
import { Metadata } from './metadata.tsx';
import { RawJson } from './raw-json.tsx';
import './log.css';

type Event = Answer<'/api/events/{id}'>;

/** One event: who said what when, what it changed, what became of it, and how to see the ledger before and after it. */
export default function OneEvent() {
  const { t } = useTranslation('log');
  const { seq = '' } = useParams();
  const read = useRead('/api/events/{id}', { path: { id: seq } });
  const number = read.data ? countText(read.data.seq) : /^\d+$/.test(seq) ? seq : undefined;
  const title = number === undefined && read.error ? t('type') : t('event', { seq: number ?? '…' });
  return (
    <Page title={title} actions={<PointLink to="/log">{t('back')}</PointLink>}>
      <Ready read={read} rows={12}>
        {(event) => <Shown event={event} />}
      </Ready>
    </Page>
  );
}

function Shown({ event }: { readonly event: Event }) {
  const { t } = useTranslation('log');
  return (
    <div className="one-event">
      <Neighbours event={event} />
      <Head event={event} />
      <section aria-labelledby="effect">
        <h2 id="effect">{t('effect')}</h2>
        <Effect event={event} />
      </section>
      <section aria-labelledby="data">
        <h2 id="data">{t('data')}</h2>
        <div className="sheet">
          {Object.keys(event.data).length > 0 ? <DataList data={event.data} type={event.type} /> : <p>{t('noData')}</p>}
        </div>
      </section>
      <section aria-labelledby="metadata">
        <h2 id="metadata">{t('metadata')}</h2>
        <Metadata metadata={event.metadata} />
      </section>
      <Stood event={event} />
      <RawJson event={event} />
    </div>
  );
}

function Head({ event }: { readonly event: Event }) {
  const { t } = useTranslation('log');
  const said = useSaid();
  const { label, type, subject, status, correctedBy, revokedBy, mends, actor } = event;
  const mendedBy = revokedBy ?? correctedBy;
  return (
    <dl className="facts sheet">
      <dt>{t('type')}</dt>
      <dd>
        <strong>{titled(said(label))}</strong> <code className="quiet">{type}</code>{' '}
        <span className={`mark ${status}`}>{t(`status.${status as 'effective'}`)}</span>{' '}
        {mendedBy !== null && (
          <PointLink to={`/log/${mendedBy}`}>{t(revokedBy === null ? 'correctedBy' : 'revokedBy')}</PointLink>
        )}
        {mends !== null && <PointLink to={`/log/${mends}`}>{t('mends')}</PointLink>}
      </dd>
      <dt>{t('subject')}</dt>
      <dd>
        <Subject subject={subject} />
        <PointLink className="quiet" to={`/log?subject=${subject.id}`}>
          {t('inStream')}
        </PointLink>
      </dd>
      <dt>{t('happened')}</dt>
      <dd>
        <Happened on={event.on} />
      </dd>
      <dt>{t('filed')}</dt>
      <dd>
        <Filed at={event.filedAt} claimed={event.filedAtClaimed} />
      </dd>
      <dt>{t('recorded')}</dt>
      <dd>
        <Instant value={event.recordedAt} />
      </dd>
      <dt>{t('actor')}</dt>
      <dd>
        {actor.id} <Role of={actor} />
      </dd>
      <dt>{t('source')}</dt>
      <dd>
        <Source source={event.source} />
      </dd>
    </dl>
  );
}

/** The ways on: along the stream, and to the project on either side of the event. */
function Neighbours({ event }: { readonly event: Event }) {
  const { t } = useTranslation('log');
  const { previous, following, subject } = event;
  const { before, after } = around(event);
  const project = subject.category === 'project' ? `/projects/${subject.id}` : undefined;
  return (
    <nav className="neighbours" aria-label={t('inStream')}>
      {previous && (
        <PointLink to={`/log/${previous.seq}`} rel="prev">
          ← {t('previous')} {countText(previous.seq)}
        </PointLink>
      )}
      {following && (
        <PointLink to={`/log/${following.seq}`} rel="next">
          {t('following')} {countText(following.seq)} →
        </PointLink>
      )}
      {project !== undefined && (
        <span className="either-side">
          {previous && before && <Link to={withPoint(project, before)}>{t('projectBefore')}</Link>}
          <Link to={withPoint(project, after)}>{t('projectAfter')}</Link>
        </span>
      )}
    </nav>
  );
}
