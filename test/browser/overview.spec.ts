import type { Page } from 'playwright-core';
import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 600_000; // the demo is made anew for a build, on whatever machine
const LIMIT = 200;

/** The part of the page under a heading. */
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).first();
const numberIn = (text: string | null): number => Number(text?.replace(/[^\d]/g, ''));
const dataRows = (page: Page) => page.locator('main tbody tr');

/** How many items a list of the API has in all, page by page. */
async function counted(site: Site, path: string, query: URLSearchParams): Promise<number> {
  let count = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const asked = new URLSearchParams(query);
    asked.set('limit', String(LIMIT));
    if (cursor) asked.set('cursor', cursor);
    const answer = await fetch(`${site.address}/api${path}?${asked.toString()}`);
    expect(answer.status).toBe(200);
    const { items, next } = (await answer.json()) as { items: unknown[]; next: string | null };
    count += items.length;
    cursor = next;
  }
  return count;
}

/** Every figure in a part that is a link, and where it leads. */
async function figures(page: Page, name: string): Promise<readonly { href: URL; count: number }[]> {
  const links = await part(page, name).locator('td a.figure').all();
  return Promise.all(
    links.map(async (link) => ({
      href: new URL((await link.getAttribute('href')) as string, page.url()),
      count: numberIn(await link.textContent()),
    })),
  );
}

/** Figures other than nothing that open no list, by the head of their column or the words before them. */
const PLAIN = `[...document.querySelectorAll('.overview :is(data, .figure)')]
  .filter((figure) => /[1-9]/.test(figure.textContent) && !figure.closest('a') && !figure.querySelector('a') && !figure.closest('li')?.querySelector('a'))
  .map((figure) => {
    const cell = figure.closest('td');
    const of = cell ? [...cell.closest('table').tHead.rows].at(-1).cells[cell.cellIndex] : figure.closest('div').querySelector('dt');
    return of.textContent;
  })`;

interface Sums {
  readonly totalInvestment: { readonly fen: string };
  readonly investedThisYear: { readonly fen: string };
  readonly invested: { readonly fen: string };
}

