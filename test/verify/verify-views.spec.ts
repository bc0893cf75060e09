import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers';
import pg from 'pg';
import { hasPostgres } from '#database/testing';
import { projectLedger, VIEWS } from '#views';
import { ZONE } from '../http/harness.ts';
import { build, endAll, readiness, startServer, type ServerProcess } from '../http/server.harness.ts';
import { taizhang, type Ended } from '../import/command-line.ts';
import { startServers, type Servers } from '../servers/servers.ts';

/** Files; and servers, where one process answers and another one projects. */
const PLACES = [
  ['files', { roles: ['all'] }],
  ...(hasPostgres() ? [['PostgreSQL', { database: true, roles: ['projector', 'api'] }] as const] : []),
] as const;
/** Every view is built once more, on a machine that may have other things to do. */
const WAIT_MS_MAX = 600_000;
const ALL = ['sequence', ...VIEWS.map(({ name }) => name)];

beforeAll(() => build());

describe.each(PLACES)('taizhang verify views, on %s', (_, { roles, ...which }) => {
  let servers: Servers;
  let folder: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    servers = await startServers(which);
    folder = mkdtempSync(join(tmpdir(), 'taizhang-verify-test-'));
    const { database } = servers.places;
    environment = { DATA_DIR: folder, TMPDIR: folder, ...(database !== undefined && { DATABASE_URL: database }) };
    const { code, stderr } = await run('demo', '--no-serve');
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    await startAll();
    await endAll();
  }, WAIT_MS_MAX);

  afterEach(() => endAll());

  afterAll(async () => {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: readonly string[]): Promise<Ended> => taizhang(args, folder, environment).ended;
  const verify = async (...args: string[]): Promise<{ code: number | null; said: Said }> => {
    const { code, stdout, stderr } = await run('verify', 'views', '--json', ...args);
    expect(stderr).toBe('');
    return { code, said: JSON.parse(stdout) as Said };
  };
  /** The last process is the one that answers. */
  const startAll = async (): Promise<ServerProcess[]> => {
    const started: ServerProcess[] = [];
    for (const ROLE of roles) started.push(await startServer({ ...environment, ROLE }));
    await readiness(started[0] as ServerProcess, 200);
    return started;
  };
  /** Runs a statement on the projects of the ledger, behind everybody's back. */
  const tamper = async (statement: string): Promise<void> => {
    const place = `${projectLedger.name}-v${projectLedger.version}`;
    const url = environment['DATABASE_URL'];
    if (url === undefined) {
      const file = new DatabaseSync(join(folder, 'views', `${place}.db`));
      file.exec(statement);
      return file.close();
    }
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`SET search_path TO view_${place.replaceAll('-', '_')}; ${statement}`);
    } finally {
      await client.end();
    }
  };

  it(
    'finds every view equal while commands come in and are projected',
    async () => {
      const api = (await startAll()).at(-1) as ServerProcess;
      const load = new Load(api);
      const loading = load.run();
      await load.more(20);
      const before = load.accepted;
      const { code, said } = await verify();
      const during = load.accepted - before;
      load.stop();
      await loading;
      expect(said.views.filter(({ outcome }) => outcome !== 'equal')).toEqual([]);
      expect([code, said.equal, said.views.map(({ view }) => view)]).toEqual([0, true, ALL]);
      expect(during).toBeGreaterThan(0);
      expect(readdirSync(folder).filter((name) => name.startsWith('taizhang-verify-'))).toEqual([]);
    },
    WAIT_MS_MAX,
  );

  it(
    'names what somebody has changed, and is content once the views are built anew',
    async () => {
      await tamper(`UPDATE segments SET stage = 99 WHERE known_from = (SELECT max(known_from) FROM segments)`);
      const { code, said } = await verify('--view', projectLedger.name);
      expect([code, said.equal]).toEqual([1, false]);
      const key = { known_from: expect.any(Number) as number };
      expect(said.views).toMatchObject([
        {
          view: projectLedger.name,
          outcome: 'different',
          difference: { table: 'segments', kind: 'changed', key, column: 'stage', running: 99 },
        },
      ]);
      const shown = await run('verify', 'views', '--view', 'sequence', '--view', projectLedger.name);
      expect([shown.code, shown.stdout]).toEqual([
        1,
        expect.stringMatching(/sequence: 一致 .*\n.*不一致[^]*segments[^]*known_from=\d+[^]*stage[^]*running 99/),
      ]);
      expect(shown.stderr).toMatch(/taizhang rebuild.*\[ViewsDiffer\]/);
      expect((await run('rebuild')).code).toBe(0);
      expect(await verify('--view', projectLedger.name)).toMatchObject({
        code: 1,
        said: { views: [{ outcome: 'not-compared', reason: 'missing' }] },
      });
      await startAll();
      expect(await verify('--view', projectLedger.name)).toMatchObject({ code: 0, said: { equal: true } });
    },
    WAIT_MS_MAX,
  );

  it(
    'cleans up after one that was killed',
    async () => {
      await (await startAll()).at(-1)?.end('SIGTERM');
      const left = () => readdirSync(folder).filter((name) => name.startsWith('taizhang-verify-'));
      const { ended, kill } = taizhang(['verify', 'views'], folder, environment);
      while (left().length === 0) await new Promise((resolve) => nextTurn(resolve));
      kill();
      expect((await ended).code).toBeNull();
      expect(left()).toHaveLength(1);
      expect((await run('verify', 'views', '--view', 'sequence')).code).toBe(0);
      expect(left()).toEqual([]);
    },
    WAIT_MS_MAX,
  );

  it(
    'stops when it is told to, and says so',
    async () => {
      const left = () => readdirSync(folder).filter((name) => name.startsWith('taizhang-verify-'));
      const { ended, kill } = taizhang(['verify', 'views'], folder, environment);
      while (left().length === 0) await new Promise((resolve) => nextTurn(resolve));
      kill('SIGINT');
      expect(await ended).toMatchObject({ code: 1, stderr: expect.stringContaining('[VerifyStopped]') as string });
      expect(left()).toEqual([]);
    },
    WAIT_MS_MAX,
  );

  it(
    'knows its views, and says where there is no ledger',
    async () => {
      const wrong = await run('verify', 'views', '--view', 'nobody', '--json');
      expect([wrong.code, JSON.parse(wrong.stdout)]).toMatchObject([2, { error: { code: 'WrongUsage' } }]);
      expect((await run('verify', 'views', 'nobody')).code).toBe(2);
      expect((await run('verify')).code).toBe(2);
      const nowhere = await taizhang(['verify', 'views'], join(folder, 'nowhere'), {
        ...environment,
        DATA_DIR: join(folder, 'nowhere'),
      }).ended;
      expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('[NoSuchLedger]')]);
      expect(readdirSync(folder)).not.toContain('nowhere');
    },
    WAIT_MS_MAX,
  );
});

