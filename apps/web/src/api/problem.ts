import type { components } from './schema.d.ts';

/** What the server answers when it does not do what it was asked: `application/problem+json`. */
export type ProblemBody = components['schemas']['ProblemShape'];
export type FieldError = components['schemas']['FieldErrorShape'];

/** An answer of the server that is an error, with what it says in both languages. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(`${body.code}: ${body.messages.en}`);
    this.body = body;
  }
}

/** The server was not reached, or said nothing that could be understood. */
export class Unreached extends Error {
  override readonly name = 'Unreached';
}

const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Whether the same request may be answered otherwise a moment later. */
export function passes(error: unknown): boolean {
  return error instanceof Problem ? PASSING.has(error.body.status) : error instanceof Unreached;
}

/** The problem in an answer that is no success. Throws Unreached where it holds none: a proxy has answered, or nobody. */
export async function problemIn(response: Response): Promise<Problem> {
  return problemOf(await response.json().catch(() => undefined), response.status);
}

/** The same for a body that was read already: it can be read only once. */
export function problemOf(body: unknown, status: number): Problem {
  if (isProblem(body)) return new Problem(body);
  throw new Unreached(`${status} without a reason`);
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'messages' in body;
}

/** The revision that a command lost against, to be sent with it when a person has seen what the others did. */
export function latestRevision({ changes }: ProblemBody): string | undefined {
  return changes?.at(-1)?.revision;
}

/** What is wrong with each field, by its path; the first thing said about it. */
export function fieldErrors({ errors = [] }: ProblemBody): ReadonlyMap<string, FieldError> {
  return new Map(errors.toReversed().map((error) => [error.field, error]));
}
