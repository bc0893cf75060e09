import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterToken } from '#http';
import { answerOf, EventStream, textOf, type Happened } from './event-stream.harness.ts';
import { given, openLedger, ZONE, type Ledger } from './harness.ts';

let ledger: Ledger;
let address: string;
const open: EventStream[] = [];

async function listening(on: Ledger): Promise<string> {
  await on.app.nest.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${(on.app.nest.getHttpServer().address() as AddressInfo).port}`;
}

async function follow(path = '/api/feed', headers: Readonly<Record<string, string>> = {}): Promise<EventStream> {
  open.push(await EventStream.open(address, path, headers));
  return open.at(-1) as EventStream;
}

async function refusal(
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number | undefined; code: string; errors?: { field: string; code: string }[] }> {
  const answer = await answerOf(address, path, headers);
  const body = JSON.parse(await textOf(answer)) as { code: string };
  return { ...body, status: answer.statusCode };
}

const seqs = (events: readonly Happened[]): number[] => events.map(({ seq }) => seq);
const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

beforeEach(async () => {
  ledger = await openLedger();
  address = await listening(ledger);
});

afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
  await ledger.close();
});

/** Events of a category that no view takes, each so large, and only as fast as a reader takes them. */
async function write(count: number, bytes: number, reader: EventStream): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const event = { id: randomUUID(), type: 'Noted', data: { text: 'x'.repeat(bytes) }, metadata: {} };
    await ledger.app.parts.store.append(`note-${randomUUID()}`, [event], 'none');
    await reader.events(n);
  }
}

describe('the feed', () => {
  it('tells the log in its order, from the first event on, each event with its number and as it stands in the log', async () => {
    const { projectId } = await given(ledger);
    const stream = await follow('/api/feed?from=start');
    expect(stream.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-request-id': expect.any(String) as string,
    });
    const [, registered] = await stream.events(2);
    const page = await ledger.get(`/api/projects/${projectId}/events?after=${registered?.after}`).expect(200);
    const { items } = page.body as { items: object[] };
    expect(registered).toEqual({ category: 'project', after: stream.lastId, ...items[0] });
    expect(seqs(stream.happened)).toEqual([1, 2]);
  });

  it('begins now where nothing is said, at an event that is named, and at the next one', async () => {
    const { projectId } = await given(ledger);
    await (await follow('/api/feed?from=start')).events(2);
    const [now, second, next] = [await follow(), await follow('/api/feed?from=2'), await follow('/api/feed?from=3')];
    await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-03-01' }).expect(201);
    expect(seqs(await now.events(1))).toEqual([3]);
    expect(seqs(await second.events(2))).toEqual([2, 3]);
    expect(seqs(await next.events(1))).toEqual([3]);
  });

  it('goes on right after the token that it is given, in the header before the address, or by the answer to a command', async () => {
    const { projectId } = await given(ledger);
    const first = await follow('/api/feed?from=start');
    const [zone] = await first.events(2);
    await first.close();
    const told = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-03-01' }).expect(201);
    const { after } = told.body as { after: string };
    const headers = { 'last-event-id': first.lastId as string };
    const byHeader = await follow(`/api/feed?after=${zone?.after}`, headers);
    const byAddress = await follow(`/api/feed?after=${zone?.after}`);
    const byHeaderFromStart = await follow('/api/feed?from=start', headers);
    const byAnswer = await follow(`/api/feed?after=${after}`);
    await ledger.post('/api/zones', ZONE).expect(201);
    expect(seqs(await byHeader.events(2))).toEqual([3, 4]);
    expect(seqs(await byHeaderFromStart.events(2))).toEqual([3, 4]);
    expect(seqs(await byAddress.events(3))).toEqual([2, 3, 4]);
    expect(seqs(await byAnswer.events(1))).toEqual([4]);
  });

  it('shows each reader what it asks for, and lets it resume behind what it did not', async () => {
    // What is told between two beats is told without one.
    ledger.app.parts.feed.beat = () => undefined;
    const { zoneId, projectId } = await given(ledger);
    const other = await ledger.post('/api/projects', { name: '另一项目', zoneId }).expect(201);
    const paths = {
      'category=zone': [1],
      'category=zone,project': [1, 2, 3, 4],
      [`project=${projectId}`]: [2, 4],
      'type=ProjectRegistered': [2, 3],
      'type=ProjectRegistered,ProjectSigned': [2, 3, 4],
      [`project=${projectId}&type=ProjectRegistered`]: [2],
      [`category=zone&project=${projectId}`]: [],
    };
    const asked = Object.entries(paths);
    const early = await Promise.all(asked.map(([path]) => follow(`/api/feed?from=start&${path}`)));
    const signed = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-03-01' }).expect(201);
    const { after } = signed.body as { after: string };
    // Who comes later reads the log instead of what is kept in memory.
    const all = await follow('/api/feed?from=start');
    await all.events(4);
    await Promise.all(open.map((stream) => stream.close()));
    const late = await Promise.all(asked.map(([path]) => follow(`/api/feed?from=start&${path}`)));
    for (const [i, [path, wanted]] of asked.entries()) {
      const stream = late[i] as EventStream;
      await stream.until(() => stream.lastId === after);
      expect([path, seqs(stream.happened)]).toEqual([path, wanted]);
      expect([path, wanted.slice(0, early[i]?.happened.length)]).toEqual([path, seqs(early[i]?.happened ?? [])]);
    }
    const { lastId } = late.at(-1) as EventStream;
    const resumed = await follow(`/api/feed`, { 'last-event-id': lastId as string });
    await ledger.post(`/api/projects/${(other.body as { id: string }).id}/sign`, { on: '2026-03-02' }).expect(201);
    expect(seqs(await resumed.events(1))).toEqual([5]);
  });

  it('tells a reader between its events how far the log is, so that it need not read it again', async () => {
    const stream = await follow('/api/feed?category=person');
    await stream.until(() => stream.lastId !== undefined);
    await given(ledger);
    const all = await follow('/api/feed?from=start');
    const [, registered] = await all.events(2);
    const { comments } = all;
    ledger.app.parts.feed.beat();
    await stream.until(() => stream.lastId === registered?.after);
    await all.until(() => all.comments === comments + 1);
    expect(stream.happened).toEqual([]);
  });

  it('tells all readers everything once and in order while many write', async () => {
    const { zoneId } = await given(ledger);
    const streams = [await follow('/api/feed?from=start')];
    const writers = Array.from({ length: 5 }, async (_, writer) => {
      for (let n = 0; n < 10; n++) {
        await ledger.post('/api/projects', { name: `项目${writer}-${n}`, zoneId }).expect(201);
        if (writer === 0) streams.push(await follow('/api/feed?from=start'));
      }
    });
    await Promise.all(writers);
    for (const stream of streams) expect(seqs(await stream.events(52))).toEqual(upTo(52));
  });

  it('goes on after the server was started again', async () => {
    await given(ledger);
    const before = await follow('/api/feed?from=start');
    await before.events(2);
    ledger = await ledger.restarted();
    await before.end();
    address = await listening(ledger);
    await ledger.post('/api/zones', ZONE).expect(201);
    const after = await follow('/api/feed', { 'last-event-id': before.lastId as string });
    expect(seqs(await after.events(1))).toEqual([3]);
  });

  it('drops a reader that does not take what it is sent, and goes on for the others', async () => {
    const [slow, other] = [await follow(), await follow()];
    slow.stall();
    // More than the buffers of both ends of a connection hold.
    await write(50, 500_000, other);
    expect(seqs(other.happened)).toEqual(upTo(50));
    const { text } = await ledger.get('/metrics').expect(200);
    expect(text).toMatch(/taizhang_feed_dropped_total\{reason="slow"\} 1/);
    expect(text).toMatch(/taizhang_feed_readers 2/);
    expect(Number(/taizhang_feed_waiting_bytes (\d+)/.exec(text)?.[1])).toBeLessThan(1_000_000);
    slow.answer.resume();
    await slow.end();
    expect(slow.told.at(-1)).toMatchObject({ event: 'dropped', data: '{"reason":"slow"}' });
    const again = await follow('/api/feed', { 'last-event-id': slow.lastId as string });
    await again.until(() => again.happened.at(-1)?.seq === 50);
    expect(seqs([...slow.happened, ...again.happened])).toEqual(upTo(50));
  });

  it('holds up no end of the server, whether its readers take what they are sent or not', async () => {
    const [stalled, other] = [await follow(), await follow()];
    stalled.stall();
    await write(20, 500_000, other);
    const failures: unknown[] = [];
    ledger.app.logger.error = (error: unknown) => void failures.push(error);
    await ledger.app.close();
    await other.end();
    expect([other.comments, failures]).toEqual([1, []]);
    expect(ledger.app.parts.feed.status().waitingBytes).toBe(0);
  });

  it('lets go of everything when its readers have gone', async () => {
    const streams = [await follow(), await follow('/api/feed?from=start')];
    expect(ledger.app.parts.feed.status().readers).toBe(2);
    for (const stream of streams) await stream.close();
    for (let readers = 2; readers > 0; readers = ledger.app.parts.feed.status().readers) {
      await ledger.get('/health/live').expect(200);
    }
    expect(ledger.app.parts.feed.status()).toEqual({ readers: 0, waitingBytes: 0 });
  });
});

describe('what cannot be followed', () => {
  const token = (storeId: string, position: bigint) => encodeURIComponent(afterToken(storeId, position));

  it('is said by its code', async () => {
    await given(ledger);
    await (await follow('/api/feed?from=start')).events(2);
    const { storeId } = ledger.app.parts.store;
    const { position: last = 0n } = (await ledger.app.parts.store.readLast()) ?? {};
    const answers: Record<string, [status: number, code: string]> = {
      'after=nonsense': [400, 'AfterTokenInvalid'],
      [`after=${token(randomUUID(), 1n)}`]: [400, 'AfterTokenForeign'],
      [`after=${token(storeId, 2n ** 62n)}`]: [400, 'AfterTokenUnknown'],
      [`after=${token(storeId, last - 1n)}`]: [400, 'AfterTokenUnknown'],
      'from=4': [400, 'KnownSeqAhead'],
    };
    for (const [query, [status, code]] of Object.entries(answers)) {
      expect([query, await refusal(`/api/feed?${query}`)]).toEqual([query, expect.objectContaining({ status, code })]);
    }
    const header = { 'last-event-id': 'nonsense' };
    expect(await refusal('/api/feed?from=start', header)).toMatchObject({ status: 400, code: 'AfterTokenInvalid' });
    expect(await refusal('/api/feed', { accept: 'application/json' })).toMatchObject({
      status: 406,
      code: 'NotAcceptable',
    });
  });

  it('is named by its field', async () => {
    const faults = [
      ['from=0', 'from', 'NotAFeedStart'],
      ['from=-1', 'from', 'NotAFeedStart'],
      ['from=1.5', 'from', 'NotAFeedStart'],
      ['from=99999999999999999999', 'from', 'NotAFeedStart'],
      ['from=start&after=v1.x', 'from', 'NotBoth'],
      ['from=1&from=2', 'from', 'NotAFeedStart'],
      ['type=ProjectPainted', 'type', 'NotOneOf'],
      ['type=ProjectSigned,ProjectSigned', 'type', 'TwiceInList'],
      ['category=', 'category', 'NotOneOf'],
      ['project=x', 'project', 'NotAnId'],
      ['limit=1', 'limit', 'UnknownField'],
    ];
    for (const [query, field, code] of faults) {
      const { status, errors } = await refusal(`/api/feed?${query}`);
      expect([query, status, errors]).toEqual([query, 400, [expect.objectContaining({ field, code })]]);
    }
  });

  it('is asked for by its head alone, which ends at once', async () => {
    const answer = await answerOf(address, '/api/feed', {}, 'HEAD');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(await textOf(answer)).toBe('');
    expect(ledger.app.parts.feed.status().readers).toBe(0);
  });
});

it('the OpenAPI document says what the feed takes and gives', async () => {
  const document = await ledger.get('/api/openapi.json').expect(200);
  const { paths, components } = document.body as {
    paths: Record<string, { get: { parameters: { name: string }[]; responses: Record<string, object> } }>;
    components: { schemas: Record<string, object> };
  };
  const feed = paths['/api/feed']?.get;
  const names = feed?.parameters.map(({ name }) => name).sort();
  expect(names).toEqual(['Last-Event-ID', 'after', 'category', 'from', 'project', 'type']);
  expect(feed?.responses['200']).toMatchObject({ content: { 'text/event-stream': {} } });
  expect(Object.keys(components.schemas)).toContain('FeedEventShape');
});
