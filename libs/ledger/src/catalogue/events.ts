import type { Day, Event } from '#kernel';

/** One thing that a project may have to obtain; `id` is good within its catalogue. */
export type PermitItem = { readonly id: string; readonly name: string; readonly group?: string };

/**
 * A list of permits (审批事项目录) as it was in force from a day on. A catalogue never changes: what a district adopts
 * next (38 items in 2018, 21 in 2020) is another one, and each permit state names the one it was filed under.
 */
export type PermitCatalogueAdopted = Event<
  'PermitCatalogueAdopted',
  { readonly name: string; readonly from: Day; readonly items: readonly PermitItem[]; readonly source?: string }
>;

export type CatalogueEvent = PermitCatalogueAdopted;

export const catalogueStream = (catalogueId: string): string => `catalogue-${catalogueId}`;
