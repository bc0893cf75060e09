import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { readiness, startServer, type ServerProcess } from '../http/server.harness.ts';
import { CHROMIUM_ARGS_OF_TESTS, chromiumPath } from './chromium.ts';
import { copyDemo, makeFolder, makeHome } from './demo-ledger.ts';
import { followRequests, settled } from './settled.ts';

export { settled } from './settled.ts';
export { take } from './take.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const found = chromiumPath();
if (found === undefined) {
  process.stdout.write(
    '没有 Chromium，跳过页面测试 / no Chromium: set CHROMIUM_PATH; the tests of the page are skipped\n',
  );
}

/** `describe` for what needs a browser; skipped, and said so, where there is none. */
export const describeInBrowser = found === undefined ? describe.skip : describe;

/** The two screens everything is looked at on. */
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface OpenOptions {
  /** Default: Chinese. */
  readonly lang?: 'zh' | 'en';
  readonly phone?: boolean;
  /** A person who was there before: two visits of one context share what is kept. Default: somebody new. */
  readonly context?: BrowserContext;
}

/** One person in front of one screen. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Goes to an address of the page and waits until something is there. */
  go(path: string): Promise<void>;
  /** What the browser complained of: errors, breaches of the policy, requests to another host. Tests expect none. */
  faults(except?: RegExp): readonly string[];
  /** Serious and critical faults of accessibility, one line each. */
  axe(): Promise<readonly string[]>;
  /** Keeps a picture in the folder that SCREENSHOT_DIR names; without one there is none. */
  screenshot(name: string): Promise<void>;
}

/** The real server on the embedded store with the generated demonstration, and a browser. */
export interface Site {
  readonly address: string;
  readonly browser: Browser;
  open(path: string, options?: OpenOptions): Promise<Visit>;
  /** Sends a command as another program would. */
  post(path: string, body: object): Promise<Response>;
  /** Ends the server; `up` starts it again on the same address. */
  down(signal?: NodeJS.Signals): Promise<void>;
  up(): Promise<void>;
  /** What the server serves is built anew: the same page, and every part of it under another name. */
  newBuild(): void;
  end(): Promise<void>;
}

export interface SiteOptions {
  /** The generated demonstration (default), or an empty ledger. */
  readonly demo?: boolean;
  /** Writes into the data folder before a server runs on it; what it wrote can be read once the site is open. */
  readonly fill?: (dataDir: string) => Promise<unknown>;
}

/** Opens a site. Give it `beforeAll`, with a timeout of minutes. What it has opened is ended, too, where it fails. */
export async function openSite(options: SiteOptions = {}): Promise<Site> {
  const undo: (() => unknown)[] = [];
  const end = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await openedSite(options, (step) => undo.push(step))), end };
  } catch (error) {
    await end();
    throw error;
  }
}

type Opened = Omit<Site, 'end'>;

/** `after` is told of everything that is there by now how it is ended. */
async function openedSite({ demo = true, fill }: SiteOptions, after: (step: () => unknown) => void): Promise<Opened> {
  const folder = makeFolder();
  after(() => rmSync(folder, { recursive: true, force: true }));
  const [home, dataDir] = [makeHome(folder), join(folder, 'data')];
  mkdirSync(dataDir);
  await (fill ? fill(dataDir) : demo && copyDemo(home, dataDir));
  let server: ServerProcess | undefined = await startServer({ DATA_DIR: dataDir }, home);
  const { address } = server;
  const down = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    await server?.end(signal);
    server = undefined;
  };
  after(() => down('SIGKILL'));
  if (fill) await readiness({ address }, 200);
  const browser = await chromium.launch({ executablePath: found as string, args: CHROMIUM_ARGS_OF_TESTS });
  after(() => browser.close());
  return {
    address,
    browser,
    open: (path, options) => visit(browser, address, path, options),
    post: (path, body) =>
      fetch(address + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    down,
    up: async () => {
      server = await startServer({ DATA_DIR: dataDir, PORT: new URL(address).port }, home);
    },
    newBuild: () => renameParts(join(home, 'dist', 'web')),
  };
}

async function visit(browser: Browser, address: string, path: string, options: OpenOptions = {}): Promise<Visit> {
  const { lang = 'zh', phone = false } = options;
  const context =
    options.context ??
    (await browser.newContext({
      viewport: phone ? PHONE : DESKTOP,
      hasTouch: phone,
      locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
    }));
  await context.addInitScript(
    `localStorage.getItem('taizhang.language') ?? localStorage.setItem('taizhang.language', '${lang}')`,
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !url.startsWith('data:')) faults.push(`request to ${url}`);
  });
  followRequests(page);
  const go = async (to: string): Promise<void> => {
    await page.goto(address + to);
    await settled(page);
  };
  await go(path);
  return {
    page,
    context,
    go,
    faults: (except) => faults.filter((fault) => !except?.test(fault)),
    axe: () => axe(page),
    screenshot: async (name) => {
      const folder = process.env['SCREENSHOT_DIR'];
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
  };
}

/** `assets/index-Ab12.js` becomes `assets/index-Ab12.new.js`, everywhere; the parts of the build before are gone. */
function renameParts(folder: string): void {
  const assets = join(folder, 'assets');
  const parts = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name));
  const newName = (name: string): string => name.replace(/\.(js|css)$/, '.new.$1');
  for (const packed of readdirSync(assets).filter((name) => /\.(gz|br)$/.test(name))) rmSync(join(assets, packed));
  const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  for (const file of [...documents.map((name) => join(folder, name)), ...parts.map((name) => join(assets, name))]) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace(/[\w.-]+\.(?:js|css)\b/g, (name) => (parts.includes(name) ? newName(name) : name)),
    );
  }
  for (const name of parts) renameSync(join(assets, name), join(assets, newName(name)));
}

interface AxeFault {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** Colours on their way from one state to another are nobody's: what moves comes to its end first, but for what never does. */
const AT_REST = `Promise.allSettled(document.getAnimations()
  .filter(({ effect, playState }) => playState === 'running' && effect.getComputedTiming().endTime < Infinity).map(({ finished }) => finished)).then(() => undefined)`;

/** What is looked for; the size of what is pressed (WCAG 2.2) is no rule of axe unless it is asked for. */
const RULES = `{ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }`;

/** Of a cell that is scrolled half under the columns that stay, there is as much to press as one scrolls into view. */
const SCROLLED_AWAY = /partially obscured/;

/** Evaluated by the debugger, which the policy of the page does not hold for. */
async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${axeSource}; undefined`);
  await page.evaluate(AT_REST);
  const found = await page.evaluate(`axe.run(document, ${RULES}).then(({ violations }) => violations)`);
  return (found as readonly AxeFault[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => ({ id, ...node })))
    .filter(({ id, failureSummary = '' }) => id !== 'target-size' || !SCROLLED_AWAY.test(failureSummary))
    .map(({ id, target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`);
}
