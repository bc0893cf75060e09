import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, event, rejection } from '../contract/harness.ts';
import {
  FakeLog,
  startFakeCluster,
  startFakeServer,
  testCertificates,
  type FakeServer,
  type FakeServerOptions,
} from '../testing/index.ts';
import { eventually } from './fake-log.harness.ts';
import { ManualTimers } from './manual-timers.harness.ts';
import { openServerStore, type ServerOptions } from './open.ts';

const PASSWORD = 'Geheim!7';
const USERS = { 'tz-svc': { password: PASSWORD, readsAll: true }, 'tz-blind': { password: PASSWORD } };
const ACCOUNT = `tz-svc:${encodeURIComponent(PASSWORD)}@`;
/** What would be waited for is not: nobody comes to the help of a server in these tests. */
const SHORT = { open: 400, attempt: 3_000, pause: 10 };
const { ca, key, cert } = await testCertificates();
const stranger = await testCertificates();
const folder = mkdtempSync(join(tmpdir(), 'server-log-'));
const caFile = join(folder, 'ca.pem');
writeFileSync(caFile, ca);
const strangerFile = join(folder, 'stranger.pem');
writeFileSync(strangerFile, stranger.ca);

const NO_PEM = join(folder, 'no.pem');
writeFileSync(NO_PEM, 'nothing');

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function started(options?: FakeServerOptions): Promise<FakeServer> {
  const server = await startFakeServer(options);
  ending.push(() => server.stop());
  return server;
}

async function opened(url: string, options: Partial<ServerOptions> = {}) {
  const store = await openServerStore({ url, ...options });
  ending.push(() => store.close());
  return store;
}

/** What opening fails with, having made sure that it is one line without a secret. */
async function refusal(url: string, options: Partial<ServerOptions> = {}): Promise<Error> {
  const error = (await rejection(openServerStore({ url, patience: SHORT, ...options }))) as Error;
  expect(error.message).not.toMatch(/Geheim|%21|tz-|\n/);
  return error;
}

const secure = (server: FakeServer, { account = ACCOUNT, file = caFile } = {}) =>
  `esdb://${account}127.0.0.1:${server.port}?tls=true&tlsCAFile=${encodeURIComponent(file)}`;

describe('opening the log on a server', () => {
  it('makes the log where there is none, and finds it again', async () => {
    const server = await started();
    const first = await opened(server.url);
    expect(first.storeId).toMatch(/^[0-9a-f-]{36}$/);
    expect(first.formerIds).toEqual([]);
    expect((await opened(server.url)).storeId).toBe(first.storeId);
    expect(await collect(first.readAll())).toEqual([]);
    expect(await first.readLast()).toBeUndefined();
  });

  it('of many who make it at once all have the same', async () => {
    const server = await started();
    const stores = await Promise.all(Array.from({ length: 8 }, () => opened(server.url)));
    expect(new Set(stores.map(({ storeId }) => storeId)).size).toBe(1);
  });

  it('with TLS, an authority in a file, and an account that may read all', async () => {
    const server = await started({ tls: { key, cert }, users: USERS });
    const store = await opened(secure(server));
    await store.append('a-1', [event()], 'none');
    expect(await collect(store.readAll())).toHaveLength(1);
    expect(server.calls('batchAppend')).toBe(0);
  });

  it('waits for a server that is starting', async () => {
    const server = await started();
    server.faults.next('read', { kind: 'status', code: 14, details: 'Server Is Not Ready' }, 3);
    await opened(server.url, { patience: { pause: 10 } });
  });

  it.each([13, 4, 14])('E9 — goes on where the question for the version fails once (code %d)', async (code) => {
    const server = await started();
    server.faults.next('features', { kind: 'status', code, details: 'once' });
    await opened(server.url, { patience: { pause: 10 } });
  });

  it.each(['dead', 'unknown', 'frozen'])('is given up within 8 s where the server is %s', async (how) => {
    const server = await started();
    if (how === 'dead') await server.stop();
    if (how === 'frozen') server.freeze();
    const url = how === 'unknown' ? 'esdb://nowhere.invalid:2113?tls=false' : server.url;
    const timers = new ManualTimers();
    let error: unknown;
    openServerStore({ url, timers, random: () => 1 }).catch((why: unknown) => (error = why));
    // Whatever is waited for takes all the time it may.
    await eventually(() => {
      const [next] = timers.ahead;
      if (next !== undefined && !error) timers.pass(next);
      return error !== undefined;
    });
    expect(error).toMatchObject({ name: 'StoreUnusable', reason: 'Unreachable' });
    expect(timers.now()).toBeLessThan(8_000);
  });
});

