import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, openSite, settled, take, type Site } from './harness.ts';
import { periodOf } from './months.ts';

const START_MS_MAX = 180_000;
const MONTH = { zh: /^\d{4}年\d{1,2}月$/, en: /^[A-Z][a-z]+ \d{4}$/ } as const;

const rows = (page: Page): Locator => page.locator('.row:not(.place)');
const row = (page: Page, index: number): Locator => page.locator(`.row[data-index="${index}"]`);
const names = (page: Page): Promise<string[]> => page.locator('.row .pin-name a').allTextContents();
const search = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

/** Until the totals are those of the present filter. */
async function counted(page: Page, count: number): Promise<void> {
  await page
    .locator('.totals')
    .filter({ hasText: `共 ${count} 个项目` })
    .waitFor();
}

describeInBrowser('the ledger', () => {
  let site: Site;
  const get = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
  const posted = async (path: string, body: object): Promise<{ readonly id: string }> => {
    const answer = await site.post(path, body);
    expect(answer.status).toBe(201);
    return (await answer.json()) as { readonly id: string };
  };
  type Found = { readonly items: readonly { readonly id: string; readonly name: string; readonly number: number }[] };
  type Held = {
    readonly tenures: readonly { readonly role: string; readonly holder: { readonly id: string } }[];
  };
  type Filed = { readonly items: readonly { readonly type: string; readonly data: object }[] };
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it.each([
    ['zh', false],
    ['zh', true],
    ['en', false],
    ['en', true],
  ] as const)('shows every set of columns without a fault in %s, on a phone: %s', async (lang, phone) => {
    const { page, go, axe, faults, screenshot, context } = await site.open('/projects', { lang, phone });
    const { count } = await get<{ count: number }>('/api/projects/summary');
    for (const columns of phone ? ['basic'] : ['basic', 'progress', 'people', 'money', 'all']) {
      await go(`/projects?columns=${columns}`);
      await page
        .locator('.totals')
        .filter({ hasText: String(count) })
        .waitFor();
      await page.locator('.waiting').first().waitFor({ state: 'detached' });
      expect(await page.locator(phone ? '.card' : '.row').count()).toBeGreaterThan(5);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect({ columns, overflow: Math.max(0, overflow as number) }).toEqual({ columns, overflow: 0 });
      // In Chinese each set is judged as it stands; in English the one that has them all.
      if (phone || lang === 'zh' || columns === 'all')
        expect({ columns, faults: await axe() }).toEqual({ columns, faults: [] });
      await screenshot(`ledger-${columns}-${lang}${phone ? '-phone' : ''}`);
    }
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('keeps a filter in the address, over a reload, as a chip to be taken off', async () => {
    const { page, faults, axe, screenshot, context } = await site.open('/projects');
    const signed = await get<{ count: number }>('/api/projects/summary?stage=signed');
    await page.getByRole('combobox', { name: '阶段' }).click();
    const signedOption = page.locator('.ant-select-item-option', { hasText: '签约' });
    await take(signedOption, (limit) => page.waitForURL(/stage=signed/, limit));
    await counted(page, signed.count);
    const filed = page.locator('.ant-select-item-option', { hasText: '立项备案' });
    const stages = (chosen: string) => (limit: { readonly timeout: number }) =>
      page.waitForURL((url) => url.searchParams.get('stage') === chosen, limit);
    await take(filed, stages('signed,filed'));
    const both = await get<{ count: number }>('/api/projects/summary?stage=signed,filed');
    await counted(page, both.count);
    expect(both.count).toBeGreaterThan(signed.count);
    await page.getByRole('button', { name: '去掉筛选：阶段 签约、立项备案' }).waitFor();
    await take(filed, stages('signed'));
    await page.reload();
    await settled(page);
    await counted(page, signed.count);
    expect(await rows(page).count()).toBe(signed.count);
    await page.getByRole('textbox', { name: '搜索' }).fill('没有这样的项目');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的内容').waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('ledger-nothing');
    await page.getByRole('button', { name: '去掉筛选：搜索' }).click();
    await counted(page, signed.count);
    await page.getByRole('button', { name: '去掉筛选：阶段 签约' }).click();
    await page.locator('.chips').waitFor({ state: 'detached' });
    expect(search(page).toString()).toBe('');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('says of a project that it has left, however long its name is', async () => {
    const { page, context } = await site.open('/projects?standing=exited');
    await page.locator('.row .mark').first().waitFor();
    const { items } = await get<{ items: { name: string }[] }>('/api/projects?standing=exited');
    const [longest] = items.map(({ name }) => name).sort((a, b) => b.length - a.length);
    const name = page.locator('.row', { hasText: longest ?? '' }).locator('.pin-name');
    const [cell, mark] = [await name.boundingBox(), await name.locator('.mark').boundingBox()];
    expect((mark?.x ?? Infinity) + (mark?.width ?? Infinity)).toBeLessThanOrEqual((cell?.x ?? 0) + (cell?.width ?? 0));
    await context.close();
  });

  it('is sorted by the heads of its columns, and says so', async () => {
    const { page, context } = await site.open('/projects');
    const expected = await get<Found>('/api/projects?sort=-totalInvestment&limit=5');
    const head = page.getByRole('columnheader', { name: '总投资（万元）' });
    await head.getByRole('button').click();
    await page.waitForURL(/sort=-totalInvestment/);
    await page.locator('.row[data-index="0"]', { hasText: expected.items[0]?.name ?? '' }).waitFor();
    expect((await names(page)).slice(0, 5)).toEqual(expected.items.map(({ name }) => name));
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await head.getByRole('button').click();
    await page.waitForURL(/sort=totalInvestment/);
    await head.getByRole('button').click();
    await page.waitForURL((url) => !url.searchParams.has('sort'));
    await context.close();
  });

  it('opens its groups by zone, stage and leader, with the figures of each', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/projects?group=zone');
    const { zones } = await get<{ zones: { zone: { name: string }; count: number }[] }>('/api/projects/summary');
    const [zone] = zones;
    const group = page.getByRole('button', { name: zone?.zone.name ?? '' });
    await group.click();
    await rows(page).first().waitFor();
    expect(await page.locator('.group', { hasText: zone?.zone.name ?? '' }).textContent()).toContain(
      `${zone?.count} 个`,
    );
    await page.locator('.body[aria-busy=true]').waitFor({ state: 'detached' });
    expect(await axe()).toEqual([]);
    await screenshot('ledger-groups');
    await page.reload();
    await settled(page);
    expect(await group.getAttribute('aria-expanded')).toBe('true');
    await rows(page).first().waitFor();
    await page.getByRole('combobox', { name: '分组' }).click();
    await take(page.locator('.ant-select-item-option', { hasText: '按包联领导' }));
    await page.waitForURL(/group=leader/);
    expect(search(page).has('open')).toBe(false);
    const leader = page.locator('.group-head button').first();
    await leader.click();
    await rows(page).first().waitFor();
    const held = Number(/(\d+) 个/.exec((await page.locator('.group').first().textContent()) ?? '')?.[1]);
    expect(held).toBeGreaterThan(0);
    expect(await rows(page).count()).toBe(held);
    await leader.click();
    const nobody = page.getByRole('button', { name: '无人包联' });
    await nobody.click();
    await rows(page).first().waitFor();
    const { count } = await get<{ count: number }>('/api/projects/summary?leaderId=nobody');
    expect(await page.locator('.group', { hasText: '无人包联' }).textContent()).toContain(`${count} 个`);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('goes to the end and back without reading what lies between, and shows there what another has filed', async () => {
    const { page, faults, context } = await site.open('/projects?sort=name');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const { count } = await get<{ count: number }>('/api/projects/summary');
    const far = await get<Found>(`/api/projects?sort=name&limit=1&offset=${count - 1}`);
    const [last] = far.items;
    await row(page, 0).focus();
    await page.keyboard.press('End');
    await page.locator('.row:focus', { hasText: last?.name ?? '' }).waitFor();
    expect(await page.locator('.row:focus').getAttribute('data-index')).toBe(String(count - 1));
    expect(asked.some((url) => /\/api\/projects\?.*offset=100.*knownAt=\d+/.test(url))).toBe(true);
    await site.post(`/api/projects/${last?.id}/rename`, { name: `${last?.name}（已更名）` });
    await page.locator('.row:focus', { hasText: '（已更名）' }).waitFor();
    await page.keyboard.press('Home');
    await page.locator('.row[data-index="0"]:focus .pin-name a').waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('colours what differs between two points, with what was, and leads to the events behind it', async () => {
    const { items, asOf } = await get<Found & { asOf: { seq: number } }>('/api/projects?sort=-number&limit=1');
    const [changed] = items;
    const { zones } = await get<{ zones: { zone: { id: string } }[] }>('/api/projects/summary');
    await site.post(`/api/projects/${changed?.id}/rename`, { name: '对比后的名称' });
    await site.post('/api/projects', { name: '对比后新来的项目', zoneId: zones[0]?.zone.id });
    for (const [lang, phone] of [
      ['zh', false],
      ['en', true],
    ] as const) {
      const address = `/projects?sort=-number&fromKnownAt=${asOf.seq}`;
      const { page, axe, faults, screenshot, context } = await site.open(address, { lang, phone });
      const each = page.locator(phone ? '.card' : '.row');
      const renamed = each.filter({ hasText: '对比后的名称' });
      await renamed.locator('.changed del', { hasText: changed?.name ?? '' }).waitFor();
      await each
        .filter({ hasText: '对比后新来的项目' })
        .getByText(lang === 'zh' ? '新增' : 'added')
        .waitFor();
      await page.getByRole('link', { name: lang === 'zh' ? '2 个项目有变化' : '2 projects differ' }).waitFor();
      expect(await page.getByRole('link', { name: lang === 'zh' ? '新增 1' : '1 added' }).getAttribute('href')).toBe(
        `/compare?kind=added&fromKnownAt=${asOf.seq}`,
      );
      expect(await axe()).toEqual([]);
      await screenshot(`ledger-compared-${lang}${phone ? '-phone' : ''}`);
      await renamed.locator('.changed .cause').click();
      await page.waitForURL(`**/compare/${changed?.id}?fromKnownAt=${asOf.seq}`);
      await page.locator('.one-change', { hasText: changed?.name ?? '' }).waitFor();
      expect(faults()).toEqual([]);
      await context.close();
    }
  });

  it('says why it shows nothing where the rows cannot be read, waits no longer, and reads them on demand', async () => {
    const { page, screenshot, context } = await site.open('/projects');
    const refusal = { status: 500, code: 'InternalError', messages: { zh: '内部错误', en: 'internal error' } };
    const list = /\/api\/projects\?.*stage=signed/;
    await page.route(list, (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(refusal) }),
    );
    await page.goto(`${site.address}/projects?stage=signed`);
    await page.getByRole('alert').waitFor();
    await page.locator('main [aria-busy=true]').waitFor({ state: 'detached' });
    await screenshot('ledger-failed');
    await page.unroute(list);
    await page.getByRole('button', { name: '重试' }).click();
    await rows(page).first().waitFor();
    await context.close();
  });

  it('is put on paper as a plain table, without what is for the screen', async () => {
    const { page, screenshot, context } = await site.open('/projects?stage=signed&columns=progress');
    const { items } = await get<Found>('/api/projects?stage=signed&limit=200');
    await page.emulateMedia({ media: 'print' });
    await page
      .locator('.printed tbody tr')
      .nth(items.length - 1)
      .waitFor();
    expect(await page.locator('.printed tbody tr td:nth-child(2)').allTextContents()).toEqual(
      items.map(({ name }) => name),
    );
    expect(await page.getByRole('search').isVisible()).toBe(false);
    expect(await page.getByRole('grid').isVisible()).toBe(false);
    await screenshot('ledger-printed');
    await context.close();
  });

  it('is a table, or its groups, by the time that the window lays it out on paper', async () => {
    const { page, go, context } = await site.open('/projects?stage=signed&columns=all');
    const printed = async (): Promise<unknown> => {
      // Asked after the page's own listeners, as the window goes on to print.
      await page.evaluate(`addEventListener('beforeprint', () => {
        window.printed = document.querySelectorAll('.printed tr:has(td)').length;
      }, { once: true })`);
      await page.pdf();
      return page.evaluate('window.printed');
    };
    const { items } = await get<Found>('/api/projects?stage=signed&limit=200');
    await rows(page).first().waitFor();
    await settled(page);
    expect(await printed()).toBe(items.length);
    const { zones } = await get<{ zones: { count: number }[] }>('/api/projects/summary');
    await go('/projects?group=zone');
    await page.locator('.group-head').first().waitFor();
    expect(await printed()).toBe(zones.filter(({ count }) => count > 0).length);
    await context.close();
  });

  it('records a milestone in the row, keeps what was typed over a reload, and shows a refusal there', async () => {
    const { page, axe, faults, screenshot, context } = await site.open(
      '/projects?stage=permitted&standing=active&columns=progress',
    );
    const name = (await row(page, 0).locator('.pin-name a').textContent()) ?? '';
    const before = await rows(page).count();
    await row(page, 0).getByRole('button', { name: '节点' }).click();
    await page.getByRole('textbox', { name: '时间' }).fill('2099-01');
    await page.getByRole('textbox', { name: '依据' }).fill('县发〔2026〕7号');
    await page.reload();
    await settled(page);
    expect(await page.getByRole('textbox', { name: '时间' }).inputValue()).toBe('2099-01');
    expect(await page.getByRole('textbox', { name: '依据' }).inputValue()).toBe('县发〔2026〕7号');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('ledger-milestone-refused');
    await page.getByRole('textbox', { name: '时间' }).fill('11月上旬');
    await page.getByText('读作 2026年11月上旬').waitFor();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('已登记：开工').waitFor();
    await page.locator('.row', { hasText: name }).waitFor({ state: 'detached' });
    await page
      .locator('.totals')
      .filter({ hasText: `共 ${before - 1} 个项目` })
      .waitFor();
    expect(search(page).has('entry')).toBe(false);
    const found = await get<Found>(`/api/projects?stage=constructionStarted&text=${encodeURIComponent(name)}`);
    expect(found.items.map((item) => item.name)).toEqual([name]);
    expect(faults(/409|400/)).toEqual([]);
    await context.close();
  });

  it('shows what another did meanwhile to who records a milestone, and lets them go on', async () => {
    const { page, faults, context } = await site.open('/projects?stage=signed&standing=active&sort=-number');
    const { items } = await get<Found>('/api/projects?stage=signed&standing=active&sort=-number&limit=1');
    await row(page, 0).getByRole('button', { name: '节点' }).click();
    await page.getByRole('textbox', { name: '时间' }).fill('2026-11-10');
    await page.getByRole('combobox', { name: '备案方式' }).click();
    await take(page.locator('.ant-select-item-option', { hasText: '核准' }));
    expect((await site.post(`/api/projects/${items[0]?.id}/rename`, { name: '别人改的名称' })).ok).toBe(true);
    await page.locator('.row', { hasText: '别人改的名称' }).waitFor();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('您读取之后，已有他人改动').waitFor();
    await page.getByRole('button', { name: '看过了，仍要提交' }).click();
    await page.getByText('已登记：立项备案').waitFor();
    expect(faults(/412/)).toEqual([]);
    await context.close();
  });

  it('takes the report of a month of several projects, also pasted from a spreadsheet, and what was refused again', async () => {
    const { page, axe, faults, screenshot, context } = await site.open(
      '/projects?stage=constructionStarted&standing=active&sort=name',
    );
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await row(page, 0).getByRole('checkbox').click();
    await row(page, 9)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await page.getByText('已选 10 个').waitFor();
    await page.getByRole('button', { name: '填月报' }).click();
    const dialog = page.getByRole('dialog');
    await page.getByRole('combobox', { name: '月份' }).click();
    const months = page.locator('.ant-select-item-option');
    expect(await months.first().textContent()).toMatch(MONTH.zh);
    await take(months.first()); // of the month that is not over yet, nothing was reported
    const amounts = dialog.locator('input[data-column=amount]');
    await amounts.first().focus();
    const text = Array.from({ length: 10 }, (_, i) => `${100 + i}.5\t主体施工至${i + 1}层`).join('\r\n');
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await page.keyboard.press('Control+V');
    expect(await amounts.nth(9).inputValue()).toBe('109.5');
    await amounts.nth(8).fill('十万');
    expect(await dialog.getByRole('button', { name: /^填报/ }).isDisabled()).toBe(true);
    await amounts.nth(8).fill('108.5');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.activeElement.getAttribute('aria-label')`)).toBe(
      await amounts.nth(9).getAttribute('aria-label'),
    );
    expect(await axe()).toEqual([]);
    await screenshot('ledger-month-sheet');
    await dialog.getByRole('button', { name: '填报 10 项' }).click();
    await dialog.getByText('已填报 10 项，未受理 0 项').waitFor();
    await screenshot('ledger-month-reported');
    await dialog.getByRole('button', { name: 'Close' }).or(dialog.locator('.ant-modal-close')).first().click();
    const { items } = await get<Found>('/api/projects?stage=constructionStarted&standing=active&sort=name&limit=10');
    type Figures = {
      items: {
        year: { figures: { period: string; inPeriod: { fen: string } | null }[] };
        lastReport: { text: string } | null;
      }[];
    };
    const filed = await get<Figures>(`/api/projects/columns?ids=${items.map(({ id }) => id).join(',')}`);
    expect(filed.items.map(({ year }) => year.figures.at(-1)?.inPeriod?.fen)).toEqual(
      items.map((_, i) => String((1000 + i * 10 + 5) * 100_000)),
    );
    expect(filed.items.map(({ lastReport }) => lastReport?.text)).toEqual(items.map((_, i) => `主体施工至${i + 1}层`));

    await page.getByRole('button', { name: '填月报' }).click();
    await page.getByRole('combobox', { name: '月份' }).click();
    await months.first().click();
    await amounts.first().fill('7');
    await amounts.nth(1).fill('101.5');
    await dialog.getByRole('button', { name: '填报 2 项' }).click();
    await dialog.getByText('已填报 1 项，未受理 1 项').waitFor(); // the same again is no contradiction
    expect(await amounts.first().inputValue()).toBe('7');
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: '重试未受理的' }).waitFor();
    expect(faults(/409/)).toEqual([]);
    await context.close();
  });

  it('reassigns the selected projects by an order, from the day that it says', async () => {
    const [leaving, coming] = [
      await posted('/api/people', { name: '前任领导' }),
      await posted('/api/people', { name: '新任领导' }),
    ];
    const [zone] = (await get<Found>('/api/zones')).items;
    const projects: string[] = [];
    for (const number of [1, 2, 3]) {
      const { id } = await posted('/api/projects', { name: `调整示范项目${number}`, zoneId: zone?.id });
      await posted(`/api/projects/${id}/assign-leader`, { personId: leaving.id, lead: true, from: '2026-05-06' });
      projects.push(id);
    }
    const list = `/projects?text=${encodeURIComponent('调整示范项目')}&columns=people`;
    const { page, go, axe, faults, screenshot, context } = await site.open(list);
    for (const index of [0, 1, 2]) {
      await row(page, index).filter({ hasText: '前任领导' }).getByRole('checkbox').click();
    }
    await page.getByRole('button', { name: '调整包联' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '接任领导' }).fill('新任');
    await take(page.locator('.ant-select-item-option', { hasText: '新任领导' }));
    await dialog.getByLabel('任职首日').fill('2026-11-20');
    await dialog.getByLabel('原因').fill('分工调整');
    await dialog.getByLabel('文号').fill('示例办文〔2026〕60号');
    await dialog.getByRole('button', { name: '预览' }).click();
    const order = dialog.getByRole('button', { name: '下达 3 项' });
    await order.waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('ledger-reassign');
    await order.click();
    await page.waitForURL(/\/reassignments\/[0-9a-f-]{36}$/);
    await page.getByText('3 个已调整，0 个未调整').waitFor();
    for (const number of [1, 2, 3]) {
      const changed = page.locator('tbody tr', { hasText: `调整示范项目${number}` });
      await changed.filter({ hasText: '新任领导 牵头' }).filter({ hasText: '已调整' }).waitFor();
    }
    expect(await axe()).toEqual([]);
    for (const id of projects) {
      const { tenures } = await get<Held>(`/api/projects/${id}`);
      expect(tenures.map(({ holder, ...term }) => ({ ...term, id: holder.id }))).toEqual([
        expect.objectContaining({ role: 'lead', id: leaving.id, from: '2026-05-06', until: '2026-11-20' }),
        expect.objectContaining({ role: 'lead', id: coming.id, from: '2026-11-20', until: null }),
      ]);
    }
    for (const [day, leader] of [
      ['2026-11-19', '前任领导'],
      ['2026-11-20', '新任领导'],
    ] as const) {
      await go(`${list}&effectiveOn=${day}`);
      for (const index of [0, 1, 2]) await row(page, index).filter({ hasText: leader }).waitFor();
    }
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    {
      lang: 'zh',
      phone: false,
      action: '月报',
      month: '月份',
      amount: '本月完成投资（万元）',
      text: '进展',
      submit: '填报',
      done: '已填报',
      totals: '共 1 个项目，总投资 12 亿元，今年完成 1,234.57 万元',
      filed: '已报 1,234.57 万元',
    },
    {
      lang: 'en',
      phone: true,
      action: 'Month',
      month: 'Month',
      amount: 'Invested in the month (10k CNY)',
      text: 'Progress',
      submit: 'Report',
      done: 'Reported',
      totals: '1 projects, total investment ¥1.2 billion, invested this year ¥12.35 million',
      filed: '1,234.57 filed',
    },
  ] as const)('takes the month of one project, and counts it in the row and the sums: $lang', async (texts) => {
    const name = `月报示范项目 ${texts.lang}`;
    const [zone] = (await get<Found>('/api/zones')).items;
    const totalInvestment = { fen: '120000000000', currency: 'CNY' };
    const { id } = await posted('/api/projects', { name, zoneId: zone?.id, totalInvestment });
    await posted(`/api/projects/${id}/start-construction`, { on: '2026-05' });
    const address = `/projects?text=${encodeURIComponent(name)}&columns=money`;
    const { page, axe, faults, screenshot, context } = await site.open(address, texts);
    const one = page.locator(texts.phone ? '.card' : '.row', { hasText: name });
    const entry = page.getByRole('form', { name });
    await one.getByRole('button', { name: texts.action }).click();
    await entry.getByRole('combobox', { name: texts.month }).click();
    const option = page.locator('.ant-select-item-option').first(); // the month that it is, which is of this year
    const month = (await option.textContent()) ?? '';
    const period = periodOf(month);
    await take(option);
    await entry.getByLabel(texts.amount).fill('1234.5678');
    await entry.getByLabel(texts.text).fill('主体封顶');
    expect(await axe()).toEqual([]);
    await screenshot(`ledger-month-entry-${texts.lang}`);
    await entry.getByRole('button', { name: texts.submit, exact: true }).click();
    await page.getByText(`${texts.done} ${month}`).waitFor();
    await entry.waitFor({ state: 'hidden' });
    await page.locator('.totals', { hasText: texts.totals }).waitFor();
    if (!texts.phone) {
      const heads = await page.getByRole('columnheader').allTextContents();
      for (const column of ['今年完成（万元）', '累计完成（万元）', `${Number(period.slice(5))}月`]) {
        const at = heads.findIndex((head) => head.startsWith(column));
        await one
          .getByRole('gridcell')
          .nth(at)
          .filter({ hasText: /^1,234\.57$/ })
          .waitFor();
      }
    }
    const { items } = await get<Filed>(`/api/projects/${id}/events?limit=200`);
    const reported = items.filter(({ type }) => type.endsWith('Reported')).map(({ type, data }) => [type, data]);
    expect(Object.fromEntries(reported)).toEqual({
      InvestmentReported: { period, inPeriod: { fen: '1234567800', currency: 'CNY' } },
      ProgressReported: { period, text: '主体封顶' },
    });
    await one.getByRole('button', { name: texts.action }).click();
    await entry.getByRole('combobox', { name: texts.month }).click();
    await take(option);
    await entry.getByText(texts.filed).waitFor();
    expect(await entry.getByLabel(texts.amount).inputValue()).toBe('');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('copies rows out as a spreadsheet takes them, grouped or not and at a past point, and exports the same', async () => {
    const { asOf } = await get<{ asOf: { seq: number } }>('/api/projects?limit=1');
    const point = `knownAt=${asOf.seq - 500}&effectiveOn=2026-06-30`;
    const { page, context } = await site.open(`/projects?stage=inProduction,completed&sort=name&group=zone&${point}`);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { items } = await get<Found>(`/api/projects?stage=inProduction,completed&sort=name&limit=200&${point}`);
    await page.getByRole('button', { name: `复制 ${items.length} 行` }).click();
    await page.getByText(`已复制 ${items.length} 行`).waitFor();
    const text = (await page.evaluate('navigator.clipboard.readText()')) as string;
    const [head, ...lines] = text.split(/\r?\n/).map((line) => line.split('\t'));
    expect(head?.slice(0, 2)).toEqual(['序号', '项目名称']);
    expect(head).toContain('总投资（万元）');
    expect(lines.map(([number, name]) => [Number(number), name])).toEqual(
      items.map(({ number, name }) => [number, name]),
    );
    const href = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
    const csv = await fetch(site.address + href);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const exported = await csv.text();
    expect(exported.trim().split('\r\n')).toHaveLength(items.length + 1);
    for (const { name } of items) expect(exported).toContain(name);
    await context.close();
  });

  it('is gone through by keyboard alone: down, select, extend, fill in, leave, open', async () => {
    const { page, context } = await site.open('/projects?standing=active');
    await row(page, 0).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('已选 3 个').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    const focused = 'document.activeElement.dataset.index';
    expect(await page.evaluate(focused)).toBe('0');
    const name = 'document.activeElement.textContent';
    for (let tabs = 0; tabs < 8 && (await page.evaluate(name)) !== '月报'; tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#month-amount:focus').waitFor();
    await page.keyboard.type('12.5');
    expect(await page.getByLabel('本月完成投资（万元）').inputValue()).toBe('12.5');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(focused)).toBe('0');
    const href = await row(page, 0).locator('.pin-name a').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href}`);
    await context.close();
  });

  it('takes a month from a card on a phone, and several cards at once', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/projects?stage=landSupplied&standing=active', {
      phone: true,
    });
    const { items } = await get<Found>('/api/projects?stage=landSupplied&standing=active&limit=2');
    const card = (index: number): Locator => page.locator('.card', { hasText: items[index]?.name ?? '' });
    await card(0).getByRole('button', { name: '月报' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('进展').fill('场地平整完成');
    expect(await axe()).toEqual([]);
    await screenshot('ledger-entry-phone');
    await drawer.getByRole('button', { name: '填报' }).click();
    await page.getByText('已填报').waitFor();
    await drawer.waitFor({ state: 'hidden' });
    for (const index of [0, 1]) await card(index).getByRole('checkbox').check();
    await page.getByText('已选 2 个').waitFor();
    expect(await axe()).toEqual([]);
    await page.getByRole('button', { name: '填月报' }).click();
    await page.getByRole('dialog').locator('input[data-column=amount]').nth(1).fill('12.5');
    await page.getByRole('button', { name: '填报 1 项' }).waitFor();
    await page.locator('.ant-zoom-enter, .ant-zoom-appear').waitFor({ state: 'detached' });
    expect(await axe()).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await screenshot('ledger-selected-phone');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('is a list of cards on a phone, with its filters in a drawer', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/projects', { phone: true });
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('阶段').click();
    const signedOption = page.locator('.ant-select-item-option', { hasText: '签约' });
    await take(signedOption, (limit) => page.waitForURL(/stage=signed/, limit));
    const signed = await get<{ count: number }>('/api/projects/summary?stage=signed');
    await counted(page, signed.count);
    await page.locator('.ant-drawer-title').click();
    await page.locator('.cards[aria-busy=true], .ant-select-dropdown:visible').first().waitFor({ state: 'detached' });
    expect(await axe()).toEqual([]);
    await screenshot('ledger-filters-phone');
    await drawer.getByRole('button', { name: /^查看/ }).click();
    await drawer.waitFor({ state: 'hidden' });
    const { items } = await get<Found>('/api/projects?stage=signed&limit=1');
    await page
      .locator('.card', { hasText: items[0]?.name ?? '' })
      .getByRole('link')
      .first()
      .click();
    await page.waitForURL(`**/projects/${items[0]?.id}`);
    expect(faults()).toEqual([]);
    await context.close();
  });
});
