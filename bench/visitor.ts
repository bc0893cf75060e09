import type { Browser, BrowserContext } from 'playwright-core';
import { followRequests, settled } from '../test/browser/settled.ts';
import { WATCH, type Watched } from './page-watch.ts';

const SCREEN = { width: 1440, height: 900 };

/** Somebody who has never been here: nothing is cached. */
export interface Visit extends Watched {
  /** Goes to an address of the page and waits until all of it is there. */
  readonly go: (path: string) => Promise<void>;
  /** Until everything that was asked for is shown. */
  readonly settled: () => Promise<void>;
}

/** Opens a page for somebody new, and closes it again. */
export type Visitors = <T>(use: (visit: Visit) => Promise<T>) => Promise<T>;

/** The visits of a browser to an address, and the addresses elsewhere that were asked for in any of them. */
export function visitorsOf(browser: Browser, address: string): { visit: Visitors; elsewhere: readonly string[] } {
  const elsewhere: string[] = [];
  const visit: Visitors = async (use) => {
    const context = await browser.newContext({ viewport: SCREEN, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== address && url.protocol !== 'data:') elsewhere.push(url.host);
    });
    try {
      return await use(await opened(context, address));
    } finally {
      await context.close();
    }
  };
  return { visit, elsewhere };
}

async function opened(context: BrowserContext, address: string): Promise<Visit> {
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  followRequests(page);
  return {
    page,
    debug: await context.newCDPSession(page),
    go: async (path) => {
      await page.goto(address + path);
      await settled(page);
    },
    settled: () => settled(page),
  };
}
