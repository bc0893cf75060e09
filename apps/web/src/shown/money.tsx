import { use, useState, type ReactNode } from 'react';
import { useLanguage } from '../i18n/index.ts';
import { areaText, exactText, moneyText, wanText, type Sum } from './figures.ts';
import './money.css';
import { NotSaid } from './not-said.tsx';
import { TabStop } from './tab-stop.ts';

interface RoundedProps {
  /** What it is exactly, in words. */
  readonly exact: string;
  readonly children: ReactNode;
}

/** A figure that was rounded to be read: pressing it says what it is exactly, to a finger and a keyboard too. */
export function Rounded({ exact, children }: RoundedProps) {
  const [open, setOpen] = useState(false);
  return (
    <button
      type="button"
      className="rounded"
      tabIndex={use(TabStop)}
      title={exact}
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      {children}
      {open && <small className="quiet"> {exact}</small>}
    </button>
  );
}

interface MoneyProps {
  readonly value: Sum | null | undefined;
  /** `wan`: only the figure, for a column whose head names the unit. */
  readonly unit?: 'auto' | 'wan';
  /** Shows the exact figure beside it; otherwise it is at hand on pressing. */
  readonly exact?: boolean;
  /** Within a link it is the link that is pressed. */
  readonly within?: 'link';
}

/** Money in 万元 or 亿元, with the exact figure at hand. */
export function Money({ value, unit = 'auto', exact = false, within }: MoneyProps) {
  const language = useLanguage();
  if (!value) return <NotSaid />;
  const precise = exactText(value, language);
  const figure = (
    <data value={value.fen} title={precise} className="figure">
      {unit === 'wan' ? wanText(value) : moneyText(value, language)}
      {exact && <small className="quiet"> {precise}</small>}
    </data>
  );
  return exact || within ? figure : <Rounded exact={precise}>{figure}</Rounded>;
}

/** An area in 亩, with ㎡ at hand. */
export function Area({ value }: { readonly value: number | null | undefined }) {
  const language = useLanguage();
  if (value === null || value === undefined) return <NotSaid />;
  const { text, exact } = areaText(value, language);
  return (
    <Rounded exact={exact}>
      <data value={value} className="figure">
        {text}
      </data>
    </Rounded>
  );
}
