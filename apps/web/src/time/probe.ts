import { read } from '../api/client.ts';
import { isOfPoint } from './problem.ts';
import { earlier, isComparing, later, type Point } from './point.ts';

/** Which part of what was chosen the server cannot answer for, and why. */
export interface Trouble {
  readonly part: 'to' | 'from' | 'both';
  readonly error: unknown;
}

const whyNot = (question: Promise<unknown>): Promise<unknown> =>
  question.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Asks whether the ledger can be shown at a point, and compared from the other. Undefined where it can. */
export async function troubleOf(point: Point, signal: AbortSignal): Promise<Trouble | undefined> {
  const one = { query: { limit: 1 } };
  const [to, from] = await Promise.all([
    whyNot(read('/api/events', one, later(point), signal)),
    isComparing(point) ? whyNot(read('/api/events', one, earlier(point), signal)) : undefined,
  ]);
  if (to !== undefined) return { part: 'to', error: to };
  if (from !== undefined) return { part: 'from', error: from };
  const both = isComparing(point) ? await whyNot(read('/api/projects/compare', one, point, signal)) : undefined;
  return isOfPoint(both) ? { part: 'both', error: both } : undefined;
}