interface Said {
  readonly equal: boolean;
  readonly views: readonly { readonly view: string; readonly outcome: string }[];
}

/** Projects that are registered, signed and corrected one after the other, until it is stopped. */
class Load {
  accepted = 0;
  private readonly api: ServerProcess;
  private stopped = false;
  private awaited: { readonly accepted: number; readonly resolve: () => void }[] = [];

  constructor(api: ServerProcess) {
    this.api = api;
  }

  async run(): Promise<void> {
    const { id: zoneId } = await this.post('/api/zones', { ...ZONE, name: '核对区' });
    for (let n = 0; !this.stopped; n++) {
      const { id } = await this.post('/api/projects', { name: `压力项目${n}`, zoneId });
      await this.post(`/api/projects/${id}/sign`, { on: '2026-03-01' });
      await this.post(`/api/projects/${id}/supply-land`, { on: '2026-04', area: 100, mode: 'auction' });
      await this.post(`/api/projects/${id}/start-construction`, { on: '2026-05-01' });
    }
  }

  async more(commands: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.awaited.push({ accepted: this.accepted + commands, resolve });
    await promise;
  }

  stop(): void {
    this.stopped = true;
  }

  private async post(path: string, body: object): Promise<{ readonly id: string }> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.api.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
    this.accepted++;
    for (const { accepted, resolve } of this.awaited) if (accepted <= this.accepted) resolve();
    return (await answer.json()) as { id: string };
  }
}
