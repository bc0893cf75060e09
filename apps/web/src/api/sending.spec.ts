import { Outbox, WAITING_MS_MAX, type Unsent } from './outbox.ts';
import { Sender, type Accepted, type Around, type Decision } from './sending.ts';
import { emptyShelf } from './testing/shelf.ts';

const NOW = WAITING_MS_MAX;
const start: Unsent = {
  key: 'k1',
  address: '/api/projects/p/start-construction',
  body: { on: '2026-05' },
  title: '开工',
  at: NOW - 9,
};
const sign: Unsent = { ...start, key: 'k2', address: '/api/projects/q/sign', title: '签约', at: NOW - 8 };
const answer = { id: 'p', revision: '3', after: 'v1.x', warnings: [] };

const accepted = (): Response => Response.json(answer, { status: 201 });
const problem = (status: number): Response =>
  Response.json({ code: 'Some', status, messages: { zh: '不', en: 'no' } }, { status });
const lost = (): Response => {
  throw new TypeError('Failed to fetch');
};

/** A tab whose server answers one after the other, and whose clock stands until `pass`. */
function tab(answers: (() => Response)[], shelf = emptyShelf()) {
  const outbox = new Outbox(shelf);
  const requests: { address: string; method: string; key: string | undefined; revision: string | undefined }[] = [];
  const pauses: number[] = [];
  const told: Decision[] = [];
  const arrived: Accepted[] = [];
  const denials: Error[] = [];
  let again: (() => void) | undefined;
  let turn = Promise.resolve();
  const around: Around = {
    fetch: (address, { method = 'GET', headers }) => {
      const { 'idempotency-key': key, 'if-match': revision } = (headers ?? {}) as Record<string, string>;
      requests.push({ address, method, key, revision });
      return Promise.resolve().then(answers.shift() ?? lost);
    },
    alone: (work) => {
      const denial = denials.shift();
      return denial ? Promise.reject(denial) : (turn = turn.then(work));
    },
    later: (work, ms) => {
      pauses.push(ms);
      again = work;
      return () => (again = undefined);
    },
    now: () => NOW,
    language: () => 'zh',
    tell: (decision) => void told.push(decision),
    accepted: (all) => void arrived.push(...all),
  };
  const sender = new Sender(outbox, around);
  const pass = async (): Promise<void> => {
    again?.();
    await turn;
  };
  return { sender, outbox, requests, pauses, told, arrived, denials, pass, idle: () => turn };
}

describe('a command that is sent', () => {
  it('goes with its key and the revision that was seen, and leaves the outbox once it is accepted', async () => {
    const { sender, outbox, requests, told, arrived } = tab([accepted]);
    expect(await sender.send({ ...start, revision: '2' })).toEqual({ kind: 'accepted', answer });
    expect(requests).toEqual([{ address: start.address, method: 'POST', key: 'k1', revision: '"2"' }]);
    expect(outbox.all()).toEqual([]);
    expect(told).toEqual([{ key: 'k1', outcome: { kind: 'accepted', answer } }]);
    expect(arrived.map(({ awaited }) => awaited)).toEqual([true]);
  });

  it.each([
    ['nobody answers', lost],
    ['500: whether it was recorded is not known', () => problem(500)],
    ['502 of a proxy', () => new Response('<html>Bad Gateway</html>', { status: 502 })],
    ['503', () => problem(503)],
    ['504', () => problem(504)],
    ['408', () => problem(408)],
    ['429', () => problem(429)],
    ['an answer that broke off', () => new Response('{"id":', { status: 201 })],
  ])('is sent again with the same key when %s', async (_, failure) => {
    const { sender, outbox, requests, pass, idle } = tab([failure, accepted]);
    const decided = sender.send(start);
    await idle();
    expect(outbox.all()).toEqual([{ ...start, failed: true }]);
    await pass();
    expect(await decided).toEqual({ kind: 'accepted', answer });
    expect(requests.map(({ key }) => key)).toEqual(['k1', 'k1']);
  });

  it.each([400, 404, 409, 412, 422, 431])('is refused by %i, and never sent again', async (status) => {
    const { sender, outbox, requests, pauses } = tab([() => problem(status)]);
    const outcome = await sender.send(start);
    await sender.sendNow();
    expect(outcome).toMatchObject({ kind: 'refused', problem: { status } });
    expect(outbox.all()).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(pauses).toEqual([]);
  });

  it('is tried again after pauses that grow, to half a minute', async () => {
    const { sender, pauses, pass, idle } = tab([]);
    void sender.send(start);
    await idle();
    for (let i = 0; i < 6; i++) await pass();
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30].map((seconds) => seconds * 1_000));
  });

  it('is one command when it is given again before it is acknowledged, after a reload too', async () => {
    const shelf = emptyShelf();
    const before = tab([], shelf);
    void before.sender.send(start);
    await before.idle();
    const after = tab([accepted], shelf);
    expect(await after.sender.send({ ...start, key: 'another' })).toEqual({ kind: 'accepted', answer });
    expect(after.requests.map(({ key }) => key)).toEqual(['k1']);
  });
});

