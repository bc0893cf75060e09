import type { Point } from '../../time/point.ts';

/** A path with those parts of a query that say something. */
export function addressWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(query).filter((part): part is [string, string] => Boolean(part[1]));
  const text = new URLSearchParams(said).toString();
  return text ? `${path}?${text}` : path;
}

/** The scope that findings, deadlines and plans are asked with. */
export const scopeOf = (zoneId: string | undefined): string | undefined => zoneId && `zone:${zoneId}`;

/** The earlier point of the change that is shown. */
export type From = Pick<Point, 'fromKnownAt' | 'fromEffectiveOn'>;
