import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  derivedId,
  effectiveFacts,
  EventNotUnderstood,
  leafDigest,
  refused,
  sameJson,
  type Area,
  type Command,
  type Day,
  type Decider,
  type Event,
  type FactCorrected,
  type FactRevoked,
  type JsonObject,
  type NewEvent,
  type Recorded,
  type Shapes,
  type StoredEvent,
  type Upcaster,
} from '#kernel';
import { openViews, startProjector, type Projector, type Row, type RowsTable, type View, type Views } from '#database';
import { dialects } from '#database/testing';
import { openEmbeddedStore, upcasting, type EventStore, type UpcastingStore } from '#event-store';
import { Executor } from './executor.ts';
import { corrected, type MendingCommand } from './mending.ts';
import { slice } from './slice.ts';

// The worked example of docs/how-to/change-an-events-shape.md: halls that are let, in a ledger that is as old as its events.

/** Since version 2; version 1 had the area in square metres: `{ on, squareMetres }`. */
type HallBuilt = Event<'HallBuilt', { readonly on: Day; readonly area: Area }>;
type HallLet = Event<'HallLet', { readonly tenant: string }>;
type HallEvent = HallBuilt | HallLet | FactCorrected | FactRevoked;

/** What the program of yesterday knew. */
const YESTERDAY: Shapes = { HallBuilt: [], HallLet: [], FactCorrected: [], FactRevoked: [] };

/** To version 2: from square metres to 0.01 ㎡, the unit of every area. */
const toArea: Upcaster = ({ squareMetres, ...rest }) => ({ ...rest, area: Math.round(Number(squareMetres) * 100) });

const SHAPES: Shapes = { ...YESTERDAY, HallBuilt: [toArea] };

/** To version 3, of the program of tomorrow: of the day the year is left. */
const toYear: Upcaster = ({ on, ...rest }) => ({ ...rest, year: (on as Day).slice(0, 4) });

const TOMORROW: Shapes = { ...SHAPES, HallBuilt: [toArea, toYear] };

type HallCommand = Command<'BuildHall', HallBuilt['data']> | Command<'LetHall', HallLet['data']> | MendingCommand;
type Hall = readonly Recorded<HallEvent>[];

const builtOf = (history: Hall) =>
  effectiveFacts<HallEvent>(history).flatMap((fact) => (fact.type === 'HallBuilt' ? [fact.data] : []))[0];

const hall: Decider<Hall, HallCommand, HallEvent> = {
  initial: [],
  decide(command, history) {
    switch (command.type) {
      case 'BuildHall': {
        const known = builtOf(history);
        if (!known) return [{ type: 'HallBuilt', data: command.data }];
        return sameJson(known, command.data) ? [] : refused('FactAlreadyFiled', { area: known.area });
      }
      case 'LetHall':
        return [{ type: 'HallLet', data: command.data }];
      case 'CorrectFact':
        return corrected(command.data, history, () => undefined);
      case 'RevokeFact':
        return [{ type: 'FactRevoked', data: command.data }];
    }
  },
  evolve: (history, event) => [...history, event],
};
const hallSlice = slice({ category: 'hall', decider: hall, refusals: {}, references: () => [] });

const hallTable: RowsTable = { kind: 'rows', stream: 'hall_id', columns: { area: 'integer?', let_to: 'text?' } };
/** The view knows the shape of today, and no other. */
function halls(name = 'halls'): View<HallEvent> {
  return {
    name,
    version: 1,
    categories: ['hall'],
    consumes: { HallBuilt: true, HallLet: true, FactCorrected: true, FactRevoked: true },
    tables: { halls: hallTable },
    project(stream, history) {
      const tenants = effectiveFacts<HallEvent>(history).flatMap(({ type, data }) =>
        type === 'HallLet' ? [(data as HallLet['data']).tenant] : [],
      );
      const row: Row = {
        hall_id: stream.slice('hall-'.length),
        area: builtOf(history)?.area,
        let_to: tenants.at(-1),
      };
      return { halls: [row] };
    },
  };
}
const sheds: View<HallLet> = {
  name: 'sheds',
  version: 1,
  categories: ['shed'],
  consumes: { HallLet: true },
  tables: { sheds: { ...hallTable, columns: { n: 'integer' } } },
  project: (stream, history) => ({ sheds: [{ hall_id: stream.slice('shed-'.length), n: history.length }] }),
};

const SEEN_MS_MAX = 30_000;

