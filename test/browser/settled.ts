import type { Page, Request } from 'playwright-core';

/** By page, what it has asked and not been answered yet. */
const underway = new WeakMap<Page, ReadonlySet<Request>>();

/** Follows what a page asks from now on; the feed is never answered to its end. */
export function followRequests(page: Page): void {
  const open = new Set<Request>();
  page.on('request', (request) => !request.url().includes('/api/feed') && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  underway.set(page, open);
}

/** A page that has drawn what it was told has asked by then for what it needs. */
const TWO_FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';
const SETTLED_MS_MAX = 60_000;

/** Until the page has its heading, everything it has asked for, and shows it. */
export async function settled(page: Page): Promise<void> {
  const busy = page.locator('main [aria-busy=true]').first();
  const before = Date.now() + SETTLED_MS_MAX;
  do {
    if (Date.now() > before) throw new Error(`${page.url()} is still loading after ${SETTLED_MS_MAX} ms`);
    await page.locator('main h1').first().waitFor();
    await busy.waitFor({ state: 'detached' });
    await page.evaluate(TWO_FRAMES);
  } while ((underway.get(page)?.size ?? 0) > 0 || (await busy.count()) > 0);
}
