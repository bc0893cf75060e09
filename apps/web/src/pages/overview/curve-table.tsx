import { useTranslation } from 'react-i18next';
import type { Day } from '#kernel/dates';
import { useLanguage } from '../../i18n/index.ts';
import { countText, dateText, Money, useExact } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { addressWith } from './addresses.ts';
import { FigureLink, MoneyLink } from './figure-link.tsx';
import { projectsThen, type CurvePoint } from './curve.ts';
import { Scroll } from './section.tsx';

interface CurveTableProps {
  readonly points: readonly CurvePoint[];
  readonly year: string;
  readonly clock: 'known' | 'effective';
  readonly zoneId?: string;
}

/** The figures behind the chart; each day opens the ledger as it stood then. */
export function CurveTable({ points, year, clock, zoneId }: CurveTableProps) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const exact = useExact();
  const then = (day: Day) => projectsThen(day, clock, zoneId);
  return (
    <details>
      <summary>{t('curve.table')}</summary>
      <Scroll label={t('curve.table')}>
        <table className="list-lines">
          <caption className="unseen">{t('curve.caption', { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('curve.day')}</th>
              <th scope="col">{t('curve.invested')}</th>
              <th scope="col">{t('curve.planned')}</th>
              <th scope="col">{t('curve.ahead')}</th>
              <th scope="col">{t('curve.projects')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, invested, planned, ahead, projects }) => (
              <tr key={day}>
                <th scope="row">
                  {invested ? (
                    <PointLink to={addressWith('/projects', then(day))}>{dateText(day, language)}</PointLink>
                  ) : (
                    dateText(day, language)
                  )}
                </th>
                {invested ? (
                  <td>
                    <MoneyLink
                      unit="wan"
                      value={invested}
                      of="investedThisYear"
                      query={then(day)}
                      what={`${dateText(day, language)} ${t('curve.invested')}`}
                    />
                  </td>
                ) : (
                  <td className="quiet">{t('curve.notYet')}</td>
                )}
                <td>{planned ? <Money unit="wan" value={planned} exact={exact} /> : '—'}</td>
                <td>{ahead ? <Money unit="wan" value={ahead} exact={exact} /> : '—'}</td>
                <td>
                  <FigureLink
                    count={projects}
                    to={addressWith('/projects', then(day))}
                    label={t('openList', {
                      what: `${dateText(day, language)} ${t('curve.projects')}`,
                      figure: countText(projects),
                    })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
