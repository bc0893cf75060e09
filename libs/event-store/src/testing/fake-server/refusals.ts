import { Metadata, status, type StatusObject } from '@grpc/grpc-js';

/** A call that fails: what goes into the trailers. */
export type Refusal = Pick<StatusObject, 'code' | 'details' | 'metadata'>;

/** Thrown by what answers a call, so that the call fails with it. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.details);
    this.refusal = refusal;
  }
}

export function refusal(code: number, details: string, trailers: Record<string, string> = {}): Refusal {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
}

/** Named as in the server's RpcExceptions; codes, texts and trailers are what the client goes by. */
export const refusals = {
  accessDenied: () => refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  notAuthenticated: () => refusal(status.UNAUTHENTICATED, 'Bad HTTP status code: 401'),
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
  tooLarge: (bytesMax: number) =>
    refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${bytesMax} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(bytesMax),
    }),
  invalidArgument: (what: string) => refusal(status.INVALID_ARGUMENT, what),
  /** What an exception that nobody catches becomes on the server. */
  thrown: () => refusal(status.UNKNOWN, 'Exception was thrown by handler.'),
  notImplemented: () => refusal(status.UNIMPLEMENTED, 'Method is unimplemented.'),
};