describe('a server that cannot be used', () => {
  it('by a string that is none', async () => {
    expect(await refusal(`esdb://${ACCOUNT}127.0.0.1:port`)).toMatchObject({ reason: 'InvalidUrl' });
  });

  it.each([
    [join(folder, 'missing.pem'), /ENOENT/],
    [NO_PEM, /no certificate/],
  ])('with an authority in a file that is none', async (file, why) => {
    const server = await started({ tls: { key, cert }, users: USERS });
    const error = await refusal(secure(server, { file }));
    expect(error).toMatchObject({ name: 'StoreUnusable', reason: 'InvalidUrl' });
    expect(error.message).toMatch(why);
  });

  it('that is not there', async () => {
    const port = await unusedPort();
    const error = await refusal(`esdb://${ACCOUNT}127.0.0.1:${port}?tls=false`);
    expect(error).toMatchObject({ name: 'StoreUnusable', reason: 'Unreachable' });
    expect(error.message).toContain(`127.0.0.1:${port}`);
  });

  it('that does not answer', async () => {
    const server = await started();
    server.freeze();
    expect(await refusal(server.url)).toMatchObject({ reason: 'Unreachable' });
  });

  it('whose cluster has no leader', async () => {
    const cluster = await startFakeCluster(3);
    ending.push(() => cluster.stop());
    cluster.leaderless();
    expect(await refusal(cluster.url)).toMatchObject({ reason: 'Unreachable' });
    cluster.electing();
    expect(await refusal(cluster.url)).toMatchObject({ reason: 'Unreachable' });
  });

  it('whose certificate nobody vouches for', async () => {
    const server = await started({ tls: { key, cert }, users: USERS });
    for (const file of [strangerFile, undefined]) {
      const url = file ? secure(server, { file }) : `esdb://${ACCOUNT}127.0.0.1:${server.port}`;
      expect(await refusal(url)).toMatchObject({ reason: 'CertificateNotTrusted' });
    }
  });

  it('whose cluster nobody vouches for', async () => {
    const cluster = await startFakeCluster(3, { tls: { key, cert }, users: USERS });
    ending.push(() => cluster.stop());
    const url = cluster.url.replace('esdb://', `esdb://${ACCOUNT}`);
    expect(await refusal(`${url}&tlsCAFile=${strangerFile}`)).toMatchObject({ reason: 'CertificateNotTrusted' });
  });

  it('that speaks TLS to one who does not, and the other way round', async () => {
    const safe = await started({ tls: { key, cert }, users: USERS });
    const open = await started();
    expect(await refusal(`esdb://${ACCOUNT}127.0.0.1:${safe.port}?tls=false`)).toMatchObject({ reason: 'TlsMismatch' });
    expect(await refusal(secure(open))).toMatchObject({ reason: 'TlsMismatch' });
  });

  it('E12 — with a wrong password, or none, asked once', async () => {
    const server = await started({ tls: { key, cert }, users: USERS });
    for (const account of ['tz-svc:wrong@', 'tz-nobody:wrong@']) {
      expect(await refusal(secure(server, { account }))).toMatchObject({ reason: 'WrongCredentials' });
    }
    expect(server.calls('read')).toBe(2);
    expect(await refusal(secure(server, { account: '' }))).toMatchObject({ reason: 'NoRightOnAll' });
  });

  it('E12 — without the right to read all, asked once', async () => {
    const server = await started({ tls: { key, cert }, users: USERS });
    const account = `tz-blind:${encodeURIComponent(PASSWORD)}@`;
    const error = await refusal(secure(server, { account }));
    expect(error).toMatchObject({ reason: 'NoRightOnAll' });
    expect(error.message).toContain('$all');
    expect(server.calls('read')).toBe(2);
    expect(server.log.events).toEqual([]);
  });

  it.each(['22.10.5', '23.6.0', '5.0.11', 'unknown'])('that is too old: %s', async (version) => {
    const server = await started({ version });
    const error = await refusal(server.url);
    expect(error).toMatchObject({ reason: 'TooOld' });
    expect(error.message).toContain(version);
  });

  it('that is too old to be asked', async () => {
    const server = await started();
    server.faults.next('features', { kind: 'status', code: 12, details: 'Unimplemented' });
    expect(await refusal(server.url)).toMatchObject({ reason: 'TooOld' });
    expect(server.log.events).toEqual([]);
  });

  it.each(['23.10.6.0', '24.10.4', '26.2.0-prerelease'])('unlike one that is new enough: %s', async (version) => {
    await opened((await started({ version })).url);
  });

  const STREAM = '_taizhang-store';
  const created = (data: object) => ({ stream: STREAM, type: 'StoreCreated', data });
  const storeId = '0192b3c4-0000-7000-8000-000000000001';
  it.each([
    [[created({})]],
    [[created({ storeId: 'x', format: 1 })]],
    [[created({ storeId, format: '1' })]],
    [[{ stream: STREAM, type: 'SomethingElse', data: { storeId, format: 1 } }]],
    [[created({ storeId, format: 1 }), { stream: STREAM, type: 'StoreCopyBegun', data: {} }]],
    [[created({ storeId, format: 1 }), { stream: STREAM, type: 'StoreMoved', data: { from: storeId } }]],
  ])('whose account of the log is not ours: %j', async (events) => {
    const log = new FakeLog();
    log.fill(events.length, (n) => events[n]!);
    const server = await started({ log });
    expect(await refusal(server.url, { patience: {} })).toMatchObject({ reason: 'NotOurs' });
    expect(log.events).toHaveLength(events.length);
  });

  it('whose log a later program wrote', async () => {
    const log = new FakeLog();
    log.fill(1, () => created({ storeId, format: 2 }));
    const server = await started({ log });
    expect(await refusal(server.url)).toMatchObject({ name: 'StoreTooNew', found: 2, known: 1 });
  });

  it('to read only where there is no log', async () => {
    const server = await started();
    expect(await refusal(server.url, { readOnly: true })).toMatchObject({ reason: 'NoLog' });
    expect(server.log.events).toEqual([]);
  });

  it('to append to, where it was opened to read only', async () => {
    const server = await started();
    await opened(server.url);
    const store = await opened(server.url, { readOnly: true });
    expect(await rejection(store.append('a-1', [event()], 'none'))).toMatchObject({ name: 'StoreReadOnly' });
  });
});

function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
