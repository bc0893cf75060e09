import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { countText, Empty, Failed, instantText, Loading, Page, Stale } from '../../shown/index.ts';
import { isFiltered } from './address.ts';
import { EventTable } from './event-table.tsx';
import { Filters } from './filters.tsx';
import { useLog } from './use-log.ts';
import './log.css';

/** The event browser: everything that was ever recorded, narrowed by what the address says. */
export default function Log() {
  const { t } = useTranslation('log');
  const [search] = useSearchParams();
  const { newest, pages, fresh, isMore, showFresh } = useLog(search);
  const { asOf, lag } = newest.data ?? {};
  const items = pages.data?.pages.flatMap((page) => page.items);
  const error = newest.error ?? pages.error;
  return (
    <Page title={t('title')}>
      <dl className="facts newest">
        <dt>{t('newest')}</dt>
        <dd>
          {asOf
            ? t('newestAt', { seq: countText(asOf.seq), at: asOf.recordedAt ? instantText(asOf.recordedAt) : '—' })
            : '…'}
        </dd>
      </dl>
      <Stale lag={lag} />
      <Filters subjectName={items?.[0]?.subject.name ?? undefined} />
      <div aria-live="polite" className="fresh">
        {fresh > 0 && (
          <Button type="primary" ghost block onClick={showFresh}>
            {t(isMore ? 'freshMany' : 'fresh', { count: fresh })}
          </Button>
        )}
      </div>
      {error !== null && (
        <Failed error={error} retry={() => void (newest.error ? newest.refetch() : pages.refetch())} />
      )}
      {items === undefined ? (
        error === null && <Loading rows={12} />
      ) : items.length === 0 ? (
        <Empty filtered={isFiltered(search)} />
      ) : (
        <>
          <div aria-busy={pages.isPlaceholderData} className={pages.isPlaceholderData ? 'being-replaced' : undefined}>
            <EventTable items={items} />
          </div>
          <p className="more">
            <span className="quiet" role="status">
              {t('loaded', { count: items.length })}
            </span>{' '}
            {pages.hasNextPage ? (
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t('more', { count: 100 })}
              </Button>
            ) : (
              <span className="quiet">{t('all')}</span>
            )}
          </p>
        </>
      )}
    </Page>
  );
}
