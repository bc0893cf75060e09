import fc from 'fast-check';
import { openViews, startProjector } from './index.ts';
import { dialects } from './testing/dialects.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { allRows } from './testing/tables.ts';
import { boats, crewNamed, moored, tell } from './testing/toy.ts';
import { until, untilLive } from './testing/until.ts';

const WAIT_MS = 30_000;
const MANY = 60;
/** Everything that some way of writing rows gives a meaning of its own, or has no encoding for. */
const texts = fc.oneof(
  fc.constantFrom(
    '\\N',
    'NULL',
    '\\.',
    '\\',
    '"',
    "'",
    '{}',
    '{,}',
    '$1',
    '?',
    '\t',
    '\n',
    '\r',
    '',
    ' ',
    '\0',
    'a\0b',
  ),
  fc.constantFrom('\ud800', 'a\udfffb', '\ud83d\ude00', '𠮷', '开发区', '\u2028', '\ufeff'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
/** What a table can hold of a text. */
const held = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');

describe.each(dialects)('texts on %s', (_, fresh) => {
  it('come back as they were, but for what no database can hold, one by one and many at once, live and rebuilt', async () => {
    const [live, anew] = [await fresh(), await fresh()];
    const names = fc.sample(texts, { numRuns: 3 * MANY, seed: 20_261_122 });
    const store = new MemoryStore();
    const projector = await startProjector({ store, database: live.database, views: [boats()] });
    const views = openViews({ database: live.database, storeId: store.storeId });
    await untilLive(projector);
    const known = async (): Promise<unknown> =>
      expect(await views.waitFor('boats', store.log.at(-1)?.position ?? 0n, WAIT_MS)).toBe(true);
    for (const [n, name] of names.slice(0, MANY).entries()) {
      await tell(store, `boat-${n}`, moored('2026-01-10', name));
      await known();
    }
    for (const [n, name] of names.slice(MANY).entries())
      void tell(store, `boat-${MANY + n}`, moored('2026-01-10', name));
    const crew = [...new Map(names.filter(Boolean).map((name) => [held(name), name])).values()];
    await tell(store, 'boat-crew', crewNamed(...crew));
    await known();
    const rows = async (of: typeof views): Promise<unknown[]> => [
      await allRows(of.reader('boats'), 'berths'),
      await allRows(of.reader('boats'), 'crew'),
      await allRows(of.reader('boats'), 'places'),
      await allRows(of.reader('boats'), 'names'),
    ];
    const [berths, mates, places] = (await rows(views)) as [
      { place: string }[],
      { name: string }[],
      { place: string; n: number }[],
    ];
    const sorted = (list: readonly (string | null)[]) =>
      list.map((text) => Buffer.from(text ?? '\0', 'utf8')).toSorted(Buffer.compare);
    expect(sorted(berths.flatMap(({ place }) => place ?? []))).toEqual(sorted(names.map(held)));
    expect(mates.map(({ name }) => Buffer.from(name))).toEqual(sorted(crew.map(held)));
    expect(places.reduce((sum, { n }) => sum + n, 0)).toBe(names.filter(Boolean).length);
    expect(new Set(places.map(({ place }) => place))).toEqual(new Set(names.filter(Boolean).map(held)));

    const rebuilder = await startProjector({ store, database: anew.database, views: [boats()] });
    const rebuilt = openViews({ database: anew.database, storeId: store.storeId });
    expect(await rebuilt.waitFor('boats', store.log.at(-1)?.position ?? 0n, WAIT_MS)).toBe(true);
    expect(await rows(rebuilt)).toEqual(await rows(views));
    for (const one of [views, rebuilt]) await one.close();
    for (const one of [projector, rebuilder]) await one.stop();
    for (const one of [live, anew]) await one.remove();
  });

  it.each(['live', 'built'])('too long for an index stop a view that is %s, with the event named', async (when) => {
    const place = await fresh();
    const store = new MemoryStore();
    const start = () => startProjector({ store, database: place.database, views: [boats()] });
    await tell(store, 'boat-a', moored('2026-01-10', '长'.repeat(800)));
    const early = when === 'live' ? await start() : undefined;
    if (early) await untilLive(early);
    const { ids } = await tell(store, 'boat-b', moored('2026-01-10', '长'.repeat(801)));
    const projector = early ?? (await start());
    await until(() => projector.status()[0]?.state === 'stopped');
    const message = 'berths.place: a text of 801 characters is too long for an index';
    expect(projector.status()[0]?.stopped).toMatchObject({ eventId: ids[0], message });
    await projector.stop();
    await place.remove();
  });

  it('of the wrong type stop the view with the event named', async () => {
    const place = await fresh();
    const store = new MemoryStore();
    await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    const { ids } = await tell(store, 'boat-a', { type: 'Moored', data: { on: '2026-01-11', place: 7, tons: '8' } });
    const projector = await startProjector({ store, database: place.database, views: [boats()] });
    await until(() => projector.status()[0]?.state === 'stopped');
    expect(projector.status()[0]?.stopped).toMatchObject({ eventId: ids[0], message: 'berths.place: 7 is no text' });
    await projector.stop();
    await place.remove();
  });
});
