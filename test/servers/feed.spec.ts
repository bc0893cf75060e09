import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasPostgres } from '#database/testing';
import { EventStream } from '../http/event-stream.harness.ts';
import { openLedger, ZONE } from '../http/harness.ts';
import { answered, build, endAll, startServer, type ServerProcess } from '../http/server.harness.ts';
import { startServers, type Servers } from './servers.ts';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);
const seqs = ({ happened }: EventStream): number[] => happened.map(({ seq }) => seq);

async function define(at: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${at}/api/zones`, { method: 'POST', headers, body: JSON.stringify(ZONE) });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
}

/** Follows as a browser does: comes again where it was cut off, until it has heard of so many events. */
async function followed(addresses: readonly string[], count: number): Promise<number[]> {
  const heard: number[] = [];
  let lastId: string | undefined;
  for (let n = 0; heard.at(-1) !== count;) {
    const headers = lastId === undefined ? undefined : { 'last-event-id': lastId };
    const stream = await answered(() => {
      const address = addresses[n++ % addresses.length] as string;
      return EventStream.open(address, '/api/feed?from=start', headers).catch(() => undefined);
    });
    await stream.until(() => stream.happened.at(-1)?.seq === count).catch(() => undefined);
    heard.push(...seqs(stream));
    lastId = stream.lastId ?? lastId;
    await stream.close();
  }
  return heard;
}

const describeWithPostgres = hasPostgres() ? describe : describe.skip;

describeWithPostgres('the feed of processes with a part of the work each, on EventStoreDB and PostgreSQL', () => {
  let servers: Servers;
  let folder: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    build();
    servers = await startServers({ eventStore: true, database: true });
    folder = mkdtempSync(join(tmpdir(), 'taizhang-feed-'));
    const { eventStore, database } = servers.places;
    environment = { DATA_DIR: folder, EVENT_STORE: eventStore as string, DATABASE_URL: database as string };
  });

  afterAll(async () => {
    await endAll();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (ROLE: string): Promise<ServerProcess> => startServer({ ...environment, ROLE });

  it('is the same at every process, goes on at another one, and survives the end of a process and of the projector', async () => {
    let projector = await start('projector');
    const [one, other] = [await start('api'), await start('api')];
    const following = [
      followed([one.address, other.address], 30),
      followed([other.address], 30),
      followed([other.address], 30),
    ];
    for (let n = 0; n < 10; n++) await define(n % 2 ? one.address : other.address);
    await projector.end('SIGKILL');
    for (let n = 0; n < 10; n++) await define(other.address);
    expect(await one.end('SIGTERM')).toBe(0);
    projector = await start('projector');
    for (let n = 0; n < 10; n++) await define(other.address);
    expect(await Promise.all(following)).toEqual([upTo(30), upTo(30), upTo(30)]);
    const late = await EventStream.open(other.address, '/api/feed?from=28&category=zone');
    expect((await late.events(3)).map(({ seq }) => seq)).toEqual([28, 29, 30]);
    expect(await other.end('SIGTERM')).toBe(0);
    await late.end();
    await projector.end('SIGTERM');
  });
});

describe('the feed while its log is away', () => {
  it('leaves out nothing and tells nothing twice once it is back', async () => {
    const servers = await startServers({ eventStore: true });
    const ledger = await openLedger(undefined, servers.places);
    await ledger.app.nest.listen(0, '127.0.0.1');
    const address = `http://127.0.0.1:${(ledger.app.nest.getHttpServer().address() as AddressInfo).port}`;
    await define(address);
    const following = followed([address], 4);
    while (ledger.app.parts.feed.status().readers === 0) await ledger.get('/health/live');
    await servers.eventStore?.stop();
    expect((await ledger.get('/health/ready')).status).toBe(503);
    await servers.eventStore?.restart();
    while ((await ledger.get('/health/ready')).status !== 200);
    for (let n = 0; n < 3; n++) await define(address);
    expect(await following).toEqual(upTo(4));
    await ledger.close();
    await servers.stop();
  });
});
