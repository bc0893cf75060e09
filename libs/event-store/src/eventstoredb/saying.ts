import { StoreUnusable, type ServerTrouble } from '../errors.ts';
import type { ServerUrl } from './url.ts';

const WORDS: Readonly<Record<ServerTrouble, string>> = {
  InvalidUrl: 'the connection string cannot be used',
  Unreachable: 'it does not answer, or has no leader',
  CertificateNotTrusted: 'its certificate is not trusted here; name the authority with tlsCAFile',
  TlsMismatch: 'one side speaks TLS and the other does not; see tls= in the connection string',
  WrongCredentials: 'user or password is wrong',
  NoRightOnAll: 'the account has no right to read $all',
  NoRight: 'the account has no right to do this',
  TooOld: 'it is too old; 23.10 is the oldest that can be used',
  NoLog: 'there is no log on it yet',
  NotOurs: 'what it holds was not written by this program, or was deleted behind its back',
  AnotherLog: 'it holds another log than before: it was restored or swapped; start anew',
};

/** A shorter user name is part of too many words; it is no secret. */
const USER_LENGTH_MIN = 3;

/**
 * One line on what is wrong with a server: which one, what, and what the client or network said of it. The password is not in
 * it, whatever was said, nor the user where it stands alone.
 */
export function saying(url: ServerUrl, trouble: ServerTrouble | undefined, cause?: unknown): string {
  const detail = cause instanceof Error ? redacted(oneLine(cause.message), url) : '';
  const words = trouble ? WORDS[trouble] : 'it refused';
  return `EventStoreDB at ${url.shown}: ${words}${detail && ` (${detail})`}`;
}

export function unusable(url: ServerUrl, reason: ServerTrouble, cause?: unknown): StoreUnusable {
  return new StoreUnusable(saying(url, reason, cause), { reason, cause });
}

/** Without what gRPC says about itself. */
function oneLine(text: string): string {
  return text
    .replace(/^\d+ [A-Z_]+: /, '')
    .replace(/^No connection established\. Last error: (Error: )?/, '')
    .replace(/ Resolution note:.*$/s, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function redacted(text: string, { credentials }: ServerUrl): string {
  if (!credentials) return text;
  const { username, password } = credentials;
  const said = text.replaceAll(password, '…');
  if (username.length < USER_LENGTH_MIN) return said;
  const literally = username.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return said.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}_])${literally}(?![\\p{L}\\p{N}_])`, 'gu'), '…');
}
