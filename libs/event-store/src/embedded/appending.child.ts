import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { openEmbeddedStore } from '#event-store';

// Another process (or thread) with the log open, for the tests. Each line of standard input is an order; each gets one line.

/** Append an event of each size at once, each to a stream of its own, so many times over. */
interface Order {
  readonly sizes: readonly number[];
  readonly times: number;
}

const [file, prefix] = process.argv.slice(2) as [string, string];
const store = await openEmbeddedStore({ file });
const revisions: (bigint | 'none')[] = [];

console.log('open');
for await (const line of createInterface({ input: process.stdin })) {
  const { sizes, times } = JSON.parse(line) as Order;
  let results: string[] = [];
  for (let time = 0; time < times; time++) results = await Promise.all(sizes.map(appendOne));
  console.log(JSON.stringify(results));
}
await store.close();

async function appendOne(size: number, index: number): Promise<string> {
  const event = { id: randomUUID(), type: 'Grown', data: { text: 'x'.repeat(size) }, metadata: {} };
  try {
    revisions[index] = (await store.append(`${prefix}-${index}`, [event], revisions[index] ?? 'none')).revision;
    return 'ok';
  } catch (error) {
    return (error as Error).name;
  }
}
