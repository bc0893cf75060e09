import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/index.ts';
import { dateText, moneyText } from '../../shown/index.ts';
import { plannedIn, sizeOf, unplannedIn, type CurvePoint } from './curve.ts';

interface PlanTextProps {
  /** The answer of `money-against-plan`. */
  readonly plan: object;
  readonly last: CurvePoint;
  readonly year: string;
}

/** What the year's plans come to, and how the money stands beside them; or that there are none. */
export function PlanText({ plan, last, year }: PlanTextProps) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const planned = plannedIn(plan);
  const unplanned = unplannedIn(plan);
  const { ahead, planned: due, invested, day } = last;
  if (!planned || !ahead || !due || !invested) return <p>{t('curve.noPlan', { year })}</p>;
  const isBehind = ahead.fen.startsWith('-');
  return (
    <>
      <p>
        {t('curve.plan', {
          year,
          planned: moneyText(planned, language),
          day: dateText(day, language),
          due: moneyText(due, language),
          invested: moneyText(invested, language),
        })}
        <strong className={isBehind ? 'wrong' : undefined}>
          {t(isBehind ? 'curve.short' : 'curve.over', { money: moneyText(sizeOf(ahead), language) })}
        </strong>
      </p>
      {unplanned && (
        <p className="quiet">
          {t('curve.unplanned', { projects: unplanned.projects, money: moneyText(unplanned.invested, language) })}
        </p>
      )}
    </>
  );
}
