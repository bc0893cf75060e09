import { earlierDay, intervalOf, type Day, type FactDate } from '#kernel';
import type { EffectiveFact } from './facts.ts';

export type Role = 'lead' | 'coLead' | 'responsibleUnit';

/** Who held a role, from the first day held to the first day not held. */
export interface Tenure {
  readonly role: Role;
  readonly holderId: string;
  readonly from: FactDate;
  readonly fromDay: Day;
  readonly until: Day | undefined;
  readonly factId: string;
  readonly doc?: string;
}

const roleOf = (fact: EffectiveFact): { role: Role; holderId: string; from: FactDate; doc?: string } | undefined => {
  if (fact.type === 'LeaderAssigned') {
    const { personId, lead, from, doc } = fact.data;
    return { role: lead ? 'lead' : 'coLead', holderId: personId, from, ...(doc !== undefined && { doc }) };
  }
  if (fact.type === 'ResponsibleUnitAssigned') {
    const { unitId, from, doc } = fact.data;
    return { role: 'responsibleUnit', holderId: unitId, from, ...(doc !== undefined && { doc }) };
  }
  return undefined;
};

/** A boundary counts at its last day, an unknown one from the day it was filed (design §3, Tenure). */
export function boundaryDay(date: FactDate, filedOn: Day): Day {
  return intervalOf(date)?.last ?? filedOn;
}

/**
 * Tenures in order of their first day. A lead and a responsible unit end at the next one's first day, whatever the order
 * of filing; anyone ends at their release. Of two that begin on one day the later report holds.
 */
export function tenuresOf(facts: readonly EffectiveFact[]): Tenure[] {
  const starts: Omit<Tenure, 'until'>[] = [];
  for (const fact of facts) {
    const assigned = roleOf(fact);
    if (assigned) starts.push({ ...assigned, fromDay: boundaryDay(assigned.from, fact.filedOn), factId: fact.id });
  }
  if (starts.length > 1) starts.sort((a, b) => (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0));
  const releases = facts.filter((f) => f.type === 'LeaderReleased' || f.type === 'ResponsibleUnitReleased');
  return starts.map((start, i) => ({ ...start, until: endOf(start, starts.slice(i + 1), releases) }));
}

function endOf(
  start: Omit<Tenure, 'until'>,
  next: readonly Omit<Tenure, 'until'>[],
  releases: readonly EffectiveFact[],
): Day | undefined {
  let until: Day | undefined;
  for (const release of releases) {
    const data = release.data as { personId?: string; unitId?: string; until: FactDate };
    const isUnit = release.type === 'ResponsibleUnitReleased';
    if ((isUnit ? data.unitId : data.personId) !== start.holderId || isUnit !== (start.role === 'responsibleUnit'))
      continue;
    const day = boundaryDay(data.until, release.filedOn);
    if (day >= start.fromDay) until = until === undefined ? day : earlierDay(until, day);
  }
  for (const other of next) {
    // One lead and one responsible unit at a time; a person who is assigned again begins a new tenure.
    const hands = other.role === start.role && (start.role !== 'coLead' || other.holderId === start.holderId);
    const swaps = other.holderId === start.holderId && other.role !== start.role && start.role !== 'responsibleUnit';
    if (hands || swaps) until = until === undefined ? other.fromDay : earlierDay(until, other.fromDay);
  }
  return until;
}

/** Whether a tenure covers a day; the day of a handover belongs to the successor. */
export function holdsOn({ fromDay, until }: Tenure, day: Day): boolean {
  return fromDay <= day && (until === undefined || day < until);
}
