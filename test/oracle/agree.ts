import { isDeepStrictEqual } from 'node:util';
import { Problem } from '#http';
import type { QueryContext } from '../../libs/views/src/query-context.ts';
import { pointIn, type DrawnPoint } from './ledgers.ts';
import type { Log, Point } from './log.ts';
import type { Question } from './questions/question.ts';

export interface Asked {
  readonly question: Question;
  readonly point: DrawnPoint;
}

/** A question that the ledger answers otherwise than its log does. */
export interface Difference {
  readonly at: Point;
  /** The last event that was known; undefined before the first. */
  readonly seq: number | undefined;
  readonly expected: unknown;
  readonly answered: unknown;
}

/** Asks the ledger and folds the log, at one point. */
export async function differenceOf(
  context: QueryContext,
  log: Log,
  { question, point }: Asked,
): Promise<Difference | undefined> {
  const { effectiveOn, ...known } = pointIn(log, point);
  const at = question.isOfNoDay || effectiveOn === undefined ? known : { ...known, effectiveOn };
  const expected = plain(expectedOf(log, question, at));
  const answered = plain(await answeredTo(context, log, question, at));
  return isDeepStrictEqual(expected, answered) ? undefined : { at, seq: log.at(at)?.seq, expected, answered };
}

function expectedOf(log: Log, question: Question, at: Point): object {
  const then = log.at(at);
  if (!then) return { refused: 'KnownBeforeFirst' };
  const refused = question.refused(log, then);
  if (refused !== undefined) return { refused };
  return { seq: then.seq, effectiveOn: then.day, compared: question.expected(log, then) };
}

async function answeredTo(context: QueryContext, log: Log, question: Question, at: Point): Promise<object> {
  try {
    const { asOf, effectiveOn, compared } = await question.answered(context, at, log);
    return { seq: asOf.seq, effectiveOn, compared };
  } catch (error) {
    if (error instanceof Problem) return { refused: error.parts.code };
    return { failed: String(error) };
  }
}

/** As it would be sent: without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
