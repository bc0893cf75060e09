import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ImpreciseDate, Money, NotSaid } from '../../shown/index.ts';
import type { ProjectPage } from './head.tsx';
import { monthsOf, type Month } from './months.ts';
import { Section } from './section.tsx';

const Chart = lazy(() => import('./investment-chart.tsx'));

const yuan = (fen: bigint) => ({ fen: String(fen), currency: 'CNY' });

/** How much of a plan was invested, in whole percent, rounded down. */
function share(
  planned: { readonly fen: string } | null,
  invested: { readonly fen: string } | null,
): string | undefined {
  if (!planned || planned.fen === '0') return undefined;
  return `${(BigInt(invested?.fen ?? '0') * 100n) / BigInt(planned.fen)}%`;
}

function Years({ years }: { readonly years: ProjectPage['years'] }) {
  const { t } = useTranslation('project');
  return (
    <table className="plain years-table">
      <thead>
        <tr>
          <th scope="col">{t('yearHead')}</th>
          <th scope="col">{t('planned')}</th>
          <th scope="col">{t('investedHead')}</th>
          <th scope="col">{t('share')}</th>
        </tr>
      </thead>
      <tbody>
        {years.flatMap(({ year, planned, invested, quarters }) => [
          <tr key={year}>
            <th scope="row">{year}</th>
            <td>
              <Money value={planned} unit="wan" />
            </td>
            <td>
              <Money value={invested} unit="wan" />
            </td>
            <td className="figure">{share(planned, invested) ?? <NotSaid />}</td>
          </tr>,
          ...quarters
            .filter((quarter) => quarter.planned)
            .map(({ quarter, planned: ofQuarter, invested: inQuarter }) => (
              <tr key={`${year}-${quarter}`} className="quarter">
                <th scope="row">{t('quarter', { quarter })}</th>
                <td>
                  <Money value={ofQuarter} unit="wan" />
                </td>
                <td>
                  <Money value={inQuarter} unit="wan" />
                </td>
                <td className="figure">{share(ofQuarter, inQuarter) ?? <NotSaid />}</td>
              </tr>
            )),
        ])}
      </tbody>
    </table>
  );
}

function Months({ months }: { readonly months: readonly Month[] }) {
  const { t } = useTranslation('project');
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t('month')}</th>
          <th scope="col">{t('inMonth')}</th>
          <th scope="col">{t('inYear')}</th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(({ month, invested, inYear, missing }) => (
          <tr key={month}>
            <th scope="row">
              <ImpreciseDate value={month} />
            </th>
            <td>
              {invested !== undefined && <Money value={yuan(invested)} unit="wan" />}
              {invested === undefined && (missing ? <span className="wrong">{t('notReported')}</span> : <NotSaid />)}
            </td>
            <td>
              <Money value={yuan(inYear)} unit="wan" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was invested against what was planned; the chart's figures stand in the tables. */
export function Investment({ page }: { readonly page: ProjectPage }) {
  const { t } = useTranslation('project');
  const months = monthsOf(page);
  const missing = months.filter((month) => month.missing).length;
  return (
    <Section
      id="investment"
      title={t('investment')}
      aside={missing > 0 && <span className="quiet">{t('monthsMissing', { count: missing })}</span>}
    >
      {months.length === 0 && page.years.length === 0 && <Empty />}
      <div className="investment">
        {months.length > 0 && (
          <Suspense fallback={<div className="chart" aria-busy="true" />}>
            <Chart months={months} />
          </Suspense>
        )}
        {page.years.length > 0 && <Years years={page.years} />}
      </div>
      {months.length > 0 && (
        <details>
          <summary>{t('monthsTable')}</summary>
          <Months months={months} />
        </details>
      )}
    </Section>
  );
}
