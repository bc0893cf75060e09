import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, openSite, settled, type Site } from './harness.ts';
import { recordedOf } from './recorded.ts';

const START_MS_MAX = 300_000;
/** What a browser says of a server that is not there, or that refuses. */
const EXPECTED = /ERR_|412|503|Failed to load/;

const IN_ENGLISH = {
  lang: 'en',
  search: 'Search',
  action: 'Milestone',
  on: 'When',
  day: '9 November',
  done: 'Recorded: Construction started',
} as const;

interface Found {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

describeInBrowser('a ledger that several people write', () => {
  let site: Site;
  const get = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
  const post = async (path: string, body: object): Promise<{ readonly id: string }> => {
    const response = await site.post(path, body);
    expect(response.status).toBe(201);
    return (await response.json()) as { readonly id: string };
  };
  /** How often a start on `on` was recorded of a project. */
  const starts = async (id: string, on: string): Promise<number> => {
    const [events = []] = await recordedOf(site, [id]);
    return events.filter(({ type, data }) => type === 'ConstructionStarted' && data.on === on).length;
  };
  /** A project of the journey's own that has its permit and is not started. */
  const permitted = async (name: string): Promise<string> => {
    const { items } = await get<Found>('/api/zones');
    const { id } = await post('/api/projects', { name, zoneId: items[0]?.id });
    await post(`/api/projects/${id}/obtain-construction-permit`, { on: '2026-10-08' });
    expect(await starts(id, '2026-10-08')).toBe(0);
    return id;
  };
  const draftOf = (page: Page, key: string): Promise<unknown> =>
    page.evaluate(`localStorage.getItem('taizhang.draft.${key}')`);
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it('keeps what is typed while the connection is lost, and records it once when it is back', async () => {
    const name = '断网项目';
    const id = await permitted(name);
    const { page, context, axe, faults, screenshot } = await site.open(
      `/projects?text=${encodeURIComponent(name)}&columns=progress`,
    );
    await page.locator('.row', { hasText: name }).getByRole('button', { name: '节点' }).click();
    await page.getByRole('textbox', { name: '依据' }).fill('县发〔2026〕7号');
    await page.getByText('实时', { exact: true }).waitFor();
    await context.setOffline(true);
    await page.getByRole('textbox', { name: '时间' }).fill('2026-11-03');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('暂时连不上服务器').waitFor();
    await page.getByRole('button', { name: '1 条未送达' }).waitFor();
    await page.getByText('重连中').or(page.getByText('未更新')).first().waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('live-offline');
    expect(await draftOf(page, `milestone:${id}`)).toContain('2026-11-03');
    await context.setOffline(false);
    await page.getByText('已登记：开工').waitFor();
    await page.getByText('实时', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /条未送达/ }).count()).toBe(0);
    expect(await draftOf(page, `milestone:${id}`)).toBeNull();
    expect(await starts(id, '2026-11-03')).toBe(1);
    expect(faults(EXPECTED)).toEqual([]);
    await context.close();
  });

  it('has the draft and the unsent command after a reload, and records it once, given again or not', async () => {
    const name = '重载项目';
    const id = await permitted(name);
    const { page, context } = await site.open(`/projects/${id}?do=start-construction`);
    const dialog = page.getByRole('dialog');
    const command = `**/api/projects/${id}/start-construction`;
    await context.route(command, (route) => route.abort('connectionreset'));
    await dialog.getByLabel('时间').fill('2026-11-04');
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.getByText('暂时连不上服务器').waitFor();
    await page.reload();
    await settled(page);
    expect(await dialog.getByLabel('时间').inputValue()).toBe('2026-11-04');
    await page.getByRole('button', { name: '1 条未送达' }).waitFor();
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.getByText('暂时连不上服务器').waitFor();
    await page.getByRole('button', { name: '1 条未送达' }).waitFor(); // still one
    await context.unroute(command);
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.key-facts', { hasText: '开工' }).waitFor();
    expect(await starts(id, '2026-11-04')).toBe(1);
    expect(await page.title()).toContain(name);
    await context.close();
  });

