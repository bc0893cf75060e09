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
  /** Of an answer without a reason; undefined where there was none. */
  readonly status: number | undefined;

  constructor(message: string, { status, ...options }: ErrorOptions & { readonly status?: number } = {}) {
    super(message, options);
    this.status = status;
  }
}

const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Whether the same request may be answered otherwise a moment later. */
export function passes(error: unknown): boolean {
  return error instanceof Problem ? PASSING.has(error.body.status) : error instanceof Unreached;
}

/** Whether the server has answered that it failed: it then hardly answers otherwise a moment later. */
export function hasFailed(error: unknown): boolean {
  return (error instanceof Problem ? error.body.status : error instanceof Unreached && error.status) === 500;
}

/** Whether the same request has the same answer however often it is sent: the server has understood it and will not do it. */
export function isFinal(error: unknown): boolean {
  const status = error instanceof Problem ? error.body.status : error instanceof Unreached ? error.status : undefined;
  return status !== undefined && status >= 400 && status < 500 && !PASSING.has(status);
}

/** The problem in an answer that is no success. Throws Unreached where it holds none: a proxy has answered, or nobody. */
export async function problemIn(response: Response): Promise<Problem> {
  return problemOf(await response.json().catch(() => undefined), response.status);
}

/** The same for a body that was read already: it can be read only once. */
export function problemOf(body: unknown, status: number): Problem {
  if (isProblem(body)) return new Problem(body);
  throw new Unreached(`${status} without a reason`, { status });
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'messages' in body;
}

/** The revision that a command lost against, to be sent with it when a person has seen what the others did. */
export function latestRevision({ changes }: ProblemBody): string | undefined {
  return changes?.at(-1)?.revision;
}
