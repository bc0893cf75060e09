import { differenceOf, type Asked, type Difference } from './agree.ts';
import { PROJECTS, told, type Dialect, type ToldEvent } from './ledgers.ts';

/** How long a smaller history is looked for; what was found by then is reported. */
const SHRINK_MS_MAX = 120_000;

/** A history on which the ledger and its log differ, and the question that shows it. */
export interface Found extends Asked {
  readonly events: readonly ToldEvent[];
  readonly difference: Difference;
}

/**
 * The same difference with as few events as can be found: projects, then runs of events, then single events are left out as
 * long as the answers still differ. What mends an event goes with it, and what follows the first event of a stream.
 */
export async function minimal(dialect: Dialect, found: Found, now: () => number = Date.now): Promise<Found> {
  const end = now() + SHRINK_MS_MAX;
  let smallest = found;
  const attempt = async (smaller: Omit<Found, 'difference'> | undefined): Promise<void> => {
    if (!smaller || now() > end) return;
    const difference = await told(dialect, smaller.events, (context, log) => differenceOf(context, log, smaller));
    if (difference) smallest = { ...smaller, difference };
  };
  const without = (dropped: ReadonlySet<string>): Promise<void> => attempt(leaving(smallest, dropped));
  // An instant is bound to two events; the number of the last one that was known to one.
  const { seq } = found.difference;
  if (seq !== undefined) await attempt({ ...found, point: { ...found.point, named: 'seq', place: seq - 1 } });
  if (seq !== undefined) await without(idsOf(smallest.events.slice(seq)));
  for (const stream of new Set(found.events.map((event) => event.stream))) {
    await without(idsOf(smallest.events.filter((event) => event.stream === stream)));
  }
  for (let size = Math.ceil(smallest.events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let last = smallest.events.length; last > 0; last -= size) {
      await without(idsOf(smallest.events.slice(Math.max(0, last - size), last)));
    }
  }
  await attempt({ ...smallest, point: { ...smallest.point, named: 'latest' } });
  return smallest;
}

const idsOf = (events: readonly ToldEvent[]): Set<string> => new Set(events.map(({ event }) => event.id));

/** The history without some events, the point at the same event or the last one before it; undefined: nothing would be left. */
function leaving({ events, question, point }: Found, dropped: ReadonlySet<string>) {
  const gone = new Set(dropped);
  const begun = new Set<string>();
  const ended = new Set<string>();
  const left = events.filter(({ stream, event }) => {
    const isFirst = !begun.has(stream);
    begun.add(stream);
    const { factId } = event.data as { readonly factId?: string };
    if (isFirst && gone.has(event.id)) ended.add(stream);
    if (ended.has(stream) || (factId !== undefined && gone.has(factId))) gone.add(event.id);
    return !gone.has(event.id);
  });
  if (left.length === 0 || left.length === events.length) return undefined;
  const upTo = events.slice(0, (point.place % events.length) + 1);
  const place = Math.max(0, upTo.filter(({ event }) => !gone.has(event.id)).length - 1);
  return { events: left, question, point: { ...point, place } };
}

/** What differs, to be read by a person: the question, the log and both answers. */
export function reportOf({ events, question, difference }: Found, seed: number): string {
  const { at, expected, answered } = difference;
  const log = events.map(({ stream, event: { type, data, metadata }, at: ms }, i) => {
    const recordedAt = new Date(ms).toISOString();
    return `  #${i + 1} ${stream} ${type} ${JSON.stringify(data)} filed ${metadata['filedAt'] as string} recorded ${recordedAt}`;
  });
  const report = [
    `${question.name} ${JSON.stringify(question.asked)} at ${JSON.stringify(at)}`,
    `the log (again with --seed ${seed}):`,
    ...log,
    'expected is what folding the log answers, received what the ledger did:',
    matcherSays(expected, answered),
  ].join('\n');
  const numbered = events.reduce((text, { event }, i) => text.replaceAll(event.id, `#${i + 1}`), report);
  return PROJECTS.reduce((text, id, i) => text.replaceAll(id, `p${i + 1}`), numbered);
}

function matcherSays(expected: unknown, answered: unknown): string {
  try {
    expect(answered).toEqual(expected);
  } catch (error) {
    return (error as Error).message;
  }
  return `${JSON.stringify(answered)}\nis not\n${JSON.stringify(expected)}`;
}
