import { dayNumber, type Day } from '#kernel';
import { FOREVER } from '#database';
import { attributed, standingSteps, type EffectiveFact, type Tenure } from '#ledger';
import { NOBODY } from '../leader-accountability/schema.ts';
import { spanOf } from '../spans.ts';
import type { RoleSegment } from './segments.ts';

/** Tenures as segments; one that covers no day is none. */
export function rolesIn(number: number, tenures: readonly Tenure[]): RoleSegment[] {
  return tenures
    .filter(({ fromDay, until }) => until === undefined || fromDay < until)
    .map(({ role, holderId, from, fromDay, until, doc, factId }) => ({
      number,
      valid_from: dayNumber(fromDay),
      valid_to: until === undefined ? FOREVER : dayNumber(until),
      role,
      holder_id: holderId,
      since: from,
      doc: doc ?? null,
      fact_id: factId,
    }));
}

/** What says from when on, and until when, somebody ought to lead a listed project. */
export interface Listed {
  readonly registration: readonly EffectiveFact[];
  readonly standing: readonly EffectiveFact[];
}

/** Days on which nobody led: from the day the project was entered until it exits, as leaders are shown it. */
export function unledIn(number: number, { registration, standing }: Listed, tenures: readonly Tenure[]): RoleSegment[] {
  const from = registration.find(({ type }) => type === 'ProjectRegistered')?.filedOn as Day;
  const until = standingSteps(standing).find((step) => step.standing === 'exited')?.from;
  if (until !== undefined && until <= from) return [];
  return attributed([{ from, until }], tenures, 'lead')
    .filter(({ holderId }) => holderId === null)
    .map((days) => ({
      number,
      ...spanOf(days),
      role: 'lead',
      holder_id: NOBODY,
      since: days.from,
      doc: null,
      fact_id: '',
    }));
}
