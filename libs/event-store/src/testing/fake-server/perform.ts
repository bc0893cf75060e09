import type { sendUnaryData } from '@grpc/grpc-js';
import type { Fault } from './faults.ts';
import type { Connection } from './listener.ts';
import { refusal, refusals, type Refusal } from './refusals.ts';

/** A response, or why there is none. */
export type Outcome<T> = { readonly response: T } | { readonly refusal: Refusal };

/** Applies a request and answers it, unless there is no outcome; or does what the fault says. */
export function perform<T>(
  fault: Fault | undefined,
  connection: Connection,
  apply: () => Outcome<T> | undefined,
  answer: (outcome: Outcome<T>) => void,
): void {
  if (fault?.kind === 'silent') return;
  if (fault?.kind === 'cut') return connection.cut();
  if (fault?.kind === 'status') return answer({ refusal: refusal(fault.code, fault.details, fault.trailers) });
  const outcome = applied(apply);
  switch (fault?.kind) {
    case 'cutAfter':
      return connection.cut();
    case 'statusAfter':
      return answer({ refusal: refusal(fault.code, fault.details, fault.trailers) });
    case 'silentAfter':
      return;
    case 'endAfter':
    case undefined:
      return outcome && answer(outcome);
  }
}

/** Answers a call that has one response. */
export function answering<T>(respond: sendUnaryData<T>): (outcome: Outcome<T>) => void {
  return (outcome) => ('refusal' in outcome ? respond(outcome.refusal) : respond(null, outcome.response));
}

function applied<T>(apply: () => Outcome<T> | undefined): Outcome<T> | undefined {
  try {
    return apply();
  } catch {
    return { refusal: refusals.exception() };
  }
}
