import {
  effectiveFacts,
  mendingsOf,
  sameJson,
  type Fact,
  type Event,
  type Json,
  type Recorded,
  type Texts,
} from '#kernel';
import { EVENT_TEXTS } from './texts.ts';

/** A fact that an event brought, corrected, took back or reinstated: what it said before and after; null: it did not hold. */
export interface FactEffect {
  readonly id: string;
  readonly type: string;
  readonly label: Texts;
  readonly before: Json;
  readonly after: Json;
}

/** What the last event of a history did to the facts of its stream. */
export function effectOf(history: readonly Recorded[]): FactEffect[] {
  const [before, after] = [factsById(history.slice(0, -1)), factsById(history)];
  return [...new Map([...before, ...after]).values()].flatMap(({ id, type }) => {
    const [from, to] = [dataIn(before.get(id)), dataIn(after.get(id))];
    if (sameJson(from, to)) return [];
    return [{ id, type, label: EVENT_TEXTS[type as keyof typeof EVENT_TEXTS], before: from, after: to }];
  });
}

function factsById(history: readonly Recorded[]): ReadonlyMap<string, Fact<Event>> {
  return new Map(effectiveFacts(history).map((fact) => [fact.id, fact]));
}

function dataIn(fact: Fact<Event> | undefined): Json {
  return (fact?.data ?? null) as Json;
}

/** Whether an event still holds in a history that goes on after it, and by which event it does not. */
export function statusIn(
  history: readonly Recorded[],
  id: string,
): {
  readonly status: 'effective' | 'corrected' | 'revoked';
  readonly correctedBy: string | null;
  readonly revokedBy: string | null;
} {
  const { correctedBy, revokedBy } = mendingsOf(history);
  const [correction, revocation] = [correctedBy.get(id)?.id ?? null, revokedBy.get(id) ?? null];
  const status = revocation !== null ? 'revoked' : correction !== null ? 'corrected' : 'effective';
  return { status, correctedBy: correction, revokedBy: revocation };
}
