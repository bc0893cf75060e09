import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openViews, startProjector, type Projector, type Views } from '#database';
import { dialects, type Fresh } from '#database/testing';
import { openEmbeddedStore, type EventStore } from '#event-store';
import { derivedId, type JsonObject, type StoredEvent } from '#kernel';
import { recorded } from '#kernel/scenario';
import type { LedgerEvent } from '#ledger';
import { eventLog } from './projector.ts';
import { eventWith, lastRevision, logPage, neighboursOf, type LogFilter } from './queries.ts';
import { effectOf, statusIn } from './effect.ts';
import { rangeOf } from './asked.ts';
import type { EventLogTables } from './schema.ts';
import { EVENT_TEXTS, TYPES_OF, type Category } from './texts.ts';

const CATEGORIES = Object.keys(TYPES_OF) as Category[];
const SUBJECTS = ['s1', 's2', 's3'];
const ACTORS = ['local', 'an import', "o'k", '𠮷'];
const BATCHES = ['b1', 'b2'];
/** They say when something should happen. */
const PLANS = ['MilestonePlanned', 'MilestoneRescheduled', 'TargetSet', 'TargetRevised'];
const EVENTS = 400;
const START = Date.parse('2026-11-01T00:00:00.000Z');

/** A small pseudo-random sequence: the same log each time. */
function chance(seed: number): <T>(among: readonly T[]) => T {
  let state = seed;
  return (among) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return among[(state >>> 8) % among.length] as (typeof among)[number];
  };
}

const sources: readonly JsonObject[] = [
  { kind: 'api' },
  { kind: 'screen' },
  ...BATCHES.map((batch) => ({ kind: 'import', batch, file: 'a.xlsx', row: 3 })),
];

