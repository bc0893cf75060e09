import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Day } from '#kernel/dates';
import { useRead } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.ts';
import { Failed, Loading, moneyText, Ready, today } from '../../shown/index.ts';
import { scopeOf } from './addresses.ts';
import { Choice } from './choice.tsx';
import { curveOf, plannedIn, type CurvePoint } from './curve.ts';
import { PlanText } from './plan-text.tsx';
import { CurveTable } from './curve-table.tsx';
import { Section } from './section.tsx';
import { useParam } from './use-param.ts';

const CurveChart = lazy(() => import('./curve-chart.tsx'));

interface CurveProps {
  readonly day: Day;
  readonly zoneId?: string;
}

/** What was invested in the year of the day, beside what its annual plans come to. */
export function Curve({ day, zoneId }: CurveProps) {
  const { t } = useTranslation('overview');
  const [by, setBy] = useParam('by');
  const [clock, setClock] = useParam('clock');
  const year = day.slice(0, 4);
  const isKnown = clock === 'known';
  const from = `${year}-01-01`;
  const to = isKnown && day >= today() ? addDays(today(), -1) : day; // what is known by the end of today is not certain yet
  const series = useRead(
    '/api/projects/summary/series',
    {
      query: {
        by: by === 'week' ? 'week' : 'month',
        clock: isKnown ? 'known' : 'effective',
        from,
        to: to < from ? from : to,
        ...(zoneId && { zoneId }),
      },
    },
    { enabled: to >= from },
  );
  const seq = series.data?.asOf.seq ?? 0;
  const scope = scopeOf(zoneId);
  const plan = useRead(
    '/api/dispatch/queries/{name}',
    {
      path: { name: 'money-against-plan' },
      // What had been filed by the end of the month; imported years too were filed then.
      query: { period: day.slice(0, 7), by: 'filed', knownAt: String(seq), ...(scope && { scope }) },
    },
    { enabled: seq > 0 },
  );
  return (
    <Section
      title={t('curve.title')}
      aside={
        <>
          <Choice
            name={t('curve.by')}
            value={by === 'week' ? 'week' : 'month'}
            options={{ month: t('curve.month'), week: t('curve.week') }}
            onChange={(chosen) => setBy(chosen === 'week' ? 'week' : undefined)}
          />
          <Choice
            name={t('curve.clock')}
            value={isKnown ? 'known' : 'effective'}
            options={{ effective: t('curve.effective'), known: t('curve.known') }}
            hint={{ effective: t('curve.effectiveHint'), known: t('curve.knownHint') }}
            onChange={(chosen) => setClock(chosen === 'known' ? 'known' : undefined)}
          />
        </>
      }
    >
      <div className="sheet">
        {plan.error && <Failed error={plan.error} retry={() => void plan.refetch()} />}
        <Ready read={series} rows={8}>
          {({ items }) => (
            <Drawn
              points={curveOf(items, plannedIn(plan.data))}
              plan={plan.data}
              year={year}
              clock={isKnown ? 'known' : 'effective'}
            />
          )}
        </Ready>
      </div>
    </Section>
  );
}

interface DrawnProps {
  readonly points: readonly CurvePoint[];
  readonly plan: object | undefined;
  readonly year: string;
  readonly clock: 'known' | 'effective';
}

function Drawn({ points, plan, year, clock }: DrawnProps) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const last = points.findLast(({ invested }) => invested);
  if (!last?.invested) return <p className="quiet">{t('curve.empty')}</p>;
  const invested = moneyText(last.invested, language);
  return (
    <>
      {plan && <PlanText plan={plan} last={last} year={year} />}
      <Suspense fallback={<Loading rows={6} />}>
        <CurveChart points={points} label={t('curve.aria', { year, day: last.day, invested })} />
      </Suspense>
      <CurveTable points={points} year={year} clock={clock} />
    </>
  );
}
