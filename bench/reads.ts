import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedStore } from '#event-store';
import { openRegistry } from '#registry';
import { startTaizhang } from './child.ts';
import { leaderId, projectId, writeLog, zoneId } from './generated-log.ts';
import { Caller } from './http.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { measured, percentile, type Measured } from './stats.ts';

const PASSES = 5;
const EVENTS_EACH = 12;
const LEADERS = 240;
/** A pass ends then, however slow the answers are: the whole run stays within its quarter of an hour. */
const PASS_MS_MAX = 1_200;
const ASKED_MIN = 10;
const READY_LOOK_MS = 50;
const READY_MS_MAX = 1_800_000;
const PAGE_AIM_MS = 10;
const SUMMARY_AIM_MS = 60;
const SEARCH_AIM_MS = 20;
const DESK_AIM_MS = 20;
const FINDINGS_AIM_MS = 50;
const GROWTH_AIM = 2;

/** A question asked again and again, each time about something else. */
interface Question {
  readonly name: string;
  readonly path: (n: number) => string;
  readonly letter: 'd' | 'f' | 'i';
  readonly aimMs: number;
}

const TWO = ['能源', '机械', '物流', '栖云', '鹿鸣', '包装', '研发', '食品'];
const STAGES = ['lead', 'signed', 'landSupplied', 'constructionStarted', 'inProduction'];
const FINDINGS = ['StartedBeforeLand', 'PlanSlipped', 'NoReportForPeriod', 'FiledLate'];
const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const cursors = new Map<string, string>();

const questions = (projects: number): Question[] => {
  const d = (name: string, path: Question['path'], aimMs = PAGE_AIM_MS): Question => ({
    name,
    path,
    letter: 'd',
    aimMs,
  });
  const i = (name: string, path: Question['path'], aimMs = DESK_AIM_MS): Question => ({
    name,
    path,
    letter: 'i',
    aimMs,
  });
  const any = (n: number): string => projectId((n * 7919) % projects);
  const text = (n: number): string => encodeURIComponent(of(TWO, n));
  return [
    d('ledger, first page', () => '/api/projects'),
    d('ledger, next page', () => `/api/projects?cursor=${cursors.get('/api/projects') ?? ''}`),
    d('ledger, one zone', (n) => `/api/projects?zoneId=${zoneId(n)}`),
    d('ledger, one stage', (n) => `/api/projects?stage=${of(STAGES, n)}`),
    d('ledger, one leader', (n) => `/api/projects?leaderId=${leaderId(n)}`),
    d(
      'ledger, zone and stage, by total',
      (n) => `/api/projects?zoneId=${zoneId(n)}&stage=${of(STAGES, n)}&sort=-totalInvestment`,
    ),
    d('ledger, by name', () => '/api/projects?sort=name'),
    d('ledger, by invested', () => '/api/projects?sort=-invested'),
    d('project', (n) => `/api/projects/${any(n)}`),
    d('timeline', (n) => `/api/projects/${any(n)}/timeline`),
    d('summary', () => '/api/projects/summary'),
    d('summary, one zone', (n) => `/api/projects/summary?zoneId=${zoneId(n)}`),
    d('summary, one stage', (n) => `/api/projects/summary?stage=${of(STAGES, n)}`),
    d('summary, one leader', (n) => `/api/projects/summary?leaderId=${leaderId(n)}`, SUMMARY_AIM_MS),
    d('summary, text', (n) => `/api/projects/summary?text=${text(n)}`, SUMMARY_AIM_MS),
    d('summary, another day', (n) => `/api/projects/summary?effectiveOn=2024-0${(n % 9) + 1}-15`, SUMMARY_AIM_MS),
    { name: 'search, two characters', path: (n) => `/api/projects?text=${text(n)}`, letter: 'f', aimMs: SEARCH_AIM_MS },
    {
      name: 'search, two characters, by total',
      path: (n) => `/api/projects?text=${text(n)}&sort=-totalInvestment`,
      letter: 'f',
      aimMs: SEARCH_AIM_MS,
    },
    i('leader page', (n) => `/api/leaders/${leaderId(n)}`),
    i('findings', () => '/api/findings', FINDINGS_AIM_MS),
    i('findings, one zone', (n) => `/api/findings?scope=zone:${zoneId(n)}`, FINDINGS_AIM_MS),
    i('findings, one code', (n) => `/api/findings?code=${of(FINDINGS, n)}`, FINDINGS_AIM_MS),
    i('findings, next page', () => `/api/findings?cursor=${cursors.get('/api/findings') ?? ''}`, FINDINGS_AIM_MS),
    i('deadlines of 30 days', () => '/api/deadlines?days=30'),
    i('deadlines of 30 days, one zone', (n) => `/api/deadlines?days=30&scope=zone:${zoneId(n)}`),
    i('deadlines of 30 days, one leader', (n) => `/api/deadlines?days=30&leaderId=${leaderId(n)}`),
    i('targets', () => '/api/targets'),
  ];
};

interface Timing {
  readonly p50: Measured;
  readonly p99: Measured;
}

