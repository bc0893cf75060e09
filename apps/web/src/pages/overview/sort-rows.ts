import type { Schemas } from '../../api/client.ts';

export type ZoneRow = Schemas['ZoneFiguresShape'];
export const ZONE_SUMS = ['totalInvestment', 'investedThisYear', 'invested'] as const;
export type ZoneColumn = 'zone' | 'projects' | 'suspended' | 'exited' | (typeof ZONE_SUMS)[number];

export interface ZoneOrder {
  readonly by: ZoneColumn;
  readonly descending: boolean;
}

/** The order that a click on a head asks for: figures begin with the largest, names with the first; again turns it. */
export const turned = ({ by, descending }: ZoneOrder, clicked: ZoneColumn): ZoneOrder =>
  by === clicked ? { by, descending: !descending } : { by: clicked, descending: clicked !== 'zone' };

/** Zones in order of a column; of equals the larger by projects first. */
export function sortedZones(zones: readonly ZoneRow[], { by, descending }: ZoneOrder): readonly ZoneRow[] {
  const sign = descending ? -1 : 1;
  return zones.toSorted((a, b) => sign * compared(a, b, by) || b.projects - a.projects);
}

function compared(a: ZoneRow, b: ZoneRow, by: ZoneColumn): number {
  switch (by) {
    case 'zone':
      return (a.zone.name ?? a.zone.id).localeCompare(b.zone.name ?? b.zone.id, 'zh-CN');
    case 'projects':
    case 'suspended':
    case 'exited':
      return a[by] - b[by];
    case 'totalInvestment':
    case 'investedThisYear':
    case 'invested': {
      const difference = BigInt(a[by].fen) - BigInt(b[by].fen);
      return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    }
  }
}
