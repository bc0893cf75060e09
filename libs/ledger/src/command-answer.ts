import { fill, type Command, type Recorded, type Refusal } from '#kernel';
import { afterToken, etagOf, jsonAnswer, Problem, problem, type Answer } from '#http';
import type { Outcome } from './executor.ts';
import type { Slice } from './slice.ts';
import { warningsOf } from './warnings.ts';

const REFUSED = 409;
const NOT_FOUND = 404;
/** The refusal that says that what the address names is not there. */
export const notFoundOf = ({ notFound }: Slice): string => notFound ?? 'ProjectNotFound';

type Done = Extract<Outcome, { kind: 'accepted' | 'unchanged' }>;

/** What answering needs to know of the command. */
export interface Answered {
  readonly id: string;
  readonly slice: Slice;
  readonly command: Command;
  readonly storeId: string;
  /** Whether the answer is kept: the stream's id hangs on what it is about, so that no event tells the key was used. */
  readonly keep: boolean;
}

/** 201 with the new facts, or 200 where everything was true already. The same outcome always gives the same bytes. */
export function doneAnswer(outcome: Done, { id, command, storeId }: Answered): Answer {
  const { revision, position } = outcome;
  const accepted = outcome.kind === 'accepted';
  const body = {
    id,
    revision: String(revision),
    after: afterToken(storeId, position),
    ...(accepted && { eventIds: outcome.eventIds }),
    warnings: warningsOf(command),
  };
  return jsonAnswer(accepted ? 201 : 200, body, { etag: etagOf(revision) });
}

/** 409, or 404 where the thing itself is not there. */
export function refusedProblem({ refused: code, params }: Refusal, slice: Slice): Problem {
  const texts = slice.refusals[code] ?? { zh: code, en: code };
  return new Problem({
    status: code === notFoundOf(slice) ? NOT_FOUND : REFUSED,
    code,
    messages: fill(texts, params),
    params,
  });
}

/** 412 for a caller who names a revision that nobody can have read: of another ledger, or made up. */
export function aheadProblem(revision: bigint, ifMatch: bigint): Problem {
  const params = { revision: String(revision), ifMatch: String(ifMatch) };
  return problem('RevisionAhead', params, { headers: { etag: etagOf(revision) } });
}

/** 412 with what happened since the caller read: type, data, who and when of each event. */
export function changedProblem(revision: bigint, events: readonly Recorded[]): Problem {
  const changes = events.map(({ id, revision: at, type, data, metadata }) => ({
    id,
    revision: String(at),
    type,
    data: data as never,
    actor: metadata.actor,
    recordedAt: metadata.recordedAt,
    filedAt: metadata.filedAt,
  }));
  return problem('ChangedSinceRead', { revision: String(revision) }, { changes, headers: { etag: etagOf(revision) } });
}
