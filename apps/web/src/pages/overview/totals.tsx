import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { countText, Money } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { addressWith } from './addresses.ts';
import { FigureLink } from './figure-link.tsx';

interface TotalsProps {
  readonly summary: Answer<'/api/projects/summary'>;
  readonly zoneId?: string;
}

/** The sums of everything, in one line. */
export function Totals({ summary, zoneId }: TotalsProps) {
  const { t } = useTranslation('overview');
  const list = (key: 'projects' | 'suspended' | 'exited', standing?: string) => (
    <div>
      <dt>{t(key)}</dt>
      <dd>
        <FigureLink
          count={summary[key]}
          to={addressWith('/projects', { zoneId, standing })}
          label={t('openList', { what: t(key), figure: countText(summary[key]) })}
        />
      </dd>
    </div>
  );
  const money = (key: 'total' | 'year' | 'invested', value: (typeof summary)['invested'], sort?: string) => (
    <div>
      <dt>{t(key)}</dt>
      <dd>
        <PointLink to={addressWith('/projects', { zoneId, sort })}>
          <Money value={value} />
        </PointLink>
      </dd>
    </div>
  );
  return (
    <dl className="overview-totals sheet" aria-label={t('figures')}>
      {list('projects')}
      <div>
        <dt>{t('packages')}</dt>
        <dd className="figure">{countText(summary.packages)}</dd>
      </div>
      {list('suspended', 'suspended')}
      {list('exited', 'exited')}
      {money('total', summary.totalInvestment, '-totalInvestment')}
      {money('year', summary.investedThisYear)}
      {money('invested', summary.invested, '-invested')}
    </dl>
  );
}
