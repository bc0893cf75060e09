import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openViews, startProjector, type View } from '#database';
import { openEmbeddedStore } from '#event-store';
import { dayNumber, dayOf, instantOf } from '#kernel';
import {
  LEDGER_SORTS,
  ledgerPage,
  ledgerSeries,
  ledgerSums,
  projectLedger,
  type LedgerFilter,
  type LedgerTables,
} from '#views';
import { leaderId, zoneId } from './generated-log.ts';
import { FIRST_YEAR, writeGrownLog } from './grown-log.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { measured, percentile, type Measured } from './stats.ts';

const PAGE_ROWS = 51;
const PASSES = 3;
const LOOK_EVERY_MS = 100;
const PAGE_AIM_MS = 20;
const SUMMARY_AIM_MS = 300;
const SERIES_AIM_MS = 1_000;
const SIZE_AIM = 2;
const WEEKS = 52;
const DAYS = 5 * 365;

const FILTERS: Readonly<Record<string, (n: number) => LedgerFilter>> = {
  none: () => ({}),
  zone: (n) => ({ zoneId: zoneId(n) }),
  stage: (n) => ({
    stages: [of(['registered', 'lead', 'signed', 'landSupplied', 'constructionStarted', 'completed'], n)],
  }),
  'zone and stage': (n) => ({ zoneId: zoneId(n), stages: [of(['lead', 'signed', 'completed'], n)] }),
  suspended: () => ({ standing: 'suspended' }),
  leader: (n) => ({ leaderId: leaderId(n) }),
  'leader and zone': (n) => ({ leaderId: leaderId(n), zoneId: zoneId(n) }),
  text: (n) => ({ text: of(['能源', '机械', '物流', '栖云', '研发', '7号'], n) }),
  'text and stage': (n) => ({ text: of(['能源', '物流'], n), stages: [of(['signed', 'completed'], n)] }),
};
const SORTS = Object.keys(LEDGER_SORTS) as (keyof typeof LEDGER_SORTS)[];

function of<const T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T;
}

interface Asked {
  readonly db: Kysely<LedgerTables>;
  readonly last: number;
  /** The business day on which the ledger stood at a seq. */
  readonly dayAt: (seq: number) => Promise<number>;
}

/** (j) The ledger as of any point: pages, sums, series, and what it takes on the disk. */
export async function asOf({ quick, folder, say }: Plan): Promise<Result[]> {
  const projects = quick ? 2_000 : 100_000;
  const dataDir = join(folder, 'as-of');
  mkdirSync(dataDir);
  say(`(j) ${projects} projects: writing a log of five years`);
  const events = await writeGrownLog(join(dataDir, 'log.db'), projects);
  say(`(j) ${events} events: building the view`);
  await build(dataDir);
  return measure(dataDir, events, { quick, say });
}

/** Asks a view that stands. */
export async function measure(
  dataDir: string,
  events: number,
  { quick, say }: Pick<Plan, 'quick' | 'say'>,
): Promise<Result[]> {
  const log = join(dataDir, 'log.db');
  const store = await openEmbeddedStore({ file: log, readOnly: true });
  const views = openViews({ database: { folder: dataDir }, storeId: store.storeId });
  const db: Kysely<LedgerTables> = views.reader(projectLedger.name);
  const sequence = await views.sequence();
  const last = (await views.asOf(projectLedger.name)).seq;
  const dayAt = async (seq: number): Promise<number> =>
    dayNumber(dayOf((await sequence.bySeq(seq))?.knownAt ?? instantOf(Date.UTC(FIRST_YEAR, 0, 1))));
  const asked = { db, last, dayAt };
  try {
    const { segments } = await db
      .selectFrom('segments')
      .select((e) => e.fn.countAll<number>().as('segments'))
      .executeTakeFirstOrThrow();
    const size = { events, segments, 'log MB': megabytes(log), 'view MB': megabytes(viewFile(dataDir)) };
    say(`(j) ${segments} segments; asking`);
    return [
      await pages(asked, quick ? 200 : 1_000),
      await summaries(asked, quick ? 20 : 60),
      ...(await series(asked, async (day) => (await sequence.atInstant(instantOf(day)))?.seq ?? 0)),
      result({
        id: 'j',
        what: 'the whole view on disk ÷ the log',
        unit: '',
        value: measured([size['view MB'] / size['log MB']]),
        aim: { at: '≤', value: SIZE_AIM },
        details: size,
      }),
    ];
  } finally {
    await views.close();
    await store.close();
  }
}

const viewFile = (dataDir: string): string =>
  join(dataDir, 'views', `${projectLedger.name}-v${projectLedger.version}.db`);
const megabytes = (file: string): number => round(statSync(file).size / 1e6, 0);

