import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, instantOf } from '#kernel';
import { startTaizhang } from './child.ts';
import { projectId } from './generated-log.ts';
import { Caller } from './http.ts';
import { LONG_SPAN, writeLongLog } from './long-log.ts';
import { ready } from './reads.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { measured, percentile } from './stats.ts';

const EVENTS_EACH = 500;
const PASSES = 5;
const AIM_MS = 5;

/** (l) The page of a project of many events as of any instant, over HTTP: each time of another project, and of one that is replayed. */
export async function longProject({ quick, folder, say }: Plan): Promise<Result[]> {
  const [projects, times] = quick ? [10, 50] : [200, 400];
  const dataDir = join(folder, 'long-project');
  mkdirSync(dataDir);
  say(`(l) ${projects} projects × ${EVENTS_EACH} events: writing, then building the views`);
  const events = await writeLongLog(join(dataDir, 'log.db'), projects, EVENTS_EACH);
  const server = await startTaizhang(dataDir);
  const caller = new Caller(server.address);
  try {
    await ready(caller, events);
    say('(l) asking');
    const another = await asked(caller, times, (n) => projectId((n * 7_919) % projects));
    const same = await asked(caller, times, () => projectId(1));
    return [
      verdict('any project of 500 events as of any instant, p99', another),
      verdict('one project of 500 events as of one instant after the other, p99', same),
    ];
  } finally {
    caller.close();
    await server.stop();
  }
}

type Pass = Readonly<Record<'p50' | 'p90' | 'p99', number>>;

/** Half of the questions are of the day that was known, half of another day. */
async function asked(caller: Caller, times: number, idOf: (n: number) => string): Promise<Pass[]> {
  const passes: Pass[] = [];
  for (let pass = 0; pass <= PASSES; pass++) {
    const took: number[] = [];
    for (let n = pass * times; n < (pass + 1) * times; n++) {
      const on = n % 2 === 0 ? '' : `&effectiveOn=${dayOf(instantAt(n * 31 + 7))}`;
      const start = performance.now();
      await caller.bytes(`/api/projects/${idOf(n)}?knownAt=${instantAt(n)}${on}`);
      took.push(performance.now() - start);
    }
    took.sort((a, b) => a - b);
    // In the first one much is compiled.
    if (pass > 0) passes.push({ p50: percentile(took, 50), p90: percentile(took, 90), p99: percentile(took, 99) });
  }
  return passes;
}

/** Any instant of the span, the same each time: a golden step goes everywhere. */
function instantAt(n: number): string {
  const share = (n * 0.618_033_988_749_895) % 1;
  return instantOf(Math.round(LONG_SPAN.from + share * (LONG_SPAN.to - LONG_SPAN.from)));
}

function verdict(what: string, passes: readonly Pass[]): Result {
  const of = (name: keyof Pass) => measured(passes.map((pass) => pass[name]));
  const details = { 'p50 ms': round(of('p50').median), 'p90 ms': round(of('p90').median) };
  return result({ id: 'l', what, unit: 'ms', value: of('p99'), aim: { at: '≤', value: AIM_MS }, details });
}
