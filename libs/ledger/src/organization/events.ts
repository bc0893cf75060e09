import type { Day, Event } from '#kernel';

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

export type OrganizationEvent = OrganizationDefined;

export const organizationStream = (organizationId: string): string => `organization-${organizationId}`;
