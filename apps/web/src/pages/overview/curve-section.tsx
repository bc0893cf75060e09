import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Day } from '#kernel/dates';
import { Problem } from '../../api/problem.ts';
import { useRead } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.ts';
import { Failed, Loading, moneyText, Ready, today } from '../../shown/index.ts';
import { usePoint } from '../../time/use-point.ts';
import { scopeOf } from './addresses.ts';
import { Choice } from './choice.tsx';
import { curveOf, plannedIn, projectsThen, type CurvePoint } from './curve.ts';
import { PlanText } from './plan-text.tsx';
import { CurveTable } from './curve-table.tsx';
import { Section } from './section.tsx';
import { useParam } from './use-param.ts';

const CurveChart = lazy(() => import('./curve-chart.tsx'));

interface CurveProps {
  readonly day: Day;
  readonly zoneId?: string;
}

/** The series and the plans of the year; undefined where no day of the year is over yet on the clock asked for. */
function useCurve(day: Day, zoneId: string | undefined, by: 'week' | 'month', clock: 'known' | 'effective') {
  const { knownAt } = usePoint().point;
  const from = `${day.slice(0, 4)}-01-01`;
  // What is known at the end of today is not certain yet.
  const to = clock === 'known' && day >= today() ? addDays(today(), -1) : day;
  const series = useRead(
    '/api/projects/summary/series',
    { query: { by, clock, from, to, ...(zoneId && { zoneId }) } },
    { enabled: to >= from, at: knownAt === undefined ? {} : { knownAt } }, // its days are the days judged
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
  return { series: to < from ? undefined : series, plan, isPlanAwaited: seq > 0 && plan.isPending };
}

/** What was invested in the year of the day, beside what its annual plans come to. */
export function Curve({ day, zoneId }: CurveProps) {
  const { t } = useTranslation('overview');
  const [byText, setBy] = useParam('by');
  const [clockText, setClock] = useParam('clock');
  const by = byText === 'week' ? 'week' : 'month';
  const clock = clockText === 'known' ? 'known' : 'effective';
  const { series, plan, isPlanAwaited } = useCurve(day, zoneId, by, clock);
  // Plans are folded project by project as they had been filed: of a zone, not of the whole of a very large ledger.
  const isTooLarge = plan.error instanceof Problem && plan.error.body.code === 'ScopeTooLarge';
  return (
    <Section
      title={t('curve.title')}
      aside={
        <>
          <Choice
            name={t('curve.by')}
            value={by}
            options={{ month: t('curve.month'), week: t('curve.week') }}
            onChange={(chosen) => setBy(chosen === 'week' ? 'week' : undefined)}
          />
          <Choice
            name={t('curve.clock')}
            value={clock}
            options={{ effective: t('curve.effective'), known: t('curve.known') }}
            hint={{ effective: t('curve.effectiveHint'), known: t('curve.knownHint') }}
            onChange={(chosen) => setClock(chosen === 'known' ? 'known' : undefined)}
          />
        </>
      }
    >
      <div className="sheet">
        {isTooLarge && <p className="quiet">{t('curve.planOfZone')}</p>}
        {plan.error && !isTooLarge && <Failed error={plan.error} retry={() => void plan.refetch()} />}
        {!series && <p className="quiet">{t('curve.empty')}</p>}
        {series && isPlanAwaited && <Loading rows={8} />}
        {series && !isPlanAwaited && (
          <Ready read={series} rows={8}>
            {({ items }) => (
              <Drawn
                points={curveOf(items, plannedIn(plan.data))}
                plan={plan.data}
                year={day.slice(0, 4)}
                clock={clock}
                {...(zoneId && { zoneId })}
              />
            )}
          </Ready>
        )}
      </div>
    </Section>
  );
}

interface DrawnProps {
  readonly points: readonly CurvePoint[];
  readonly plan: object | undefined;
  readonly year: string;
  readonly clock: 'known' | 'effective';
  readonly zoneId?: string;
}

function Drawn({ points, plan, ...shown }: DrawnProps) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const { year, clock, zoneId } = shown;
  const last = points.findLast(({ invested }) => invested);
  if (!last?.invested) return <p className="quiet">{t('curve.empty')}</p>;
  const invested = moneyText(last.invested, language);
  return (
    <>
      {plan && <PlanText plan={plan} last={last} year={year} query={projectsThen(last.day, clock, zoneId)} />}
      <Suspense fallback={<Loading rows={6} />}>
        <CurveChart points={points} label={t('curve.aria', { year, day: last.day, invested })} />
      </Suspense>
      <CurveTable points={points} {...shown} />
    </>
  );
}
