import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { startServer, type ServerProcess } from '../http/server.harness.ts';
import { chromiumPath } from './chromium.ts';
import { copyDemo, makeHome } from './demo-ledger.ts';

export { describeInBrowser } from './chromium.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
  /** Keeps a picture in SCREENSHOT_DIR, by default taizhang-screens among the temporary files. */
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

/** Opens a site: `demo` (default) or an empty ledger. Give it `beforeAll`, with a timeout of minutes. */
export async function openSite({ demo = true }: { readonly demo?: boolean } = {}): Promise<Site> {
  const home = makeHome();
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-page-data-'));
  if (demo) await copyDemo(home, dataDir);
  const browser = await chromium.launch({ executablePath: chromiumPath() as string, args: ['--no-sandbox'] });
  let server: ServerProcess | undefined = await startServer({ DATA_DIR: dataDir }, home);
  const { address } = server;
  const down = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    await server?.end(signal);
    server = undefined;
  };
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
    end: async () => {
      await browser.close();
      await down('SIGKILL');
      for (const folder of [dataDir, home]) rmSync(folder, { recursive: true, force: true });
    },
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
  underway.set(page, openRequests(page));
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
      const folder = process.env['SCREENSHOT_DIR'] ?? join(tmpdir(), 'taizhang-screens');
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
  for (const file of [join(folder, 'index.html'), ...parts.map((name) => join(assets, name))]) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace(/[\w.-]+\.(?:js|css)\b/g, (name) => (parts.includes(name) ? newName(name) : name)),
    );
  }
  for (const name of parts) renameSync(join(assets, name), join(assets, newName(name)));
}

/** By page, what it has asked and not been answered yet. */
const underway = new WeakMap<Page, ReadonlySet<Request>>();

/** The feed is never answered to its end. */
function openRequests(page: Page): ReadonlySet<Request> {
  const open = new Set<Request>();
  page.on('request', (request) => !request.url().includes('/api/feed') && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return open;
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

interface AxeFault {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** Evaluated by the debugger, which the policy of the page does not hold for. */
async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${axeSource}; undefined`);
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return (found as readonly AxeFault[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
}
