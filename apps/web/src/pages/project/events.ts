import { dayOf } from '#kernel/dates';
import type { Schemas } from '../../api/client.ts';
import type { Point } from '../../time/point.ts';
import { groupOf, type Group } from './forms.ts';

export type Step = Schemas['ReplayStepShape'];
export type EventGroup = Group | 'mending';

/** An event of the timeline, with what later ones made of it. */
export interface Event extends Step {
  readonly status: 'effective' | 'corrected' | 'revoked';
  /** Those that mended it, in order. */
  readonly mendedBy: readonly Step[];
}

/**
 * What became of each event. Mending is resolved from the last to the first: a correction that was revoked corrects nothing,
 * and a revocation that was revoked brings back what it took away.
 */
export function eventsOf(steps: readonly Step[]): Event[] {
  const mending = new Map<string, Step[]>();
  for (const step of steps) {
    if (!step.mends) continue;
    mending.set(step.mends.eventId, [...(mending.get(step.mends.eventId) ?? []), step]);
  }
  const status = new Map<string, Event['status']>();
  for (const { eventId } of steps.toReversed()) {
    const holding = (mending.get(eventId) ?? []).filter((by) => status.get(by.eventId) !== 'revoked');
    const revoked = holding.some(({ type }) => type === 'FactRevoked');
    status.set(eventId, revoked ? 'revoked' : holding.length > 0 ? 'corrected' : 'effective');
  }
  return steps.map((step) => ({
    ...step,
    status: status.get(step.eventId) ?? 'effective',
    mendedBy: mending.get(step.eventId) ?? [],
  }));
}

/** The last of the steps that were known at `seq`; undefined before the first. */
export function stepAt<S extends { readonly seq: number }>(steps: readonly S[], seq: number): S | undefined {
  return steps.findLast((step) => step.seq <= seq);
}

/**
 * The point right after a step. What was imported was recorded long after it was filed: it is judged on the day it was filed,
 * so that a replay shows what people could see then.
 */
export function pointOf({ seq, filedAt, recordedAt }: Pick<Step, 'seq' | 'filedAt' | 'recordedAt'>): Point {
  const filed = dayOf(filedAt);
  return { knownAt: String(seq), ...(filed !== dayOf(recordedAt) && { effectiveOn: filed }) };
}

/** Which groups of events there are, with how many of each. */
export function countsOf(events: readonly Step[]): ReadonlyMap<EventGroup, number> {
  const counts = new Map<EventGroup, number>();
  for (const { type } of events) counts.set(groupOf(type), (counts.get(groupOf(type)) ?? 0) + 1);
  return counts;
}
