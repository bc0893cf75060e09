import { Trans, useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { countText, Money } from '../../shown/index.ts';

interface TotalsProps {
  readonly sums: Answer<'/api/projects/summary'>;
  readonly exact: boolean;
}

/** What the filter comes to, in a sentence. */
export function Totals({ sums, exact }: TotalsProps) {
  const { t } = useTranslation('ledger');
  const { count, suspended, exited, totalInvestment, investedThisYear } = sums;
  return (
    <>
      <Trans
        t={t}
        i18nKey="totals"
        values={{ projects: countText(count) }}
        components={{
          total: <Money value={totalInvestment} exact={exact} />,
          year: <Money value={investedThisYear} exact={exact} />,
        }}
      />
      {(suspended > 0 || exited > 0) && (
        <span className="quiet">
          {' '}
          {t('totalsSuspended', { suspended: countText(suspended), exited: countText(exited) })}
        </span>
      )}
    </>
  );
}
