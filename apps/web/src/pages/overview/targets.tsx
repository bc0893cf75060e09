import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#kernel/dates';
import { useRead } from '../../api/queries.ts';
import { countText, Failed, Loading } from '../../shown/index.ts';
import { Scroll, Section } from './section.tsx';
import { TargetLine } from './target-line.tsx';
import { periodsOf, targetRows } from './target-rows.ts';

const ROWS_FIRST = 8;
const LIMIT = 200;

/** What was promised for the year, quarter and month of the day, and how far it is beside the calendar. */
export function Targets({ day, zoneId }: { readonly day: Day; readonly zoneId?: string }) {
  const { t } = useTranslation('overview');
  const [isWhole, setWhole] = useState(false);
  const [year, quarter, month] = periodsOf(day);
  const reads = [
    useRead('/api/targets', { query: { period: year, limit: LIMIT } }),
    useRead('/api/targets', { query: { period: quarter, limit: LIMIT } }),
    useRead('/api/targets', { query: { period: month, limit: LIMIT } }),
  ];
  const failed = reads.find(({ error }) => error);
  const targets = reads.every(({ data }) => data) ? reads.flatMap(({ data }) => data?.items ?? []) : undefined;
  const rows = targets && targetRows(targets, zoneId);
  const title = t('targets.title');
  return (
    <Section title={title}>
      <div className="sheet">
        {failed && <Failed error={failed.error} retry={() => void failed.refetch()} />}
        {!rows && !failed && <Loading rows={5} />}
        {rows?.length === 0 && <p className="quiet">{t('targets.none')}</p>}
        {rows && rows.length > 0 && (
          <Scroll label={title}>
            <table className="list-lines items">
              <caption className="unseen">{t('targets.caption')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('targets.target')}</th>
                  <th scope="col" className="text">
                    {t('targets.scope')}
                  </th>
                  <th scope="col">{t('targets.value')}</th>
                  <th scope="col">{t('targets.reached')}</th>
                  <th scope="col">{t('targets.progress')}</th>
                  <th scope="col" className="text">
                    {t('targets.state')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, isWhole ? undefined : ROWS_FIRST).map((row) => (
                  <TargetLine key={row.key} row={row} />
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
        {rows && rows.length > ROWS_FIRST && (
          <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('targets.fewer', { count: ROWS_FIRST }) : t('targets.more', { count: countText(rows.length) })}
          </Button>
        )}
      </div>
    </Section>
  );
}
