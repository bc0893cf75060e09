import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshPostgres, hasPostgres } from '#database/testing';
import { startFakeServer, testCertificates, type FakeServer, type FakeServerOptions } from '#event-store/testing';
import type { StartCode } from '../../apps/server/src/start-failure.ts';
import { openLedger, ZONE, type Ledger } from '../http/harness.ts';
import { build, endAll, failedStart, startServer } from '../http/server.harness.ts';
import { startServers } from './servers.ts';

const SECRET = 'p4ss%23word';

describe('a server whose log or database cannot be used says why in one line, without a secret:', () => {
  let folder: string;
  let ca: string;
  let certificates: Awaited<ReturnType<typeof testCertificates>>;
  const fakes: FakeServer[] = [];
  const listeners: Server[] = [];

  beforeAll(async () => {
    build();
    certificates = await testCertificates();
    folder = mkdtempSync(join(tmpdir(), 'taizhang-failures-'));
    ca = join(folder, 'ca.crt');
    writeFileSync(ca, certificates.ca);
  });

  afterEach(async () => {
    for (const fake of fakes.splice(0)) await fake.stop();
    for (const listener of listeners.splice(0)) listener.close();
    await endAll();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function gives(environment: Record<string, string>, why: RegExp, failure: StartCode): Promise<void> {
    const { code, lines, said } = await failedStart({ DATA_DIR: join(folder, 'data'), ...environment });
    expect({ code, lines, said }).toEqual({ code: 1, lines: [expect.stringMatching(why) as string], said: '' });
    expect(lines[0]).toMatch(new RegExp(`[\\u4e00-\\u9fff].* / .*\\[${failure}\\]$`));
    expect(lines[0]).not.toContain('p4ss');
  }

  async function fake(options: FakeServerOptions = {}): Promise<FakeServer> {
    fakes.push(await startFakeServer(options));
    return fakes.at(-1) as FakeServer;
  }

  const secured = (options: FakeServerOptions = {}) =>
    fake({ tls: certificates, users: { svc: { password: 'p4ss#word', readsAll: true } }, ...options });
  const url = ({ port }: { port: number }, options = `tls=true&tlsCAFile=${encodeURIComponent(ca)}`, user = 'svc') =>
    `esdb://${user}:${SECRET}@127.0.0.1:${port}?${options}`;

  /** A port at which nobody listens any more. */
  async function deadPort(): Promise<number> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    await new Promise((resolve) => listener.close(resolve));
    return port;
  }

  /** A port at which somebody accepts and says nothing. */
  async function silentPort(): Promise<number> {
    const listener = createServer().listen(0, '127.0.0.1');
    listeners.push(listener);
    await once(listener, 'listening');
    return (listener.address() as AddressInfo).port;
  }

  it('a connection string that is none', () =>
    gives({ EVENT_STORE: `esdb://svc:${SECRET}@host:99999` }, /EVENT_STORE \(.*port/, 'WrongEnvironment'));

  it('a CA file that is not there', async () =>
    gives(
      { EVENT_STORE: url(await secured(), `tls=true&tlsCAFile=${encodeURIComponent(join(folder, 'none'))}`) },
      /none/,
      'LogUnusable',
    ));

  it('nobody at the address', async () =>
    gives({ EVENT_STORE: url({ port: await deadPort() }) }, /127\.0\.0\.1:\d+: it does not answer/, 'LogUnusable'));

  it('a node that accepts and stays silent', async () =>
    gives({ EVENT_STORE: url({ port: await silentPort() }, 'tls=false') }, /does not answer/, 'LogUnusable'));

  it('a wrong password', async () =>
    gives(
      { EVENT_STORE: url(await secured({ users: { svc: { password: 'another', readsAll: true } } })) },
      /user or password is wrong/,
      'LogUnusable',
    ));

  it('a missing right on $all', async () =>
    gives(
      { EVENT_STORE: url(await secured({ users: { svc: { password: 'p4ss#word' } } })) },
      /no right to read \$all/,
      'LogUnusable',
    ));

  it('a certificate of somebody else', async () =>
    gives({ EVENT_STORE: url(await secured(), 'tls=true') }, /certificate is not trusted/, 'LogUnusable'));

  it('TLS spoken to a server without it', async () =>
    gives({ EVENT_STORE: url(await fake()) }, /one side speaks TLS/, 'LogUnusable'));

  it('a server that is too old', async () =>
    gives({ EVENT_STORE: (await fake({ version: '22.10.0' })).url }, /23\.10/, 'LogUnusable'));

  it('no database server at the address', async () =>
    gives(
      { DATABASE_URL: `postgres://svc:${SECRET}@127.0.0.1:${await deadPort()}/taizhang` },
      /127\.0\.0\.1:\d+\/taizhang does not answer: ECONNREFUSED/,
      'DatabaseUnavailable',
    ));

  it('a database server that accepts and stays silent', async () =>
    gives(
      { DATABASE_URL: `postgres://svc:${SECRET}@127.0.0.1:${await silentPort()}/taizhang` },
      /\/taizhang does not answer/,
      'DatabaseUnavailable',
    ));

  (hasPostgres() ? it : it.skip)('no such database', async () => {
    const database = await freshPostgres();
    const there = new URL(database?.url as string);
    there.pathname = '/no_such_database';
    await gives({ DATABASE_URL: there.href }, /no such database/, 'DatabaseUnusable');
    await database?.remove();
  });
});

describe('a server whose log goes away while it runs', () => {
  it('is not ready, says why, refuses with a 503 that may be repeated, and goes on when the log is back', async () => {
    const servers = await startServers({ eventStore: true });
    const ledger = await openLedger(undefined, servers.places);
    const zone = (await ledger.post('/api/zones', ZONE).expect(201)).body as { id: string };
    await servers.eventStore?.stop();
    const reasons = await readiness(ledger, 503);
    expect(reasons).toMatch(/log: .*127\.0\.0\.1/);
    await servers.eventStore?.restart();
    await readiness(ledger, 200);
    const told = await ledger.post('/api/projects', { name: '恢复之后', zoneId: zone.id }).expect(201);
    const { id, after } = told.body as { id: string; after: string };
    const seen = () => ledger.get(`/api/projects/${id}?after=${encodeURIComponent(after)}`);
    while ((await seen()).status !== 200);
    await ledger.close();
    await servers.stop();
  });
});

describe('a server that is told to end while its log is silent', () => {
  afterEach(() => endAll());

  it('tells the command that waits, and ends cleanly', async () => {
    const servers = await startServers({ eventStore: true });
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-silent-'));
    const server = await startServer({ DATA_DIR: folder, EVENT_STORE: servers.places.eventStore as string });
    const post = () =>
      fetch(`${server.address}/api/zones`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(ZONE),
      });
    expect((await post()).status).toBe(201);
    servers.eventStore?.freeze();
    const waiting = post();
    // Answered after the command was taken up: there is one thread.
    for (let n = 0; n < 5; n++) await fetch(`${server.address}/health/live`);
    const [answer, code] = await Promise.all([waiting, server.end('SIGTERM')]);
    expect([answer.status, code]).toEqual([503, 0]);
    servers.eventStore?.thaw();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** Asks until the answer has the status; the test's own time limit ends a wait in vain. */
async function readiness(ledger: Ledger, status: 200 | 503): Promise<string> {
  for (;;) {
    const answer = await ledger.get('/health/ready');
    const { params } = answer.body as { params?: { reasons: string } };
    if (answer.status === status) return params?.reasons ?? '';
  }
}
