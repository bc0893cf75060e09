import { randomUUID } from 'node:crypto';
import {
  fakeTarget,
  LINES,
  newStream,
  onTheWire,
  someEvents,
  type Target,
  type WireMessage,
  type WireRequest,
} from './harness.ts';

const isEvent = (message: WireMessage) => typeof message === 'object' && 'type' in message;
const isCheckpoint = (message: WireMessage) => typeof message === 'object' && 'checkpoint' in message;
const eventsOf = (messages: readonly WireMessage[]) =>
  messages.flatMap((message) => (typeof message === 'object' && 'type' in message ? [message] : []));
const checkpointsOf = (messages: readonly WireMessage[]) =>
  messages.flatMap((message) => (typeof message === 'object' && 'checkpoint' in message ? [message.checkpoint] : []));
/** Events by their revision, the rest by its name. */
const said = (messages: readonly WireMessage[]) =>
  messages.map((message) =>
    typeof message === 'string' ? message : 'type' in message ? Number(message.revision) : 'checkpoint',
  );

describe.each(LINES)('%s', (_name, open) => {
  let target: Target;
  let stream: string;
  beforeAll(async () => (target = await open()));
  afterAll(() => target.dispose());
  beforeEach(() => (stream = newStream()));

  const append = async (count: number, type = 'Counted', to = stream) => {
    const events = someEvents(count, type);
    return (await target.client.appendToStream(to, events, { credentials: target.credentials })).position!.commit;
  };
  /** Messages up to the first for which `last` holds; `act` is done when a message is in, before the next is taken. */
  const until = async (
    request: WireRequest,
    last: (message: WireMessage, all: readonly WireMessage[]) => boolean,
    act: (message: WireMessage) => unknown = () => undefined,
  ) => {
    const seen: WireMessage[] = [];
    for await (const message of onTheWire(target, request)) {
      seen.push(message);
      await act(message);
      if (last(message, seen)) break;
    }
    return seen;
  };
  const caughtUp = (message: WireMessage) => message === 'caughtUp';
  const events = (count: number) => (_message: WireMessage, all: readonly WireMessage[]) =>
    eventsOf(all).length === count;

  describe('contract §1.7: subscriptions to a stream', () => {
    it('confirms, sends what is there, says that it has caught up, and goes on live', async () => {
      await append(3);
      const seen = await until({ stream }, events(5), (message) => caughtUp(message) && append(2));
      expect(said(seen)).toEqual(['confirmation', 0, 1, 2, 'caughtUp', 3, 4]);
    });

    it('starts after its revision', async () => {
      await append(3);
      expect(said(await until({ stream, from: 1n }, caughtUp))).toEqual(['confirmation', 2, 'caughtUp']);
      expect(said(await until({ stream, from: 2n }, caughtUp))).toEqual(['confirmation', 'caughtUp']);
    });

    it('starts at the end as it is when the server confirms', async () => {
      await append(3);
      const seen = await until({ stream, from: 'end' }, isEvent, (message) => caughtUp(message) && append(1));
      expect(said(seen)).toEqual(['confirmation', 'caughtUp', 3]);
    });

    it('waits for a missing stream without an error; 23.10 has caught up only once it is there', async () => {
      const seen = await until({ stream }, events(2), (message) => message === 'confirmation' && append(2));
      if (target.line === '23.10') expect(said(seen)).toEqual(['confirmation', 0, 1]);
      else expect(said(seen)).toEqual(['confirmation', 'caughtUp', 0, 1]);
    });

    it('goes on with a soft-deleted stream when it is reopened', async () => {
      await append(2);
      const seen = await until({ stream }, events(3), async (message) => {
        if (!caughtUp(message) || eventsOf([message]).length > 0) return;
        await target.client.deleteStream(stream);
        await append(1);
      });
      expect(said(seen)).toEqual(['confirmation', 0, 1, 'caughtUp', 2]);
    });

    it('sends the tombstone, then StreamDeleted', async () => {
      await append(1);
      const seen: WireMessage[] = [];
      const run = until(
        { stream },
        () => false,
        (message) => (seen.push(message), caughtUp(message) && target.client.tombstoneStream(stream)),
      );
      await expect(run).rejects.toMatchObject({ code: 9 });
      expect(eventsOf(seen).map(({ type }) => type)).toEqual(['Counted', '$streamDeleted']);
    });
  });

  describe('contract §1.7: subscriptions to $all', () => {
    it('confirms, sends what is there, says that it has caught up, and goes on live', async () => {
      const start = await append(1);
      await append(2);
      const filter = { on: 'stream', prefixes: [stream] } as const;
      const request = { from: start, filter };
      const seen = await until(request, events(4), (message) => caughtUp(message) && append(2));
      expect(said(seen.filter((message) => !isCheckpoint(message)))).toEqual(['confirmation', 1, 2, 'caughtUp', 3, 4]);
    });

    it('sends no checkpoint without a filter', async () => {
      const start = await append(1);
      await append(100);
      const seen = await until({ from: start }, caughtUp);
      expect(seen.filter(isCheckpoint)).toEqual([]);
      expect(eventsOf(seen).filter((event) => event.stream === stream)).toHaveLength(100);
    });

    it('starts after its position, at an event or at a checkpoint', async () => {
      const filter = { on: 'stream', prefixes: [stream], window: 10 } as const;
      const start = await append(1);
      await append(100, 'Counted', newStream());
      await append(30);
      const first = await until({ from: start, filter }, caughtUp);
      const places = [start, ...checkpointsOf(first), ...eventsOf(first).map(({ position }) => position)];
      for (const from of places) {
        const again = eventsOf(await until({ from, filter }, caughtUp));
        expect(again).toEqual(eventsOf(first).filter(({ position }) => position > from));
      }
    });

    it('starts at the end as it is when the server confirms', async () => {
      await append(3);
      const filter = { on: 'stream', prefixes: [stream] } as const;
      const seen = await until({ from: 'end', filter }, isEvent, (message) => caughtUp(message) && append(1));
      expect(said(seen.filter((message) => !isCheckpoint(message)))).toEqual(['confirmation', 'caughtUp', 3]);
    });

    it('has system events among the others', async () => {
      const start = await append(1);
      await target.client.deleteStream(stream);
      const seen = await until({ from: start }, caughtUp);
      expect(eventsOf(seen).map((event) => event.stream)).toContain(`$$${stream}`);
    });

    it('waits at a start beyond the end; 23.10 then forgets it, later lines skip what is before it', async () => {
      const end = await append(1);
      const filter = { on: 'stream', prefixes: [stream] } as const;
      const request = { from: end + 1_000_000n, filter };
      const skips = target.line !== '23.10';
      const seen = await until(request, events(1), async (message) => {
        if (!caughtUp(message)) return;
        await append(1);
        if (skips) while ((await append(100, 'Large')) <= request.from);
      });
      const [first] = eventsOf(seen);
      if (skips) expect(first!.position).toBeGreaterThan(request.from);
      else expect(first!.revision).toBe(1n);
    });
  });

  describe('contract §1.6: filters', () => {
    const category = `f${randomUUID().slice(0, 8)}`;
    let start: bigint;
    beforeAll(async () => {
      start = await append(1, 'Start', `${category}Start-0`);
      await append(1, `${category}Opened`, `${category}One-1`);
      await append(1, `${category}Closed`, `${category}Two-1`);
      await append(1, `${category}Opened`, `x${category}One-1`);
      await append(1, `X${category}Opened`, `${category}One-1`);
    });

    it.each([
      ['type prefix', { on: 'type', prefixes: [`${category}Op`] }, [0, 2]],
      ['type prefixes, either', { on: 'type', prefixes: [`${category}Op`, `${category}Cl`] }, [0, 1, 2]],
      ['type regex, anchored', { on: 'type', regex: `^${category}(Opened|Closed)$` }, [0, 1, 2]],
      ['type regex, not anchored', { on: 'type', regex: `${category}O.*d` }, [0, 2, 3]],
      ['stream prefix', { on: 'stream', prefixes: [`${category}One-`] }, [0, 3]],
      ['stream prefixes, either', { on: 'stream', prefixes: [`${category}One-`, `${category}Two-`] }, [0, 1, 3]],
      ['stream regex', { on: 'stream', regex: `^x?${category}One-\\d+$` }, [0, 2, 3]],
    ] as const)('by %s', async (_kind, filter, wanted) => {
      const all = eventsOf(await until({ from: start, filter: { on: 'stream', regex: category } }, caughtUp));
      const seen = eventsOf(await until({ from: start, filter }, caughtUp));
      expect(seen).toEqual(wanted.map((index) => all[index]));
    });

    it('sends checkpoints that rise over a log in which nothing matches', async () => {
      const from = await append(400);
      await append(400);
      const filter = { on: 'type', prefixes: [`none-${randomUUID()}`], window: 10, interval: 2 } as const;
      const checkpoints = checkpointsOf(await until({ from, filter }, caughtUp));
      expect(checkpoints.length).toBeGreaterThanOrEqual(19);
      expect(checkpoints).toEqual([...checkpoints].sort((a, b) => Number(a - b)));
      expect(checkpoints[0]! > from).toBe(true);
    });

    it('sends no match after a checkpoint at or beyond its position, caught up or live', async () => {
      const from = await append(1);
      const fill = async () => {
        for (let n = 0; n < 20; n++) {
          await append(7);
          await append(1, 'Wanted');
        }
      };
      await fill();
      const filter = { on: 'type', prefixes: ['Wanted'], window: 5 } as const;
      const seen = await until({ from, filter }, events(40), (message) => caughtUp(message) && fill());
      let last = from;
      for (const message of seen) {
        if (typeof message !== 'object') continue;
        if ('checkpoint' in message) expect(message.checkpoint >= last).toBe(true);
        else expect(message.position > last).toBe(true);
        last = 'checkpoint' in message ? message.checkpoint : message.position;
      }
      expect(seen.filter(isCheckpoint).length).toBeGreaterThan(40);
    });

    it('fails where the checkpoint interval is 0', async () => {
      const filter = { on: 'type', prefixes: ['A'], interval: 0 } as const;
      await expect(until({ filter }, () => false)).rejects.toMatchObject({ code: 2 });
    });
  });
});

