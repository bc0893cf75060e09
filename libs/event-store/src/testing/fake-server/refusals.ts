import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import type { Failure } from './messages.ts';

/** How a call fails: what goes into its trailers. */
export type Refusal = Pick<StatusObject, 'code' | 'details' | 'metadata'>;

export function refusal(code: number, details: string, trailers: Readonly<Record<string, string>> = {}): Refusal {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
}

/** As the server's RpcExceptions: codes, texts and trailers are what the client goes by. */
export const refusals = {
  accessDenied: () => refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  unauthenticated: () => refusal(status.UNAUTHENTICATED, 'Unauthenticated'),
  notReady: () => refusal(status.UNAVAILABLE, 'Server Is Not Ready'),
  notLeader: (host: string, port: number) =>
    refusal(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    }),
  streamDeleted: (stream: string) =>
    refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    }),
  /** Of deletes only, and with numbers for words; an append answers a conflict in its response (contract §1.8). */
  wrongExpectedVersion: (stream: string, expected: number, actual: number) =>
    refusal(
      status.FAILED_PRECONDITION,
      `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
      {
        exception: 'wrong-expected-version',
        'stream-name': stream,
        'expected-version': String(expected),
        'actual-version': String(actual),
      },
    ),
  tooLarge: (bytesMax: number) =>
    refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${bytesMax} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(bytesMax),
    }),
  propertyMissing: (name: string) =>
    refusal(status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    }),
  timeout: (details: string) => refusal(status.ABORTED, `Operation timed out: ${details}`),
  /** What an exception that nobody catches becomes. */
  exception: () => refusal(status.UNKNOWN, 'Exception was thrown by handler.'),
};

export function refusalOf(failure: Failure): Refusal {
  switch (failure.kind) {
    case 'streamDeleted':
      return refusals.streamDeleted(failure.stream);
    case 'readError':
      return refusal(status.UNKNOWN, `Unexpected ${failure.result}: Error`);
    case 'consumerTooSlow':
      return refusals.timeout('Consumer too slow to handle event while live. Client resubscription required.');
    case 'exception':
      return refusals.exception();
  }
}
