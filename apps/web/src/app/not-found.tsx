import { useTranslation } from 'react-i18next';
import { Page } from '../shown/page.tsx';
import { PointLink } from '../time/point-link.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound')}>
      <p>{t('notFoundHint')}</p>
      <PointLink to="/">{t('home')}</PointLink>
    </Page>
  );
}
