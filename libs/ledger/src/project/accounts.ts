import { earlierDay, lastDay, type Day, type FactDate } from '#kernel';
import type { EffectiveFact } from './facts.ts';
import { holdsOn, tenuresOf, type Tenure } from './tenures.ts';

/** What a report says of whose money, and of when. */
interface Filing {
  readonly filedOn: Day;
  readonly data: { readonly period: FactDate; readonly phase?: string; readonly unitId?: string };
}

/**
 * The account that a report carries on: reports of one account follow each other, accounts add up. Each phase has its own,
 * and what is reported without a phase stands beside them. It goes with the role, not with the unit: those who are the main
 * responsible unit one after the other share it with whoever files for no unit. A unit that holds a role beside others, an
 * agent, and one of which the project says nothing have accounts of their own. The role is that of the period's last day, or
 * of the day it was filed where that is earlier; who held none then, is taken for what it last was, or would be.
 */
export function accountsIn(facts: readonly EffectiveFact[]): (report: Filing) => string {
  let tenures: readonly Tenure[] | undefined;
  return ({ filedOn, data: { period, phase = '', unitId } }) => {
    if (unitId === undefined) return `/${phase}`;
    tenures ??= tenuresOf(facts);
    const ofUnit = tenures.filter((tenure) => tenure.holderId === unitId && UNIT_ROLES.has(tenure.role));
    return isMain(ofUnit, earlierDay(lastDay(period) ?? filedOn, filedOn)) ? `/${phase}` : `${unitId}/${phase}`;
  };
}

const UNIT_ROLES: ReadonlySet<Tenure['role']> = new Set<Tenure['role']>(['responsibleUnit', 'agentUnit']);

/** Whether a unit was the main responsible one; tenures are in the order of their first days. */
function isMain(tenures: readonly Tenure[], day: Day): boolean {
  const held = tenures.filter((tenure) => holdsOn(tenure, day));
  const nearest = tenures.findLast(({ fromDay }) => fromDay <= day) ?? tenures[0];
  const meant = held.length > 0 || nearest === undefined ? held : [nearest];
  return meant.some(({ role, joint }) => role === 'responsibleUnit' && !joint);
}
