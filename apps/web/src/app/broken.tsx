import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../shown/page.tsx';

/** In place of a page that failed; the header stays where it can. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <Page title={t('broken')}>
      <p>{t('brokenHint')}</p>
      <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
    </Page>
  );
}
