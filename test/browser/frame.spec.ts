import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 180_000;
const TITLES = {
  zh: ['总览', '台账', '包联领导', '对比', '日志'],
  en: ['Overview', 'Ledger', 'Leaders', 'Compare', 'Log'],
} as const;
const ADDRESSES = ['/', '/projects', '/leaders', '/compare', '/log'];

describeInBrowser('the frame of the page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  describe.each([
    ['zh', false],
    ['zh', true],
    ['en', false],
    ['en', true],
  ] as const)('in %s, on a phone: %s', (lang, phone) => {
    it.each(ADDRESSES.map((address, i) => [address, TITLES[lang][i] as string] as const))(
      'shows %s as %s, without a fault',
      async (address, title) => {
        const { page, axe, faults, screenshot, context } = await site.open(address, { lang, phone });
        expect(await page.locator('h1').textContent()).toBe(title);
        expect(await page.title()).toContain(title);
        expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
        const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
        expect(await axe()).toEqual([]);
        expect(faults()).toEqual([]);
        await screenshot(`frame-${address.slice(1) || 'overview'}-${lang}${phone ? '-phone' : ''}`);
        await context.close();
      },
    );
  });

  it('leads from the ledger to a project and to its leader, and keeps the point', async () => {
    const { page, faults, context } = await site.open('/projects?effectiveOn=2026-06-30');
    await page.locator('main a[href^="/projects/"]').first().click();
    await page.waitForURL(/\/projects\/[0-9a-f-]+\?effectiveOn=2026-06-30$/);
    await settled(page);
    await page.locator('main a[href^="/leaders/"]').first().click();
    await page.waitForURL(/\/leaders\/[0-9a-f-]+\?effectiveOn=2026-06-30$/);
    await settled(page);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('is reached by keyboard: the skip link first, then the navigation', async () => {
    const { page, context } = await site.open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.locator('header nav a', { hasText: '台账' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '台账', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/projects');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await context.close();
  });

  it('moves to a past state by the control, says so, stays there over a reload, and comes back', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/projects?stage=signed');
    await page.getByRole('button', { name: /^时点/ }).click();
    await page.getByLabel('业务日期').fill('2026-05-31');
    expect(await axe()).toEqual([]);
    await screenshot('frame-point-panel');
    await page.getByRole('button', { name: '查看' }).click();
    await page.waitForURL('**/projects?stage=signed&effectiveOn=2026-05-31');
    const banner = page.getByRole('region', { name: '时点' });
    expect(await banner.textContent()).toContain('2026年5月31日');
    await page.reload();
    await settled(page);
    expect(await banner.textContent()).toContain('正在查看过去的状态');
    await page.locator('header nav a', { hasText: '总览' }).click();
    await page.waitForURL('**/?effectiveOn=2026-05-31');
    await page.getByRole('button', { name: '回到现在' }).click();
    await banner.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('switches the language on the spot and remembers it', async () => {
    const { page, context } = await site.open('/leaders');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Leaders' }).waitFor();
    await page.reload();
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').textContent()).toBe('Leaders');
    await context.close();
  });

  it('prints without its header, and says on paper too that a state is past', async () => {
    const { page, screenshot, context } = await site.open('/projects?effectiveOn=2026-05-31');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    const banner = page.getByRole('region', { name: '时点' });
    expect(await banner.isVisible()).toBe(true);
    expect(await banner.getByRole('button').first().isVisible()).toBe(false);
    await screenshot('frame-print');
    await context.close();
  });

  it('opens its navigation on a phone as a drawer', async () => {
    const { page, axe, faults, context } = await site.open('/', { phone: true });
    await page.getByRole('button', { name: '菜单' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('link', { name: '日志' }).waitFor();
    expect(await axe()).toEqual([]);
    await drawer.getByRole('link', { name: '日志' }).click();
    await page.waitForURL('**/log');
    await drawer.waitFor({ state: 'hidden' });
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('shows what others file without a reload, also after the server was away', async () => {
    const { page, context } = await site.open('/log');
    const count = page.locator('main dd').first();
    const register = async (name: string): Promise<void> => {
      const zones = (await (await fetch(`${site.address}/api/zones`)).json()) as { items: { id: string }[] };
      expect((await site.post('/api/projects', { name, zoneId: zones.items[0]?.id })).status).toBe(201);
    };
    const before = (await count.textContent()) as string;
    await register('新来的项目');
    await count.filter({ hasNotText: before }).waitFor();
    await site.down();
    await page.getByText('重连中').waitFor();
    await site.up();
    const between = (await count.textContent()) as string;
    await register('又来的项目');
    await count.filter({ hasNotText: between }).waitFor();
    await page.getByText('实时', { exact: true }).waitFor();
    await context.close();
  });
});
