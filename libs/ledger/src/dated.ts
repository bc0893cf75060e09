import {
  laterDay,
  refused,
  sameJson,
  type Day,
  type Event,
  type Fact,
  type JsonObject,
  type Refusal,
  type Texts,
} from '#kernel';

/** What holds from a day on; `until` is the first day on which it does not. */
export interface Dated<T> {
  readonly value: T;
  readonly from: Day;
  readonly until: Day | undefined;
  readonly factId: string;
  readonly doc?: string;
}

/** A fact that says what something is from a day on. */
export type DatedEvent = Event<string, { readonly from: Day; readonly doc?: string }>;

/**
 * What facts of one kind say over time. What is dated before the definition (only a mending can do that) holds from its day.
 * Of several from one day the one filed last holds.
 */
export function overTime<E extends DatedEvent, T>(
  facts: readonly Fact<E>[],
  definedFrom: Day,
  valueOf: (data: E['data']) => T,
): Dated<T>[] {
  const dated = facts.map((fact) => ({ fact, from: laterDay(fact.data.from, definedFrom) }));
  dated.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const holding = dated.filter(({ from }, i) => dated[i + 1]?.from !== from);
  return holding.map(({ fact, from }, i) => ({
    value: valueOf(fact.data),
    from,
    until: holding[i + 1]?.from,
    factId: fact.id,
    ...(fact.data.doc !== undefined && { doc: fact.data.doc }),
  }));
}

/**
 * Why a fact cannot hold from its day on: the definition came later, the day is not there yet, or a known fact says
 * otherwise from the same day. An empty list where it says the same.
 */
export function misdated<E extends DatedEvent>(
  fact: E,
  known: readonly Fact<E>[],
  { definedFrom, filedOn }: { readonly definedFrom: Day; readonly filedOn: Day },
  valueOf: (data: E['data']) => string | undefined,
): Refusal | readonly [] | undefined {
  const { from } = fact.data;
  if (from < definedFrom) return refused('FactBeforeDefined', { from, definedFrom });
  const same = known.findLast(({ data }) => data.from === from);
  if (!same) return notYet(from, filedOn);
  const isSame =
    same.type === fact.type
      ? sameJson(same.data as JsonObject, fact.data as JsonObject)
      : valueOf(same.data) === valueOf(fact.data);
  return isSame ? [] : refused('FactAlreadyFiled', { factId: same.id, type: same.type });
}

/** What lies wholly after the day it is filed has not happened. */
export function notYet(first: Day | undefined, filedOn: Day): Refusal | undefined {
  return first !== undefined && first > filedOn ? refused('FactInTheFuture', { on: first, filedOn }) : undefined;
}

export const DATED_REFUSALS = {
  FactBeforeDefined: {
    zh: '{from} 早于定义所写的起始日 {definedFrom}；要改请先更正定义',
    en: '{from} lies before {definedFrom}, the day from which it is defined; correct the definition first',
  },
} as const satisfies Readonly<Record<string, Texts>>;
