import { join } from 'node:path';
import type { Response } from 'playwright-core';
import { firstRouteScripts } from '../test/browser/first-route.ts';
import { root } from './child.ts';
import { projectId } from './generated-log.ts';
import type { Asked } from './page.ts';
import { largestPaint } from './page-watch.ts';
import { result, round, type Result } from './result.ts';
import { measured } from './stats.ts';
import type { Visitors } from './visitor.ts';

const RUNS = 5;
const FIRST_ROUTE_AIM_KB = 450;
const PAINT_AIM_MS = 1_000;
/** The last month of the log. */
const MONTH = 'fromKnownAt=2025-11-30&fromEffectiveOn=2025-11-30&knownAt=2025-12-31&effectiveOn=2025-12-31';

/** Of the overview: the scripts without which it shows nothing, and those that it loads when it stands. */
interface Scripts {
  readonly needed: number;
  readonly later: number;
}

/** The scripts of the first route as they come over the wire, to a browser that takes gzip and to one as it is. */
export async function firstRoute(visit: Visitors): Promise<Result[]> {
  const needed = firstRouteScripts(join(root, 'dist', 'web'));
  const gzip: Scripts[] = [];
  for (let run = 0; run < RUNS; run++) gzip.push(await scripts(visit, needed, 'gzip'));
  const asItIs = await scripts(visit, needed);
  return [
    result({
      id: 'm',
      what: 'scripts of the first route as sent, gzip',
      unit: 'KB',
      value: measured(gzip.map((sent) => sent.needed)),
      aim: { at: '≤', value: FIRST_ROUTE_AIM_KB },
      details: {
        files: needed.size,
        'loaded later, for the chart, KB': round(measured(gzip.map((sent) => sent.later)).median),
        'as this browser asks by itself, KB': round(asItIs.needed),
      },
    }),
  ];
}

function scripts(visit: Visitors, needed: ReadonlySet<string>, encoding?: string): Promise<Scripts> {
  return visit(async ({ page, go }) => {
    if (encoding) await page.setExtraHTTPHeaders({ 'accept-encoding': encoding });
    const answers: Response[] = [];
    page.on('response', (answer) => answer.request().resourceType() === 'script' && answers.push(answer));
    await go('/');
    const came = new Map<string, number>();
    for (const answer of answers) {
      const { responseBodySize } = await answer.request().sizes();
      came.set(new URL(answer.url()).pathname.slice(1), responseBodySize / 1000);
    }
    if ([...needed].some((file) => !came.has(file))) throw new Error('the server serves another build than this one');
    const sum = (first: boolean): number =>
      [...came].reduce((all, [file, size]) => all + (needed.has(file) === first ? size : 0), 0);
    return { needed: sum(true), later: sum(false) };
  });
}

const PAGES: Readonly<Record<string, (run: number, projects: number) => string>> = {
  overview: () => '/',
  ledger: () => '/projects',
  project: (run, projects) => `/projects/${projectId((run * 7_919) % projects)}`,
  leaders: () => '/leaders',
  log: () => '/log',
  'compare, over a month': () => `/compare?${MONTH}`,
};

/** The largest paint of every page, each time for somebody whose browser has nothing of it yet. */
export async function firstPaints(visit: Visitors, { projects, say }: Asked): Promise<Result[]> {
  const results: Result[] = [];
  for (const [name, path] of Object.entries(PAGES)) {
    say(`(m) the largest paint of ${name}`);
    const paints = [];
    for (let run = 0; run <= RUNS; run++) {
      const paint = await visit(async ({ page, go }) => {
        await go(path(run, projects));
        return largestPaint(page);
      });
      // The first time the server has not read these files and rows either.
      if (run > 0) paints.push(paint);
    }
    results.push(
      result({
        id: 'm',
        what: `largest paint of ${name}, at ${projects} projects, nothing cached`,
        unit: 'ms',
        value: measured(paints.map(({ at }) => at)),
        aim: { at: '≤', value: PAINT_AIM_MS },
        details: { 'what was painted': [...new Set(paints.map(({ what }) => what))].join(', ') },
      }),
    );
  }
  return results;
}
