import { Trans, useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/index.ts';
import { countText, dateText, exactText, moneyText, useExact, type Sum } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { addressWith } from './addresses.ts';
import { plannedIn, sizeOf, unplannedIn, type CurvePoint } from './curve.ts';

interface PlanTextProps {
  /** The answer of `money-against-plan`. */
  readonly plan: object;
  readonly last: CurvePoint;
  readonly year: string;
  /** The projects that the figures are of, as the ledger is asked for them. */
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** What the year's plans come to, and how the money stands beside them; or that there are none. */
export function PlanText({ plan, last, year, query }: PlanTextProps) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const exact = useExact();
  const money = (sum: Sum): string => (exact ? exactText : moneyText)(sum, language);
  const planned = plannedIn(plan);
  const unplanned = unplannedIn(plan);
  const { ahead, planned: due, invested, day } = last;
  if (!planned || !ahead || !due || !invested) return <p>{t('curve.noPlan', { year })}</p>;
  const isBehind = ahead.fen.startsWith('-');
  const opens = <PointLink to={addressWith('/projects', { ...query, columns: 'money', sort: '-invested' })} />;
  return (
    <>
      <p>
        <Trans
          t={t}
          i18nKey="curve.plan"
          values={{
            year,
            planned: money(planned),
            day: dateText(day, language),
            due: money(due),
            invested: money(invested),
          }}
          components={{ opens }}
        />
        <strong className={isBehind ? 'wrong' : undefined}>
          {t(isBehind ? 'curve.short' : 'curve.over', { money: money(sizeOf(ahead)) })}
        </strong>
      </p>
      {unplanned && (
        <p className="quiet">
          {t('curve.unplanned', { projects: countText(unplanned.projects), money: money(unplanned.invested) })}
        </p>
      )}
    </>
  );
}
