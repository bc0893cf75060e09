import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { countText } from '../../shown/index.ts';
import { addressWith } from './addresses.ts';
import { FigureLink, MoneyLink } from './figure-link.tsx';

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
  const money = (key: 'total' | 'year' | 'invested', of: 'totalInvestment' | 'investedThisYear' | 'invested') => (
    <div>
      <dt>{t(key)}</dt>
      <dd>
        <MoneyLink value={summary[of]} of={of} query={{ zoneId }} what={t(key)} exact />
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
      {money('total', 'totalInvestment')}
      {money('year', 'investedThisYear')}
      {money('invested', 'invested')}
    </dl>
  );
}