/** What only a log without other writers lets a test say exactly. */
describe('the fake alone, contract §1.6 and §1.7', () => {
  const targets: Target[] = [];
  const open = async (version: string) => {
    const target = await fakeTarget({ version });
    targets.push(target);
    return target;
  };
  afterEach(() => Promise.all(targets.splice(0).map((target) => target.dispose())));
  const wanted = (positions: readonly number[]) => positions.map(BigInt);
  /** Twenty events that match nothing, and the positions at which they stand. */
  const filled = async (version: string) => {
    const target = await open(version);
    target.server.log.fill(20, () => ({ stream: 'other', type: 'Other' }));
    return { target, positions: target.server.log.events.map(({ position }) => position) };
  };
  const filter = { on: 'type', prefixes: ['Wanted'], window: 3, interval: 2 } as const;

  it('23.10: checkpoints every interval × window events, where the page began, and none at the end', async () => {
    const { target, positions } = await filled('23.10.6');
    const seen: WireMessage[] = [];
    for await (const message of onTheWire(target, { filter })) {
      seen.push(message);
      if (message === 'caughtUp') break;
    }
    // Pages of three: 0–2, 3–5, 6–8 …; a checkpoint after each second one, and the last page is short.
    expect(checkpointsOf(seen)).toEqual(wanted([positions[3]!, positions[9]!, positions[15]!]));
  });

  it('24.10: one more checkpoint when it has caught up', async () => {
    const { target, positions } = await filled('24.10.0');
    const seen: WireMessage[] = [];
    for await (const message of onTheWire(target, { filter })) {
      seen.push(message);
      if (message === 'caughtUp') break;
    }
    expect(checkpointsOf(seen)).toEqual(wanted([positions[3]!, positions[9]!, positions[15]!, positions[18]!]));
  });

  it.each(['23.10.6', '24.10.0'])('%s, live: a checkpoint at every interval × window-th event', async (version) => {
    const target = await open(version);
    const seen: WireMessage[] = [];
    for await (const message of onTheWire(target, { filter, from: 'end' })) {
      seen.push(message);
      if (message === 'caughtUp') target.server.log.fill(20, () => ({ stream: 'other', type: 'Other' }));
      if (checkpointsOf(seen).length === 3) break;
    }
    const positions = target.server.log.events.map(({ position }) => position);
    expect(checkpointsOf(seen)).toEqual(wanted([positions[5]!, positions[11]!, positions[17]!]));
  });

  const large = 'x'.repeat(4000);
  const backlog = 2000;
  /** A consumer that stops reading once it has caught up, while more is appended than anybody buffers. */
  const stalled = async (version: string) => {
    const target = await open(version);
    const { server } = target;
    server.log.fill(1, () => ({ stream: 'first', type: 'Large' }));
    const messages: WireMessage[] = [];
    const subscription = onTheWire(target, {});
    for (;;) {
      const { value } = (await subscription.next()) as { value: WireMessage };
      messages.push(value);
      if (value === 'caughtUp') break;
    }
    const sent = server.messagesSent();
    for (let n = 0; n < backlog; n++) {
      server.log.fill(1, () => ({ stream: 'second', type: 'Large', data: { large } }));
      if (n % 10 === 0) await target.client.appendToStream('other', someEvents(1), { credentials: target.credentials });
    }
    return { target, subscription, messages, sent };
  };

  it('holds back what a stalled consumer does not take', async () => {
    const { target, subscription, sent } = await stalled('24.10.0');
    expect(target.server.messagesSent() - sent).toBeLessThan(200);
    await subscription.return(undefined);
  });

  it('24.10: a consumer that fell behind gets everything, and has caught up once more', async () => {
    const { target, subscription, messages } = await stalled('24.10.0');
    for await (const message of subscription) {
      messages.push(message);
      if (message === 'caughtUp' && eventsOf(messages).length === target.server.log.events.length) break;
    }
    const positions = eventsOf(messages).map(({ position }) => position);
    expect(positions).toEqual(target.server.log.events.map(({ position }) => BigInt(position)));
    expect(messages.filter((message) => message === 'caughtUp').length).toBeGreaterThan(1);
    expect(messages).not.toContain('fellBehind');
  });

  it('23.10: a consumer that fell behind is dropped, ABORTED, and nothing before that is missing', async () => {
    const { target, subscription, messages } = await stalled('23.10.6');
    const run = async () => {
      for await (const message of subscription) messages.push(message);
    };
    await expect(run()).rejects.toThrow(/^10 ABORTED: Operation timed out: Consumer too slow/);
    const positions = eventsOf(messages).map(({ position }) => position);
    const all = target.server.log.events.map(({ position }) => BigInt(position));
    expect(positions.length).toBeLessThan(all.length);
    expect(positions).toEqual(all.slice(0, positions.length));
  });
});
