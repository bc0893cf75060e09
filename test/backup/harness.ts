import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore, type LogPlace } from '#event-store';
import { digestOf, type JsonObject, type StoredEvent } from '#kernel';
import { given, openLedger, type Ledger } from '../http/harness.ts';
import { build } from '../http/server.harness.ts';
import { taizhang, type Ended } from '../import/command-line.ts';

/** Paths in a folder of a test's own. */
export interface Folder {
  at(name: string): string;
  remove(): void;
}

export function freshFolder(): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-backup-'));
  return { at: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** `taizhang <command> … --json` on a data folder: its exit code and its document. */
export async function run(
  dataDir: string,
  ...args: readonly string[]
): Promise<{ code: number | null; said: JsonObject; error: string | undefined; text: string }> {
  return answerOf(await taizhang([...args, '--json'], dataDir).ended);
}

export function answerOf({ code, stdout, stderr }: Ended) {
  const said = JSON.parse(stdout || '{}') as JsonObject & { error?: { code: string } };
  return { code, said, error: said.error?.code, text: stdout + stderr };
}

export interface Story {
  readonly zoneId: string;
  readonly projectId: string;
  readonly personId: string;
}

/** A zone, a person, and a project with a course that was corrected. */
export async function fill(ledger: Ledger): Promise<Story> {
  const { zoneId, projectId } = await given(ledger);
  const person = await ledger.post('/api/people', { name: '王示例', phone: '13812345678' }).expect(201);
  const personId = (person.body as { id: string }).id;
  const path = `/api/projects/${projectId}`;
  const signed = await ledger.post(`${path}/sign`, { on: '2025-02-01' }).expect(201);
  await ledger.post(`${path}/assign-leader`, { personId, lead: true, from: '2025-01-01' }).expect(201);
  const [factId] = (signed.body as { eventIds: string[] }).eventIds;
  await ledger.post(`${path}/correct`, { factId, data: { on: '2025-03-01' }, reason: '笔误' }).expect(201);
  await ledger.post(`${path}/start-construction`, { on: '2025-09' }).expect(201);
  await ledger.post(`${path}/plan-milestone`, { milestone: 'completed', on: '2027-03' }).expect(201);
  const target = { scope: `zone:${zoneId}`, period: '2026', indicator: 'completed', value: 5 };
  await ledger.post('/api/targets', target).expect(201);
  return { zoneId, projectId, personId };
}

const LISTS = [
  'projects?limit=100',
  'projects/summary?',
  'leaders?limit=50',
  'findings?limit=50',
  'findings/summary?',
  'deadlines?days=365',
  'targets?limit=50',
];

/** Everything that a ledger with a story answers, as of now or as of a point. */
export function everything({ personId }: Pick<Story, 'personId'>, knownAt?: number): string[] {
  const more = [
    `leaders/${personId}?`,
    'projects/compare?fromKnownAt=3',
    'projects/compare/summary?fromKnownAt=3',
    'projects/summary/series?by=month&clock=effective&from=2025-01-01&to=2026-10-31',
  ];
  return [...LISTS, ...more].map((path) => (knownAt === undefined ? path : `${path}&knownAt=${knownAt}`));
}

type Answer = Readonly<Record<string, unknown>>;

/** What a ledger says of itself when its views know all of it, tokens and cursors aside. */
export async function answers(ledger: Ledger, asked = LISTS): Promise<Answer[]> {
  await settled(ledger);
  const found: unknown[] = [];
  for (const path of asked) found.push((await ledger.get(`/api/${path}`).expect(200)).body);
  const volatile = new Set(['next', 'after', 'lag', 'cursor']);
  const plain = JSON.stringify(found, (key, value: unknown) => (volatile.has(key) ? undefined : value));
  return JSON.parse(plain) as Answer[];
}

/** Opens a ledger, asks it, and closes it. */
export async function answersIn(dataDir: string): Promise<unknown> {
  const ledger = await openLedger(dataDir);
  try {
    return await answers(ledger);
  } finally {
    await ledger.app.close();
  }
}

async function settled(ledger: Ledger): Promise<void> {
  const { position } = (await ledger.app.parts.store.readLast()) ?? { position: 0n };
  for (const { view } of ledger.app.parts.projection.status()) {
    expect(await ledger.app.parts.views.waitFor(view, position, 60_000)).toBe(true);
  }
}

/** All events of a log, without where they stand in it. */
export async function eventsIn(place: LogPlace): Promise<Omit<StoredEvent, 'position'>[]> {
  const store = await openEventStore(place, { readOnly: true });
  const all: Omit<StoredEvent, 'position'>[] = [];
  for await (const { position: _, ...event } of store.readAll()) all.push(event);
  await store.close();
  return all;
}

/** Makes a copy of a backup with a change to it. */
export function altered(folder: Folder, backup: string, change: (copy: string) => void): string {
  const copy = folder.at('altered');
  rmSync(copy, { recursive: true, force: true });
  cpSync(backup, copy, { recursive: true });
  change(copy);
  return copy;
}

/** Writes another manifest, with the digest that fits it. */
export function rewriteManifest(backup: string, change: (manifest: Record<string, never>) => void): void {
  const file = join(backup, 'manifest.json');
  const { digest: _, ...said } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, never>;
  change(said);
  writeFileSync(file, JSON.stringify({ ...said, digest: digestOf(said) }));
}

/** What is in a folder but the lock that anybody who looks at it leaves there. */
export const contents = (folder: string): string[] => readdirSync(folder).filter((name) => name !== 'server.lock');

/** Changes a file of SQLite by hand. */
export function exec(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

/** A ledger in the folder `ledger` with a key, and its backup in the folder `backup`. */
export async function backedUpLedger(): Promise<{ readonly folder: Folder; readonly backup: string }> {
  build();
  const folder = freshFolder();
  mkdirSync(folder.at('ledger/keys'), { recursive: true });
  writeFileSync(folder.at('ledger/keys/tree.pem'), 'geheim');
  const ledger = await openLedger(folder.at('ledger'));
  await fill(ledger);
  await ledger.app.close();
  expect(await run(folder.at('ledger'), 'backup', folder.at('backup'))).toMatchObject({ code: 0 });
  return { folder, backup: folder.at('backup') };
}
