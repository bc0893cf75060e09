import { Outbox, WAITING_MS_MAX, type Unsent } from './outbox.ts';
import { emptyShelf } from './testing/shelf.ts';

const start: Unsent = {
  key: 'k1',
  address: '/api/projects/p/start-construction',
  body: { on: '2026-05' },
  title: '开工',
  at: 1,
};
const sign: Unsent = { ...start, key: 'k2', title: '签约', at: 2 };

describe('the outbox', () => {
  it('keeps commands over a reload, oldest first, each with its key', () => {
    const shelf = emptyShelf();
    const before = new Outbox(shelf);
    before.put(sign);
    before.put(start);
    expect(new Outbox(shelf).all()).toEqual([start, sign]);
  });

  it('forgets what was acknowledged', () => {
    const shelf = emptyShelf();
    const outbox = new Outbox(shelf);
    outbox.put(start);
    outbox.drop('k1');
    expect(outbox.all()).toEqual([]);
    expect(new Outbox(shelf).all()).toEqual([]);
  });

  it('does not send again what was refused, nor what is held back, but keeps both', () => {
    const outbox = new Outbox(emptyShelf());
    const refused = { ...start, refused: { code: 'FactInTheFuture' } as never };
    const held: Unsent = { ...start, key: 'k3', at: 3, held: 'foreign' };
    outbox.put(refused);
    outbox.put(sign);
    outbox.put(held);
    expect(outbox.waiting()).toEqual([sign]);
    expect(outbox.all()).toEqual([refused, sign, held]);
  });

  it('holds back what has waited for days, and nothing else', () => {
    const outbox = new Outbox(emptyShelf());
    outbox.put(start);
    outbox.put(sign);
    outbox.holdLate(start.at + WAITING_MS_MAX + 1);
    expect(outbox.all()).toEqual([{ ...start, held: 'late' }, sign]);
  });

  it('tells whoever looks, and shows the same array while nothing changes', () => {
    const outbox = new Outbox(emptyShelf());
    let told = 0;
    const stop = outbox.subscribe(() => told++);
    outbox.put(start);
    expect(outbox.all()).toBe(outbox.all());
    stop();
    outbox.drop('k1');
    expect(told).toBe(1);
  });

  it('is empty where the shelf holds something else', () => {
    const shelf = emptyShelf();
    shelf.setItem('taizhang.outbox', '{broken');
    expect(new Outbox(shelf).all()).toEqual([]);
  });

  it('knows a command that is given twice, by what it says, unless it was refused', () => {
    const outbox = new Outbox(emptyShelf());
    outbox.put(start);
    const again = { address: start.address, body: { on: '2026-05' } };
    expect(outbox.same(again)).toEqual(start);
    expect(outbox.same({ ...again, body: { on: '2026-06' } })).toBeUndefined();
    expect(outbox.same({ ...again, address: '/api/projects/q/start-construction' })).toBeUndefined();
    outbox.change('k1', { refused: { code: 'FactInTheFuture' } as never });
    expect(outbox.same(again)).toBeUndefined();
  });

  it('changes nothing of what was discarded meanwhile', () => {
    const outbox = new Outbox(emptyShelf());
    outbox.put(start);
    outbox.drop('k1');
    outbox.change('k1', { failed: true });
    expect(outbox.all()).toEqual([]);
  });
});
