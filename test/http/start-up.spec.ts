import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEmbeddedStore } from '#event-store';
import type { StartCode } from '../../apps/server/src/start-failure.ts';
import { ZONE } from './harness.ts';
import { build, endAll, failedStart, readiness, startServer } from './server.harness.ts';

let folder: string;
let folders = 0;
beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'taizhang-start-'));
});
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fresh = (): string => join(folder, `data-${++folders}`);
const post = (address: string, body: object, headers = {}) =>
  fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Once the server takes no connection any more. */
async function refused(address: string): Promise<void> {
  const { hostname, port } = new URL(address);
  for (;;) {
    const socket = connect(Number(port), hostname);
    const taken = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    socket.destroy();
    if (!taken) return;
  }
}

/** What a printed `curl` line asks. */
function asPrinted(line: string): () => Promise<Response> {
  const [, address = ''] = /(http:\/\/[^\s']+)/.exec(line) ?? [];
  const headers = Object.fromEntries(
    [...line.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name, value]) => [name, value]),
  );
  const [, body] = /-d '([^']+)'/.exec(line) ?? [];
  return () =>
    fetch(address, body === undefined ? {} : { method: 'POST', headers: headers as Record<string, string>, body });
}

describe('a server', () => {
  it('prints its address and three things to try that work, on an empty ledger and again on a full one', async () => {
    const { address, said } = await startServer({ DATA_DIR: fresh() });
    await readiness({ address }, 200);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const things = said.split('\n').filter((line) => /^ {2}\d\. /.test(line));
    expect(things).toHaveLength(3);
    for (const round of [1, 2]) {
      for (const line of things) {
        const answer = await asPrinted(line)();
        expect([round, line, answer.status]).toEqual([round, line, line.includes('-X POST') ? 201 : 200]);
      }
    }
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends cleanly on %s, and nothing that was answered is lost',
    async (signal) => {
      const DATA_DIR = fresh();
      const first = await startServer({ DATA_DIR });
      const zone = await post(`${first.address}/api/zones`, ZONE, { 'Idempotency-Key': 'kept' });
      expect(zone.status).toBe(201);
      expect(await first.end(signal)).toBe(0);
      const second = await startServer({ DATA_DIR });
      const again = await post(`${second.address}/api/zones`, ZONE, { 'Idempotency-Key': 'kept' });
      expect([await again.text(), again.headers.get('idempotency-replayed')]).toEqual([await zone.text(), 'true']);
    },
  );

  it('ends cleanly, with what is under way finished, however often it is told to', async () => {
    const { address, end } = await startServer({ DATA_DIR: fresh() });
    const body = JSON.stringify(ZONE);
    const underWay = request(`${address}/api/zones`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        Expect: '100-continue',
      },
    });
    underWay.flushHeaders();
    const answer = once(underWay, 'response') as Promise<[IncomingMessage]>;
    await once(underWay, 'continue'); // the server has taken the request and waits for its body
    void end('SIGINT');
    await refused(address);
    void end('SIGINT');
    const code = end('SIGTERM');
    await refused(address);
    underWay.end(body);
    expect([(await answer)[0].statusCode, await code]).toEqual([201, 0]);
  });

  it('lets commands of the command line open its folder beside it', async () => {
    const DATA_DIR = fresh();
    const { address } = await startServer({ DATA_DIR });
    await post(`${address}/api/zones`, ZONE);
    const store = await openEmbeddedStore({ file: join(DATA_DIR, 'log.db') });
    expect(await store.readLast()).toMatchObject({ type: 'ZoneDefined' });
    await store.close();
  });

  it('of which the process was killed leaves its folder free', async () => {
    const DATA_DIR = fresh();
    const killed = await startServer({ DATA_DIR });
    await killed.end('SIGKILL');
    const next = await startServer({ DATA_DIR });
    expect((await fetch(`${next.address}/health/live`)).status).toBe(200);
  });
});

describe('a server that cannot start says why in one line, and ends with 1:', () => {
  async function gives(environment: Record<string, string>, why: RegExp, failure: StartCode): Promise<void> {
    const { code, lines, said } = await failedStart(environment);
    expect({ code, lines, said }).toEqual({ code: 1, lines: [expect.stringMatching(why) as string], said: '' });
    expect(lines[0]).toMatch(/[\u4e00-\u9fff].* \/ [\x20-\x7e]*/);
    expect(lines[0]).toMatch(new RegExp(`\\[${failure}\\]$`));
  }

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await gives({ DATA_DIR: fresh(), PORT: String(port) }, new RegExp(`127\\.0\\.0\\.1:${port} is taken`), 'PortTaken');
    other.close();
  });

  it('a second server on the same folder', async () => {
    const DATA_DIR = fresh();
    const first = await startServer({ DATA_DIR });
    await gives({ DATA_DIR }, /another server is using the data folder/, 'FolderLocked');
    expect((await fetch(`${first.address}/health/live`)).status).toBe(200);
  });

  it('a folder that cannot be written', async () => {
    const file = fresh();
    writeFileSync(file, 'no folder');
    await gives({ DATA_DIR: join(file, 'data') }, /cannot be written/, 'FolderNotWritable');
    await gives({ DATA_DIR: file }, /cannot be written/, 'FolderNotWritable');
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('a folder on a file system that takes none', async () => {
    await gives({ DATA_DIR: '/proc/x' }, /cannot be written/, 'FolderNotWritable');
    await gives({ DATA_DIR: '/proc/x/y/z' }, /cannot be written/, 'FolderNotWritable');
  });

  it('a folder of a newer format', async () => {
    const DATA_DIR = fresh();
    mkdirSync(DATA_DIR);
    writeFileSync(join(DATA_DIR, 'format'), '2\n');
    await gives({ DATA_DIR }, /has format "2", this program knows 1/, 'FolderTooNew');
  });

  it('a log, and a registry, of a newer version', async () => {
    const DATA_DIR = fresh();
    await (await startServer({ DATA_DIR })).end('SIGTERM');
    change(join(DATA_DIR, 'kept.db'), `insert into migrations values (999, 'later', 'sha256:0', 0)`);
    await gives({ DATA_DIR }, /written by a newer version/, 'FolderTooNew');
    change(join(DATA_DIR, 'log.db'), 'pragma user_version = 99');
    await gives({ DATA_DIR }, /written by a newer version/, 'FolderTooNew');
  });

  it('a log that is none', async () => {
    const DATA_DIR = fresh();
    mkdirSync(DATA_DIR);
    writeFileSync(join(DATA_DIR, 'log.db'), 'x'.repeat(10_000));
    await gives({ DATA_DIR }, /the data folder cannot be used/, 'FolderUnusable');
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.org', '128.0.0.1'])(
    'an address that others can reach: %s',
    (HOST) => gives({ DATA_DIR: fresh(), HOST }, /HOST=.*loopback only/, 'WrongEnvironment'),
  );

  it('an environment that is wrong, every value of it named', () =>
    gives(
      {
        DATA_DIR: fresh(),
        PORT: '70000',
        ROLE: 'boss',
        EVENT_STORE: 'esdb://admin:secret@',
        DATABASE_URL: 'mysql://admin:secret@x',
        LOG_LEVEL: 'loud',
      },
      /PORT="70000".*EVENT_STORE \(.*DATABASE_URL \(postgres:.*ROLE="boss".*LOG_LEVEL="loud"/,
      'WrongEnvironment',
    ));

  it('a part of the work alone without a server for the views', () =>
    gives({ DATA_DIR: fresh(), ROLE: 'projector' }, /ROLE="projector".*DATABASE_URL/, 'WrongEnvironment'));
});

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
