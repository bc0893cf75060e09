import type { ServerTrouble } from '../errors.ts';
import type { ExpectedRevision } from '../port.ts';
import type { Host } from './url.ts';

/** What an error of the client means for the call that met it. By gRPC code, type and text, never by class. */
export type Fault =
  | { readonly kind: 'conflict'; readonly actual: ExpectedRevision }
  | { readonly kind: 'noStream' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'tooLarge' }
  /** The log has no record there. */
  | { readonly kind: 'noPlace' }
  /** Not our business to go on with: nothing was done, and it would be the same again. */
  | { readonly kind: 'refused'; readonly trouble: ServerTrouble | undefined }
  /**
   * It may go better next time; whether it was done is unknown. `renew`: on a new connection, to the leader that was named.
   */
  | { readonly kind: 'again'; readonly trouble: ServerTrouble; readonly renew: boolean; readonly leader?: Host };

/** Codes of gRPC. */
const CODE = {
  cancelled: 1,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  permissionDenied: 7,
  aborted: 10,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
};
/** The server is there and says: not now. */
const NOT_NOW = /not ready|too busy|is busy|no leader info/i;
const BUSY = /busy/i;
const NO_PLACE = /ReadAllResult: (Error|InvalidPosition)|invalid position/i;
const NO_CONNECTION =
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|failed to discover|write after end|been shut down/i;
const NOT_TRUSTED = /self.signed|certificate|CERT_|issuer|altname/i;
const NOT_TLS = /wrong version number|packet length too long|ssl3_get_record|EPROTO/i;

/** Nothing came within the time that a call has. */
export class Silence extends Error {
  override readonly name = 'Silence';
}

/** A subscription or read that the server ended without a word. */
export class EndedEarly extends Error {
  override readonly name = 'EndedEarly';
}

interface ClientError {
  readonly message: string;
  readonly code?: number;
  readonly type?: string;
  readonly actualVersion?: bigint | 'no_stream';
  readonly leader?: Host;
}

/** Undefined for what is no error of the client or the network. */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof Silence || error instanceof EndedEarly) return again('Unreachable', true);
  if (!(error instanceof Error)) return undefined;
  const { type, code, message, actualVersion, leader } = error as ClientError & Error;
  // What the client says of a cluster without a leader has neither code nor name.
  if (code === undefined && type === undefined && error.name !== 'Error') return undefined;
  switch (type) {
    case 'wrong-expected-version':
      return { kind: 'conflict', actual: actualOf(actualVersion) };
    case 'stream-not-found':
      return { kind: 'noStream' };
    case 'stream-deleted':
      return { kind: 'deleted' };
    case 'maximum-append-size-exceeded':
      return { kind: 'tooLarge' };
    case 'not-leader':
      return { ...again('Unreachable', true), ...(leader && { leader }) };
    case 'access-denied':
      return { kind: 'refused', trouble: code === CODE.unauthenticated ? 'WrongCredentials' : 'NoRight' };
    default:
      return byCode(code, message);
  }
}

function byCode(code: number | undefined, message: string): Fault | undefined {
  // Before the code: an untrusted certificate is a connection that failed, and stays one.
  const secured = code === undefined || code === CODE.unavailable ? secureTrouble(message) : undefined;
  if (secured) return { kind: 'refused', trouble: secured };
  if ((code === CODE.unknown || code === CODE.invalidArgument) && NO_PLACE.test(message)) return { kind: 'noPlace' };
  if (NOT_NOW.test(message)) return again('Unreachable', !BUSY.test(message));
  switch (code) {
    case CODE.unauthenticated:
      return { kind: 'refused', trouble: 'WrongCredentials' };
    case CODE.permissionDenied:
      return { kind: 'refused', trouble: 'NoRight' };
    case CODE.aborted: // the server's own limit of time; of a subscription: its consumer is slow
      return again('Unreachable', false);
    case CODE.cancelled:
    case CODE.deadlineExceeded:
    case CODE.internal:
    case CODE.unavailable:
      return again('Unreachable', true);
    default:
      if (NO_CONNECTION.test(message)) return again('Unreachable', true);
      return code === undefined ? undefined : { kind: 'refused', trouble: undefined };
  }
}

function secureTrouble(message: string): ServerTrouble | undefined {
  if (NOT_TLS.test(message)) return 'TlsMismatch';
  return NOT_TRUSTED.test(message) ? 'CertificateNotTrusted' : undefined;
}

function again(trouble: ServerTrouble, renew: boolean): Fault & { readonly kind: 'again' } {
  return { kind: 'again', trouble, renew };
}

/** Some answers give -1 where the others say it in words. */
function actualOf(actual: bigint | 'no_stream' | undefined): ExpectedRevision {
  return typeof actual === 'bigint' && actual >= 0n ? actual : 'none';
}
