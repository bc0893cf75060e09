import type { AddressInfo } from 'node:net';
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
const upTo = (last: number, from = 1): number[] => Array.from({ length: last - from + 1 }, (_, i) => from + i);

beforeEach(async () => {
  ledger = await openLedger();
  address = await listening(ledger);
});

afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
  await ledger.close();
});

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
    const { body } = await ledger.get(`/api/projects/${projectId}/events?after=${registered?.after}`).expect(200);
    const { items } = body as { items: object[] };
    expect(registered).toEqual({ category: 'project', after: stream.lastId, ...items[0] });
    expect(seqs(stream.happened)).toEqual([1, 2]);
  });
});
