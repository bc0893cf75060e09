import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/index.ts';
import { countText, exactText, Money, moneyText, useExact, wanText } from '../../shown/index.ts';
import type { Sum } from '../../shown/figures.ts';
import { PointLink } from '../../time/point-link.tsx';
import { addressWith } from './addresses.ts';

interface FigureLinkProps {
  readonly count: number;
  /** The list of exactly these. */
  readonly to: string;
  /** What is counted, for those who hear the link by itself. */
  readonly label: string;
  /** What stands in place of 0. */
  readonly nothing?: string;
}

/** A figure that opens what it counts; nothing is no link. */
export function FigureLink({ count, to, label, nothing = '0' }: FigureLinkProps) {
  if (count === 0) return <span className="figure quiet">{nothing}</span>;
  return (
    <PointLink to={to} className="figure" aria-label={label}>
      {countText(count)}
    </PointLink>
  );
}

/** What the ledger orders by where a sum is opened; what was invested in the year is found among the most invested. */
const SORTS = {
  totalInvestment: '-totalInvestment',
  investedThisYear: '-invested',
  invested: '-invested',
} as const;

interface MoneyLinkProps {
  readonly value: Sum;
  readonly of: keyof typeof SORTS;
  /** Which projects it is the sum of, as the ledger is asked for them. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** What it is the sum of, in words. */
  readonly what: string;
  readonly unit?: 'auto' | 'wan';
  /** To the last 分 as well, whatever the page is switched to. */
  readonly exact?: boolean;
}

/** A sum that opens the projects it was added up of, the largest first, with their columns of money. */
export function MoneyLink({ value, of, query, what, unit = 'auto', exact = false }: MoneyLinkProps) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const isExact = useExact() || exact;
  const money = <Money value={value} unit={unit} exact={isExact} within="link" />;
  if (value.fen === '0') return money;
  const figure = `${unit === 'wan' ? wanText(value) : moneyText(value, language)} ${exactText(value, language)}`;
  return (
    <PointLink
      to={addressWith('/projects', { ...query, columns: 'money', sort: SORTS[of] })}
      aria-label={t('openList', { what, figure })}
    >
      {money}
    </PointLink>
  );
}
