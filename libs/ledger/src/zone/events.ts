import type { Day, Event, FactCorrected, FactRevoked } from '#kernel';

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

/** What the zone is called from a day on; what happened before keeps the name of its time. */
export type ZoneRenamed = Event<'ZoneRenamed', { readonly name: string; readonly from: Day }>;

/**
 * What stages and roles are called here, in Chinese, by key: `stage.signed`, `role.lead`. The whole set of them; a key that is
 * not in it has its usual name again.
 */
export type ZoneRelabelled = Event<'ZoneRelabelled', { readonly labels: Readonly<Record<string, string>> }>;

/** 档次: which tier the zone is counted in from a day on. */
export type ZoneRetiered = Event<'ZoneRetiered', { readonly tier: string; readonly from: Day }>;

export type ZoneFact = ZoneDefined | ZoneRenamed | ZoneRelabelled | ZoneRetiered;
export type ZoneEvent = ZoneFact | FactCorrected | FactRevoked;

export const zoneStream = (zoneId: string): string => `zone-${zoneId}`;
