import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/index.ts';
import { countText, ImpreciseDate, instantText } from '../../shown/index.ts';
import { between, earlier, later } from '../../time/point.ts';
import { problemText } from '../../time/problem.ts';
import { usePoint } from '../../time/use-point.ts';

interface AnsweredPoint {
  readonly seq: number;
  readonly recordedAt: string | null;
  readonly effectiveOn: string;
}

/** Both points as the server has understood them. */
export function Points({ from, to }: { readonly from: AnsweredPoint; readonly to: AnsweredPoint }) {
  const { t } = useTranslation('compare');
  return (
    <div className="two-points">
      {[['from', from] as const, ['to', to] as const].map(([key, { seq, recordedAt, effectiveOn }]) => (
        <section key={key} className="sheet" aria-label={t(key)}>
          <h2>{t(key)}</h2>
          <dl className="facts">
            <dt>{t('known')}</dt>
            <dd>{t('upTo', { seq: countText(seq), at: recordedAt === null ? '—' : instantText(recordedAt) })}</dd>
            <dt>{t('on')}</dt>
            <dd>
              <ImpreciseDate value={effectiveOn} />
            </dd>
          </dl>
        </section>
      ))}
    </div>
  );
}

/** Where the first point is later than the second: the way to put it right. */
export function Swapped({ error }: { readonly error: unknown }) {
  const { t } = useTranslation(['compare', 'shown']);
  const language = useLanguage();
  const { point, go } = usePoint();
  const { t: shown } = useTranslation('shown');
  if (!(error instanceof Problem) || error.body.code !== 'PointsSwapped') return null;
  return (
    <Alert
      type="warning"
      title={problemText(error, point, shown, language)}
      action={<Button onClick={() => go(between(later(point), earlier(point)))}>{t('swapped')}</Button>}
    />
  );
}
