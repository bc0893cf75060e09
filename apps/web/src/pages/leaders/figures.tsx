import type { ReactNode } from 'react';
import { countText } from '../../shown/index.ts';

export interface FigureOf {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** After the figure: `天`, `个月`. */
  readonly words?: string;
  readonly hint?: ReactNode;
  readonly alarming?: boolean;
}

/** The sums of a page, in a row. */
export function Figures({ of }: { readonly of: readonly FigureOf[] }) {
  return (
    <dl className="figures sheet">
      {of.map(({ key, label, value, words, hint, alarming }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className={alarming && value > 0 ? 'figure wrong' : 'figure'}>{words ?? countText(value)}</dd>
          {hint !== undefined && <dd className="quiet">{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}
