import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { DatabaseUnusable } from '../errors.ts';

/** Where a database is, and how its clients are made. */
export interface Address {
  /** Host, port and database: all that messages may say. */
  readonly where: string;
  readonly config: ClientConfig;
}

/** A peer that vanished without a word is known to be gone after 5 + 2 × 2 seconds; its locks go with it. */
const SERVER_OPTIONS = [
  '-c tcp_keepalives_idle=5',
  '-c tcp_keepalives_interval=2',
  '-c tcp_keepalives_count=2',
  // Short queries are worth neither compiling nor the processes that a parallel plan starts.
  '-c jit=off',
  '-c max_parallel_workers_per_gather=0',
];
const CONNECT_MS_MAX = 5_000;

/** What we set ourselves: `pg` would let the URL win, and takeovers and limits rely on ours. */
const OUR_OWN = [
  'application_name',
  'fallback_application_name',
  'statement_timeout',
  'lock_timeout',
  'query_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
  'connect_timeout',
  'connectionTimeoutMillis',
  'client_encoding',
  'replication',
];
/** Those of libpq, and the one of `pg` that encrypts whoever the server is. Any other one would not encrypt as it says. */
const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];
const SSL_FILES = ['sslrootcert', 'sslcert', 'sslkey'];

/** Why a text is no URL of a database that can be used, without repeating anything of it; undefined where it is one. */
export function databaseUrlFault(text: string): string | undefined {
  try {
    const { protocol, username, password, pathname, searchParams } = new URL(text);
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    if (/^postgres(ql)?:$/.test(protocol)) return parameterFault(searchParams);
  } catch {
    // Not even a URL.
  }
  return 'postgres://user:password@host:5432/database is its shape, with user and password percent-encoded';
}

function parameterFault(params: URLSearchParams): string | undefined {
  const own = OUR_OWN.find((name) => params.has(name));
  if (own !== undefined) return `the parameter ${own} must not be in it: Taizhang sets it itself`;
  const modes = params.getAll('sslmode');
  if (!modes.every((mode) => SSL_MODES.includes(mode))) return `its sslmode must be one of ${SSL_MODES.join(', ')}`;
  if (modes.includes('verify-ca') && !params.get('sslrootcert')) return 'its sslmode=verify-ca needs an sslrootcert';
  return undefined;
}

/** Reads a URL. Throws DatabaseUnusable, without the URL, for one that names no database, or a file that cannot be read. */
export function addressOf(text: string): Address {
  const fault = databaseUrlFault(text);
  if (fault !== undefined) throw new DatabaseUnusable(`the URL of the database cannot be used: ${fault}`);
  const url = new URL(text);
  const { searchParams: params } = url;
  const options = [...SERVER_OPTIONS, params.get('options') ?? ''].join(' ').trim();
  params.delete('options');
  // `sslmode=require` means what it means to every other program of PostgreSQL: encrypted, whoever the server is.
  const mode = params.getAll('sslmode').at(-1);
  if (mode !== undefined && mode !== 'no-verify' && !params.has('uselibpqcompat')) params.set('uselibpqcompat', 'true');
  const host = params.get('host') ?? decodeURIComponent(url.hostname);
  const database = decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username) || 'postgres';
  const where = `${host || 'localhost'}:${params.get('port') ?? (url.port || '5432')}/${database}`;
  mustRead(params, where);
  return {
    where,
    config: {
      connectionString: url.href,
      options,
      connectionTimeoutMillis: CONNECT_MS_MAX,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
    },
  };
}

/** `pg` reads these files with each connection, and whoever opens one in the background would tell nobody. */
function mustRead(params: URLSearchParams, where: string): void {
  for (const name of SSL_FILES) {
    const file = params.getAll(name).at(-1);
    if (!file) continue;
    try {
      readFileSync(file);
    } catch (error) {
      const { code } = error as { readonly code?: string };
      throw new DatabaseUnusable(`the database ${where}: its ${name} ${file} cannot be read (${code})`);
    }
  }
}
