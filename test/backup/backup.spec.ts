import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { backUp } from '../../apps/cli/src/backup/back-up.ts';
import { startServer } from '../../apps/server/src/start-server.ts';
import type { StoredEvent } from '#kernel';
import { given, openLedger, type Ledger } from '../http/harness.ts';
import { build } from '../http/server.harness.ts';
import {
  answers,
  answersIn,
  everything,
  eventsIn,
  exec,
  fill,
  freshFolder,
  run,
  type Folder,
  type Story,
} from './harness.ts';

describe('a ledger backed up and restored', () => {
  let folder: Folder;
  let ledger: Ledger;
  beforeAll(() => build());
  let opened: Ledger[];
  beforeEach(async () => {
    folder = freshFolder();
    opened = [];
    ledger = await open('ledger');
  });
  afterEach(async () => {
    for (const one of opened) await one.app.close();
    folder.remove();
  });

  const open = async (name: string): Promise<Ledger> => {
    const one = await openLedger(folder.at(name));
    opened.push(one);
    return one;
  };

  const backedUp = async (name = 'backup') => {
    expect(await run(ledger.dataDir, 'backup', folder.at(name))).toMatchObject({ code: 0 });
    return folder.at(name);
  };

  it('answers as before, at the same seq, with views of its own, and goes on from there', async () => {
    const story = await fill(ledger);
    const parts = ['', '/timeline', '/events'].map((part) => `projects/${story.projectId}${part}`);
    const asked = [...everything(story), ...parts];
    const before = await answers(ledger, asked);
    for (const [i, answer] of before.entries()) expect([asked[i], answer['items']]).not.toEqual([asked[i], []]);
    const backup = await backedUp();
    const events = await eventsIn({ file: folder.at('ledger/log.db') });
    const restored = await run(folder.at('restored'), 'restore', backup);
    expect(restored).toMatchObject({ code: 0, said: { log: { events: events.length }, kept: { people: 1 } } });
    expect(existsSync(folder.at('restored/views'))).toBe(false);
    expect(await eventsIn({ file: folder.at('restored/log.db') })).toEqual(events);
    const again = await open('restored');
    expect(await answers(again, asked)).toEqual(before);
    const person = await again.get(`/api/people/${story.personId}`).expect(200);
    expect(person.body).toMatchObject({ name: '王示例', phone: '138****5678' });
    await again.post(`/api/projects/${story.projectId}/complete`, { on: '2026-10' }).expect(201);
  });

  it('is another log: nothing that was given out for the one before is taken', async () => {
    const { projectId } = await fill(ledger);
    await given(ledger, { name: '第二个项目' });
    const backup = await backedUp();
    const signed = await ledger.post(`/api/projects/${projectId}/complete`, { on: '2026-10' }).expect(201);
    const { after } = signed.body as { after: string };
    const { next } = (await ledger.get(`/api/projects?limit=1&after=${after}`).expect(200)).body as { next: string };
    await run(folder.at('restored'), 'restore', backup);
    const again = await open('restored');
    // As long as the log was when they were given out, and longer.
    for (let n = 0; n < 3; n++) {
      for (const path of [`projects?limit=1&after=${after}`, `feed?after=${after}`]) {
        expect((await again.get(`/api/${path}`).expect(400)).body).toMatchObject({ code: 'AfterTokenForeign' });
      }
      await again.get(`/api/projects?limit=1&cursor=${next}`).expect(400);
      await given(again, { name: `之后的项目${n}` });
    }
    expect(meta(folder.at('restored/log.db'))).toMatchObject({ restored_from: storeIdIn(folder.at('ledger/log.db')) });
    await run(folder.at('twice'), 'restore', backup);
    const ids = ['ledger', 'restored', 'twice'].map((name) => storeIdIn(folder.at(`${name}/log.db`)));
    expect(new Set(ids).size).toBe(3);
  });

  it('decides a repeated command by its events: those that are there are found, the others come anew', async () => {
    const { projectId } = await fill(ledger);
    const path = `/api/projects/${projectId}`;
    const send = (to: Ledger, key: string, verb: string, body: object) =>
      to.post(`${path}/${verb}`, body, { 'idempotency-key': key });
    const early = await send(ledger, 'early', 'complete', { on: '2026-10' }).expect(201);
    const backup = await backedUp();
    await send(ledger, 'late', 'start-production', { on: '2026-11' }).expect(201);
    // Rests on the event that is not in the backup, and is kept.
    await send(ledger, 'refused', 'start-production', { on: '2026-10' }).expect(409);
    await send(ledger, 'refused', 'start-production', { on: '2026-10' }).expect('idempotency-replayed', 'true');
    await run(folder.at('restored'), 'restore', backup);
    const again = await open('restored');
    const events = await again.events();
    const found = await send(again, 'early', 'complete', { on: '2026-10' }).expect('idempotency-replayed', 'true');
    expect(found.body).toMatchObject({ eventIds: (early.body as { eventIds: string[] }).eventIds });
    expect(await again.events()).toBe(events);
    await send(again, 'refused', 'start-production', { on: '2026-10' }).expect(201);
    await send(again, 'late', 'start-production', { on: '2026-11' }).expect(409);
  });

  it('has every event that was acknowledged before, and everybody whom its events name, though commands go on', async () => {
    const story = await fill(ledger);
    const { projectId } = story;
    for (let round = 0; round < 3; round++) {
      const before = (await eventsIn({ file: folder.at('ledger/log.db') })).length;
      let done = false;
      const working = busy(ledger, projectId, () => done);
      const backup = await backedUp(`backup${round}`).finally(() => (done = true));
      const commands = await working;
      const target = folder.at(`restored${round}`);
      const { code, said } = await run(target, 'restore', backup);
      expect(code).toBe(0);
      const all = await eventsIn({ file: folder.at('ledger/log.db') });
      const kept = await eventsIn({ file: `${target}/log.db` });
      expect(kept).toEqual(all.slice(0, kept.length));
      expect(kept.length).toBeGreaterThanOrEqual(before);
      expect(commands).toBeGreaterThan(0);
      expect((said['log'] as { events: number }).events).toBe(kept.length);
      const again = await open(`restored${round}`);
      const named = kept.flatMap(peopleIn);
      expect(named.length).toBeGreaterThan(0);
      expect((await again.app.parts.registry.people.getPeople(named)).size).toBe(new Set(named).size);
      expect(count(`${target}/kept.db`, 'answers')).toBe(0);
      const as = asKnownAt(kept, story);
      expect(await answers(again, as)).toEqual(await answers(ledger, as));
    }
  });

  it('reads who people are when the log is copied, not before', async () => {
    await fill(ledger);
    const events = await ledger.events();
    let isCopied = false;
    const manifest = await backUp({
      places: { dataDir: ledger.dataDir },
      folder: folder.at('backup'),
      clock: () => ledger.time.now,
      onProgress: (done, of) => {
        if (isCopied || done < of) return;
        isCopied = true;
        exec(folder.at('ledger/kept.db'), `insert into people values ('late', '后来的人', null, null, '后来的人')`);
        exec(
          folder.at('ledger/log.db'),
          `insert into events select position + 1, 'late', 0, 'late', type, data, metadata from events order by position desc limit 1`,
        );
      },
    });
    expect(manifest).toMatchObject({ log: { events }, kept: { people: 2 } });
    await run(folder.at('restored'), 'restore', folder.at('backup'));
    expect(await (await open('restored')).app.parts.registry.people.exists('late')).toBe(true);
  });

  it('takes keys along, with their permissions, and prints nothing of them', async () => {
    await fill(ledger);
    mkdirSync(folder.at('ledger/keys/2026'), { recursive: true });
    writeFileSync(folder.at('ledger/keys/2026/tree.pem'), 'geheim-1');
    writeFileSync(folder.at('ledger/sign.key'), 'geheim-2');
    chmodSync(folder.at('ledger/keys/2026/tree.pem'), 0o400);
    chmodSync(folder.at('ledger/sign.key'), 0o640);
    const backedUp = await run(ledger.dataDir, 'backup', folder.at('backup'));
    expect(backedUp.text).not.toMatch(/geheim|digest/);
    expect(statSync(folder.at('backup')).mode & 0o777).toBe(0o700);
    expect(statSync(folder.at('backup/log.db')).mode & 0o777).toBe(0o600);
    await run(folder.at('restored'), 'restore', folder.at('backup'));
    for (const [name, mode, text] of [
      ['keys/2026/tree.pem', 0o400, 'geheim-1'],
      ['sign.key', 0o640, 'geheim-2'],
    ] as const) {
      expect(statSync(folder.at(`restored/${name}`)).mode & 0o777).toBe(mode);
      expect(readFileSync(folder.at(`restored/${name}`), 'utf8')).toBe(text);
    }
  });

  it('may be empty, and may be served by nobody', async () => {
    const backup = await backedUp();
    expect(await run(folder.at('restored'), 'restore', backup)).toMatchObject({
      code: 0,
      said: { log: { events: 0 } },
    });
    await ledger.app.close();
    expect(await run(ledger.dataDir, 'backup', folder.at('quiet'))).toMatchObject({ code: 0 });
    expect(await answersIn(folder.at('restored'))).toEqual(await answersIn(folder.at('ledger')));
    const places = { dataDir: backup };
    const serving = startServer({ places, role: 'all', host: '127.0.0.1', port: 0, logLevel: 'silent' });
    await expect(serving).rejects.toMatchObject({ code: 'FolderUnusable' });
  });
});

