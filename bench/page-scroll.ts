import type { Asked } from './page.ts';
import { verdict } from './page-interactions.ts';
import { felt, type Felt } from './page-watch.ts';
import { result, round, type Result } from './result.ts';
import { measured } from './stats.ts';
import type { Visit, Visitors } from './visitor.ts';

const RUNS = 5;
const TIMES = 20;
const TIMES_QUICK = 4;
const NOTCHES = 10;
const NOTCH_PX = 240;
const JUMPS = 200;
const JUMPS_QUICK = 40;
/** So many jumps before the heap is looked at: what is made once, and as many rows as the list keeps, are there then. */
const JUMPS_BEFORE = 100;
const HEAP_AIM = 1.1;
const LOOK_MS = 50;
const LOOKS_MAX = 1_200;
const LEDGER = '/projects?columns=progress';

/** The wheel, notch after notch, and the scrollbar, pulled to anywhere: the longest time between two frames. */
export async function scrolling(visit: Visitors, { projects, quick, say }: Asked): Promise<Result[]> {
  say('(m) scroll by the wheel, and by the scrollbar');
  const times = quick ? TIMES_QUICK : TIMES;
  const wheel: Felt[][] = [];
  const bar: Felt[][] = [];
  for (let run = 0; run < RUNS; run++) {
    wheel.push(await eachTime(visit, times, wheeled));
    bar.push(await eachTime(visit, times, jumped));
  }
  return [
    verdict(`scroll by the wheel, ${NOTCHES} notches, on ${projects} projects`, 'frameMs', wheel),
    verdict(`pull the scrollbar to anywhere of ${projects} projects`, 'frameMs', bar),
  ];
}

function eachTime(visit: Visitors, times: number, act: (visit: Visit, n: number) => Promise<unknown>): Promise<Felt[]> {
  return visit(async (visitor) => {
    await visitor.go(LEDGER);
    const all: Felt[] = [];
    for (let n = 0; n < times; n++) {
      all.push(await felt(visitor, () => act(visitor, n)));
    }
    return all;
  });
}

async function wheeled(visitor: Visit): Promise<void> {
  const { page } = visitor;
  await page.locator('.grid').hover({ position: { x: 400, y: 300 } });
  for (let notch = 0; notch < NOTCHES; notch++) await page.mouse.wheel(0, NOTCH_PX);
  await filled(visitor);
}

/** Pulls the bar to a place that looks like chance, the same each time: a golden step goes everywhere. */
async function jumped(visitor: Visit, n: number): Promise<void> {
  const share = (n * 0.618_033_988_749_895) % 1;
  await visitor.page.evaluate(`{
    const grid = document.querySelector('.grid');
    grid.scrollTop = ${share} * (grid.scrollHeight - grid.clientHeight);
  }`);
  await filled(visitor);
}

/** Rows above and below what is seen may stay without their further columns, also one behind the border of the grid. */
const FILLED = `new Promise((done, failed) => {
  const grid = document.querySelector('.grid');
  const from = grid.getBoundingClientRect().top + grid.clientTop;
  const isSeen = (row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > from && top < from + grid.clientHeight;
  };
  const look = (left) => {
    if (![...document.querySelectorAll('.row.place, .row:has(.waiting)')].some(isSeen)) done();
    else if (left > 0) setTimeout(look, ${LOOK_MS}, left - 1);
    else failed(new Error('rows in sight were not read in time'));
  };
  look(${LOOKS_MAX});
})`;

/** Until every row in sight is there, and all of it. */
async function filled({ page, settled }: Visit): Promise<void> {
  await page.evaluate(FILLED);
  await settled();
}

/** What the page keeps of where it has been. */
export async function jumping(visit: Visitors, { projects, quick, say }: Asked): Promise<Result[]> {
  const jumps = quick ? JUMPS_QUICK : JUMPS;
  say(`(m) ${jumps} jumps with the scrollbar`);
  const heaps: { readonly before: number; readonly after: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    heaps.push(
      await visit(async (visitor) => {
        await visitor.go(LEDGER);
        for (let n = 0; n < JUMPS_BEFORE; n++) await jumped(visitor, n);
        const before = await heapOf(visitor);
        for (let n = 0; n < jumps; n++) await jumped(visitor, JUMPS_BEFORE + n);
        return { before, after: await heapOf(visitor) };
      }),
    );
  }
  const median = (key: 'before' | 'after'): number => round(measured(heaps.map((heap) => heap[key])).median, 1);
  return [
    result({
      id: 'm',
      what: `heap of the page after ${jumps} jumps with the scrollbar over ${projects} projects ÷ before`,
      unit: '',
      value: measured(heaps.map(({ before, after }) => after / before)),
      aim: { at: '≤', value: HEAP_AIM },
      details: { 'before, MB': median('before'), 'after, MB': median('after') },
    }),
  ];
}

async function heapOf({ debug }: Visit): Promise<number> {
  await debug.send('HeapProfiler.collectGarbage');
  const { usedSize } = await debug.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
