import { createServer, type AddressInfo, type Socket } from 'node:net';
import {
  DatabaseUnavailable,
  DatabaseUnusable,
  databaseUrlFault,
  openKept,
  openViews,
  startProjector,
} from '../index.ts';
import { freshPostgres, onPostgres, type FreshPostgres } from '../testing/dialects.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { STAMPS } from '../testing/stamps.ts';
import { onDatabase } from '../testing/tables.ts';
import { boats } from '../testing/toy.ts';
import { requireUsable } from './leader.ts';

const SECRET = 'sesame:%/öpen';

const openings = {
  'the kept tables': (url: string) => openKept({ database: { url }, migrations: STAMPS, clock: () => 0 }),
  'the projector': (url: string) => startProjector({ store: new MemoryStore(), database: { url }, views: [boats()] }),
};

describe.each(Object.entries(openings))('a database that cannot be used, for %s', (_, open) => {
  it.each([
    ['no URL', `host=db password=${SECRET}`],
    ['another kind of URL', `mysql://me:${SECRET}@127.0.0.1/ledger`],
    ['a broken escape', 'postgres://me:%zz@127.0.0.1/ledger'],
  ])('is refused without its URL being repeated: %s', async (_name, url) => {
    expect(databaseUrlFault(url)).toContain('postgres://user:password@host:5432/database');
    const refused = await open(url).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatabaseUnusable);
    expect((refused as Error).message).not.toMatch(/sesame|zz/);
  });

  it.each([
    ...['application_name', 'statement_timeout', 'lock_timeout', 'query_timeout', 'connect_timeout'].map((name) => [
      `${name}=sesame`,
      `the parameter ${name} must not be in it`,
    ]),
    ['idle_in_transaction_session_timeout=0&host=db', 'the parameter idle_in_transaction_session_timeout must not'],
    ['sslmode=sesame', 'its sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full, no-verify'],
    ['sslmode=require&sslmode=sesame', 'its sslmode must be one of'],
    ['sslmode=verify-ca', 'its sslmode=verify-ca needs an sslrootcert'],
  ])('is refused where its URL has a parameter of ours, or an unknown one of TLS: %s', async (parameters, expected) => {
    const url = `postgres://me:sesame@127.0.0.1:1/ledger?${parameters}`;
    expect(databaseUrlFault(url)).toContain(expected);
    expect(databaseUrlFault(url)).not.toContain('sesame');
    const refused = await open(url).catch((error: unknown) => error as Error);
    expect(refused).toBeInstanceOf(DatabaseUnusable);
    expect((refused as Error).message).not.toContain('sesame');
  });

  it.each(['sslrootcert', 'sslcert', 'sslkey'])('is refused where its %s cannot be read', async (name) => {
    const url = `postgres://me:sesame@127.0.0.1:1/ledger?sslmode=verify-full&${name}=/no/such/file`;
    expect(databaseUrlFault(url)).toBeUndefined();
    const refused = await open(url).catch((error: unknown) => error as Error);
    expect(refused).toBeInstanceOf(DatabaseUnusable);
    expect((refused as Error).message).toBe(
      `the database 127.0.0.1:1/ledger: its ${name} /no/such/file cannot be read (ENOENT)`,
    );
  });

  it('is told by host, port and database where nobody answers, or only takes the connection', async () => {
    const taken: Socket[] = [];
    const silent = createServer((socket) => taken.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const url = `postgres://me:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/ledger`;
    const late = open(url).catch((error: unknown) => error as Error);
    expect(await late).toBeInstanceOf(DatabaseUnavailable);
    for (const socket of taken) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
    const refused = await open(url).catch((error: unknown) => error as Error);
    expect(refused).toBeInstanceOf(DatabaseUnavailable);
    expect((refused as Error).message).toBe(`the database 127.0.0.1:${port}/ledger does not answer: ECONNREFUSED`);
  });
});

it('is told to readers of views as soon as they open them', () => {
  const open = (parameters: string) => () =>
    openViews({ database: { url: `postgres://me:sesame@127.0.0.1:1/ledger?${parameters}` }, storeId: 'ours' });
  expect(open('application_name=x')).toThrow(DatabaseUnusable);
  expect(open('sslrootcert=/no/such/ca.crt')).toThrow('/no/such/ca.crt cannot be read');
});

onPostgres('a server', () => {
  let place: FreshPostgres;

  beforeEach(async () => {
    place = (await freshPostgres()) as FreshPostgres;
  });
  afterEach(() => place.remove());

  const changed = (change: (url: URL) => void): string => {
    const url = new URL(place.url);
    change(url);
    return url.href;
  };
  const failure = async (open: (url: string) => Promise<unknown>, url: string): Promise<string> => {
    const error = await open(url).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(DatabaseUnusable);
    expect((error as Error).message).not.toContain('sesame');
    return (error as Error).message;
  };

  it.each(Object.entries(openings))('that does not take us is told in one line, to %s', async (_, open) => {
    const { host, pathname } = new URL(place.url);
    const wrongPassword = changed((url) => (url.password = 'sesame'));
    expect(await failure(open, wrongPassword)).toBe(
      `the database ${host}${pathname}: it refuses this user or password`,
    );
    const nowhere = changed((url) => (url.pathname = '/no_such_ledger'));
    expect(await failure(open, nowhere)).toBe(`the database ${host}/no_such_ledger: there is no such database`);
    const encrypted = changed((url) => url.searchParams.set('sslmode', 'require'));
    expect(await failure(open, encrypted)).toContain('it does not speak TLS');
    const noCertificate = changed((url) => url.searchParams.set('sslrootcert', '/no/such/ca.crt'));
    expect(await failure(open, noCertificate)).toContain('/no/such/ca.crt');
  });

  it.each(Object.entries(openings))('must let %s make schemas', async (_, open) => {
    const name = `taizhang_clerk_${process.pid}`;
    await onDatabase(place.url, `CREATE ROLE ${name} LOGIN PASSWORD 'sesame'`);
    try {
      const url = changed((url) => Object.assign(url, { username: name, password: 'sesame' }));
      expect(await failure(open, url)).toContain('this user has no right to make schemas and tables there');
    } finally {
      await onDatabase(place.url, `DROP OWNED BY ${name}; DROP ROLE ${name}`);
    }
  });

  it.each(Object.entries(openings))('must be able to hold every text, for %s', async (_, open) => {
    const name = new URL(place.url).pathname.slice(1);
    const server = changed((url) => (url.pathname = '/postgres'));
    await onDatabase(server, `DROP DATABASE ${name}`);
    await onDatabase(server, `CREATE DATABASE ${name} ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'`);
    expect(await failure(open, place.url)).toContain('its encoding is LATIN1, not UTF8');
  });

  it('must be new enough', async () => {
    const old = { query: async () => ({ rows: [{ version: 120_022, encoding: 'UTF8' }] }) };
    await expect(requireUsable(old as never, 'db:5432/ledger')).rejects.toThrow(
      'the database db:5432/ledger: PostgreSQL 12 is too old, it must be 13 or newer',
    );
  });
});
