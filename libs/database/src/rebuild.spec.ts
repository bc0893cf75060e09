import fc from 'fast-check';
import { sql } from 'kysely';
import { FOREVER_SEQ, openViews, startProjector, type Views } from './index.ts';
import { dialects } from './testing/dialects.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { boats, crewNamed, moored, tell, type BoatEvent } from './testing/toy.ts';
import { allRows } from './testing/tables.ts';
import { until } from './testing/until.ts';

const WAIT_MS = 30_000;
const TABLES = ['berths', 'crew', 'places', 'names'];

type Deed =
  | { readonly kind: 'tell'; readonly boat: number; readonly events: readonly BoatEvent[] }
  | { readonly kind: 'mend'; readonly pick: number; readonly revoke: boolean; readonly day: number }
  | { readonly kind: 'other' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'restart' };

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}`;
const place = fc.constantFrom('Lee', 'Kay', 'Rye');
const event: fc.Arbitrary<BoatEvent> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), place, fc.integer({ min: -3, max: 9 }))
    .map(([n, at, tons]) => moored(day(n), at, tons)),
  fc.uniqueArray(fc.constantFrom('Ann', 'Bo', 'Cy'), { maxLength: 3 }).map((crew) => crewNamed(...crew)),
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('tell' as const),
      boat: fc.nat(3),
      events: fc.array(event, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('mend' as const),
      pick: fc.nat(),
      revoke: fc.boolean(),
      day: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'other' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'wait' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);

describe.each(dialects)('a rebuild on %s', (dialect, fresh) => {
  const all = async (views: Views): Promise<Record<string, unknown[]>> => {
    const found: Record<string, unknown[]> = {};
    for (const table of TABLES) {
      found[table] = await allRows(views.reader('boats'), table);
    }
    return found;
  };

  it('gives the rows that following the log gave, whatever came in which batches, with stops in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 30 }), fc.nat(5), async (deeds, early) => {
        const [live, anew] = [await fresh(), await fresh()];
        const store = new MemoryStore();
        const views = openViews({ database: live.database, storeId: store.storeId });
        const start = () => startProjector({ store, database: live.database, views: [boats()] });
        let projector = await start();
        const known: { id: string; stream: string }[] = [];
        let position = 0n;
        const seen = async (): Promise<unknown> => expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
        for (const [i, deed] of deeds.entries()) {
          if (i === early) await until(() => ['live', 'stopped'].includes(projector.status()[0]?.state ?? ''));
          if (deed.kind === 'wait') await seen();
          if (deed.kind === 'other') ({ position } = await tell(store, 'house-z', { type: 'Built', data: {} }));
          if (deed.kind === 'tell') {
            const stream = `boat-${deed.boat}`;
            const told = await tell(store, stream, ...deed.events);
            ({ position } = told);
            known.push(...told.ids.map((id) => ({ id, stream })));
          }
          const mended = deed.kind === 'mend' ? known[deed.pick % (known.length || 1)] : undefined;
          if (deed.kind === 'mend' && mended) {
            const { id: factId, stream } = mended;
            const { data } = moored(day(deed.day), 'Isle', 2);
            const mending = deed.revoke
              ? { type: 'FactRevoked', data: { factId, reason: 'r' } }
              : { type: 'FactCorrected', data: { factId, data: { ...data, crew: ['Di'] }, reason: 'r' } };
            const told = await tell(store, stream, mending);
            ({ position } = told);
            known.push(...told.ids.map((id) => ({ id, stream })));
          }
          if (deed.kind === 'restart') {
            await projector.stop();
            projector = await start();
          }
        }
        await seen();
        const followed = await all(views);
        expect(projector.status()[0]).toMatchObject({ gaps: 0, lag: 0, applied: store.log.filter(isOfABoat).length });
        await projector.stop();
        await views.close();

        const rebuilder = await startProjector({ store, database: anew.database, views: [boats()] });
        const rebuilt = openViews({ database: anew.database, storeId: store.storeId });
        expect(await rebuilt.waitFor('boats', position, WAIT_MS)).toBe(true);
        expect(await all(rebuilt)).toEqual(followed);
        await expectTotals(rebuilt);
        await rebuilt.close();
        await rebuilder.stop();
        await live.remove();
        await anew.remove();
      }),
      // A failure costs a wait: it is told as it was found.
      { numRuns: dialect === 'sqlite' ? 60 : 20, endOnFailure: true },
    );
  }, 240_000);

  async function expectTotals(views: Views): Promise<void> {
    const summed = await sql`select place, count(*) as n, sum(tons) as tons from berths
      where known_to = ${FOREVER_SEQ} and place is not null group by place order by place`.execute(
      views.reader('boats'),
    );
    const kept = await sql`select place, n, tons from places order by place`.execute(views.reader('boats'));
    expect(kept.rows).toEqual(summed.rows);
  }
});

function isOfABoat({ stream }: { readonly stream: string }): boolean {
  return stream.startsWith('boat-');
}
