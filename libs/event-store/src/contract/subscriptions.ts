import type { StoredEvent } from '#kernel';
import { PositionBeyondLog } from '../errors.ts';
import type { SubscriptionMessage } from '../port.ts';
import { collect, dawdle, event, events, eventsOf, idsOf, rejection, seeded, until } from './harness.ts';
import type { Log } from './harness.ts';

export function subscriptionCases(log: () => Log): void {
  const mine = () => ({ after: log().start, filter: { streams: [log().prefix] } });
  /** So many appends of 100 events each; every 100th event has the type `Rare`. */
  async function hundreds(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      const batch = [...events(99), event(n, { type: 'Rare' })];
      await log().store.append(log().stream('many'), batch, n === 0 ? 'none' : BigInt(n * 100 - 1));
    }
  }
  const caughtUp = (message: SubscriptionMessage) => message.kind === 'caughtUp';

  it('75 from-start-then-live — three old, caughtUp, two new', async () => {
    const { store, stream } = log();
    await store.append(stream('a'), events(3), 'none');
    const kinds: string[] = [];
    for await (const message of store.subscribe(mine())) {
      if (message.kind === 'checkpoint') continue;
      kinds.push(message.kind === 'event' ? `${message.event.revision}` : message.kind);
      if (message.kind === 'caughtUp') await store.append(stream('a'), events(2), 2n);
      if (kinds.includes('4')) break;
    }
    expect(kinds).toEqual(['0', '1', '2', 'caughtUp', '3', '4']);
  });

  it('76 exclusive-start — after revision 1 comes 2', async () => {
    const { store, stream } = log();
    await store.append(stream('a'), events(4), 'none');
    const second = (await collect(store.readStream(stream('a'))))[1] as StoredEvent;
    const seen = eventsOf(await until(store, { ...mine(), after: second.position }, caughtUp));
    expect(seen.map((one) => one.revision)).toEqual([2n, 3n]);
  });

  it('77 from-end — only what is new', async () => {
    const { store, stream } = log();
    const { position } = await store.append(stream('a'), events(2), 'none');
    const seen: StoredEvent[] = [];
    for await (const message of store.subscribe({ ...mine(), after: position })) {
      if (message.kind === 'caughtUp') await store.append(stream('a'), [event(7)], 1n);
      if (message.kind !== 'event') continue;
      seen.push(message.event);
      break;
    }
    expect(seen.map((one) => one.data)).toEqual([{ n: 7 }]);
  });

  it('78 missing-stream-waits — the event arrives when it is appended', async () => {
    const { store, stream, start } = log();
    const waiting = until(store, { after: start, filter: { streams: [stream('later')] } }, (m) => m.kind === 'event');
    await store.append(stream('a'), [event()], 'none');
    await store.append(stream('later'), [event(5)], 'none');
    expect(eventsOf(await waiting).map((one) => one.data)).toEqual([{ n: 5 }]);
  });

  it('79 resume-no-loss-no-gap — a consumer that dies 100 times misses nothing and repeats only what it had not kept', async () => {
    const { store, stream, start } = log();
    const sent = events(300);
    await store.append(stream('a'), sent, 'none');
    const random = seeded(79);
    const seen: StoredEvent[] = [];
    let kept = start;
    for (let death = 0; death < 100; death++) {
      let life = 1 + Math.floor(random() * 8);
      for await (const message of store.subscribe({ after: kept, filter: { streams: [stream('a')] } })) {
        if (message.kind === 'caughtUp' || life-- === 0) break;
        if (message.kind === 'event') {
          if (message.event.position <= kept) throw new Error('repeated what was kept');
          seen.push(message.event);
        }
        const position = message.kind === 'event' ? message.event.position : message.position;
        if (random() < 0.9) kept = position;
      }
    }
    seen.push(...eventsOf(await until(store, { after: kept, filter: { streams: [stream('a')] } }, caughtUp)));
    const firsts = seen.filter((one, i) => seen.findIndex((other) => other.id === one.id) === i);
    expect(idsOf(firsts)).toEqual(idsOf(sent));
  });

  it('80 checkpoint-never-ahead — with a filter that matches 1 %', async () => {
    await hundreds(30);
    const { store, stream } = log();
    await store.append(stream('many'), events(50), 2999n);
    const filter = { types: ['Rare'] };
    const rare = (await collect(store.readAll({ ...mine(), filter }))).map((one) => one.position);
    const handled = new Set<bigint>();
    let checkpoints = 0;
    for await (const message of store.subscribe({ ...mine(), filter })) {
      if (message.kind === 'caughtUp') break;
      await dawdle();
      if (message.kind === 'event') handled.add(message.event.position);
      if (message.kind !== 'checkpoint') continue;
      checkpoints++;
      expect(rare.filter((position) => position <= message.position && !handled.has(position))).toEqual([]);
    }
    expect(handled.size).toBe(30);
    expect(checkpoints).toBeGreaterThan(0);
  });

  it('81 checkpoint-advances-without-matches — 10 000 others', async () => {
    await hundreds(100);
    const { store, start } = log();
    const head = (await store.readLast())?.position as bigint;
    const options = { after: start, filter: { types: ['Absent'] } };
    const messages = await until(
      store,
      options,
      (m) => m.kind === 'checkpoint' && m.position > start + (head - start) / 2n,
    );
    expect(eventsOf(messages)).toEqual([]);
    const points = messages.flatMap((m) => (m.kind === 'checkpoint' ? [m.position] : []));
    expect(points).toEqual(points.toSorted((x, y) => Number(x - y)));
  });

  it('81 checkpoint-advances-without-matches — live too, and only over what is there', async () => {
    const { store, stream, start } = log();
    const points: bigint[] = [];
    let appended = 0n;
    for await (const message of store.subscribe({ after: start, filter: { types: ['Absent'] } })) {
      if (message.kind === 'caughtUp') appended = (await store.append(stream('a'), events(3), 'none')).position;
      if (message.kind === 'checkpoint') points.push(message.position);
      if (appended > 0n && points.at(-1) === appended) break;
    }
    expect(points.every((position) => position <= appended)).toBe(true);
  });

  it('82 caughtUp-after-events — a slow handler has handled the last old event', async () => {
    await hundreds(12);
    let handled = 0;
    for await (const message of log().store.subscribe(mine())) {
      if (message.kind === 'caughtUp') break;
      if (handled % 100 === 0) await dawdle();
      if (message.kind === 'event') handled++;
    }
    expect(handled).toBe(1200);
  });

  it('83 burst — 10 000 live while the handler is busy, all and in order', async () => {
    const { store } = log();
    const numbers: bigint[] = [];
    for await (const message of store.subscribe(mine())) {
      if (message.kind === 'caughtUp' && numbers.length === 0) await hundreds(100);
      if (message.kind === 'event') numbers.push(message.event.revision);
      if (numbers.length === 10_000) break;
    }
    expect(numbers.every((revision, i) => revision === BigInt(i))).toBe(true);
  });

  it('84 abort-signal — ends the subscription, waiting or not', async () => {
    const { store, stream } = log();
    await store.append(stream('a'), events(5), 'none');
    const waiting = new AbortController();
    const seen: string[] = [];
    for await (const message of store.subscribe({ ...mine(), signal: waiting.signal })) {
      seen.push(message.kind);
      if (message.kind === 'caughtUp') setImmediate(() => waiting.abort());
    }
    expect(seen.filter((kind) => kind === 'event')).toHaveLength(5);
    const busy = new AbortController();
    let count = 0;
    for await (const message of store.subscribe({ ...mine(), signal: busy.signal })) {
      if (message.kind === 'event' && ++count === 2) busy.abort();
    }
    expect(count).toBe(2);
    expect(await collect(store.subscribe({ ...mine(), signal: AbortSignal.abort() }))).toEqual([]);
  });

  it('84 abort-signal — return() ends a pull that is waiting', async () => {
    const messages = log().store.subscribe(mine());
    const iterator = messages[Symbol.asyncIterator]();
    for (let ready = false; !ready;) {
      const pulled = await iterator.next();
      ready = pulled.done === true || pulled.value.kind === 'caughtUp';
    }
    const pull = iterator.next();
    await iterator.return?.();
    expect((await pull).done).toBe(true);
    expect(await log().idle()).toBe(true);
  });

  it('87 two-subscribers — the same sequence, also on another handle', async () => {
    await hundreds(3);
    const second = await log().openSecond();
    const last = (m: SubscriptionMessage) => m.kind === 'event' && m.event.revision === 499n;
    const both = Promise.all([log().store, log().store, second].map((store) => until(store, mine(), last)));
    const { store, stream } = log();
    await store.append(stream('many'), events(100), 299n);
    await second.append(stream('many'), events(100), 399n);
    const [one, two, three] = (await both).map((messages) => idsOf(eventsOf(messages)));
    expect(one).toHaveLength(500);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });

  it('88 handler-throws — the error comes out, everything is let go, and the event comes again', async () => {
    const { store, stream } = log();
    await store.append(stream('a'), events(3), 'none');
    let kept = log().start;
    const broken = async () => {
      for await (const message of store.subscribe(mine())) {
        if (message.kind !== 'event') continue;
        if (message.event.revision === 1n) throw new Error('cannot take it');
        kept = message.event.position;
      }
    };
    expect(await rejection(broken())).toMatchObject({ message: 'cannot take it' });
    expect(await log().idle()).toBe(true);
    const again = eventsOf(await until(store, { ...mine(), after: kept }, caughtUp));
    expect(again.map((one) => one.revision)).toEqual([1n, 2n]);
  });

  it('a position that the log has not reached is refused, never waited for', async () => {
    const { position } = await log().store.append(log().stream('a'), [event()], 'none');
    const beyond = until(log().store, { after: position + 1n }, () => true);
    expect(await rejection(beyond)).toBeInstanceOf(PositionBeyondLog);
  });

  it('close ends a subscription that waits', async () => {
    const done = collect(log().store.subscribe(mine()));
    await log().store.append(log().stream('a'), [event()], 'none');
    await log().store.close();
    expect(
      (await done).every((message) => message.kind !== 'event' || message.event.stream === log().stream('a')),
    ).toBe(true);
  });
}