/** People who are defined and at once named by an event, and commands whose refusals are kept. Answers how many were done. */
async function busy(ledger: Ledger, projectId: string, isDone: () => boolean): Promise<number> {
  let commands = 0;
  while (!isDone()) {
    const n = commands++;
    const person = await ledger.post('/api/people', { name: `人员${n}`, phone: '13800000000' }).expect(201);
    const personId = (person.body as { id: string }).id;
    const { projectId: other } = await given(ledger, { name: `项目${n}` });
    await ledger.post(`/api/projects/${other}/assign-leader`, { personId, lead: true, from: '2026-01-01' }).expect(201);
    const path = `/api/projects/${projectId}/sign`;
    await ledger.post(path, { on: '2026-05-01' }, { 'idempotency-key': `k${n}` }).expect(409);
  }
  return commands;
}

const PROJECTS_ASKED = 5;

/** Questions on a ledger as it was known when it had no more than these events. */
function asKnownAt(events: readonly Pick<StoredEvent, 'stream'>[], story: Story): string[] {
  const streams = new Set(events.map(({ stream }) => stream).filter((stream) => stream.startsWith('project-')));
  const projects = [...streams].slice(-PROJECTS_ASKED).map((stream) => `projects/${stream.slice('project-'.length)}`);
  return [...projects.map((path) => `${path}?knownAt=${events.length}`), ...everything(story, events.length)];
}

function peopleIn({ data }: Pick<StoredEvent, 'data'>): string[] {
  return typeof data['personId'] === 'string' ? [data['personId']] : [];
}

function rows<T>(file: string, sql: string): T[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const found = database.prepare(sql).all() as T[];
  database.close();
  return found;
}

function meta(file: string): Record<string, string> {
  const found = rows<{ key: string; value: string }>(file, 'select key, value from meta');
  return Object.fromEntries(found.map(({ key, value }) => [key, value]));
}

const storeIdIn = (file: string): string => meta(file)['store_id'] as string;
const count = (file: string, table: string): number =>
  rows<{ n: number }>(file, `select count(*) as n from ${table}`)[0]?.n ?? -1;
