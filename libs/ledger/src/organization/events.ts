import type { Day, Event, FactCorrected, FactRevoked } from '#kernel';

/** 政府部门 | 管委会 | 街道乡镇 | 企业 | 其他 */
export const ORGANIZATION_KINDS = ['department', 'committee', 'township', 'enterprise', 'other'] as const;

/** A unit that can answer for projects, as it is from a day on. */
export type OrganizationDefined = Event<
  'OrganizationDefined',
  {
    readonly name: string;
    readonly kind: (typeof ORGANIZATION_KINDS)[number];
    readonly parent?: string;
    readonly from: Day;
  }
>;

/** What the unit is called from a day on; what happened before keeps the name of its time. */
export type OrganizationRenamed = Event<
  'OrganizationRenamed',
  { readonly name: string; readonly from: Day; readonly doc?: string }
>;

/** The unit goes on in another one from a day on. Its assignments stay its own: what follows for them is decided project by project. */
export type OrganizationMerged = Event<
  'OrganizationMerged',
  { readonly into: string; readonly from: Day; readonly doc?: string }
>;

export type OrganizationFact = OrganizationDefined | OrganizationRenamed | OrganizationMerged;
export type OrganizationEvent = OrganizationFact | FactCorrected | FactRevoked;

export const organizationStream = (organizationId: string): string => `organization-${organizationId}`;
