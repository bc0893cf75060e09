import { daysBetween, type Day, type FactDate, type Texts } from '#kernel';
import type { PermitStatusReported } from './events.ts';
import { holding, type EffectiveFact } from './facts.ts';

export type PermitState = PermitStatusReported['data']['state'];

export const PERMIT_STATE_TEXTS: Readonly<Record<PermitState, Texts>> = {
  notNeeded: { zh: '无此项', en: 'not needed' },
  notStarted: { zh: '未办理', en: 'not started' },
  inProgress: { zh: '办理中', en: 'in progress' },
  done: { zh: '已办结', en: 'done' },
};

/** One report of a permit, and the day from which its state is certain: where nobody said when, the day it was filed. */
export interface PermitStep {
  readonly from: Day;
  readonly state: PermitState;
  readonly on: FactDate | undefined;
  /** The agent unit that filed it. */
  readonly unitId: string | undefined;
  readonly factId: string;
}

/** One item of a permit catalogue as a project goes through it, by the days on which it got anywhere. */
export interface Permit {
  readonly catalogue: string;
  readonly item: string;
  readonly phase: string | undefined;
  readonly steps: readonly PermitStep[];
}

/** Permits by catalogue, item and phase, in the order in which they were first reported. */
export function permitsOf(facts: readonly EffectiveFact[]): Permit[] {
  const permits = new Map<string, Permit & { readonly steps: PermitStep[] }>();
  for (const { type, data, filedOn, id } of facts) {
    if (type !== 'PermitStatusReported') continue;
    const { catalogue, item, phase, state, on, unitId } = data;
    const key = JSON.stringify([catalogue, item, phase]);
    const permit = permits.get(key) ?? { catalogue, item, phase, steps: [] };
    permits.set(key, permit);
    permit.steps.push({ from: holding(on ?? 'unknown', filedOn).certainFrom, state, on, unitId, factId: id });
  }
  for (const { steps } of permits.values()) steps.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return [...permits.values()];
}

/** Where a permit stands on a day. */
export interface PermitStanding {
  readonly state: PermitState;
  /** Since when it has been in that state. */
  readonly since: Day;
  /**
   * Days from the first 办理中 (where nobody reported that, from the first report) until it was done, or until the day
   * asked for. Undefined for what is not needed.
   */
  readonly elapsedDays: number | undefined;
}

/** Undefined before anything was reported. */
export function permitOn({ steps }: Permit, day: Day): PermitStanding | undefined {
  const reached = steps.filter(({ from }) => from <= day);
  const [first] = reached;
  const last = reached.at(-1);
  if (!first || !last) return undefined;
  const { state } = last;
  // Said again is not begun again.
  const since = reached[reached.findLastIndex((step) => step.state !== state) + 1]?.from ?? last.from;
  if (state === 'notNeeded') return { state, since, elapsedDays: undefined };
  const begun = reached.find((step) => step.state === 'inProgress') ?? first;
  return { state, since, elapsedDays: daysBetween(begun.from, state === 'done' ? since : day) };
}