  it('forgets the draft of a command that arrives after a reload, and says that it did', async () => {
    const id = await permitted('自送项目');
    const { page, context } = await site.open(`/projects/${id}?do=start-construction`);
    const dialog = page.getByRole('dialog');
    const command = `**/api/projects/${id}/start-construction`;
    const drafts = (): Promise<unknown> =>
      page.evaluate(`Object.keys(localStorage).filter((key) => key.startsWith('taizhang.draft.')).length`);
    await context.route(command, (route) => route.abort('connectionreset'));
    await dialog.getByLabel('时间').fill('2026-11-13');
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.getByText('暂时连不上服务器').waitFor();
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: '1 条未送达' }).waitFor();
    expect(await drafts()).toBe(1);
    await context.unroute(command);
    await page.getByText('已送达：开工 · 自送项目').waitFor();
    expect(await drafts()).toBe(0);
    expect(await dialog.getByLabel('时间').inputValue()).toBe('');
    expect(await starts(id, '2026-11-13')).toBe(1);
    await context.close();
  });

  it('records once what the server took before it was killed, and follows it when it is back', async () => {
    const id = await permitted('中断项目');
    const { page, context, axe, screenshot } = await site.open(`/projects/${id}?do=start-construction`);
    const dialog = page.getByRole('dialog');
    const keys: (string | undefined)[] = [];
    await context.route(`**/api/projects/${id}/start-construction`, async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      expect((await route.fetch()).status()).toBe(201);
      await site.down('SIGKILL');
      return route.abort('connectionreset');
    });
    await dialog.getByLabel('时间').fill('2026-11-05');
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.getByText('暂时连不上服务器').waitFor();
    await page.getByText('重连中').or(page.getByText('未更新')).first().waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('live-server-gone');
    await site.up();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.key-facts', { hasText: '开工' }).waitFor();
    await page.getByText('实时', { exact: true }).waitFor();
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(await starts(id, '2026-11-05')).toBe(1);
    await context.close();
  });

  it('sends what was given while the server was away', async () => {
    const id = await permitted('停机项目');
    const { page, context } = await site.open(`/projects/${id}?do=start-construction`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('时间').fill('2026-11-06');
    await site.down('SIGKILL');
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.getByText('暂时连不上服务器').waitFor();
    await site.up();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.key-facts', { hasText: '开工' }).waitFor();
    expect(await starts(id, '2026-11-06')).toBe(1);
    await context.close();
  });

  it.each([
    {
      lang: 'zh',
      phone: false,
      file: '填报',
      words: ['开工', '2026年11月1日'],
      submit: '看过了，仍要提交',
      completed: /^竣工$/,
    },
    {
      lang: 'en',
      phone: true,
      file: 'File',
      words: ['Construction started', '1 November 2026'],
      submit: 'submit anyway',
      completed: /^Completed$/,
    },
  ] as const)(
    'shows in $lang what another did meanwhile, and lets me go on, on a phone: $phone',
    async ({ lang, phone, file, words, submit, completed }) => {
      const id = await permitted(`冲突项目${lang}`);
      const { page, axe, context, faults, screenshot } = await site.open(`/projects/${id}?do=complete`, {
        lang,
        phone,
      });
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').first().fill('2026-11-10');
      await post(`/api/projects/${id}/start-construction`, { on: '2026-11-01' });
      await dialog.getByRole('button', { name: file, exact: true }).click();
      const alert = dialog.getByRole('alert');
      for (const word of words) await alert.filter({ hasText: word }).waitFor();
      expect(await axe()).toEqual([]);
      await screenshot(`live-conflict-${lang}`);
      await alert.getByRole('button', { name: submit }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.locator('.key-facts .stage', { hasText: completed }).waitFor();
      expect(faults(EXPECTED)).toEqual([]);
      await context.close();
    },
  );

  it('shows in the row of the ledger what another did meanwhile, with all it says', async () => {
    const name = '同填项目';
    const id = await permitted(name);
    const { page, context } = await site.open(`/projects?text=${encodeURIComponent(name)}`);
    await page.locator('.row', { hasText: name }).getByRole('button', { name: '节点' }).click();
    await page.getByRole('textbox', { name: '时间' }).fill('2026-11-12');
    await post(`/api/projects/${id}/sign`, {
      on: '2026-09',
      contractNo: '合〔2026〕9号',
      contractAmount: { fen: '120000000000', currency: 'CNY' },
    });
    await page.getByRole('button', { name: '登记', exact: true }).click();
    const alert = page.getByRole('alert');
    for (const word of ['签约', '2026年9月', '合〔2026〕9号', '12 亿元'])
      await alert.filter({ hasText: word }).waitFor();
    await alert.getByRole('button', { name: '看过了，仍要提交' }).click();
    await page.getByText('已登记：开工').waitFor();
    expect(await starts(id, '2026-11-12')).toBe(1);
    await context.close();
  });

  it('takes its own last command for no change by another, though the row was not read again', async () => {
    const name = '连填项目';
    const id = await permitted(name);
    const { page, context } = await site.open(`/projects?text=${encodeURIComponent(name)}`);
    const record = async (day: string): Promise<void> => {
      await page.locator('.row', { hasText: name }).getByRole('button', { name: '节点' }).click();
      await page.getByRole('textbox', { name: '时间' }).fill(day);
      await context.route('**/api/projects/columns?*', () => undefined);
      await page.getByRole('button', { name: '登记', exact: true }).click();
    };
    await record('2026-11-12');
    await page.getByText('已登记：开工').waitFor();
    await page.locator('.row', { hasText: name }).filter({ hasText: '开工' }).waitFor();
    await record('2026-11-20');
    await page.getByText('已登记：竣工').waitFor();
    expect(await starts(id, '2026-11-12')).toBe(1);
    await context.unrouteAll();
    await context.close();
  });

  it('shows what others file on every page without a reload', async () => {
    const name = '众人项目';
    const id = await permitted(name);
    const { context, page: ledger } = await site.open(`/projects?text=${encodeURIComponent(name)}`);
    const { page: project } = await site.open(`/projects/${id}`, { context });
    const { page: overview } = await site.open('/', { context });
    const totals = overview.locator('.overview-totals');
    const before = (await totals.textContent()) ?? '';
    const { items } = await get<Found>('/api/zones');
    await post(`/api/projects/${id}/start-construction`, { on: '2026-11-07' });
    await post('/api/projects', { name: '别人登记的项目', zoneId: items[0]?.id });
    await ledger.bringToFront();
    await ledger.locator('.row', { hasText: name }).filter({ hasText: '开工' }).waitFor();
    await project.bringToFront();
    await project.locator('.key-facts', { hasText: '开工' }).waitFor();
    await overview.bringToFront();
    await totals.filter({ hasNotText: before }).waitFor();
    await context.close();
  });

  it('has everything since when it is looked at again after a while', async () => {
    const id = await permitted('回看项目');
    const { page, context } = await site.open('/');
    await page.addInitScript(
      `Object.defineProperty(document, 'hidden', { get: () => document.documentElement.dataset.hidden === 'yes' })`,
    );
    await page.goto(`${site.address}/projects/${id}`);
    await settled(page);
    await page.getByText('实时', { exact: true }).waitFor();
    const show = (hidden: string): Promise<unknown> =>
      page.evaluate(
        `document.documentElement.dataset.hidden = '${hidden}'; document.dispatchEvent(new Event('visibilitychange'))`,
      );
    await show('yes');
    await post(`/api/projects/${id}/start-construction`, { on: '2026-11-08' });
    const asked = page.waitForRequest(/\/api\/feed/);
    await show('no');
    await asked;
    await page.locator('.key-facts', { hasText: '开工' }).waitFor();
    await context.close();
  });

  it.each([
    { phone: false, lang: 'zh', search: '搜索', action: '节点', on: '时间', day: '11月9日', done: '已登记：开工' },
    { phone: false, ...IN_ENGLISH },
    { phone: true, ...IN_ENGLISH },
  ] as const)(
    'records a milestone by keyboard alone, from the address on, in $lang, as on a phone: $phone',
    async (path) => {
      const { page, axe, context } = await site.open('/', path);
      const tabTo = async (what: Locator): Promise<void> => {
        for (let tabs = 0; tabs < 80; tabs++) {
          await page.keyboard.press('Tab');
          if (await what.and(page.locator(':focus')).count()) return;
        }
        throw new Error('no way there by Tab');
      };
      if (path.phone) {
        // So it is seen, too, by who has enlarged it four times.
        await tabTo(page.getByRole('button', { name: 'Menu' }));
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').getByRole('link', { name: 'Ledger' }).waitFor();
      }
      await tabTo(page.locator('nav a[href="/projects"]'));
      await page.keyboard.press('Enter');
      await page.waitForURL('**/projects');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await settled(page);
      await tabTo(page.getByRole('textbox', { name: path.search }));
      const name = `键盘项目 ${path.lang} ${path.phone}`;
      const id = await permitted(name);
      await page.keyboard.insertText(name);
      await page.keyboard.press('Enter');
      await page.waitForURL(/text=/);
      const one = page.locator(path.phone ? '.card' : '.row', { hasText: name });
      await one.waitFor();
      await tabTo(one.getByRole('button', { name: path.action }));
      await page.keyboard.press('Enter');
      await tabTo(page.getByRole('textbox', { name: path.on }));
      await page.keyboard.insertText(path.day);
      expect(await axe()).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByText(path.done).waitFor();
      expect(await starts(id, '2026-11-09')).toBe(1);
      await context.close();
    },
  );

  it('opens the newer page by itself where a part of its own is gone, with what was typed', async () => {
    const id = await permitted('新版项目');
    const { page, context } = await site.open(`/projects/${id}?do=start-construction`);
    await page.getByRole('dialog').getByLabel('时间').fill('2026-11-11');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    site.newBuild();
    await page.locator('header nav a', { hasText: '日志' }).click();
    await page.getByRole('heading', { name: '日志', level: 1 }).waitFor();
    expect(await page.locator('script[src*=".new.js"]').count()).toBeGreaterThan(0);
    await page.goto(`${site.address}/projects/${id}?do=start-construction`);
    await settled(page);
    expect(await page.getByRole('dialog').getByLabel('时间').inputValue()).toBe('2026-11-11');
    await context.close();
  });
});
