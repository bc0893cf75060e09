import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/index.ts';
import { usePoint } from './use-point.ts';
import { pointText } from './words.ts';

const PointPanel = lazy(() => import('./point-panel.tsx'));

/** In the header of every page: where in time it stands, and the way to another point. */
export function AsOfControl() {
  const { t } = useTranslation('shown');
  const language = useLanguage();
  const { point, past, comparing } = usePoint();
  const [{ open, times }, setPanel] = useState({ open: false, times: 0 });
  return (
    <>
      <Button
        type={past || comparing ? 'primary' : 'default'}
        aria-haspopup="dialog"
        onClick={() => setPanel({ open: true, times: times + 1 })}
      >
        <span>
          {t('time.asOf')}
          <span className={past ? 'unseen' : 'only-wide'}>
            {t('time.colon')}
            {pointText(point, t, language)}
          </span>
        </span>
      </Button>
      {times > 0 && (
        <Suspense>
          <PointPanel key={times} open={open} onClose={() => setPanel({ open: false, times })} />
        </Suspense>
      )}
    </>
  );
}