describeInBrowser('the overview', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it.each([
    ['按阶段', '/?since=2026-06-30', 20],
    ['到期与逾期', '/', 12],
    ['疑点', '/', 20],
    ['按开发区', '/', 20],
    ['按阶段', '/?since=2025-06-01&effectiveOn=2025-12-31', 20],
  ])('opens from every figure of %s at %s a list of as many', async (name, address, least) => {
    const { page, faults, context } = await site.open(address);
    await part(page, name).locator('td a.figure').first().waitFor();
    await settled(page);
    const links = await figures(page, name);
    expect(links.length).toBeGreaterThanOrEqual(least);
    for (const { href, count } of links) {
      const path = href.pathname === '/compare' ? '/projects/compare' : href.pathname;
      expect({ to: href.search, count: await counted(site, path, href.searchParams) }).toEqual({
        to: href.search,
        count,
      });
    }
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('has no figure that opens nothing, but for the few that no list is of', async () => {
    const { page, faults, context } = await site.open('/?fromKnownAt=8500&fromEffectiveOn=2026-05-31');
    await part(page, '按阶段').locator('td a').first().waitFor();
    await part(page, '投资进度').getByText('数据表').click();
    await settled(page);
    expect(await page.locator('.overview :is(data, .figure)').count()).toBeGreaterThan(150);
    const plain = (await page.evaluate(PLAIN)) as string[];
    expect([...new Set(plain)].toSorted()).toEqual(
      ['打包口径', '年度计划按时序应完成', '超（欠）计划', '目标值', '完成率'].toSorted(),
    );
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('opens from every sum the projects that it is the sum of', async () => {
    const { page, faults, context } = await site.open('/?effectiveOn=2026-10-31');
    await part(page, '投资进度').getByText('数据表').click();
    await part(page, '按阶段').locator('td a data').first().waitFor();
    await settled(page);
    const links = await page.locator('.overview a:has(data)').all();
    expect(links.length).toBeGreaterThan(35);
    for (const link of links) {
      const { searchParams } = new URL((await link.getAttribute('href')) as string, page.url());
      const sort = searchParams.get('sort');
      for (const look of ['sort', 'columns']) searchParams.delete(look);
      const answer = await fetch(`${site.address}/api/projects/summary?${searchParams.toString()}`);
      const { totalInvestment, investedThisYear, invested } = (await answer.json()) as Sums;
      const possible = sort === '-totalInvestment' ? [totalInvestment.fen] : [investedThisYear.fen, invested.fen];
      expect(possible).toContain(await link.locator('data').getAttribute('value'));
    }
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    ['/?fromKnownAt=8500&fromEffectiveOn=2026-05-31', 4],
    ['/?since=2025-06-01&effectiveOn=2025-12-31', 4],
  ])('opens at %s from how many more or less the comparison that adds up to it', async (address, least) => {
    const { page, faults, context } = await site.open(address);
    const links = part(page, '按阶段').locator('td a:not(.figure)[href^="/compare"]');
    await links.first().waitFor();
    await settled(page);
    const shown = await links.all();
    expect(shown.length).toBeGreaterThanOrEqual(least);
    const COUNTS = { 变化: 'difference', 新发生: 'happened', 后补知: 'learned' } as const;
    for (const link of shown) {
      const { search } = new URL((await link.getAttribute('href')) as string, page.url());
      const summary = (await (await fetch(`${site.address}/api/projects/compare/summary${search}`)).json()) as Record<
        (typeof COUNTS)[keyof typeof COUNTS],
        { readonly projects: number }
      >;
      const label = await link.getAttribute('aria-label');
      const [, of, sign, count] = /：(变化|新发生|后补知) ([+−])(\d+)/.exec(label as string) ?? [];
      expect([label, summary[COUNTS[of as keyof typeof COUNTS]].projects]).toEqual([
        label,
        Number(count) * (sign === '−' ? -1 : 1),
      ]);
    }
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('leads from a figure to the ledger, already filtered', async () => {
    const { page, faults, context } = await site.open('/');
    const link = part(page, '按阶段').getByRole('link', { name: /^开工 \d/ });
    const count = numberIn(await link.textContent());
    await link.click();
    await page.waitForURL('**/projects?stage=constructionStarted');
    await page.getByText(`共 ${count} 个项目`).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('leads to findings and deadlines that are as many as the figure, with the filter set', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/');
    const findings = part(page, '疑点').getByRole('link', { name: /^连报相同文字 \d/ });
    const count = numberIn(await findings.textContent());
    await findings.click();
    await page.waitForURL('**/findings?code=SameTextTwice');
    await page.getByText(`共 ${count} 条`).waitFor();
    expect(await page.getByLabel('种类').inputValue()).toBe('SameTextTwice');
    expect(await dataRows(page).count()).toBe(Math.min(count, 50));
    await page.getByRole('button', { name: '再列出一些' }).click();
    await page.getByText('已列出 100 条').waitFor();
    expect(await dataRows(page).count()).toBe(100);
    expect(await axe()).toEqual([]);
    await screenshot('findings-zh');
    await page.goBack();
    await settled(page);
    const overdue = part(page, '到期与逾期').getByRole('link', { name: /^合计，已逾期/ });
    const late = numberIn(await overdue.textContent());
    await overdue.click();
    await page.waitForURL('**/deadlines?overdue=true');
    await page.getByText(`共 ${late} 条`).waitFor();
    await page.getByLabel('时间').selectOption('60');
    await page.waitForURL('**/deadlines?days=60');
    await page.getByLabel('种类').selectOption('plan');
    await page.waitForURL('**/deadlines?days=60&kind=plan');
    await settled(page);
    expect(await dataRows(page).count()).toBe(
      await counted(site, '/deadlines', new URLSearchParams({ days: '60', kind: 'plan' })),
    );
    expect(await axe()).toEqual([]);
    await screenshot('deadlines-zh');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('narrows findings by leader, and opens the project that one is found in', async () => {
    const { page, faults, context } = await site.open('/findings?code=StartedBeforeLand&explained=true');
    expect(await dataRows(page).count()).toBe(3);
    await page.getByRole('combobox', { name: '包联领导' }).click();
    await page.getByRole('combobox', { name: '包联领导' }).fill('褚疏桐');
    await page.keyboard.press('Enter');
    await page.waitForURL(/leaderId=/);
    await settled(page);
    expect(await dataRows(page).count()).toBe(1);
    await page.locator('main tbody a[href^="/projects/"]').first().click();
    await page.waitForURL(/\/projects\/[0-9a-f-]+/);
    await settled(page);
    await page.goBack();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.waitForURL(/\/findings$/);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('counts the change from a chosen day, which is in the address', async () => {
    const { page, faults, context } = await site.open('/');
    await page.getByLabel('变化起点').fill('2026-01-01');
    await page.waitForURL('**/?since=2026-01-01');
    await page.getByRole('link', { name: '自 2026年1月1日 以来' }).waitFor();
    const link = part(page, '按阶段').getByRole('link', { name: /^阶段变化/ });
    expect(await link.getAttribute('href')).toBe('/compare?kind=stage&fromEffectiveOn=2026-01-01');
    expect(numberIn(await link.textContent())).toBe(
      await counted(site, '/projects/compare', new URLSearchParams({ kind: 'stage', fromEffectiveOn: '2026-01-01' })),
    );
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('shows a past state, one zone, and both', async () => {
    const { page, faults, context } = await site.open('/');
    const projects = page.locator('dl dd').first();
    const now = await projects.textContent();
    await page.locator('.page-head select').selectOption({ label: '望岫综合产业园' });
    await page.waitForURL(/\?zoneId=/);
    await settled(page);
    await projects.filter({ hasNotText: now as string }).waitFor();
    const zone = new URL(page.url()).searchParams;
    expect(numberIn(await projects.textContent())).toBe(await counted(site, '/projects', zone));
    zone.set('effectiveOn', '2024-06-30');
    await page.goto(`${site.address}/?${zone.toString()}`);
    await settled(page);
    expect(numberIn(await projects.textContent())).toBe(await counted(site, '/projects', zone));
    expect(
      await page
        .getByRole('link', { name: /^签约 / })
        .first()
        .getAttribute('href'),
    ).toContain('effectiveOn=2024-06-30');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('asks for a zone where there are too many projects to fold plans of', async () => {
    const { page, axe, context } = await site.open('/projects');
    const said = { zh: '过多', en: 'too many' };
    const body = { type: 'about:blank', status: 400, code: 'ScopeTooLarge', title: '', detail: '', messages: said };
    await context.route('**/api/dispatch/queries/money-against-plan?*', (route) =>
      route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(body) }),
    );
    await page.goto(site.address);
    await page.getByText('计划投资只按开发区对照').waitFor();
    await page.locator('main [role=img] svg').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByText('没有下达年度投资计划').count()).toBe(0);
    expect(await axe()).toEqual([]);
    await context.close();
  });

  it('draws the money of the year beside the plan, with its figures in a table, on either clock', async () => {
    const { page, axe, faults, context } = await site.open('/?effectiveOn=2026-10-31');
    const curve = part(page, '投资进度');
    await curve.getByRole('img', { name: /2026 年完成投资曲线，至 2026-10-31/ }).waitFor();
    await curve
      .getByText(/年度计划 .*按时序应完成/)
      .first()
      .waitFor();
    expect(await curve.locator('svg path').count()).toBeGreaterThan(2);
    await curve.getByText('数据表').click();
    const rows = curve.locator('tbody tr');
    expect(await rows.count()).toBe(10);
    const query = new URLSearchParams({ effectiveOn: '2026-10-31' });
    const summary = (await (await fetch(`${site.address}/api/projects/summary?${query.toString()}`)).json()) as {
      investedThisYear: { fen: string };
    };
    expect(await rows.last().locator('data').first().getAttribute('value')).toBe(summary.investedThisYear.fen);
    await curve.getByText('按周').click();
    await page.waitForURL(/by=week/);
    await rows.nth(40).waitFor();
    expect(await axe()).toEqual([]);
    await curve.getByText('按当时所知').click();
    await page.waitForURL(/clock=known/);
    await curve.getByText('这一年台账还没有记录').waitFor(); // the demo was recorded in a moment, later
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('has a name from the moment it is there, before it has its figures', async () => {
    const { page, context } = await site.open('/deadlines');
    await page.route('**/api/projects/summary?**', () => undefined);
    await page.route('**/api/projects/summary', () => undefined);
    await page.getByRole('link', { name: '总览' }).first().click();
    await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
    expect(await page.title()).toMatch(/^总览 · /);
    await page.locator('main [aria-busy=true], main .loading').first().waitFor();
    await context.close();
  });

  it('opens what a target has counted', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/');
    const link = part(page, '目标与时序').getByRole('link', { name: /^签约项目，全部/ });
    const count = numberIn(await link.textContent());
    await link.click();
    await page.waitForURL(/\/targets\//);
    await page.getByRole('heading', { name: '签约项目', level: 1 }).waitFor();
    await settled(page);
    expect(await dataRows(page).count()).toBe(count);
    expect(await axe()).toEqual([]);
    await screenshot('target-zh');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    ['zh', false, '精确金额'],
    ['en', true, 'Exact figures'],
  ] as const)('says every sum to the last 分 on demand: %s, on a phone: %s', async (lang, phone, name) => {
    const { page, axe, faults, screenshot, context } = await site.open('/?effectiveOn=2026-10-31', { lang, phone });
    const sums = page.locator('.overview td data');
    await sums.nth(20).waitFor({ state: 'attached' });
    await settled(page);
    expect(await sums.filter({ has: page.locator('small') }).count()).toBe(0);
    await page.getByLabel(name).click();
    await page.getByRole('checkbox', { name, checked: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('exact')).toBe('true');
    const all = await sums.all();
    expect(all.length).toBeGreaterThan(30);
    for (const sum of all) {
      const fen = (await sum.getAttribute('value')) as string;
      const yuan = (Number(fen) / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      expect(await sum.locator('small').textContent()).toContain(yuan.replace('-', '−'));
    }
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    expect(await axe()).toEqual([]);
    await screenshot(`overview-exact-${lang}${phone ? '-phone' : ''}`);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('writes stages as the ledger does, and large counts with separators', async () => {
    const { page, context } = await site.open('/', { lang: 'en' });
    await page.getByRole('rowheader', { name: 'Under construction', exact: true }).waitFor();
    await page.getByRole('columnheader', { name: 'Land supplied', exact: true }).waitFor();
    await page.route('**/api/projects/compare/summary?*', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), projects: 1234 } });
    });
    await page.getByLabel('Change since').fill('2026-01-01');
    await page.getByText('projects that changed: 1,234').waitFor();
    await context.close();
  });

  it('sorts zones by any column', async () => {
    const { page, context } = await site.open('/');
    const zones = part(page, '按开发区');
    await zones.getByRole('button', { name: /总投资/ }).click();
    await zones.locator('th[aria-sort=descending]', { hasText: '总投资' }).waitFor();
    const sums = await Promise.all(
      (await zones.locator('tbody tr').all()).map((row) => row.locator('data').first().getAttribute('value')),
    );
    expect(sums).toEqual(sums.toSorted((a, b) => Number(b) - Number(a)));
    await context.close();
  });

  it.each([
    ['zh', false],
    ['zh', true],
    ['en', false],
    ['en', true],
  ] as const)('stands in %s, on a phone: %s, without a fault', async (lang, phone) => {
    const { page, go, axe, faults, screenshot, context } = await site.open('/', { lang, phone });
    const suffix = `${lang}${phone ? '-phone' : ''}`;
    const fits = async () =>
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await page.locator('main [role=img] svg').first().waitFor();
    await settled(page);
    await fits();
    expect(await axe()).toEqual([]);
    await screenshot(`overview-${suffix}`);
    for (const [address, name] of [
      ['/findings?code=StartedBeforeLand', 'findings'],
      ['/deadlines?overdue=true', 'deadlines'],
    ] as const) {
      await go(address);
      await dataRows(page).first().waitFor();
      await fits();
      expect(await axe()).toEqual([]);
      await screenshot(`${name}-${suffix}`);
    }
    expect(faults()).toEqual([]);
    await context.close();
  });
});

describeInBrowser('the overview of an empty ledger', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ demo: false });
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it('shows the ways to begin, and figures as soon as a project is registered', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/');
    await page.getByRole('heading', { name: '台账还是空的' }).waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('overview-empty');
    const zone = await site.post('/api/zones', {
      name: '甲区',
      level: 'provincial',
      kind: 'economic',
      hostCounty: '990101',
      from: '2026-01-01',
    });
    expect(zone.status).toBe(201);
    const { id: zoneId } = (await zone.json()) as { id: string };
    expect((await site.post('/api/projects', { name: '第一个项目', zoneId })).status).toBe(201);
    await part(page, '按阶段').getByRole('link', { name: '入库 1，打开清单' }).waitFor();
    await part(page, '投资进度')
      .getByText(/没有下达年度投资计划/)
      .waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('says so where nothing fits a list', async () => {
    const { page, faults, context } = await site.open('/findings');
    await page.getByText('没有内容').waitFor();
    await page.getByLabel('种类').selectOption('FiledLate');
    await page.getByText('没有符合条件的内容').waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });
});
