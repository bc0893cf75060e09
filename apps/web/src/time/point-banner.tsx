import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/index.ts';
import { usePoint } from './use-point.ts';
import { earlier, pointText } from './words.ts';

/** Says, as long as it is so, that the page shows a past state or a comparison, and leads back. */
export function PointBanner() {
  const { t } = useTranslation('shown');
  const language = useLanguage();
  const { point, past, comparing, go } = usePoint();
  const { knownAt, effectiveOn } = point;
  const to = pointText(point, t, language);
  if (!past && !comparing) return null;
  return (
    <section className="point-banner" aria-label={t('time.asOf')}>
      {past && (
        <p>
          <strong>{t('time.past')}</strong> {to}
        </p>
      )}
      {comparing && <p>{t('time.comparing', { from: pointText(earlier(point), t, language), to })}</p>}
      <div>
        {comparing && (
          <Button
            size="small"
            onClick={() =>
              go({ ...(knownAt !== undefined && { knownAt }), ...(effectiveOn !== undefined && { effectiveOn }) })
            }
          >
            {t('time.endCompare')}
          </Button>
        )}
        <Button size="small" type="primary" onClick={() => go({})}>
          {t('time.backToNow')}
        </Button>
      </div>
    </section>
  );
}