/** (d), (f) and (i): what a reader waits for, through HTTP, with one caller, as the ledger grows. */
export async function reads({ quick, folder, say }: Plan, letters: ReadonlySet<string>): Promise<Result[]> {
  const sizes = quick ? [1_000, 5_000] : [1_000, 10_000, 100_000];
  const timings = new Map<number, Map<string, Timing>>();
  for (const projects of sizes) {
    const dataDir = await ledgerOf(folder, projects, say);
    const server = await startTaizhang(dataDir);
    const caller = new Caller(server.address);
    try {
      const built = await ready(caller, projects * EVENTS_EACH);
      say(`(d, f, i) ${projects} projects: views built in ${round(built / 1000, 1)} s; asking`);
      timings.set(
        projects,
        await ask(
          caller,
          questions(projects).filter(({ letter }) => letters.has(letter)),
          quick ? 40 : 200,
        ),
      );
    } finally {
      caller.close();
      await server.stop();
    }
  }
  return verdicts(sizes, timings, letters);
}

/** A data folder with so many projects and the people who lead them. */
export async function ledgerOf(folder: string, projects: number, say: Plan['say']): Promise<string> {
  const dataDir = join(folder, `ledger-${projects}`);
  mkdirSync(dataDir, { recursive: true });
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db') });
  if ((await store.readLast()) === undefined) {
    say(`writing a ledger of ${projects} projects × ${EVENTS_EACH} events`);
    await defineLeaders(dataDir);
    await writeLog(store, { projects, eventsEach: EVENTS_EACH });
  }
  await store.close();
  return dataDir;
}

/** Gives those who lead the projects of a generated log their names. */
export async function defineLeaders(dataDir: string): Promise<void> {
  const registry = await openRegistry({ database: { folder: dataDir }, clock: Date.now });
  for (let n = 0; n < LEADERS; n++) await registry.people.definePerson({ id: leaderId(n), name: `示例${n}` });
  await registry.close();
}

/** Waits until every view has seen every event; answers how long that took. */
export async function ready(caller: Caller, events: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const { views = [] } = (await caller.get('/health/ready').catch(() => ({}))) as {
      views?: { seq: number; lag: number }[];
    };
    if (views.length > 0 && views.every(({ seq, lag }) => seq >= events && lag === 0)) return performance.now() - start;
    if (performance.now() - start > READY_MS_MAX) throw new Error('the views were not built in time');
    await new Promise((resolve) => setTimeout(resolve, READY_LOOK_MS));
  }
}

async function ask(caller: Caller, list: readonly Question[], times: number): Promise<Map<string, Timing>> {
  for (const path of ['/api/projects', '/api/findings']) {
    const first = (await caller.get(path)) as { next: string | null };
    cursors.set(path, encodeURIComponent(first.next ?? ''));
  }
  const timings = new Map<string, Timing>();
  for (const { name, path } of list) {
    const passes: { p50: number; p99: number }[] = [];
    for (let n = 0; n < ASKED_MIN; n++) await caller.get(path(n));
    for (let pass = 0; pass < PASSES; pass++) {
      const took: number[] = [];
      const end = performance.now() + PASS_MS_MAX;
      for (let n = 0; n < times && (n < ASKED_MIN || performance.now() < end); n++) {
        const start = performance.now();
        await caller.get(path(pass * times + n));
        took.push(performance.now() - start);
      }
      took.sort((a, b) => a - b);
      passes.push({ p50: percentile(took, 50), p99: percentile(took, 99) });
    }
    timings.set(name, { p50: measured(passes.map(({ p50 }) => p50)), p99: measured(passes.map(({ p99 }) => p99)) });
  }
  return timings;
}

function verdicts(
  sizes: readonly number[],
  timings: Map<number, Map<string, Timing>>,
  letters: ReadonlySet<string>,
): Result[] {
  const least = sizes[0] as number;
  const most = sizes.at(-1) as number;
  return questions(most)
    .filter(({ letter }) => letters.has(letter))
    .flatMap(({ name, letter, aimMs }) => {
      const at = (projects: number): Timing => timings.get(projects)?.get(name) as Timing;
      const details = Object.fromEntries(
        sizes.map((projects) => [
          `${projects}: p50 / p99 ms`,
          `${round(at(projects).p50.median)} / ${round(at(projects).p99.median)}`,
        ]),
      );
      const p99 = at(most).p99;
      const found = [
        result({
          id: letter,
          what: `${name}: p99 at ${most}`,
          unit: 'ms' as const,
          value: p99,
          aim: { at: '≤' as const, value: aimMs },
          details,
        }),
      ];
      if (letter === 'd' && aimMs === PAGE_AIM_MS) {
        const small = at(least).p99;
        const growth = {
          median: p99.median / small.median,
          min: p99.min / small.max,
          max: p99.max / small.min,
          runs: PASSES,
        };
        found.push(
          result({
            id: 'd',
            what: `${name}: p99 at ${most} ÷ at ${least}`,
            unit: '' as const,
            value: growth,
            aim: { at: '≤' as const, value: GROWTH_AIM },
            details: {},
          }) as never,
        );
      }
      return found;
    });
}
