import { useLanguage } from '../i18n/index.ts';
import { areaText, exactText, moneyText, wanText, type Sum } from './figures.ts';
import { NotSaid } from './not-said.tsx';

interface MoneyProps {
  readonly value: Sum | null | undefined;
  /** `wan`: only the figure, for a column whose head names the unit. */
  readonly unit?: 'auto' | 'wan';
  /** Shows the exact figure beside it; otherwise it is at hand on hovering. */
  readonly exact?: boolean;
}

/** Money in 万元 or 亿元, with the exact figure at hand. */
export function Money({ value, unit = 'auto', exact = false }: MoneyProps) {
  const language = useLanguage();
  if (!value) return <NotSaid />;
  const precise = exactText(value, language);
  return (
    <data value={value.fen} title={precise} className="figure">
      {unit === 'wan' ? wanText(value) : moneyText(value, language)}
      {exact && <small className="quiet"> {precise}</small>}
    </data>
  );
}

/** An area in 亩, with ㎡ at hand. */
export function Area({ value }: { readonly value: number | null | undefined }) {
  const language = useLanguage();
  if (value === null || value === undefined) return <NotSaid />;
  const { text, exact } = areaText(value, language);
  return (
    <data value={value} title={exact} className="figure">
      {text}
    </data>
  );
}