async function build(dataDir: string): Promise<void> {
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db'), readOnly: true });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const views = [projectLedger as View];
  const projector = await startProjector({ store, database: { folder: dataDir }, views, onError: reject });
  const look = setInterval(() => {
    const [status] = projector.status();
    if (status?.serving && status.state === 'live' && status.lag === 0) resolve();
  }, LOOK_EVERY_MS);
  await promise.finally(() => clearInterval(look));
  await projector.stop();
  await store.close();
}

/** Numbers that look like chance, the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/**
 * Any filter in any order, first and second pages, at any seq: of the day it was known on, of any other day, and near the
 * head, where a list that was begun a moment ago goes on.
 */
async function pages({ db, last, dayAt }: Asked, count: number): Promise<Result> {
  const passes: { readonly p50: number; readonly p99: number }[] = [];
  const byFilter = new Map<string, number[]>();
  for (let pass = 0; pass <= PASSES; pass++) {
    const next = chance(pass);
    const took: number[] = [];
    for (let i = 0; i < count; i++) {
      const name = of(Object.keys(FILTERS), i);
      const filter = (FILTERS[name] as (n: number) => LedgerFilter)(next(1_000));
      const known = next(4) === 0 ? last - next(100) : 1 + next(last);
      const day = next(2) ? await dayAt(known) : dayNumber(`${FIRST_YEAR}-01-01`) + next(DAYS);
      const sort = of(SORTS, next(100));
      const page = { filter, day, known, sort, descending: next(2) === 1, limit: PAGE_ROWS };
      const first = await timed(took, () => ledgerPage(db, page));
      if (pass > 0) byFilter.set(name, [...(byFilter.get(name) ?? []), took.at(-1) as number]);
      const end = first.at(-1);
      if (end && first.length === PAGE_ROWS && next(3) === 0) {
        await timed(took, () =>
          ledgerPage(db, { ...page, after: { value: end[LEDGER_SORTS[sort]], number: end.number } }),
        );
      }
    }
    took.sort((a, b) => a - b);
    // In the first one much is compiled, and read from the disk.
    if (pass > 0) passes.push({ p50: percentile(took, 50), p99: percentile(took, 99) });
  }
  const filters = [...byFilter].map(([name, took]) => {
    took.sort((a, b) => a - b);
    return [`${name}: p50 / p99 ms`, `${round(percentile(took, 50))} / ${round(percentile(took, 99))}`] as const;
  });
  return result({
    id: 'j',
    what: 'a page of the ledger as of any point, any filter and sort, p99',
    unit: 'ms',
    value: measured(passes.map(({ p99 }) => p99)),
    aim: { at: '≤', value: PAGE_AIM_MS },
    details: { 'p50 ms': round(measured(passes.map(({ p50 }) => p50)).median), ...Object.fromEntries(filters) },
  });
}

async function summaries({ db, last, dayAt }: Asked, count: number): Promise<Result> {
  const next = chance(7);
  const took: number[] = [];
  for (let i = 0; i < count; i++) {
    const known = 1 + next(last);
    const day = i % 2 ? await dayAt(known) : dayNumber(`${FIRST_YEAR}-01-01`) + next(DAYS);
    await timed(took, () => ledgerSums(db, {}, day, known));
  }
  const value = measured(took);
  return result({
    id: 'j',
    what: 'the whole summary as of any point, the slowest',
    unit: 'ms',
    value: { ...value, median: value.max },
    aim: { at: '≤', value: SUMMARY_AIM_MS },
    details: { 'median ms': round(value.median) },
  });
}

/** The last 52 weeks: what was known week by week, and how each week was as it is known now. */
async function series({ db, last }: Asked, seqAt: (at: number) => Promise<number>): Promise<Result[]> {
  const end = Date.UTC(FIRST_YEAR + 5, 0, 1);
  const weeks = Array.from({ length: WEEKS }, (_, i) => end - (WEEKS - i) * 7 * 86_400_000);
  const days = weeks.map((at) => dayNumber(dayOf(instantOf(at))));
  const seqs = await Promise.all(weeks.map(seqAt));
  const clocks = {
    known: days.map((day, i) => ({ seq: seqs[i] as number, day })),
    effective: days.map((day) => ({ seq: last, day })),
  };
  const results: Result[] = [];
  for (const [clock, points] of Object.entries(clocks)) {
    const took: number[] = [];
    for (let run = 0; run < PASSES; run++) await timed(took, () => ledgerSeries(db, {}, points));
    const ofLeader: number[] = [];
    for (let n = 0; n < PASSES; n++) await timed(ofLeader, () => ledgerSeries(db, { leaderId: leaderId(n) }, points));
    const value: Measured = measured(took);
    const details = { 'of one leader, ms': round(measured(ofLeader).median) };
    const what = `the summary of ${WEEKS} weeks, clock=${clock}`;
    results.push(result({ id: 'j', what, unit: 'ms', value, aim: { at: '≤', value: SERIES_AIM_MS }, details }));
  }
  return results;
}

async function timed<T>(took: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const answered = await work();
  took.push(performance.now() - start);
  return answered;
}