describe('commands that wait', () => {
  it('are sent after a reload, in order, and what is refused then stays to be seen', async () => {
    const shelf = emptyShelf();
    const before = tab([], shelf);
    void before.sender.send(start);
    void before.sender.send(sign);
    await before.idle();
    const after = tab([accepted, () => problem(409)], shelf);
    await after.sender.sendWaiting();
    expect(after.requests.map(({ key }) => key)).toEqual(['k1', 'k2']);
    expect(after.arrived.map(({ unsent, awaited }) => [unsent.key, awaited])).toEqual([['k1', false]]);
    expect(after.outbox.all()).toMatchObject([{ key: 'k2', refused: { status: 409 } }]);
  });

  it('are not held up by one over which the server fails, but for those about the same project', async () => {
    const later: Unsent = { ...start, key: 'k3', address: '/api/projects/p/complete', at: NOW - 7 };
    const { sender, outbox, requests, pass, idle } = tab([() => problem(500), accepted, accepted, accepted]);
    outbox.put(sign);
    outbox.put(later);
    void sender.send(start);
    await idle();
    expect(requests.map(({ key }) => key)).toEqual(['k1', 'k2']);
    await pass();
    expect(requests.map(({ key }) => key)).toEqual(['k1', 'k2', 'k1', 'k3']);
    expect(outbox.all()).toEqual([]);
  });

  it('are all left where the server is not reached', async () => {
    const { sender, outbox, requests } = tab([lost]);
    outbox.put(start);
    outbox.put(sign);
    await sender.sendWaiting();
    expect(requests).toHaveLength(1);
    expect(outbox.all().map(({ key }) => key)).toEqual(['k1', 'k2']);
  });

  it('are sent in one go, however often that is asked for', async () => {
    const { sender, outbox, requests } = tab([lost, accepted]);
    outbox.put(start);
    await Promise.all([sender.sendWaiting(), sender.sendWaiting(), sender.sendWaiting()]);
    expect(requests).toHaveLength(1);
  });

  it('are sent when that is asked for again, after it could not even begin', async () => {
    const { sender, outbox, denials, requests } = tab([accepted]);
    outbox.put(start);
    denials.push(new Error('denied'));
    await expect(sender.sendWaiting()).rejects.toThrow('denied');
    await sender.sendWaiting();
    expect(requests).toHaveLength(1);
  });

  it('can be discarded while they are sent', async () => {
    const { sender, outbox, told } = tab([
      () => {
        sender.discard('k1');
        return lost();
      },
    ]);
    outbox.put(start);
    await sender.sendWaiting();
    expect(outbox.all()).toEqual([]);
    expect(told).toEqual([{ key: 'k1' }]);
  });
});

describe('several tabs', () => {
  it('learn what another one has sent for them', async () => {
    const shelf = emptyShelf();
    const mine = tab([], shelf);
    const other = tab([accepted], shelf);
    const decided = mine.sender.send(start);
    await mine.idle();
    await other.sender.sendWaiting();
    for (const decision of other.told) mine.sender.heard(decision);
    expect(await decided).toEqual({ kind: 'accepted', answer });
    await mine.pass();
    expect(mine.requests).toHaveLength(1);
  });

  it('show a refusal where the form is, not among what waits', async () => {
    const shelf = emptyShelf();
    const mine = tab([], shelf);
    const other = tab([() => problem(409)], shelf);
    const decided = mine.sender.send(start);
    await mine.idle();
    await other.sender.sendWaiting();
    for (const decision of other.told) mine.sender.heard(decision);
    expect(await decided).toMatchObject({ kind: 'refused' });
    expect(mine.outbox.all()).toEqual([]);
  });
});

describe('a command that has waited for days', () => {
  const old: Unsent = { ...start, at: NOW - WAITING_MS_MAX - 1 };

  it.each([
    ['was never sent', old],
    ['reached nobody', { ...old, failed: true }],
  ])('is held back where it %s, until a person sends it all the same', async (_, unsent) => {
    const { sender, outbox, requests, idle } = tab([accepted]);
    outbox.put(unsent);
    await sender.sendWaiting();
    expect(requests).toEqual([]);
    expect(outbox.all()).toEqual([{ ...unsent, held: 'late' }]);
    sender.release('k1');
    await idle();
    expect(requests).toMatchObject([{ method: 'POST', key: 'k1' }]);
    expect(outbox.all()).toEqual([]);
  });

  it('waits on where it was sent all the same and reached nobody', async () => {
    const { sender, outbox, idle } = tab([]);
    outbox.put({ ...old, held: 'late' });
    sender.release('k1');
    await idle();
    await sender.sendWaiting();
    expect(outbox.all()).toEqual([{ ...start, at: NOW, failed: true }]);
  });
});

describe('a command meant for another ledger', () => {
  const kept: Unsent = { ...start, after: 'v1.of the ledger before' };

  it('is held back, until a person sends it all the same', async () => {
    const { sender, outbox, requests, idle } = tab([() => new Response(null, { status: 400 }), accepted]);
    outbox.put(kept);
    await sender.sendWaiting();
    await sender.sendNow();
    expect(requests).toMatchObject([{ method: 'HEAD', address: '/api/feed?after=v1.of%20the%20ledger%20before' }]);
    expect(outbox.all()).toEqual([{ ...kept, held: 'foreign' }]);
    sender.release('k1');
    await idle();
    expect(requests[1]).toMatchObject({ method: 'POST', key: 'k1' });
    expect(outbox.all()).toEqual([]);
  });

  it('is sent where that ledger is still there', async () => {
    const { sender, outbox, requests } = tab([() => new Response(null), accepted]);
    outbox.put(kept);
    await sender.sendWaiting();
    expect(requests.map(({ method }) => method)).toEqual(['HEAD', 'POST']);
    expect(outbox.all()).toEqual([]);
  });

  it('waits as long as nobody says which ledger it is', async () => {
    const { sender, outbox } = tab([lost]);
    outbox.put(kept);
    await sender.sendWaiting();
    expect(outbox.all()).toEqual([{ ...kept, failed: true }]);
  });
});
