import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/queries.ts';
import { useLanguage } from '../i18n/index.ts';
import { instantText } from '../shown/dates.ts';
import { earlier, later, type Point } from './point.ts';
import { PointLink } from './point-link.tsx';
import { isOfPoint, problemText } from './problem.ts';
import { usePoint } from './use-point.ts';
import { pointText } from './words.ts';
import './point-banner.css';

/** What the ledger says to a point: up to which event it was known, or why it cannot be shown. */
function useStanding(point: Point) {
  const { data, error } = useRead(
    '/api/events',
    { query: { limit: 1 } },
    { enabled: point.knownAt !== undefined, at: point },
  );
  return { asOf: point.knownAt === undefined ? undefined : data?.asOf, error: isOfPoint(error) ? error : undefined };
}

/** Says, as long as it is so, that the page shows a past state or a comparison, and leads back. */
export function PointBanner() {
  const { t } = useTranslation('shown');
  const language = useLanguage();
  const { point, past, comparing, malformed, go } = usePoint();
  const to = useStanding(later(point));
  const from = useStanding(earlier(point));
  if (!past && !comparing && malformed.length === 0) return null;
  const wrong = [
    ...malformed.map(({ key, text }) => t('time.malformed', { key, text })),
    ...(to.error ? [problemText(to.error, later(point), t, language)] : []),
    ...(from.error ? [problemText(from.error, earlier(point), t, language)] : []),
  ];
  const words = pointText(later(point), t, language);
  return (
    <section className="point-banner" aria-label={t('time.asOf')}>
      {past && (
        <p>
          <strong>{t('time.past')}</strong> {words}
          {to.asOf?.recordedAt && (
            <small> {t('time.recorded', { at: instantText(to.asOf.recordedAt), seq: to.asOf.seq })}</small>
          )}
        </p>
      )}
      {comparing && <p>{t('time.comparing', { from: pointText(earlier(point), t, language), to: words })}</p>}
      {wrong.length > 0 && (
        <div role="alert" className="wrong point-wrong">
          {wrong.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {malformed.length > 0 && <p>{t('time.ignored', { point: words })}</p>}
        </div>
      )}
      <div>
        {comparing && <PointLink to="/compare">{t('time.openCompare')}</PointLink>}
        {comparing && (
          <Button size="small" onClick={() => go(later(point))}>
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
