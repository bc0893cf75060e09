import { earlierDay, intervalOf, type Day, type FactDate } from '#kernel';
import type { ProjectFact } from './events.ts';
import type { EffectiveFact } from './facts.ts';

/** 牵头领导 | 协助领导 | 责任人 | 责任单位 | 代办单位 */
export const ROLES = ['lead', 'coLead', 'responsiblePerson', 'responsibleUnit', 'agentUnit'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that a person holds; the others are held by units. */
export const PERSON_ROLES: readonly Role[] = ['lead', 'coLead', 'responsiblePerson'];
/** 包联领导: the roles of a contracting leader. */
export const LEADER_ROLES: readonly Role[] = ['lead', 'coLead'];

/** Who held a role, from the first day held to the first day not held. */
export interface Tenure {
  readonly role: Role;
  readonly holderId: string;
  /** Held beside others, as a co-lead's and a second unit's: it neither takes over nor is taken over. */
  readonly joint: boolean;
  readonly from: FactDate;
  readonly fromDay: Day;
  readonly until: Day | undefined;
  readonly factId: string;
  readonly doc?: string;
}

export type Assignment = Extract<
  ProjectFact,
  { type: 'LeaderAssigned' | 'ResponsiblePersonAssigned' | 'ResponsibleUnitAssigned' | 'AgentUnitAssigned' }
>;
export type Release = Extract<
  ProjectFact,
  { type: 'LeaderReleased' | 'ResponsiblePersonReleased' | 'ResponsibleUnitReleased' | 'AgentUnitReleased' }
>;

const ROLE_ASSIGNED = {
  ResponsiblePersonAssigned: 'responsiblePerson',
  ResponsibleUnitAssigned: 'responsibleUnit',
  AgentUnitAssigned: 'agentUnit',
} as const;

const ROLES_RELEASED: Readonly<Record<Release['type'], readonly Role[]>> = {
  LeaderReleased: LEADER_ROLES,
  ResponsiblePersonReleased: ['responsiblePerson'],
  ResponsibleUnitReleased: ['responsibleUnit'],
  AgentUnitReleased: ['agentUnit'],
};

export function isAssignment<F extends Pick<ProjectFact, 'type'>>(fact: F): fact is F & Assignment {
  return fact.type === 'LeaderAssigned' || Object.hasOwn(ROLE_ASSIGNED, fact.type);
}

export function isRelease<F extends Pick<ProjectFact, 'type'>>(fact: F): fact is F & Release {
  return Object.hasOwn(ROLES_RELEASED, fact.type);
}

export function roleAssigned(fact: Assignment): Role {
  if (fact.type === 'LeaderAssigned') return fact.data.lead ? 'lead' : 'coLead';
  return ROLE_ASSIGNED[fact.type];
}

/** A release of a leader ends whichever of the two roles is held. */
export function rolesReleased({ type }: Pick<Release, 'type'>): readonly Role[] {
  return ROLES_RELEASED[type];
}

/** Whether the role is held beside others. */
export function isJoint(fact: Assignment): boolean {
  return fact.type === 'LeaderAssigned' ? !fact.data.lead : 'joint' in fact.data && fact.data.joint === true;
}

export function holderOf({ data }: Assignment | Release): string {
  return 'personId' in data ? data.personId : data.unitId;
}

/** A boundary counts at its last day, an unknown one from the day it was filed (design §3, Tenure). */
export function boundaryDay(date: FactDate, filedOn: Day): Day {
  return intervalOf(date)?.last ?? filedOn;
}

/**
 * Tenures in order of their first day. One lead, one responsible person and one main unit of each kind at a time: each ends at the
 * next one's first day, whatever the order of filing; anyone ends at their release. Of two that begin on one day the later
 * report holds.
 */
export function tenuresOf(facts: readonly EffectiveFact[]): Tenure[] {
  const starts: Omit<Tenure, 'until'>[] = [];
  for (const fact of facts) {
    if (!isAssignment(fact)) continue;
    const { from, doc } = fact.data;
    starts.push({
      role: roleAssigned(fact),
      holderId: holderOf(fact),
      joint: isJoint(fact),
      from,
      ...(doc !== undefined && { doc }),
      fromDay: boundaryDay(from, fact.filedOn),
      factId: fact.id,
    });
  }
  if (starts.length > 1) starts.sort((a, b) => (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0));
  const releases = facts.filter(isRelease);
  return starts.map((start, i) => ({ ...start, until: endOf(start, starts.slice(i + 1), releases) }));
}

function endOf(
  start: Omit<Tenure, 'until'>,
  next: readonly Omit<Tenure, 'until'>[],
  releases: readonly (EffectiveFact & Release)[],
): Day | undefined {
  let until: Day | undefined;
  for (const release of releases) {
    if (holderOf(release) !== start.holderId || !rolesReleased(release).includes(start.role)) continue;
    const day = boundaryDay(release.data.until, release.filedOn);
    if (day >= start.fromDay) until = until === undefined ? day : earlierDay(until, day);
  }
  for (const other of next) {
    // Who is assigned again, a leader in whichever of the two roles, begins a new tenure.
    const hands = other.role === start.role && (other.holderId === start.holderId || (!start.joint && !other.joint));
    const swaps =
      other.holderId === start.holderId && LEADER_ROLES.includes(other.role) && LEADER_ROLES.includes(start.role);
    if (hands || swaps) until = until === undefined ? other.fromDay : earlierDay(until, other.fromDay);
  }
  return until;
}

/** Whether a tenure covers a day; the day of a handover belongs to the successor. */
export function holdsOn({ fromDay, until }: Tenure, day: Day): boolean {
  return fromDay <= day && (until === undefined || day < until);
}
