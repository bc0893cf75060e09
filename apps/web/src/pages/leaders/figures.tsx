import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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

interface FiguresProps {
  readonly of: readonly FigureOf[];
  /** The same at the other point, in compare mode. */
  readonly before?: readonly FigureOf[] | undefined;
}

const wordsOf = ({ words, value }: FigureOf): string => words ?? countText(value);

/** The sums of a page, in a row; in compare mode with what each was where it has changed. */
export function Figures({ of, before }: FiguresProps) {
  const { t } = useTranslation('shown');
  const formerly = (figure: FigureOf): FigureOf | undefined =>
    before?.find(({ key, value }) => key === figure.key && value !== figure.value);
  return (
    <dl className="figures sheet">
      {of.map((figure) => {
        const { key, label, value, hint, alarming } = figure;
        const was = formerly(figure);
        return (
          <div key={key}>
            <dt>{label}</dt>
            <dd className={alarming && value > 0 ? 'figure wrong' : 'figure'}>{wordsOf(figure)}</dd>
            {was && <dd className="changed">{t('time.changed.from', { value: wordsOf(was) })}</dd>}
            {hint !== undefined && <dd className="quiet">{hint}</dd>}
          </div>
        );
      })}
    </dl>
  );
}
