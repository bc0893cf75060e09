import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../api/queries.ts';
import { countText, Page, Ready } from '../../shown/index.ts';

export default function Leader() {
  const { t } = useTranslation('leaders');
  const { id = '' } = useParams();
  const leader = useRead('/api/leaders/{id}', { path: { id } });
  return (
    <Page title={leader.data?.name ?? t('title')}>
      <Ready read={leader}>
        {({ post, now }) => (
          <dl className="facts sheet">
            <dt>{t('post')}</dt>
            <dd>{post}</dd>
            <dt>{t('projects')}</dt>
            <dd>{countText(now.projects)}</dd>
            <dt>{t('lead')}</dt>
            <dd>{countText(now.lead)}</dd>
          </dl>
        )}
      </Ready>
    </Page>
  );
}
