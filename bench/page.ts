import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../test/browser/chromium.ts';
import { startTaizhang } from './child.ts';
import { writeGrownLog } from './grown-log.ts';
import { Caller } from './http.ts';
import { interactions } from './page-interactions.ts';
import { jumping, scrolling } from './page-scroll.ts';
import { defineLeaders, ready } from './reads.ts';
import { result, type Plan, type Result } from './result.ts';
import { firstPaints, firstRoute } from './page-paint.ts';
import { measured } from './stats.ts';
import { visitorsOf } from './visitor.ts';

/** (m) The page in a real Chromium, as the product's own server serves it, on a log of five years. */
export async function page({ quick, folder, say }: Plan): Promise<Result[]> {
  if (chromiumPath() === undefined) {
    say('(m) skipped: there is no Chromium on this machine; CHROMIUM_PATH names one');
    return [];
  }
  const projects = quick ? 2_000 : 100_000;
  const dataDir = join(folder, 'page');
  mkdirSync(dataDir);
  say(`(m) ${projects} projects: writing a log of five years, then building the views`);
  const events = await writeGrownLog(join(dataDir, 'log.db'), projects);
  await defineLeaders(dataDir);
  const server = await startTaizhang(dataDir);
  const caller = new Caller(server.address);
  try {
    await ready(caller, events);
    return await measurePage(server.address, { projects, quick, say });
  } finally {
    caller.close();
    await server.stop();
  }
}

export interface Asked extends Pick<Plan, 'quick' | 'say'> {
  readonly projects: number;
}

/** Looks at a server that stands. */
export async function measurePage(address: string, asked: Asked): Promise<Result[]> {
  // Chromium has no sandbox of its own for root, as whom containers run; it sees nothing but our own page here.
  const browser = await chromium.launch({ executablePath: chromiumPath() as string, args: CHROMIUM_ARGS });
  const { visit, elsewhere } = visitorsOf(browser, address);
  try {
    return [
      ...(await firstRoute(visit)),
      ...(await firstPaints(visit, asked)),
      ...(await interactions(visit, asked)),
      ...(await scrolling(visit, asked)),
      ...(await jumping(visit, asked)),
      result({
        id: 'm',
        what: 'requests to any other host, from all of these visits',
        unit: '',
        value: measured([elsewhere.length]),
        aim: { at: '≤', value: 0 },
        details: elsewhere.length > 0 ? { hosts: [...new Set(elsewhere)].join(' ') } : {},
      }),
    ];
  } finally {
    await browser.close();
  }
}
