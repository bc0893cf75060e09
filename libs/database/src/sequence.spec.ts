import { openViews, startProjector } from './index.ts';
import { dialects } from './testing/dialects.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { boats, moored, tell } from './testing/toy.ts';

const WAIT_MS = 30_000;

describe.each(dialects)('the numbers of the events, on %s', (_, fresh) => {
  it('are found by position, by number and by instant, whatever digits they have', async () => {
    const place = await fresh();
    const store = new MemoryStore({ step: 450n });
    for (let n = 0; n < 4; n++) await tell(store, `boat-${n}`, moored('2026-01-10', 'Lee'));
    const projector = await startProjector({ store, database: place.database, views: [boats()] });
    const views = openViews({ database: place.database, storeId: store.storeId });
    expect(await views.waitForNumber(store.log.at(-1)!.position, WAIT_MS)).toBe(true);
    const sequence = await views.sequence();
    expect(store.log.map(({ position }) => position)).toEqual([550n, 1000n, 1450n, 1900n]);
    const at = async (position: bigint) => (await sequence.atPosition(position))?.seq;
    expect([await at(549n), await at(550n), await at(1000n), await at(1449n), await at(9999n)]).toEqual([
      undefined,
      1,
      2,
      2,
      4,
    ]);
    expect(await sequence.bySeq(3)).toMatchObject({ seq: 3, position: 1450n });
    const { recordedAt } = store.log[1]!.metadata;
    expect(await sequence.atInstant(recordedAt)).toEqual({ seq: 2, position: 1000n, knownAt: recordedAt });
    expect(await sequence.numbersAt([1000n, 1450n, 1900n, 2350n])).toEqual([2, 3, 4]);
    await views.close();
    await projector.stop();
    await place.remove();
  });
});
