import { setImmediate } from 'node:timers';
import { promisify } from 'node:util';
import { Follower, SILENCE_MS_MAX, type FeedState, type Opened } from './follower.ts';

/** Lets everything happen that waits for nothing else. */
const turn = promisify(setImmediate);

/** A page whose server answers as the test says, and whose clock is the test's. */
function page() {
  const addresses: string[] = [];
  const states: FeedState[] = [];
  const opened: Opened[] = [];
  const heard: number[] = [];
  const timers = new Set<{ readonly work: () => void; readonly ms: number }>();
  const answers: (Response | 'no answer')[] = [];
  let lost = 0;
  let now = 0;
  const follower = new Follower({
    fetch: (address, { signal }) => {
      addresses.push(address);
      const answer = answers.shift() ?? 'no answer';
      if (answer === 'no answer') return Promise.reject(new TypeError('Failed to fetch'));
      signal?.addEventListener('abort', () => void answer.body?.cancel().catch(() => undefined));
      return Promise.resolve(answer);
    },
    later: (work, ms) => {
      const timer = { work, ms };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    now: () => now,
    became: (state) => void states.push(state),
    opened: (how) => void opened.push(how),
    heard: ({ seq }) => void heard.push(seq),
    at: () => undefined,
    lost: () => lost++,
  });
  /** Runs what was put off by `ms`. */
  const after = async (ms: number): Promise<void> => {
    for (const timer of [...timers].filter((one) => one.ms === ms)) {
      timers.delete(timer);
      timer.work();
    }
    await turn();
  };
  const connection = () => {
    let say: (text: string) => void = () => undefined;
    let end: () => void = () => undefined;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        say = (text) => controller.enqueue(new TextEncoder().encode(text));
        end = () => controller.close();
      },
    });
    answers.push(new Response(body));
    return {
      say: async (text: string) => {
        say(text);
        await turn();
      },
      end: async () => {
        end();
        await turn();
      },
    };
  };
  return {
    follower,
    addresses,
    states,
    opened,
    heard,
    answers,
    after,
    connection,
    lost: () => lost,
    pass: (ms: number) => void (now += ms),
  };
}

const event = (seq: number): string => `id: t${seq}\ndata: {"seq":${seq}}\n\n`;

describe('following the ledger', () => {
  it('hears what happens, and goes on where it was when the server comes back', async () => {
    const { follower, addresses, states, opened, heard, after, connection } = page();
    const first = connection();
    follower.connect();
    await turn();
    await first.say(event(1));
    await first.end();
    expect(states).toEqual(['live', 'reconnecting']);
    await after(1_000); // nobody is there
    const second = connection();
    await after(2_000);
    await second.say(event(2));
    expect(addresses).toEqual(['/api/feed', '/api/feed?after=t1', '/api/feed?after=t1']);
    expect(heard).toEqual([1, 2]);
    expect(states).toEqual(['live', 'reconnecting', 'live']);
    expect(opened).toEqual(['first', 'resumed']);
    follower.part();
  });

  it('is stale when nobody answers for a while, until somebody does', async () => {
    const { follower, states, after, connection } = page();
    follower.connect();
    await turn();
    await after(15_000);
    expect(states).toEqual(['stale']);
    connection();
    await after(1_000);
    expect(states).toEqual(['stale', 'live']);
    follower.part();
  });

  it('takes a silent connection for a dead one, as after sleep; heartbeats keep it', async () => {
    const { follower, addresses, pass, connection } = page();
    const slept = connection();
    follower.connect();
    await turn();
    await slept.say('id: t7\n\n');
    pass(SILENCE_MS_MAX);
    await slept.say(':\n\n');
    pass(SILENCE_MS_MAX);
    follower.check();
    expect(addresses).toHaveLength(1);
    pass(1);
    connection();
    follower.check();
    await turn();
    expect(addresses).toEqual(['/api/feed', '/api/feed?after=t7']);
    follower.part();
  });

  it('says so once a server that does not end the connection has missed two beats', async () => {
    const { follower, states, pass, connection } = page();
    connection();
    follower.connect();
    await turn();
    pass(25_001);
    follower.check();
    await turn();
    expect(states).toEqual(['live', 'reconnecting']);
    follower.part();
  });

  it('begins anew where the server has another ledger, not where it is only not ready', async () => {
    const { follower, addresses, answers, opened, after, connection, lost } = page();
    const first = connection();
    follower.connect();
    await turn();
    await first.say(event(1));
    await first.end();
    answers.push(new Response('{}', { status: 503 }), new Response('{}', { status: 400 }));
    await after(1_000);
    expect(lost()).toBe(0);
    await after(2_000);
    expect(lost()).toBe(1);
    await after(4_000);
    expect(addresses.slice(2)).toEqual(['/api/feed?after=t1', '/api/feed']);
    connection();
    await after(8_000);
    expect(opened).toEqual(['first', 'anew']);
    follower.part();
  });

  it('has missed something where it was cut before it knew its place', async () => {
    const { follower, opened, after, connection } = page();
    const first = connection();
    follower.connect();
    await turn();
    await first.end();
    connection();
    await after(1_000);
    expect(opened).toEqual(['first', 'anew']);
    follower.part();
  });

  it('asks for nothing while it is parted, and keeps its place', async () => {
    const { follower, addresses, after, connection } = page();
    const first = connection();
    follower.connect();
    await turn();
    await first.say(event(1));
    follower.part();
    await turn();
    await after(1_000);
    follower.check();
    expect(addresses).toHaveLength(1);
    connection();
    follower.connect();
    await turn();
    expect(addresses[1]).toBe('/api/feed?after=t1');
    follower.part();
  });
});
