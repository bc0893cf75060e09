import { DatabaseUnavailable, DatabaseUnusable } from '../errors.ts';

/** What the operating system and the driver say when a connection cannot be made or is gone. */
const SOCKET_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const DRIVER_TEXTS =
  /^Connection terminated|^Client (has encountered a connection error|was closed)|^timeout expired$|^Query read timeout$/;
/** Every client of the pool is at work. */
const POOL_FULL = 'timeout exceeded when trying to connect';
/** Connection exception; shut down, crashed, starting, database dropped; idle for too long. */
const LOST = /^(08|57P0[1-5]|25P03)/;
/** Too many connections, no disk or memory; a replica that takes no writes; a statement or a wait for a lock that took too long. */
const BUSY = /^(53|25006|57014|55P03|40001|40P01|58)/;
/** What a server says of a user, a password or a database that it does not take. */
const UNUSABLE: Readonly<Record<string, string>> = {
  '28P01': 'it refuses this user or password',
  '28000': 'it refuses this user',
  '3D000': 'there is no such database',
};
/** Cardinality, data, constraints, sizes: SQLSTATE classes of what will be refused however often it is tried. */
const REFUSALS = /^(21|22|23|54)/;

interface Said {
  readonly code?: string;
  readonly message?: string;
  readonly syscall?: string;
}

/** Whether the connection is gone, or was never there. */
export function isLost(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as Said;
  return SOCKET_CODES.has(code) || LOST.test(code) || (code === '' && DRIVER_TEXTS.test(message));
}

/** Whether the values of a statement are what the server will not take. */
export function isRefused(error: unknown): boolean {
  const { code, name } = (error ?? {}) as Said & { readonly name?: string };
  // Without a code of the server: a value that cannot be written, or a view whose answer cannot be added up.
  if (code === undefined) return name === 'TypeError' || name === 'RangeError';
  return REFUSALS.test(code);
}

/** The error as the rest of the program knows it; what says nothing of the database as a whole stays what it is. */
export function failureOf(error: unknown, where: string): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  const { code = '', message = '', syscall } = (error ?? {}) as Said;
  // A file that the URL names, such as a certificate.
  const unreadable = syscall === 'open' ? message : undefined;
  const unusable = UNUSABLE[code] ?? unreadable ?? tlsTrouble(code, message);
  if (unusable) return new DatabaseUnusable(`the database ${where}: ${unusable}`);
  if (message === POOL_FULL) return new DatabaseUnavailable(`the database ${where}: all connections are in use`);
  if (isLost(error)) return new DatabaseUnavailable(`the database ${where} does not answer: ${reason(code, message)}`);
  if (BUSY.test(code)) return new DatabaseUnavailable(`the database ${where} is too busy: ${message}`);
  return error;
}

/** These come before any password was sent, and name nothing but the server. */
function tlsTrouble(code: string, message: string): string | undefined {
  if (message.startsWith('The server does not support SSL')) return 'it does not speak TLS';
  if (/^(ERR_TLS|ERR_SSL|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|CERT_)/.test(code))
    return `no trust in its certificate (${code})`;
  return undefined;
}

function reason(code: string, message: string): string {
  return SOCKET_CODES.has(code) || code === '' ? code || message.toLowerCase() : message;
}
