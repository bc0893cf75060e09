import type { Day, Event } from '#kernel';

/** 国家级 | 省级 */
export const ZONE_LEVELS = ['national', 'provincial'] as const;
/** 经开区 | 高新区 | 综保区 | 其他 */
export const ZONE_KINDS = ['economic', 'highTech', 'bonded', 'other'] as const;

/** A development zone as it is from a day on. `hostCounty` is a GB/T 2260 code or a name; most zones have no code of their own. */
export type ZoneDefined = Event<
  'ZoneDefined',
  {
    readonly name: string;
    readonly level: (typeof ZONE_LEVELS)[number];
    readonly kind: (typeof ZONE_KINDS)[number];
    readonly tier?: string;
    readonly hostCounty: string;
    readonly from: Day;
  }
>;

export type ZoneEvent = ZoneDefined;

export const zoneStream = (zoneId: string): string => `zone-${zoneId}`;
