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
  /** The order that many projects changed hands by. */
  readonly orderId?: string;
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

/** A boundary counts at its last day, an unknown one from the day it was filed. */
export function boundaryDay(date: FactDate, filedOn: Day): Day {
  return intervalOf(date)?.last ?? filedOn;
}

type Begun = Omit<Tenure, 'until'>;

/** The beginning of a tenure, or an end, and its place in the order of filing. */
interface Start {
  readonly tenure: Begun;
  readonly filed: number;
}
interface End {
  readonly holderId: string;
  readonly roles: readonly Role[];
  readonly day: Day;
  readonly filed: number;
}

/**
 * Tenures in order of their first day. One lead, one responsible person and one main unit of each kind at a time: each ends at the
 * next one's first day, whatever the order of filing; anyone ends at their release. Of two that begin on one day the later
 * report holds.
 */
export function tenuresOf(facts: readonly EffectiveFact[]): Tenure[] {
  return spellsOf(facts).map(({ tenure }) => tenure);
}

/**
 * Tenures of one role, held by one at a time, that begin on one day: each with the others of its role and day, in order of
 * filing. Decisions refuse such a second one; a correction can bring it.
 */
export function heldTwice(facts: readonly EffectiveFact[]): (readonly Tenure[])[] {
  const groups = new Map<string, Tenure[]>();
  for (const { tenure, isLost } of spellsOf(facts)) {
    if (tenure.joint || isLost) continue;
    const key = `${tenure.role}/${tenure.fromDay}`;
    const others = groups.get(key);
    if (others) others.push(tenure);
    else groups.set(key, [tenure]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** A tenure; lost: taken back, or given up for another role, on its first day. */
interface Spell {
  readonly tenure: Tenure;
  readonly isLost: boolean;
}

function spellsOf(facts: readonly EffectiveFact[]): Spell[] {
  const starts: Start[] = [];
  const ends: End[] = [];
  facts.forEach((fact, filed) => {
    if (isAssignment(fact)) {
      starts.push({ tenure: begunBy(fact), filed });
    } else if (isRelease(fact)) {
      const day = boundaryDay(fact.data.until, fact.filedOn);
      ends.push({ holderId: holderOf(fact), roles: rolesReleased(fact), day, filed });
    }
  });
  if (starts.length > 1) {
    const dayOf = ({ tenure }: Start): Day => tenure.fromDay;
    starts.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  }
  const spells: Spell[] = [];
  starts.forEach((start, i) => {
    const { tenure } = start;
    const released = releasedFrom(start, spells, ends);
    const next = starts.slice(i + 1).map((other) => other.tenure);
    const again = next.find((other) => beginsAnew(other, tenure))?.fromDay;
    const own = soonest(released, again);
    const until = soonest(own, next.find((other) => takesOver(other, tenure))?.fromDay);
    spells.push({ tenure: { ...tenure, until }, isLost: own === tenure.fromDay });
  });
  return spells;
}

const soonest = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || b === undefined ? (a ?? b) : earlierDay(a, b);

function begunBy(fact: EffectiveFact & Assignment): Begun {
  const { from, doc } = fact.data;
  const orderId = 'orderId' in fact.data ? fact.data.orderId : undefined;
  return {
    role: roleAssigned(fact),
    holderId: holderOf(fact),
    joint: isJoint(fact),
    from,
    ...(doc !== undefined && { doc }),
    ...(orderId !== undefined && { orderId }),
    fromDay: boundaryDay(from, fact.filedOn),
    factId: fact.id,
  };
}

/** The first release that ends a tenure. */
function releasedFrom(start: Start, before: readonly Spell[], ends: readonly End[]): Day | undefined {
  const { tenure } = start;
  let day: Day | undefined;
  for (const end of ends) {
    if (!concerns(end, tenure) || end.day < tenure.fromDay) continue;
    if (end.day > tenure.fromDay || takesBack(end, start, before)) day = soonest(day, end.day);
  }
  return day;
}

/** Who is assigned again, a leader in whichever of the two roles, begins a new tenure. */
function beginsAnew(other: Begun, { holderId, role }: Begun): boolean {
  if (other.holderId !== holderId) return false;
  return other.role === role || (LEADER_ROLES.includes(other.role) && LEADER_ROLES.includes(role));
}

const takesOver = (other: Begun, { role, joint }: Begun): boolean => other.role === role && !joint && !other.joint;

const concerns = (end: End, { holderId, role }: Begun): boolean =>
  end.holderId === holderId && end.roles.includes(role);

/**
 * Whether a release on the first day of a tenure takes it back: it was filed since, and is not the end of what the holder had
 * until then. Who is released and assigned anew on one day holds the new tenure.
 */
function takesBack(end: End, start: Start, before: readonly Spell[]): boolean {
  const isEndOf = ({ tenure }: Spell): boolean =>
    concerns(end, tenure) && tenure.fromDay < end.day && (tenure.until === undefined || tenure.until >= end.day);
  return end.filed > start.filed && !before.some(isEndOf);
}

/** Whether a tenure covers a day; the day of a handover belongs to the successor. */
export function holdsOn({ fromDay, until }: Tenure, day: Day): boolean {
  return fromDay <= day && (until === undefined || day < until);
}
