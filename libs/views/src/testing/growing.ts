import fc from 'fast-check';
import { derivedId, type Event, type JsonObject, type NewEvent, type Recorded } from '#kernel';
import type { Fresh } from '#database/testing';
import { Cursors, Problem, Reading } from '#http';
import type { Registry } from '#registry';
import { Names } from '../names.ts';
import type { QueryContext } from '../query-context.ts';
import { testLedger, type TestLedger } from './ledger.ts';

/** What happens in one stream, one event after the other. */
export interface Course {
  readonly stream: string;
  readonly history: readonly Recorded[];
}

/** What is asked, as of a point: the parameters of a request. */
export type Ask = (point: {
  readonly knownAt?: string;
  readonly effectiveOn?: string;
  readonly cursor?: string;
}) => Promise<object>;

/** In whose turn the next event is told. */
export const turns = fc.array(fc.nat(), { minLength: 200, maxLength: 200 });

const NOW = Date.parse('2026-11-22T04:00:00.000Z');
/** A registry in which nobody is named: names of people are of now. */
const NOBODY = { people: { getPeople: () => Promise.resolve(new Map()) } } as never;

export function contextOf({ views, store }: TestLedger): QueryContext {
  const registry: Registry = NOBODY;
  return {
    views,
    registry,
    names: new Names(views, registry),
    reading: new Reading(views, store, () => NOW),
    cursors: new Cursors(store.storeId),
    clock: () => NOW,
  };
}

/**
 * Tells courses to a ledger by turns and asks from time to time; when everything is told it asks again, by the number of
 * each answer. Answers what was said then, and what is said of that point in the end: they must be the same.
 */
export async function askedWhileGrowing(
  fresh: () => Promise<Fresh>,
  growing: { readonly courses: readonly Course[]; readonly turns: readonly number[]; readonly times: number },
  asking: { readonly days: readonly (string | undefined)[]; ask(context: QueryContext): readonly Ask[] },
): Promise<{ readonly then: readonly object[]; readonly later: readonly object[] }> {
  const ledger = await testLedger(fresh);
  try {
    const questions = asking.ask(contextOf(ledger));
    const events = byTurns(growing.courses, growing.turns);
    const [then, again]: [object[], (() => Promise<object>)[]] = [[], []];
    for (const [i, { stream, event, revision }] of events.entries()) {
      await ledger.store.append(stream, [event], revision === 0 ? 'none' : BigInt(revision - 1));
      if ((i + 1) % Math.ceil(events.length / growing.times) !== 0) continue;
      await ledger.settled();
      for (const ask of questions) {
        for (const day of asking.days) {
          const on = day === undefined ? {} : { effectiveOn: day };
          then.push(await wholeOf(ask, on));
          again.push(() => wholeOf(ask, { knownAt: String(i + 1), ...on }));
        }
      }
    }
    await ledger.settled();
    const later: object[] = [];
    for (const ask of again) later.push(await ask());
    return { then, later };
  } finally {
    await ledger.close();
  }
}

/** Every page of a list as one, or the one answer, or why there is none. Cursors and lag are of the moment. */
async function wholeOf(ask: Ask, point: Parameters<Ask>[0]): Promise<object> {
  const items: unknown[] = [];
  try {
    for (let cursor: string | undefined; ;) {
      const answer = (await ask({ ...point, ...(cursor !== undefined && { cursor }) })) as Readonly<
        Record<string, unknown>
      >;
      const { next, lag: _, ...page } = answer;
      if (Array.isArray(page['items'])) items.push(...(page['items'] as unknown[]));
      if (typeof next !== 'string') return { ...page, ...('items' in page && { items }) };
      cursor = next;
    }
  } catch (error) {
    if (error instanceof Problem) return { code: error.parts.code };
    throw error;
  }
}

/** Every event of the courses in the order of the turns, with what it is expected to follow. */
export function byTurns(courses: readonly Course[], order: readonly number[]) {
  const told: { readonly stream: string; readonly event: NewEvent; readonly revision: number }[] = [];
  const left = courses.map(({ stream, history }) => ({ stream, events: ownEvents(stream, history), revision: 0 }));
  for (let i = 0; ; i++) {
    const open = left.filter(({ events, revision }) => revision < events.length);
    const course = open[(order[i % order.length] ?? 0) % Math.max(1, open.length)];
    if (!course) return told;
    const { stream, events, revision } = course;
    told.push({ stream, event: events[revision] as NewEvent, revision: course.revision++ });
  }
}

/** Ids that no other stream has. */
function ownEvents(stream: string, history: readonly Recorded<Event>[]): NewEvent[] {
  const own = (id: string): string => derivedId(stream, id);
  return history.map(({ id, type, data, metadata: { recordedAt: _, ...metadata } }) => {
    const { factId } = data as { readonly factId?: string };
    const about = factId === undefined ? data : { ...data, factId: own(factId) };
    return { id: own(id), type, data: about as JsonObject, metadata };
  });
}