describe('events in old shapes', () => {
  let folder: string;
  /** The log as it was stored, and through the eyes of the program of today. */
  let stored: EventStore;
  let store: UpcastingStore;
  let ids = 0;
  const newId = () => derivedId('old events', String(++ids));

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-old-events-'));
    stored = await openEmbeddedStore({ file: join(folder, 'log.db') });
    store = upcasting(stored, SHAPES);
  });
  afterEach(async () => {
    await stored.close();
    rmSync(folder, { recursive: true });
  });

  /** Appends an event as a program of that version wrote it; answers its id. */
  async function wrote(schema: number, stream: string, type: string, data: JsonObject): Promise<string> {
    const known = await Array.fromAsync(stored.readStream(stream)).catch(() => []);
    const id = newId();
    const event: NewEvent = { id, type, data, metadata: { schema } };
    await stored.append(stream, [event], known.length === 0 ? 'none' : BigInt(known.length - 1));
    return id;
  }
  const wroteBuilt = (stream = 'hall-a') => wrote(1, stream, 'HallBuilt', { on: '2019-05-01', squareMetres: 1200.5 });
  const dataOf = (events: readonly StoredEvent[]) => events.map(({ data }) => data);
  const read = (stream = 'hall-a') => Array.fromAsync(store.readStream(stream));

  /** The log in order, as a subscription gives it. */
  async function followed(log: EventStore): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const message of log.subscribe()) {
      if (message.kind === 'caughtUp') break;
      if (message.kind === 'event') events.push(message.event);
    }
    return events;
  }

  /** An executor of a program that knows these shapes. */
  function execute(command: HallCommand, { stream = 'hall-a', shapes = SHAPES } = {}) {
    const executor = new Executor({
      store: upcasting(stored, shapes),
      shapes,
      clock: Date.now,
      knows: () => Promise.resolve(true),
    });
    const commandId = newId();
    const actor = { id: 'local', role: 'coordinator' };
    const order = { slice: hallSlice, streamId: stream, command, commandId, actor, correlationId: commandId };
    return executor.execute({ ...order, source: { kind: 'api' } });
  }

  const TODAYS = { on: '2019-05-01', area: 120_050 };

  it('come to every reader in the shape of today', async () => {
    await wroteBuilt();
    expect(dataOf(await read())).toEqual([TODAYS]);
    expect(dataOf(await Array.fromAsync(store.readStream('hall-a', { direction: 'backwards' })))).toEqual([TODAYS]);
    expect(dataOf(await Array.fromAsync(store.readAll()))).toEqual([TODAYS]);
    expect(dataOf(await followed(store))).toEqual([TODAYS]);
    expect((await store.readLast())?.data).toEqual(TODAYS);
  });

  it('stay in the log as they were written, with the version that they name', async () => {
    await wroteBuilt();
    const [written] = await Array.fromAsync(stored.readStream('hall-a'));
    const [shown] = await Array.fromAsync(store.stored.readStream('hall-a'));
    expect(shown).toEqual(written);
    expect(shown?.data).toEqual({ on: '2019-05-01', squareMetres: 1200.5 });
    expect(leafDigest(shown as StoredEvent)).toBe(leafDigest(written as StoredEvent));
    const [today] = await read();
    expect(today?.metadata).toEqual(written?.metadata);
    expect(today?.metadata.schema).toBe(1);
  });

  it('stand beside new ones in one stream, and corrections of them have the version of the fact', async () => {
    const factId = await wroteBuilt();
    await wrote(1, 'hall-a', 'FactCorrected', {
      factId,
      data: { on: '2019-05-02', squareMetres: 1300 },
      reason: '复测',
    });
    await wrote(1, 'hall-a', 'HallLet', { tenant: '甲' });
    await wrote(2, 'hall-a', 'FactCorrected', { factId, data: { on: '2019-05-02', area: 131_000 }, reason: '再复测' });
    await wrote(2, 'hall-a', 'HallBuilt', { on: '2020-01-01', area: 90_000 });
    const todays = [
      TODAYS,
      { factId, data: { on: '2019-05-02', area: 130_000 }, reason: '复测' },
      { tenant: '甲' },
      { factId, data: { on: '2019-05-02', area: 131_000 }, reason: '再复测' },
      { on: '2020-01-01', area: 90_000 },
    ];
    expect(dataOf(await read())).toEqual(todays);
    expect(dataOf(await Array.fromAsync(store.readStream('hall-a', { from: 1n })))).toEqual(todays.slice(1));
    const backwards = await Array.fromAsync(store.readStream('hall-a', { direction: 'backwards' }));
    expect(dataOf(backwards)).toEqual(todays.toReversed());
    expect(dataOf(await Array.fromAsync(store.readAll()))).toEqual(todays);
    expect(dataOf(await followed(store))).toEqual(todays);
  });

  it('go through every step up to the shape of today, whatever version they begin in', async () => {
    await wroteBuilt();
    await wrote(2, 'hall-a', 'HallBuilt', { on: '2020-01-01', area: 90_000 });
    await wrote(3, 'hall-a', 'HallBuilt', { year: '2021', area: 80_000 });
    const events = await Array.fromAsync(upcasting(stored, TOMORROW).readStream('hall-a'));
    expect(dataOf(events)).toEqual([
      { year: '2019', area: 120_050 },
      { year: '2020', area: 90_000 },
      { year: '2021', area: 80_000 },
    ]);
  });

  it('are what commands are decided on, and what is written is of the version of today', async () => {
    const factId = await wroteBuilt();
    expect(await execute({ type: 'BuildHall', data: TODAYS })).toMatchObject({ kind: 'unchanged' });
    expect(await execute({ type: 'BuildHall', data: { ...TODAYS, area: 1 } })).toMatchObject({
      kind: 'refused',
      refusal: { params: { area: 120_050 } },
    });
    const correction = { factId, data: { ...TODAYS, area: 121_000 }, reason: '复测' };
    await execute({ type: 'CorrectFact', data: correction });
    await execute({ type: 'RevokeFact', data: { factId, reason: '误报' } });
    await execute({ type: 'BuildHall', data: TODAYS });
    await execute({ type: 'LetHall', data: { tenant: '甲' } });
    const events = (await Array.fromAsync(stored.readStream('hall-a'))).map(({ type, metadata }) => [
      type,
      metadata.schema,
    ]);
    expect(events).toEqual([
      ['HallBuilt', 1],
      ['FactCorrected', 2],
      ['FactRevoked', 1],
      ['HallBuilt', 2],
      ['HallLet', 1],
    ]);
    expect((await read())[1]?.data).toEqual(correction);
  });

  it('are written by nobody who could not read them', async () => {
    const { HallLet: _, ...fewer } = SHAPES;
    const written = execute({ type: 'LetHall', data: { tenant: '甲' } }, { shapes: fewer });
    await expect(written).rejects.toThrow('HallLet has no shape');
    expect(await stored.readLast()).toBeUndefined();
  });

  it('of a later program are folded by nobody, and keep their place in the log', async () => {
    await wroteBuilt();
    await wrote(3, 'hall-a', 'HallBuilt', { year: '2021', area: 80_000 });
    await wrote(1, 'hall-b', 'HallPainted', { colour: 'red' });
    const factId = await wroteBuilt('hall-c');
    await wrote(3, 'hall-c', 'FactCorrected', { factId, data: { year: '2018', area: 1 }, reason: '复测' });
    for (const stream of ['hall-a', 'hall-b', 'hall-c']) {
      await expect(read(stream)).rejects.toThrow(EventNotUnderstood);
      await expect(execute({ type: 'LetHall', data: { tenant: '甲' } }, { stream })).rejects.toThrow(
        EventNotUnderstood,
      );
    }
    const strange = [
      undefined,
      'HallBuilt is in version 3, this program knows versions up to 2',
      'this program does not know HallPainted',
      undefined,
      'HallBuilt is in version 3, this program knows versions up to 2',
    ];
    for (const inOrder of [await Array.fromAsync(store.readAll()), await followed(store)]) {
      expect(inOrder.map(({ notUnderstood }) => notUnderstood)).toEqual(strange);
    }
    expect((await store.readLast())?.notUnderstood).toBe(strange.at(-1));
  });

  it.each([
    ['no version', {}],
    ['version 0', { schema: 0 }],
    ['a version that is no number', { schema: '1' }],
    ['half a version', { schema: 1.5 }],
  ])('with %s are not guessed at', async (_, metadata) => {
    await stored.append('hall-a', [{ id: newId(), type: 'HallLet', data: { tenant: '甲' }, metadata }], 'none');
    await expect(read()).rejects.toThrow(EventNotUnderstood);
  });

  it('whose data no step can read are named, not let through', async () => {
    await wrote(1, 'hall-a', 'HallBuilt', { on: '2019-05-01', squareMetres: 1 });
    const picky = upcasting(stored, {
      ...YESTERDAY,
      HallBuilt: [
        () => {
          throw new RangeError('no such unit');
        },
      ],
    });
    await expect(Array.fromAsync(picky.readStream('hall-a'))).rejects.toThrow(/event 0 of hall-a .* no such unit/);
    expect((await picky.readLast())?.notUnderstood).toContain('no such unit');
  });

  it('leave a correction of nothing as it is', async () => {
    await wrote(1, 'hall-a', 'FactCorrected', { factId: newId(), data: { squareMetres: 1 }, reason: '误' });
    expect((await read())[0]?.data).toMatchObject({ data: { squareMetres: 1 } });
  });

  it('end a wait for what comes next', async () => {
    const messages = store.subscribe()[Symbol.asyncIterator]();
    expect(await messages.next()).toMatchObject({ value: { kind: 'caughtUp' } });
    const waiting = messages.next();
    await messages.return?.();
    expect(await waiting).toMatchObject({ done: true });
  });

  describe.each(dialects)('in views on %s', (_, fresh) => {
    let place: Awaited<ReturnType<typeof fresh>>;
    let projector: Projector | undefined;
    let views: Views;

    beforeEach(async () => {
      place = await fresh();
      views = openViews({ database: place.database, storeId: stored.storeId });
    });
    afterEach(async () => {
      await projector?.stop();
      projector = undefined;
      await views.close();
      await place.remove();
    });

    const project = async (shapes: Shapes, ...all: readonly View[]) => {
      await projector?.stop();
      projector = await startProjector({ store: upcasting(stored, shapes), database: place.database, views: all });
    };
    const seen = async (name: string) => {
      const { position } = (await stored.readLast()) as StoredEvent;
      expect(await views.waitFor(name, position, SEEN_MS_MAX)).toBe(true);
    };
    const rows = async (name = 'halls'): Promise<Row[]> => {
      await seen(name);
      return views.reader<{ halls: Row }>(name).selectFrom('halls').selectAll().orderBy('hall_id').execute();
    };
    /** Waits until a view has stopped; the test's own time limit ends a wait in vain. */
    const stopped = async (name: string) => {
      for (;;) {
        const entry = (await views.status()).find(({ view, stopped: at }) => view === name && at);
        if (entry) return entry.stopped;
        await new Promise((resolve) => setImmediate(resolve));
      }
    };

    it('make the rows of today, built from the log and as they come', async () => {
      const factId = await wroteBuilt();
      await wrote(1, 'hall-a', 'FactCorrected', {
        factId,
        data: { on: '2019-05-01', squareMetres: 1300 },
        reason: '复测',
      });
      await wroteBuilt('hall-b');
      await project(SHAPES, halls());
      const built = [
        { hall_id: 'a', area: 130_000, let_to: null },
        { hall_id: 'b', area: 120_050, let_to: null },
      ];
      expect(await rows()).toEqual(built);
      await execute({ type: 'CorrectFact', data: { factId, data: { ...TODAYS, area: 140_000 }, reason: '再复测' } });
      await wroteBuilt('hall-c');
      const live = [{ ...built[0], area: 140_000 }, built[1], { ...built[1], hall_id: 'c' }];
      expect(await rows()).toEqual(live);
      await project(SHAPES, halls(), halls('anew'));
      expect(await rows('anew')).toEqual(live);
    });

    it('of a later program stop the views of their category, by name, until that program comes', async () => {
      await wroteBuilt();
      await project(SHAPES, halls(), sheds);
      await rows();
      const eventId = await wrote(3, 'hall-a', 'HallBuilt', { year: '2021', area: 80_000 });
      await wrote(1, 'shed-a', 'HallLet', { tenant: '甲' });
      await seen('sheds');
      const message = 'HallBuilt is in version 3, this program knows versions up to 2';
      expect(await stopped('halls')).toEqual({ stream: 'hall-a', eventId, seq: 2, message });
      await project(SHAPES, halls('anew'), sheds);
      expect(await stopped('anew')).toEqual({ stream: 'hall-a', eventId, seq: 2, message });
      await project(TOMORROW, halls(), sheds);
      expect(await rows()).toEqual([{ hall_id: 'a', area: 120_050, let_to: null }]);
    });

    it('of a later program stop them also where that program was here before', async () => {
      await wrote(3, 'hall-a', 'HallBuilt', { year: '2021', area: 80_000 });
      await project(TOMORROW, halls());
      expect(await rows()).toEqual([{ hall_id: 'a', area: 80_000, let_to: null }]);
      await project(SHAPES, halls());
      const eventId = await wrote(1, 'hall-a', 'HallLet', { tenant: '甲' });
      const at = await stopped('halls');
      expect(at).toMatchObject({ stream: 'hall-a', eventId, seq: 2 });
      expect(at?.message).toContain('event 0 of hall-a');
    });
  });
});