describe.each(dialects)('the log of events on %s', (_, fresh) => {
  let place: Fresh;
  let folder: string;
  let store: EventStore;
  let projector: Projector;
  let views: Views;
  let log: StoredEvent[];
  const db = () => views.reader<EventLogTables>('event-log');

  // Half of it is there when the view is built, half of it comes while it follows; one stream is of every category.
  beforeAll(async () => {
    place = await fresh();
    folder = mkdtempSync(join(tmpdir(), 'taizhang-log-'));
    let now = START;
    store = await openEmbeddedStore({ file: join(folder, 'log.db'), clock: () => (now += 3_600_000) });
    const pick = chance(7);
    const revisions = new Map<string, bigint>();
    const write = async (n: number): Promise<void> => {
      const category = pick(CATEGORIES);
      const stream = `${category}-${pick(SUBJECTS)}`;
      const type = pick(TYPES_OF[category]);
      const mends = type === 'FactCorrected' || type === 'FactRevoked';
      const data: JsonObject = mends ? { factId: derivedId('fact', String(n)), reason: '误报' } : { n, on: '2026-11' };
      const metadata: JsonObject =
        n % 50 === 0 ? {} : { actor: { id: pick(ACTORS), role: 'coordinator' }, source: pick(sources) };
      const revision = revisions.get(stream);
      await store.append(stream, [{ id: derivedId('event', String(n)), type, data, metadata }], revision ?? 'none');
      revisions.set(stream, (revision ?? -1n) + 1n);
    };
    for (let n = 0; n < EVENTS / 2; n++) await write(n);
    projector = await startProjector({ store, database: place.database, views: [eventLog] });
    for (let n = EVENTS / 2; n < EVENTS; n++) await write(n);
    views = openViews({ database: place.database, storeId: store.storeId });
    log = await Array.fromAsync(store.readAll());
    await views.waitFor('event-log', log.at(-1)?.position ?? 0n, 30_000);
  });
  afterAll(async () => {
    await views.close();
    await projector.stop();
    await store.close();
    await place.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The obvious way: the log, filtered one by one. */
  function expected(filter: LogFilter, first: number, last: number): number[] {
    return log.flatMap(({ stream, type, metadata }, i) => {
      const seq = i + 1;
      const [category, subject] = stream.split('-', 2) as [string, string];
      const { actor, source } = metadata as Partial<StoredEvent['metadata']>;
      const batch = source?.kind === 'import' ? source.batch : '';
      const holds =
        seq >= first &&
        seq <= last &&
        (filter.categories?.includes(category) ?? true) &&
        (filter.types?.includes(type) ?? true) &&
        (filter.subject ?? subject) === subject &&
        (filter.actor ?? actor?.id ?? '') === (actor?.id ?? '') &&
        (filter.source ?? source?.kind ?? '') === (source?.kind ?? '') &&
        (filter.batch ?? batch) === batch &&
        metadata.filedAt > (filter.filedAfter ?? '') &&
        metadata.filedAt <= (filter.filedUntil ?? '~');
      return holds ? [seq] : [];
    });
  }

  const filings = fc.integer({ min: -10, max: EVENTS + 10 }).map((n) => new Date(START + n * 3_600_000).toISOString());
  const filters = fc.record(
    {
      categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
      types: fc.subarray(Object.keys(EVENT_TEXTS), { minLength: 1, maxLength: 12 }),
      subject: fc.constantFrom(...SUBJECTS, 'nobody'),
      actor: fc.constantFrom(...ACTORS, 'nobody'),
      source: fc.constantFrom('api', 'screen', 'import', 'demo'),
      batch: fc.constantFrom(...BATCHES, 'b3'),
      filedAfter: filings,
      filedUntil: filings,
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<LogFilter>;
  const one = fc.oneof(
    ...CATEGORIES.map((category) => fc.constant<LogFilter>({ categories: [category] })),
    ...ACTORS.map((actor) => fc.constant<LogFilter>({ actor })),
    fc.constant<LogFilter>({}),
  );
  const number = fc.integer({ min: 1, max: EVENTS + 20 });
  const ways = fc.record({
    descending: fc.boolean(),
    limit: fc.integer({ min: 1, max: 60 }),
    effort: fc.constantFrom({ few: 0, lookedAtOnce: 1 }, { few: 20, lookedAtOnce: 37 }, undefined),
  });

  it('are paged through in both orders, each once, whatever is asked for and whichever way leads there', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(filters, one), number, number, ways, async (filter, first, last, way) => {
        const { descending, limit, effort } = way;
        const seen: number[] = [];
        let range = { first, last };
        for (let more = true; more;) {
          const page = await logPage(db(), { filter, ...range, descending, limit }, effort);
          seen.push(...page.map(({ seq }) => seq));
          more = page.length === limit;
          const end = seen.at(-1) as number;
          if (more) range = descending ? { ...range, last: end - 1 } : { ...range, first: end + 1 };
        }
        const rows = expected(filter, first, last);
        expect(seen).toEqual(descending ? rows.reverse() : rows);
        most = Math.max(most, filter.types || filter.categories ? rows.length : 0);
      }),
      { numRuns: 300 },
    );
    expect(most).toBeGreaterThan(20);
  });

  it('say of each event what its metadata say, and where it stands in its stream', async () => {
    for (const [i, event] of log.entries()) {
      const row = await eventWith(db(), { seq: i + 1 });
      expect(row).toEqual(await eventWith(db(), { id: event.id }));
      const [category, subject] = event.stream.split('-', 2) as [string, string];
      const { actor, source, recordedAt, filedAt } = event.metadata as Partial<StoredEvent['metadata']>;
      expect(row).toEqual({
        seq: i + 1,
        subject_id: subject,
        category,
        revision: Number(event.revision),
        event_id: event.id,
        type: event.type,
        recorded_at: recordedAt,
        filed_at: filedAt,
        happened_on: PLANS.includes(event.type) ? null : ((event.data['on'] as string | undefined) ?? null),
        filed_at_claimed: 0,
        actor_id: actor?.id ?? '',
        actor_role: actor?.role ?? '',
        source_kind: source?.kind ?? '',
        batch: source?.kind === 'import' ? source.batch : '',
        source: JSON.stringify(source ?? {}),
        mends: (event.data['factId'] as string | undefined) ?? null,
      });
      const seqs = log.flatMap(({ stream }, n) => (stream === event.stream ? [n + 1] : []));
      const at = Number(event.revision);
      const { previous, following } = await neighboursOf(db(), row!, EVENTS);
      expect([previous?.seq, following?.seq]).toEqual([seqs[at - 1], seqs[at + 1]]);
      expect(await lastRevision(db(), row!, i + 1)).toBe(at);
      expect((await neighboursOf(db(), row!, i + 1)).following).toBeNull();
    }
    expect(await eventWith(db(), { seq: EVENTS + 1 })).toBeUndefined();
    expect(await eventWith(db(), { id: 'nothing' })).toBeUndefined();
  });

  it('lie between two points, which are numbers, times or days in Shanghai', async () => {
    const range = (asked: { since?: string; until?: string }, known = EVENTS) =>
      rangeOf(asked, known, () => views.sequence());
    const times = log.map(({ metadata }) => metadata.recordedAt);
    const seqsOn = (from: string, to: string) => times.flatMap((at, i) => (at >= from && at <= to ? [i + 1] : []));
    const day = seqsOn('2026-11-04T16:00:00.000Z', '2026-11-05T15:59:59.999Z');
    expect(day.length).toBe(24);
    expect(await range({ since: '2026-11-05', until: '2026-11-05' })).toEqual({ first: day[0], last: day.at(-1) });
    expect(await range({ since: times[9]!, until: times[11]! })).toEqual({ first: 10, last: 12 });
    expect(await range({ since: '17', until: '19' })).toEqual({ first: 17, last: 19 });
    expect(await range({}, 30)).toEqual({ first: 1, last: 30 });
    expect(await range({ until: '2099-01-01' }, 30)).toEqual({ first: 1, last: 30 });
    expect(await range({ since: '0001-01-01', until: '1999-01-01' })).toEqual({ first: 1, last: 0 });
    expect(await range({ since: '2099-01-01T00:00:00Z' })).toEqual({ first: EVENTS + 1, last: EVENTS });
  });
});

describe('what an event did to the facts of its stream', () => {
  const history = recorded<LedgerEvent>([
    {
      type: 'ZoneDefined',
      data: { name: '甲', level: 'national', kind: 'other', hostCounty: '420303', from: '2018-01-01' },
    },
    { type: 'ZoneRenamed', data: { name: '乙', from: '2020-01-01' } },
  ]);
  const [, renamed] = history;
  const grown = (...events: readonly object[]) =>
    recorded<LedgerEvent>([...history, ...events].map((event) => event as LedgerEvent));
  const fact = { id: renamed!.id, type: 'ZoneRenamed', label: EVENT_TEXTS.ZoneRenamed };
  const corrected = {
    type: 'FactCorrected',
    data: { factId: renamed!.id, data: { name: '丙', from: '2020-01-01' }, reason: '误' },
  };

  it('is to bring one', () =>
    expect(effectOf(history)).toEqual([{ ...fact, before: null, after: { name: '乙', from: '2020-01-01' } }]));

  it('is to put other data in its place', () => {
    const after = grown(corrected);
    expect(effectOf(after)).toEqual([
      { ...fact, before: { name: '乙', from: '2020-01-01' }, after: { name: '丙', from: '2020-01-01' } },
    ]);
    expect(statusIn(after, renamed!.id)).toEqual({ status: 'corrected', correctedBy: after[2]!.id, revokedBy: null });
  });

  it('is to take it away, and to bring it back', () => {
    const gone = grown({ type: 'FactRevoked', data: { factId: renamed!.id, reason: '误' } });
    expect(effectOf(gone)).toEqual([{ ...fact, before: { name: '乙', from: '2020-01-01' }, after: null }]);
    expect(statusIn(gone, renamed!.id).status).toBe('revoked');
    const back = grown(
      { type: 'FactRevoked', data: { factId: renamed!.id, reason: '误' } },
      { type: 'FactRevoked', data: { factId: gone[2]!.id, reason: '没有误' } },
    );
    expect(effectOf(back)).toEqual([{ ...fact, before: null, after: { name: '乙', from: '2020-01-01' } }]);
    expect(statusIn(back, renamed!.id).status).toBe('effective');
  });

  it('is nothing where it corrects what is revoked', () =>
    expect(effectOf(grown({ type: 'FactRevoked', data: { factId: renamed!.id, reason: '误' } }, corrected))).toEqual(
      [],
    ));
});
