import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '#kernel/dates';
import { useLanguage } from '../../i18n/index.ts';
import { countText, dateText, Empty, Failed, instantText, Loading, Page, Stale } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { RegisterLink } from '../register/register-link.tsx';
import { GO_TO, isFiltered, placeIn, withFilter } from './address.ts';
import { EventTable } from './event-table.tsx';
import { Filters } from './filters.tsx';
import { useLog } from './use-log.ts';
import './log.css';
import { useSearchParams } from '../../time/use-search-params.ts';

/** The event browser: everything that was ever recorded, narrowed by what the address says. */
export default function Log() {
  const { t } = useTranslation('log');
  const [search] = useSearchParams();
  const log = useLog(search);
  const { newest, items, fresh, error } = log;
  const { asOf, lag } = newest.data ?? {};
  if (asOf?.seq === 0 && !error) return <EmptyLog />;
  return (
    <Page title={t('title')}>
      <dl className="facts newest">
        <dt>{t('newest')}</dt>
        <dd>
          {asOf?.recordedAt ? t('newestAt', { seq: countText(asOf.seq), at: instantText(asOf.recordedAt) }) : '…'}
        </dd>
      </dl>
      <Stale lag={lag} />
      <Filters subjectName={items?.[0]?.subject.name ?? undefined} />
      <div aria-live="polite" className="fresh">
        {fresh > 0 && (
          <Button type="primary" ghost block onClick={log.showFresh}>
            {t(log.isMore ? 'freshMany' : 'fresh', { count: fresh })}
          </Button>
        )}
      </div>
      {error !== null && <Failed error={error} retry={log.retry} />}
      {items === undefined ? error === null && <Loading rows={12} /> : <List log={log} items={items} />}
    </Page>
  );
}

/** Before the first event there is nothing to narrow, nor to read: what will stand here, and the ways to begin. */
function EmptyLog() {
  const { t } = useTranslation('log');
  return (
    <Page title={t('title')}>
      <div className="empty sheet">
        <h2>{t('none')}</h2>
        <p>{t('noneHint')}</p>
        <p className="ways">
          <RegisterLink />
          <PointLink to="/">{t('noneMore')}</PointLink>
        </p>
      </div>
    </Page>
  );
}

interface ListProps {
  readonly log: ReturnType<typeof useLog>;
  readonly items: NonNullable<ReturnType<typeof useLog>['items']>;
}

function List({ log: { parts, begun }, items }: ListProps) {
  const { t } = useTranslation('log');
  const [search] = useSearchParams();
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = parts;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  const isEmpty = items.length === 0;
  return (
    <div aria-busy={parts.isPlaceholderData} className={parts.isPlaceholderData ? 'being-replaced' : undefined}>
      <Beginning log={parts} />
      {isEmpty ? (
        <Empty filtered={isFiltered(search) || placeIn(search) !== null} />
      ) : (
        <EventTable items={items} begun={begun} readOn={readOn} />
      )}
      {!isEmpty && (
        <p className="more quiet" role="status">
          {t('loaded', { count: items.length })} {hasNextPage ? isFetching && t('readingOn') : t('all')}
        </p>
      )}
    </div>
  );
}

/** Where the list begins, if that is not where the log does, and the ways out of it. */
function Beginning({ log }: { readonly log: ReturnType<typeof useLog>['parts'] }) {
  const { t } = useTranslation('log');
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const goTo = placeIn(search);
  if (goTo === null) return null;
  const place = /^\d+$/.test(goTo)
    ? t('beginsAt', { seq: countText(Number(goTo)) })
    : t('beginsOn', { day: isDay(goTo) ? dateText(goTo, language) : instantText(goTo) });
  return (
    <p className="beginning">
      {place}{' '}
      {log.hasPreviousPage && (
        <Button size="small" loading={log.isFetchingPreviousPage} onClick={() => void log.fetchPreviousPage()}>
          {t(search.get('sort') === 'seq' ? 'earlier' : 'later')}
        </Button>
      )}{' '}
      <Button size="small" onClick={() => setSearch((now) => withFilter(now, GO_TO, undefined))}>
        {t('fromEnd')}
      </Button>
    </p>
  );
}
