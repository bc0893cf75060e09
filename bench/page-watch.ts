import type { CDPSession, Page } from 'playwright-core';

/** Events that are shorter are not told of; they count as this long. */
const SHORTEST_MS = 16;
/** The browser tells of an event some frames after it has painted. */
const FRAMES_UNTIL_TOLD = 6;

/** Runs in every page before its own scripts: keeps what the browser tells of paints, of events and of frames. */
export const WATCH = `{
  const told = { paints: [], events: [], frame: 0 };
  const keep = (list) => {
    for (const entry of list) if (entry.interactionId > 0) told.events.push(entry.duration);
  };
  new PerformanceObserver((list) => {
    for (const { startTime, size, element } of list.getEntries())
      told.paints.push({ at: startTime, size, what: element ? element.tagName.toLowerCase() + '.' + element.className : '' });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const events = new PerformanceObserver((list) => keep(list.getEntries()));
  events.observe({ type: 'event', durationThreshold: ${SHORTEST_MS}, buffered: true });
  let before = performance.now();
  const frame = (now) => {
    told.frame = Math.max(told.frame, now - before);
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const frames = (left) => new Promise((done) => requestAnimationFrame(() => done(left > 1 && frames(left - 1))));
  window.watch = {
    paint: () => told.paints.at(-1),
    begin: () => frames(2).then(() => { keep(events.takeRecords()); told.events = []; told.frame = 0; }),
    end: () => frames(${FRAMES_UNTIL_TOLD}).then(() => {
      keep(events.takeRecords());
      return { paintMs: Math.max(${SHORTEST_MS}, ...told.events), events: told.events.length, frameMs: told.frame };
    }),
  };
}`;

/** The largest paint of what was opened: when, since the page was asked for, and of what. */
export interface Paint {
  readonly at: number;
  readonly size: number;
  readonly what: string;
}

/** The last of them counts: the browser tells of one after the other, until somebody touches the page. */
export const largestPaint = (page: Page): Promise<Paint> => page.evaluate('watch.paint()');

/** What somebody felt. */
export interface Felt {
  /** From the worst event to the paint after it, as Event Timing has it: in steps of 8 ms, and at least 16. */
  readonly paintMs: number;
  /** Of how many events the browser told, which it does not of the shortest. */
  readonly events: number;
  /** The longest time between two frames. */
  readonly frameMs: number;
  /** What all of it took of the CPU on the thread of the page: the same on a machine that does other work as well. */
  readonly cpuMs: number;
}

/** A page, and the debugger that looks at it. */
export interface Watched {
  readonly page: Page;
  readonly debug: CDPSession;
}

/** Does something to a page, until it is done with all that comes of it. */
export async function felt({ page, debug }: Watched, act: () => Promise<unknown>): Promise<Felt> {
  await page.evaluate('watch.begin()');
  const before = await cpuMs(debug);
  await act();
  const told = (await page.evaluate('watch.end()')) as Omit<Felt, 'cpuMs'>;
  return { ...told, cpuMs: (await cpuMs(debug)) - before };
}

async function cpuMs(debug: CDPSession): Promise<number> {
  await debug.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await debug.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}
