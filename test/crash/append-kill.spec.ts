import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoredEvent } from '#kernel';
import { openEmbeddedStore } from '#event-store';

const KILLS = 200;
const LANES = 2;
const ACKS_MAX = 120;
const SCRIPT = fileURLToPath(new URL('./append-kill.child.ts', import.meta.url));

/** What a killed process had been told is on disk. */
interface Acknowledged {
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  readonly ids: readonly string[];
}

it(`S2: loses nothing acknowledged, leaves no half batch and gives no position twice in ${KILLS} kills in the middle of appends`, async () => {
  const lanes = Array.from({ length: LANES }, (_, lane) => killOver(lane, KILLS / LANES));
  const acknowledged = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
  expect(acknowledged).toBeGreaterThan(KILLS);
}, 600_000);

/** One log that process after process appends to and dies over; checked after each. Answers how many appends were acknowledged. */
async function killOver(lane: number, kills: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'append-kill-'));
  const file = join(folder, 'log.db');
  let [acknowledged, after] = [0, 0n];
  const seen: Place[] = [];
  try {
    for (let kill = 0; kill < kills; kill++) {
      const acks = await appendUntilKilled(file, ((kill * LANES + lane) * 7919) % ACKS_MAX);
      const events = await read(file, after);
      check(events, acks);
      seen.push(...events.map(placeOf));
      acknowledged += acks.length;
      after = events.at(-1)?.position ?? after;
    }
    checkPlaces((await read(file, 0n)).map(placeOf), seen);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return acknowledged;
}

/** Starts a process and kills it, as the power would, once it has had so many appends acknowledged and is at the next ones. */
async function appendUntilKilled(file: string, acksBefore: number): Promise<Acknowledged[]> {
  const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  // What a process has compiled, the next one need not: most of its life would be that.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dirname(file), 'compiled') };
  const child = spawn(process.execPath, [...flags, SCRIPT, file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const acks: Acknowledged[] = [];
  let begun = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    // What it still says until it is dead counts as well, but not a line that the kill cut off.
    const lines = `${begun}${text as string}`.split('\n');
    begun = lines.pop() ?? '';
    acks.push(...lines.map((line) => JSON.parse(line) as Acknowledged));
    if (acks.length > acksBefore) child.kill('SIGKILL');
  }
  expect((await exit)[1]).toBe('SIGKILL');
  return acks;
}

async function read(file: string, after: bigint): Promise<StoredEvent[]> {
  const store = await openEmbeddedStore({ file, readOnly: true });
  const events: StoredEvent[] = [];
  for await (const event of store.readAll({ after })) events.push(event);
  await store.close();
  return events;
}

type Place = readonly [position: bigint, id: string];
const placeOf = ({ position, id }: StoredEvent): Place => [position, id];

/** What stood at a position after one kill stands there after all of them: no position is given twice. */
function checkPlaces(all: readonly Place[], seen: readonly Place[]): void {
  expect(all.every(([position], i) => position > (all[i - 1]?.[0] ?? 0n))).toBe(true);
  expect(all.map(String)).toEqual(seen.map(String));
}

/** `events` is what the log has gained; every stream in it is new. */
function check(events: readonly StoredEvent[], acks: readonly Acknowledged[]): void {
  const ids = events.map((event) => event.id);
  expect(new Set(ids).size).toBe(ids.length);
  const byStream = Map.groupBy(events, (event) => event.stream);
  for (const inStream of byStream.values()) {
    expect(inStream.map((event) => event.revision)).toEqual(inStream.map((_, n) => BigInt(n)));
  }
  for (const batch of Map.groupBy(events, (event) => event.data['batch']).values()) {
    expect(batch).toHaveLength(batch[0]?.data['size'] as number);
  }
  for (const ack of acks) {
    const last = byStream.get(ack.stream)?.[Number(ack.revision)];
    expect(String(last?.position)).toBe(ack.position);
    const first = Number(ack.revision) - ack.ids.length + 1;
    expect(
      byStream
        .get(ack.stream)
        ?.slice(first, first + ack.ids.length)
        .map((event) => event.id),
    ).toEqual(ack.ids);
  }
}
