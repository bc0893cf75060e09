import type { Locator, Page } from 'playwright-core';
import type { Asked } from './page.ts';
import { felt, type Felt } from './page-watch.ts';
import { result, round, type Result } from './result.ts';
import { measured, percentile } from './stats.ts';
import type { Visitors } from './visitor.ts';

const RUNS = 5;
const TIMES = 20;
const TIMES_QUICK = 4;
const AIM_MS = 100;

/** Something that a person does to the ledger again and again, each time with something else of it. */
interface Interaction {
  readonly what: string;
  readonly at: string;
  readonly act: (page: Page, n: number) => Promise<unknown>;
  /** Makes it possible to do it again; nobody waits for that. */
  readonly undo?: (page: Page, n: number) => Promise<unknown>;
}

const LEDGER = '/projects?columns=progress';
const TEXTS = ['12', '305', '7', '9', '44', '1'];
const HEADS = ['总投资（万元）', '项目名称', '序号'];
const SETS = ['责任', '资金', '全部', '概况', '进度'];
const ROWS = 12;
const KEYS = 10;

const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const row = (page: Page, n: number): Locator => page.locator(`.row[data-index="${n % ROWS}"]`);

const INTERACTIONS: readonly Interaction[] = [
  {
    what: 'type in the filter, and Enter',
    at: LEDGER,
    act: async (page, n) => {
      await page.getByRole('textbox', { name: '搜索' }).click({ clickCount: 3 });
      await page.keyboard.type(of(TEXTS, n));
      await page.keyboard.press('Enter');
    },
  },
  {
    what: 'sort by a column',
    at: '/projects',
    act: (page, n) =>
      page
        .getByRole('columnheader', { name: of(HEADS, n) })
        .getByRole('button')
        .click(),
  },
  {
    what: 'open a group',
    at: `${LEDGER}&group=zone`,
    act: (page, n) =>
      page
        .locator('.group-head button')
        .nth(n % ROWS)
        .click(),
    undo: (page, n) =>
      page
        .locator('.group-head button')
        .nth(n % ROWS)
        .click(),
  },
  { what: 'select a row', at: LEDGER, act: (page, n) => row(page, n).getByRole('checkbox').click() },
  {
    what: 'open the entry of a milestone',
    at: LEDGER,
    act: (page, n) => row(page, n).getByRole('button', { name: '节点' }).click(),
    undo: (page, n) => row(page, n).getByRole('button', { name: '节点' }).click(),
  },
  {
    what: 'open the entry of a month',
    at: LEDGER,
    act: (page, n) => row(page, n).getByRole('button', { name: '月报' }).click(),
    undo: (page, n) => row(page, n).getByRole('button', { name: '月报' }).click(),
  },
  {
    what: 'switch the columns',
    at: LEDGER,
    act: (page, n) => page.locator('.ant-segmented-item', { hasText: of(SETS, n) }).click(),
  },
  {
    what: 'go down by the arrow key',
    at: LEDGER,
    act: async (page, n) => {
      if (n === 0) await row(page, 0).focus();
      for (let i = 0; i < KEYS; i++) await page.keyboard.press('ArrowDown');
    },
  },
];

/** From what a person does to the next paint, on the ledger of all projects. */
export async function interactions(visit: Visitors, { projects, quick, say }: Asked): Promise<Result[]> {
  const results: Result[] = [];
  for (const interaction of INTERACTIONS) {
    say(`(m) ${interaction.what}`);
    const runs: Felt[][] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await done(visit, interaction, quick ? TIMES_QUICK : TIMES));
    results.push(verdict(`${interaction.what}, on ${projects} projects`, 'paintMs', runs));
  }
  return results;
}

/** Each time is waited for until everything that comes of it is shown: what that takes shows in the frames. */
function done(visit: Visitors, { at, act, undo }: Interaction, times: number): Promise<Felt[]> {
  return visit(async (visitor) => {
    const { page, go, settled } = visitor;
    await go(at);
    const all: Felt[] = [];
    for (let n = 0; n < times; n++) {
      const one = await felt(visitor, async () => {
        await act(page, n);
        await settled();
      });
      all.push(one);
      if (!undo) continue;
      await undo(page, n);
      await settled();
    }
    return all;
  });
}

/** The p99 of each run, and what all of them together were like. */
export function verdict(what: string, by: 'paintMs' | 'frameMs', runs: readonly Felt[][]): Result {
  const all = runs.flat();
  const both = (key: keyof Felt): string => `${at(all, key, 50)} / ${at(all, key, 99)}`;
  return result({
    id: 'm',
    what: `${what}: ${by === 'paintMs' ? 'to the next paint' : 'the longest frame'}, p99`,
    unit: 'ms',
    value: measured(runs.map((run) => at(run, by, 99))),
    aim: { at: '≤', value: AIM_MS },
    details: {
      times: all.length,
      'p50 / p99 of all, ms': both(by),
      ...(by === 'paintMs' && { 'longest frame until all of it is shown, p50 / p99 ms': both('frameMs') }),
      'CPU of the thread of the page for all of it, p50 / p99 ms': both('cpuMs'),
    },
  });
}

function at(felt: readonly Felt[], key: keyof Felt, p: number): number {
  const sorted = felt.map((one) => one[key]).sort((a, b) => a - b);
  return round(percentile(sorted, p), 0);
}
