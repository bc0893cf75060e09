import { PointLink } from '../../time/point-link.tsx';
import { countText } from '../../shown/index.ts';

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
