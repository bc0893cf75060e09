import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openViews } from '#database';
import { openEmbeddedStore } from '#event-store';
import { dayOf, instantOf, type Day, type Instant } from '#kernel';
import { openRegistry } from '#registry';
import { asOfDay, Names, projectAt } from '#views';
import { startTaizhang } from './child.ts';
import { projectId } from './generated-log.ts';
import { Caller } from './http.ts';
import { LONG_SPAN, writeLongLog } from './long-log.ts';
import { ready } from './reads.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { measured, percentile } from './stats.ts';

const EVENTS_EACH = 500;
const PASSES = 5;
const READ_AIM_MS = 5;
const HTTP_AIM_MS = 10;

/**
 * (l) The page of a project of many events as of any instant: each time of another project, and of one that is replayed. Once
 * the read alone, up to the text of the answer, as part j has its pages, and once over HTTP, as part d has its own.
 */
export async function longProject({ quick, folder, say }: Plan): Promise<Result[]> {
  const [projects, times] = quick ? [10, 50] : [200, 400];
  const dataDir = join(folder, 'long-project');
  mkdirSync(dataDir);
  say(`(l) ${projects} projects × ${EVENTS_EACH} events: writing, then building the views`);
  const events = await writeLongLog(join(dataDir, 'log.db'), projects, EVENTS_EACH);
  const server = await startTaizhang(dataDir);
  const caller = new Caller(server.address);
  const wanted = { another: (n: number) => projectId((n * 7_919) % projects), one: () => projectId(1) };
  const results: Result[] = [];
  try {
    await ready(caller, events);
    say('(l) asking over HTTP');
    const get = async ({ id, knownAt, on }: Asked): Promise<void> => {
      const effectiveOn = on === undefined ? '' : `&effectiveOn=${on}`;
      await caller.bytes(`/api/projects/${id}?knownAt=${knownAt}${effectiveOn}`);
    };
    results.push(
      verdict('any project of 500 events, over HTTP', HTTP_AIM_MS, await passes(get, times, wanted.another)),
    );
    results.push(verdict('one project of 500 events, over HTTP', HTTP_AIM_MS, await passes(get, times, wanted.one)));
  } finally {
    caller.close();
    await server.stop();
  }
  say('(l) reading');
  const { read, close } = await reader(dataDir);
  try {
    results.unshift(
      verdict('any project of 500 events', READ_AIM_MS, await passes(read, times, wanted.another)),
      verdict('one project of 500 events', READ_AIM_MS, await passes(read, times, wanted.one)),
    );
  } finally {
    await close();
  }
  return results;
}

/** A project, what was known of it, and on which day where that is not the day it was known. */
interface Asked {
  readonly id: string;
  readonly knownAt: Instant;
  readonly on: Day | undefined;
}

/** Reads pages from the views of a data folder that no server works on. */
async function reader(dataDir: string): Promise<{ read: (asked: Asked) => Promise<void>; close: () => Promise<void> }> {
  const database = { folder: dataDir };
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db'), readOnly: true });
  const views = openViews({ database, storeId: store.storeId });
  const registry = await openRegistry({ database, clock: Date.now });
  const names = new Names(views, registry);
  return {
    read: async ({ id, knownAt, on }) => {
      const seq = (await (await views.sequence()).atInstant(knownAt))?.seq ?? 0;
      const point = { known: () => seq, on: asOfDay(on ?? dayOf(knownAt), 0), upToDay: on !== undefined };
      const page = await projectAt({ views, names }, id, point);
      if (!page || JSON.stringify(page) === '') throw new Error(`nothing is known of ${id} at ${knownAt}`);
    },
    close: async () => {
      await registry.close();
      await views.close();
      await store.close();
    },
  };
}

type Pass = Readonly<Record<'p50' | 'p90' | 'p99', number>>;

/** Half of the questions are of the day that was known, half of another day. */
async function passes(
  ask: (asked: Asked) => Promise<void>,
  times: number,
  idOf: (n: number) => string,
): Promise<Pass[]> {
  const all: Pass[] = [];
  for (let pass = 0; pass <= PASSES; pass++) {
    const took: number[] = [];
    for (let n = pass * times; n < (pass + 1) * times; n++) {
      const on = n % 2 === 0 ? undefined : dayOf(instantAt(n * 31 + 7));
      const start = performance.now();
      await ask({ id: idOf(n), knownAt: instantAt(n), on });
      took.push(performance.now() - start);
    }
    took.sort((a, b) => a - b);
    // In the first one much is compiled.
    if (pass > 0) all.push({ p50: percentile(took, 50), p90: percentile(took, 90), p99: percentile(took, 99) });
  }
  return all;
}

/** Any instant of the span, the same each time: a golden step goes everywhere. */
function instantAt(n: number): Instant {
  const share = (n * 0.618_033_988_749_895) % 1;
  return instantOf(Math.round(LONG_SPAN.from + share * (LONG_SPAN.to - LONG_SPAN.from)));
}

function verdict(what: string, aimMs: number, all: readonly Pass[]): Result {
  const of = (name: keyof Pass) => measured(all.map((pass) => pass[name]));
  const details = { 'p50 ms': round(of('p50').median), 'p90 ms': round(of('p90').median) };
  return result({
    id: 'l',
    what: `${what}, as of any instant, p99`,
    unit: 'ms',
    value: of('p99'),
    aim: { at: '≤', value: aimMs },
    details,
  });
}
