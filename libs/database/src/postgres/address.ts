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

/** Why a text is no URL of a database, without repeating anything of it; undefined where it is one. */
export function databaseUrlFault(text: string): string | undefined {
  try {
    const { protocol, username, password, pathname } = new URL(text);
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    if (/^postgres(ql)?:$/.test(protocol)) return undefined;
  } catch {
    // Not even a URL.
  }
  return 'postgres://user:password@host:5432/database is its shape, with user and password percent-encoded';
}

/** Reads a URL. Throws DatabaseUnusable, without the URL, for one that names no database. */
export function addressOf(text: string): Address {
  const fault = databaseUrlFault(text);
  if (fault !== undefined) throw new DatabaseUnusable(`no URL of a database: ${fault}`);
  const url = new URL(text);
  const { searchParams: params } = url;
  const options = [...SERVER_OPTIONS, params.get('options') ?? ''].join(' ').trim();
  params.delete('options');
  // `sslmode=require` means what it means to every other program of PostgreSQL: encrypted, whoever the server is.
  if (params.has('sslmode') && !params.has('uselibpqcompat')) params.set('uselibpqcompat', 'true');
  const host = params.get('host') ?? decodeURIComponent(url.hostname);
  const database = decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username) || 'postgres';
  return {
    where: `${host || 'localhost'}:${params.get('port') ?? (url.port || '5432')}/${database}`,
    config: {
      connectionString: url.href,
      options,
      connectionTimeoutMillis: CONNECT_MS_MAX,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
    },
  };
}
