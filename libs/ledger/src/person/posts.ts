import { earlierDay, effectiveFacts, lastDay, type Day, type Fact, type FactDate, type Recorded } from '#kernel';
import type { PersonAppointed, PersonEvent, PersonFact, PersonLeftPost } from './events.ts';

/** A fact of a person that holds now. */
export type EffectivePersonFact = Fact<PersonFact>;

/** The facts of a person's history that hold, in log order. */
export function personFacts(history: readonly Recorded<PersonEvent>[]): readonly EffectivePersonFact[] {
  return effectiveFacts<PersonEvent>(history) as readonly EffectivePersonFact[];
}

/** A post held at a unit, from the first day held to the first day not held. */
export interface PostHeld {
  readonly unitId: string;
  readonly post: string;
  readonly from: FactDate;
  readonly fromDay: Day;
  readonly until: Day | undefined;
  readonly factId: string;
  readonly doc?: string;
}

/** A boundary counts at its last day, an unknown one from the day it was filed. */
export function postDay(date: FactDate, filedOn: Day): Day {
  return lastDay(date) ?? filedOn;
}

/**
 * Posts in the order of their first day. A person may hold several; each ends when they leave it, or are appointed to it
 * anew. Of two appointments to one post from one day the one filed last holds.
 */
export function postsHeld(facts: readonly EffectivePersonFact[]): PostHeld[] {
  const starts = facts
    .filter((fact): fact is Fact<PersonAppointed> => fact.type === 'PersonAppointed')
    .map(({ id, filedOn, data }) => ({ ...data, fromDay: postDay(data.from, filedOn), factId: id }))
    .sort((a, b) => (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0));
  const leavings = facts.filter((fact): fact is Fact<PersonLeftPost> => fact.type === 'PersonLeftPost');
  return starts.flatMap((start, i) => {
    const next = starts.slice(i + 1).find(({ unitId, post }) => unitId === start.unitId && post === start.post);
    if (next?.fromDay === start.fromDay) return [];
    let until = next?.fromDay;
    for (const { data, filedOn } of leavings) {
      if (!leaves(data, start)) continue;
      const day = postDay(data.until, filedOn);
      if (day >= start.fromDay) until = until === undefined ? day : earlierDay(until, day);
    }
    return [{ ...start, until }];
  });
}

/** Whether a leaving is about a post. */
export function leaves({ unitId, post }: PersonLeftPost['data'], held: Pick<PostHeld, 'unitId' | 'post'>): boolean {
  return unitId === held.unitId && (post === undefined || post === held.post);
}
