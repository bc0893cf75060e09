import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import request from 'supertest';
import { createApp } from '../../apps/server/src/app.ts';
import { given, openLedger, ZONE, type Ledger } from './harness.ts';

/** The file of a view, opened beside the projector. */
function fileOf(ledger: Ledger, view: string): DatabaseSync {
  const folder = join(ledger.dataDir, 'views');
  const name = readdirSync(folder).find((one) => one.startsWith(`${view}-v`) && one.endsWith('.db')) ?? '';
  return new DatabaseSync(join(folder, name));
}

/** Asks until the answer has the status; the test's own time limit ends a wait in vain. */
async function reasons(ledger: Pick<Ledger, 'get'>, status: 200 | 503): Promise<string> {
  for (;;) {
    const answer = await ledger.get('/health/ready');
    const { params } = answer.body as { params?: { reasons: string } };
    if (answer.status === status) return params?.reasons ?? '';
  }
}

describe('a log that cannot be reached', () => {
  it('is a 503 that says that trying again is safe, and makes the server not ready', async () => {
    const ledger = await openLedger();
    await ledger.app.parts.store.close();
    const answer = await ledger.post('/api/zones', ZONE, { 'Idempotency-Key': 'later' }).expect(503);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.body).toMatchObject({ code: 'StoreUnavailable', status: 503 });
    const ready = await ledger.get('/health/ready').expect(503);
    expect(ready.body).toMatchObject({
      code: 'NotReady',
      params: { reasons: expect.stringContaining('log:') as string },
    });
    await ledger.get('/health/live').expect(200);
    await ledger.close();
  });
});

describe('a view that cannot be written', () => {
  let ledger: Ledger;

  beforeEach(async () => {
    ledger = await openLedger();
  });

  afterEach(() => ledger.close());

  it('makes the server not ready, with the event named, where its tables refuse one', async () => {
    const logged: unknown[] = [];
    ledger.app.logger.error = (entry: object) => void ('stopped' in entry && logged.push(entry));
    const file = fileOf(ledger, 'project-ledger');
    file.exec("CREATE TRIGGER no BEFORE INSERT ON segments BEGIN SELECT RAISE(ABORT, 'no room'); END");
    file.close();
    const { projectId } = await given(ledger);
    const said = await reasons(ledger, 503);
    expect(said).toMatch(/^view project-ledger: stopped at \{/);
    expect(said).toContain(`"stream":"project-${projectId}"`);
    expect(said).toContain('"message":"no room"');
    const stopped = expect.objectContaining({ stream: `project-${projectId}`, message: 'no room' }) as object;
    expect(logged).toEqual([expect.objectContaining({ view: 'project-ledger', stopped })]);
    const { text } = await ledger.get('/metrics').expect(200);
    expect(text).toMatch(/taizhang_view_state\{view="project-ledger",version="\d+",state="stopped"\} 1/);
  });

  it('makes the server not ready while it fails again and again, and ready once it does not', async () => {
    expect(await reasons(ledger, 200)).toBe('');
    const file = fileOf(ledger, 'project-ledger');
    file.exec('BEGIN IMMEDIATE');
    await given(ledger);
    const said = await reasons(ledger, 503);
    file.close();
    expect(said).toMatch(/^view project-ledger: (live|catching-up), failing for \d+ ms: database is locked$/);
    expect(await reasons(ledger, 200)).toBe('');
  });
});

describe('views that are behind their log when the server starts, as a kill may leave them', () => {
  const PROJECTS = 200;

  it('make the server not ready until they have seen what was acknowledged', async () => {
    const first = await openLedger();
    const { dataDir } = first;
    const { zoneId } = await given(first);
    await reasons(first, 200);
    await first.app.close();
    const older = mkdtempSync(join(tmpdir(), 'taizhang-views-'));
    cpSync(join(dataDir, 'views'), older, { recursive: true });
    const second = await openLedger(dataDir);
    const register = (_: unknown, n: number) => second.post('/api/projects', { name: `项目${n}`, zoneId }).expect(201);
    await Promise.all(Array.from({ length: PROJECTS }, register));
    await second.app.close();
    rmSync(join(dataDir, 'views'), { recursive: true });
    cpSync(older, join(dataDir, 'views'), { recursive: true });

    const app = await createApp({ dataDir });
    const get = (path: string) => request(app.nest.getHttpServer() as never).get(path);
    await reasons({ get }, 200);
    const summary = await get('/api/projects/summary');
    await app.close();
    for (const folder of [older, dataDir]) rmSync(folder, { recursive: true });
    expect(summary.body).toMatchObject({ projects: PROJECTS + 1 });
  });
});
