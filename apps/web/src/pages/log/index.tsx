import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/queries.ts';
import { countText, Instant, Page, Ready } from '../../shown/index.ts';

export default function Log() {
  const { t } = useTranslation('log');
  const newest = useRead('/api/projects', { query: { limit: 1 } });
  return (
    <Page title={t('title')}>
      <Ready read={newest}>
        {({ asOf }) => (
          <dl className="facts sheet">
            <dt>{t('seq')}</dt>
            <dd>{countText(asOf.seq)}</dd>
            <dt>{t('at')}</dt>
            <dd>
              <Instant value={asOf.recordedAt} />
            </dd>
          </dl>
        )}
      </Ready>
    </Page>
  );
}
