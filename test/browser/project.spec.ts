import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, openSite, settled, take, type Site, type Visit } from './harness.ts';

const START_MS_MAX = 600_000;
/** Of the demonstration: at capacity, with corrections, dates of every precision, nobody responsible for it now. */
const MUCH_LIFE = 'cc7e1058-84ec-54bf-8b22-7c0a2d3cd2ac';
const WITH_PHASES = '95655904-7c65-5bd4-b3f5-898e33daa805';

interface Step {
  readonly seq: number;
  readonly eventId: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly mends?: { readonly eventId: string };
}

const railRow = (page: Page, milestone: string): Locator =>
  page.locator('table.rail tbody tr').filter({ has: page.getByRole('rowheader', { name: milestone }) });

describeInBrowser('the page of a project', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  const stepsOf = async (id: string): Promise<readonly Step[]> => {
    const answer = await fetch(`${site.address}/api/projects/${id}/replay?limit=200`);
    return ((await answer.json()) as { readonly items: readonly Step[] }).items;
  };
  const register = async (name: string): Promise<string> => {
    const zones = (await (await fetch(`${site.address}/api/zones`)).json()) as { items: { id: string }[] };
    const registered = await site.post('/api/projects', { name, zoneId: zones.items[0]?.id });
    return ((await registered.json()) as { id: string }).id;
  };
  const openProject = async (id: string, options?: Parameters<Site['open']>[1], search = ''): Promise<Visit> => {
    const visit = await site.open(`/projects/${id}${search}`, options);
    await visit.page.locator('.timeline .event').first().waitFor();
    return visit;
  };

  it.each([
    ['zh', false],
    ['zh', true],
    ['en', false],
    ['en', true],
  ] as const)('shows everything of a project in %s, on a phone: %s, without a fault', async (lang, phone) => {
    for (const id of [MUCH_LIFE, WITH_PHASES]) {
      const { page, axe, faults, screenshot, context } = await openProject(id, { lang, phone });
      await page.locator('.chart svg').waitFor();
      const heads = await page.locator('main h2').allTextContents();
      expect(heads.slice(0, 4)).toEqual(
        lang === 'zh'
          ? ['全周期节点', expect.stringContaining('疑点'), '分包与责任', '投资完成与计划']
          : ['Lifecycle', expect.stringContaining('Findings'), 'Who answers for it', 'Investment against plan'],
      );
      const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await axe()).toEqual([]);
      expect(faults()).toEqual([]);
      const which = id === MUCH_LIFE ? '' : '-phases';
      await screenshot(`project${which}-${lang}${phone ? '-phone' : ''}`);
      await context.close();
    }
  });

  it('has first plan, current plan and what came of it, as imprecise as they are, and phases on their own', async () => {
    const { page, context } = await openProject(MUCH_LIFE);
    expect(await railRow(page, '竣工').locator('td').allTextContents()).toEqual([
      '2024年 晚 253 天',
      '2025年9月12日 早 2 天 调整 2 次',
      '2025年9月10日',
    ]);
    expect(await railRow(page, '签约').locator('td').last().textContent()).toBe('2023年8月');
    expect(await railRow(page, '谋划').textContent()).toContain('未经此步');
    await context.close();
    const phases = await openProject(WITH_PHASES);
    expect(await railRow(phases.page, '竣工').first().getAttribute('class')).toContain('partly');
    expect(await phases.page.locator('table.rail .phase').allTextContents()).toContain('二期');
    await phases.context.close();
  });

  it('shows who held what in a table too, with the days that nobody did', async () => {
    const { page, axe, context } = await openProject(MUCH_LIFE);
    await page.getByText('任职明细表').click();
    const rows = page.locator('#roles tbody tr');
    expect(await rows.filter({ hasText: '责任人' }).allTextContents()).toEqual([expect.stringContaining('无人')]);
    expect(await rows.filter({ hasText: '包保领导' }).count()).toBe(2);
    expect(await axe()).toEqual([]);
    await context.close();
  });

  it('leads from a finding to the event it rests on, however old', async () => {
    const { page, context } = await openProject(MUCH_LIFE);
    const [signed] = (await stepsOf(MUCH_LIFE)).filter(({ type }) => type === 'ProjectSigned');
    await railRow(page, '签约').getByRole('link').click();
    await page.waitForURL(`**#event-${signed?.eventId}`);
    const event = page.locator(`#event-${signed?.eventId}`);
    await event.waitFor();
    expect(await event.getAttribute('class')).toContain('pointed');
    expect(await event.getByText('填报', { exact: false }).first().isVisible()).toBe(true);
    const evidence = page.locator('.findings a').first();
    const to = (await evidence.getAttribute('href')) ?? '';
    await evidence.click();
    await page.locator(`${to.slice(to.indexOf('#'))}.pointed`).waitFor();
    await context.close();
  });

  it('filters the timeline, and keeps the filter in the address', async () => {
    const { page, go, context } = await openProject(MUCH_LIFE, {}, '?events=mending');
    expect(await page.locator('.timeline .event').count()).toBe(3);
    expect(await page.locator('.timeline h3').allTextContents()).toEqual(['更正', '更正', '更正']);
    await go(`/projects/${MUCH_LIFE}`);
    await page.getByRole('combobox', { name: '按类别筛选事件' }).press('ArrowDown');
    await take(page.locator('.ant-select-item-option', { hasText: '走访与帮扶' }));
    await page.waitForURL('**?events=site');
    await page.locator('.timeline .event:not(.site)').first().waitFor({ state: 'detached' });
    await context.close();
  });

  it('replays the project by keyboard: the whole page stands on the step, and comes back to now', async () => {
    const { page, axe, faults, screenshot, context } = await openProject(MUCH_LIFE);
    const steps = await stepsOf(MUCH_LIFE);
    const slider = page.getByRole('slider', { name: '回放' });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL((url) => url.searchParams.get('knownAt') === String(steps.at(-2)?.seq));
    await page.getByText(`第 ${steps.length - 1} / ${steps.length} 步`).waitFor();
    for (const name of ['更正', /填报/])
      await page.getByRole('button', { name }).first().waitFor({ state: 'detached' });

    const capacity = steps.findIndex(({ type }) => type === 'FullCapacityReached');
    await slider.fill(String(capacity));
    await railRow(page, '达产').and(page.locator('.ahead')).waitFor();
    await settled(page);
    expect(await railRow(page, '达产').locator('td').last().textContent()).toBe('—未填');
    expect(await page.locator('.timeline .event').first().getAttribute('id')).toBe(
      `event-${steps[capacity - 1]?.eventId}`,
    );
    await page.getByRole('button', { name: '下一步' }).click();
    await railRow(page, '达产').and(page.locator('.reached')).waitFor();
    // What was filed first, and corrected later.
    expect(await railRow(page, '达产').locator('td').last().textContent()).toBe('2026年3月4日');
    expect(await page.locator('.replay-step').textContent()).toContain('达产');
    expect(await axe()).toEqual([]);
    await screenshot('project-replay');

    await slider.fill(String(steps.length));
    await page.waitForURL((url) => !url.searchParams.has('knownAt') && !url.searchParams.has('effectiveOn'));
    await railRow(page, '达产').getByText('2026年2月17日').waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('plays until it is told to stop', async () => {
    const { page, context } = await openProject(MUCH_LIFE, {}, '?knownAt=3000');
    const before = await page.locator('.replay-step').textContent();
    await page.getByRole('button', { name: '播放' }).click();
    await page
      .locator('.replay-step')
      .filter({ hasNotText: before?.split('步')[0] ?? '' })
      .waitFor();
    await page.getByRole('button', { name: '暂停' }).click();
    await page.getByRole('button', { name: '播放' }).waitFor();
    await context.close();
  });

  it('corrects a date with reason and document, and shows both entries', async () => {
    const id = await register('更正示范项目');
    await site.post(`/api/projects/${id}/sign`, { on: '2026-05', contractNo: '示例〔2026〕1号' });
    const { page, axe, faults, screenshot, context } = await openProject(id);
    const signed = page.locator('.event').filter({ hasText: '合同编号' }).last();
    await signed.getByRole('button', { name: '更正' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('时间').inputValue()).toBe('2026-05');
    await dialog.getByRole('button', { name: '更正' }).click();
    await dialog.getByText('请填写', { exact: true }).waitFor();
    await dialog.getByLabel('更正或撤销的原因').fill('合同原件为六月');
    await dialog.getByLabel('依据文号').fill('示例办〔2026〕9号');
    await dialog.getByRole('button', { name: '更正' }).click();
    await dialog.getByRole('status').filter({ hasText: '与现有记录相同' }).waitFor();
    expect(await dialog.getByLabel('依据文号').inputValue()).toBe('示例办〔2026〕9号');
    await dialog.getByLabel('时间').fill('2026年6月上旬');
    expect(await axe()).toEqual([]);
    await screenshot('project-correct');
    await dialog.getByRole('button', { name: '更正' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await railRow(page, '签约').getByText('2026年6月上旬').waitFor();
    const correction = page.locator('.event.mending');
    await correction.waitFor();
    const text = await correction.textContent();
    for (const part of ['合同原件为六月', '示例办〔2026〕9号', '2026年5月', '2026年6月上旬'])
      expect(text).toContain(part);
    expect(await page.locator('.event.corrected').textContent()).toContain('已更正');
    expect((await stepsOf(id)).map(({ type, data }) => [type, data['data'] ?? data['on']])).toEqual([
      ['ProjectRegistered', undefined],
      ['ProjectSigned', '2026-05'],
      ['FactCorrected', { on: '2026-06-T1', contractNo: '示例〔2026〕1号' }],
    ]);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('revokes what never was, and takes that back', async () => {
    const id = await register('撤销示范项目');
    await site.post(`/api/projects/${id}/start-construction`, { on: '2026-05-12' });
    const { page, faults, context } = await openProject(id);
    const revoke = async (event: Locator): Promise<void> => {
      await event.getByRole('button', { name: '撤销' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('更正或撤销的原因').fill('填错了项目');
      await dialog.getByRole('button', { name: '撤销' }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await revoke(page.locator('.event.milestone'));
    await page.locator('.event.milestone.revoked').waitFor();
    await railRow(page, '开工').and(page.locator('.ahead')).waitFor();
    await revoke(page.locator('.event.mending'));
    await page.locator('.event.milestone.effective').waitFor();
    await railRow(page, '开工').getByText('2026年5月12日').waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('says what is wrong of a date and of a choice at the field, once, also to who listens', async () => {
    const id = await register('听读示范项目');
    const { page, axe, faults, context } = await openProject(id, {}, '?do=supply-land');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('时间').fill('2018-13');
    await dialog.getByRole('button', { name: '填报' }).click();
    for (const [name, why] of [
      ['时间', '请写成 2018'],
      ['供地方式', '请填写'],
      ['面积', '请填写'],
    ] as const) {
      const field = dialog.locator('.field.faulty').filter({ hasText: name });
      await field.locator('small.wrong').filter({ hasText: why }).waitFor();
      expect(await field.locator('small.wrong').count()).toBe(1);
      const control = field.locator('[aria-required=true][aria-invalid=true]');
      const [describedBy = ''] = ((await control.getAttribute('aria-describedby')) ?? '').split(' ');
      expect(await page.locator(`[id="${describedBy}"]`).textContent()).toContain(why);
    }
    expect(await axe()).toEqual([]);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('names fields as the page does where the server finds fault with them, at the field and nowhere else', async () => {
    const id = await register('用词示范项目');
    const { page, screenshot, context } = await openProject(id, {}, '?do=report-investment');
    await page.getByText('还没有确定包联领导').waitFor();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('报告期').fill('２０２６年１０月');
    await dialog.getByText('读作 2026年10月').waitFor();
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.getByText('至少填写一项：本期完成投资、当年累计完成、开工以来累计完成').waitFor();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.textContent()).not.toMatch(/inPeriod|cumulative/);
    expect(await dialog.getByText('至少填写一项').count()).toBe(1);
    await screenshot('project-refused');
    await context.close();
  });

  it('keeps what is typed while its command waits, and shows no field as missing once it is filed', async () => {
    const id = await register('等候示范项目');
    const { page, context } = await openProject(id, {}, '?do=sign');
    const command = `**/api/projects/${id}/sign`;
    const dialog = page.getByRole('dialog');
    await context.route(command, (route) => route.abort('connectionreset'));
    await dialog.getByLabel('时间').fill('2026-05');
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.getByText('暂时连不上服务器').waitFor();
    await dialog.getByLabel('备注').fill('原件在区档案馆');
    await context.unroute(command);
    await dialog.getByText('此后填写的没有送出').waitFor();
    expect(await dialog.getByLabel('备注').inputValue()).toBe('原件在区档案馆');
    expect((await stepsOf(id)).at(-1)?.data).toEqual({ on: '2026-05' });
    await page.goto(`${site.address}/projects/${id}?do=suspend`);
    await dialog.getByLabel('时间').fill('2026-06');
    await dialog.getByLabel('原因').fill('资金');
    await page.evaluate(`new MutationObserver(() => {
      if (document.querySelector('.faulty')) document.documentElement.dataset.faulty = 'yes';
    }).observe(document.body, { subtree: true, childList: true, attributes: true })`);
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.documentElement.dataset.faulty')).toBeUndefined();
    await context.close();
  });

  it('gives the focus back to what opened a dialog, closed, given up or done', async () => {
    const id = await register('焦点示范项目');
    await site.post(`/api/projects/${id}/sign`, { on: '2026-05' });
    const { page, context } = await openProject(id);
    const dialog = page.getByRole('dialog');
    const opener = page.locator('.event.milestone').getByRole('button', { name: '更正' });
    const isBack = (what: Locator): Promise<void> => what.and(page.locator(':focus')).waitFor();
    const begin = async (): Promise<void> => {
      await opener.press('Enter');
      await dialog.getByLabel('时间').and(page.locator(':focus')).waitFor();
    };
    await begin();
    await page.keyboard.press('Escape');
    await isBack(opener);
    await begin();
    await dialog.getByRole('button', { name: '放弃填写' }).press('Enter');
    await isBack(opener);
    const menu = page.getByRole('button', { name: '填报', exact: true });
    await menu.click();
    await page.getByRole('menuitem', { name: '节点' }).click();
    await page.getByRole('menuitem', { name: '开工' }).click();
    await dialog.getByLabel('时间').and(page.locator(':focus')).waitFor();
    await page.keyboard.insertText('2026-06');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await isBack(menu);
    await context.close();
  });

  it('files a milestone from the menu; what is typed survives a reload', async () => {
    const id = await register('填报示范项目');
    const { page, faults, context } = await openProject(id);
    await page.getByRole('button', { name: '填报', exact: true }).click();
    await page.getByRole('menuitem', { name: '节点' }).click();
    await page.getByRole('menuitem', { name: '供地' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('时间').fill('2026-Q2');
    await dialog.getByLabel('面积').fill('100亩');
    await page.reload();
    await dialog.getByText('您上次填写').waitFor();
    expect(await dialog.getByLabel('时间').inputValue()).toBe('2026-Q2');
    expect(await dialog.getByLabel('面积').inputValue()).toBe('100亩');
    await dialog.getByLabel('供地方式').press('ArrowDown');
    await take(page.locator('.ant-select-item-option[title=划拨]'));
    await dialog.getByTitle('划拨').waitFor();
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await railRow(page, '供地').getByText('2026年第二季度').waitFor();
    expect((await stepsOf(id)).at(-1)?.data).toEqual({ on: '2026-Q2', mode: 'allocation', area: 6666667 });
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    {
      lang: 'zh',
      phone: false,
      milestone: '供地',
      file: '填报：供地',
      when: '时间',
      mode: '供地方式',
      area: '面积',
      day: '2026年4月上旬',
      skipped: '未经此步',
    },
    {
      lang: 'en',
      phone: true,
      milestone: 'Land supplied',
      file: 'File: Land supplied',
      when: 'When',
      mode: 'Mode of supply',
      area: 'Area',
      day: 'early April 2026',
      skipped: 'skipped',
    },
  ] as const)(
    'files in $lang what was skipped, from its row, on a phone: $phone',
    async ({ lang, phone, milestone, file, day, skipped, ...fields }) => {
      const id = await register(`补报示范项目${lang}`);
      await site.post(`/api/projects/${id}/start-construction`, { on: '2026-05' });
      const { page, faults, context } = await openProject(id, { lang, phone });
      const land = railRow(page, milestone);
      await land.and(page.locator('.skipped')).getByText(skipped).waitFor();
      await land.getByRole('button', { name: file }).click();
      const dialog = page.getByRole('dialog', { name: milestone });
      await dialog.getByLabel(fields.when).fill(day);
      await dialog.getByLabel(fields.area).fill('66,666.67㎡');
      await dialog.getByLabel(fields.mode).press('ArrowDown');
      await take(page.locator('.ant-select-item-option').first());
      await dialog.getByRole('button', { name: /^(填报|File)$/ }).click();
      await dialog.waitFor({ state: 'hidden' });
      await land.and(page.locator('.reached')).getByText(day).waitFor();
      await land.getByRole('button', { name: file }).waitFor({ state: 'detached' });
      expect((await stepsOf(id)).at(-1)).toMatchObject({ type: 'LandSupplied', data: { on: '2026-04-T1' } });
      expect(faults()).toEqual([]);
      await context.close();
    },
  );

  it.each([
    ['zh', false, '1,234.57', '12,345,678.90 元'],
    ['en', true, '1,234.57', '¥12,345,678.90'],
  ] as const)('says in %s what a figure is exactly, to a key and to a tap', async (lang, phone, rounded, exact) => {
    const id = await register(`精确金额项目${lang}`);
    const inPeriod = { fen: '1234567890', currency: 'CNY' };
    await site.post(`/api/projects/${id}/report-investment`, { period: '2026-06', inPeriod });
    const { page, axe, faults, screenshot, context } = await openProject(id, { lang, phone });
    const figure = page.locator('#investment button.rounded', { hasText: rounded }).first();
    const said = figure.getByText(exact);
    await figure.waitFor();
    const press = async (): Promise<void> => {
      if (phone) return figure.tap();
      await figure.focus();
      return page.keyboard.press('Enter');
    };
    expect(await said.count()).toBe(0);
    await press();
    await said.waitFor();
    expect(await figure.getAttribute('aria-expanded')).toBe('true');
    expect(await axe()).toEqual([]);
    await screenshot(`project-exact-${lang}`);
    await press();
    await said.waitFor({ state: 'detached' });
    expect(await figure.getAttribute('aria-expanded')).toBe('false');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('shows what another person did meanwhile, and goes on', async () => {
    const id = await register('两人同时填报');
    const { page, axe, faults, screenshot, context } = await openProject(id, {}, '?do=report-investment');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('报告期').fill('2026-10');
    await dialog.getByLabel('本期完成投资').fill('1234.5');
    await dialog.getByText('12,345,000.00 元').waitFor();
    await site.post(`/api/projects/${id}/sign`, { on: '2026-05' });
    await railRow(page, '签约').getByText('2026年5月').waitFor();
    await dialog.getByRole('button', { name: '填报' }).click();
    const refused = dialog.getByRole('alert');
    await refused.getByText('已有他人改动').waitFor();
    await refused.getByText('实际 签约').waitFor();
    expect(await refused.textContent()).toContain('2026年5月');
    expect(await axe()).toEqual([]);
    await screenshot('project-conflict');
    await refused.getByRole('button', { name: '看过了，仍要提交' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await stepsOf(id)).map(({ type }) => type)).toEqual([
      'ProjectRegistered',
      'ProjectSigned',
      'InvestmentReported',
    ]);
    expect(faults(/412/)).toEqual([]);
    await context.close();
  });

  it('moves a plan from where it stands, and says so on the rail', async () => {
    const id = await register('调整计划示范项目');
    await site.post(`/api/projects/${id}/plan-milestone`, { milestone: 'completed', on: '2027-06' });
    const { page, context } = await openProject(id, {}, '?do=reschedule&milestone=completed');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('自', { exact: true }).inputValue()).toBe('2027-06');
    await dialog.getByLabel('改为').fill('2027-09');
    await dialog.getByLabel('原因').fill('设备到货延期');
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await railRow(page, '竣工').getByText('调整 1 次').waitFor();
    expect(await railRow(page, '竣工').locator('td').first().textContent()).toContain('2027年6月');
    await context.close();
  });

  it('explains a finding with its evidence', async () => {
    const { page, faults, context } = await openProject(MUCH_LIFE);
    const finding = page.locator('.findings li').filter({ hasText: '未供先建' });
    await finding.getByRole('button', { name: '说明' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('内容').fill('先行用地已批复');
    await dialog.getByRole('button', { name: '填报' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await finding.getByText('已说明').waitFor();
    expect(await finding.textContent()).toContain('先行用地已批复');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('replays it as it was filed, while the page stays where it is', async () => {
    const { page, axe, faults, screenshot, context } = await openProject(MUCH_LIFE, {}, '?by=filed');
    const count = (await stepsOf(MUCH_LIFE)).length;
    const replay = page.getByRole('region', { name: '回放' });
    await replay.getByText(`第 ${count} / ${count} 步`).waitFor();
    await replay.getByRole('slider').fill('1');
    await replay.getByText(`第 1 / ${count} 步`).waitFor();
    await replay.locator('.stage', { hasText: '入库' }).waitFor();
    expect(new URL(page.url()).searchParams.has('knownAt')).toBe(false);
    await page.getByRole('button', { name: '填报', exact: true }).waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('project-replay-filed');
    await replay.getByRole('combobox', { name: '回放的次序' }).selectOption('recorded');
    await page.waitForURL((url) => !url.searchParams.has('by'));
    await replay.getByText(`第 ${count} / ${count} 步`).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('leads to the log, a comparison and the files of the project', async () => {
    const { page, context } = await openProject(MUCH_LIFE);
    const ways = page.getByRole('navigation', { name: '相关' });
    for (const format of ['CSV', 'JSON']) {
      const file = await ways.getByRole('link', { name: format }).getAttribute('href');
      expect((await fetch(site.address + file)).headers.get('content-disposition')).toContain(MUCH_LIFE);
    }
    expect(await ways.getByRole('link', { name: '对比' }).getAttribute('href')).toBe(`/compare/${MUCH_LIFE}`);
    await ways.getByRole('link', { name: '日志' }).click();
    await page.waitForURL(`**/log?subject=${MUCH_LIFE}`);
    await settled(page);
    await context.close();
  });

  it('offers every form on a phone, in reach', async () => {
    const { page, axe, screenshot, context } = await openProject(MUCH_LIFE, { lang: 'en', phone: true });
    await page.getByRole('button', { name: 'File', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Assign the agent unit' }).click();
    await page.getByRole('dialog', { name: 'Assign the agent unit' }).getByLabel('Unit').first().waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('project-file-en-phone');
    await context.close();
  });

  it('says so where the ledger did not know the project yet, and where it knows none', async () => {
    const { page, go, context } = await openProject(MUCH_LIFE, {}, '?knownAt=5000');
    await go(`/projects/${MUCH_LIFE}?knownAt=5`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').first().textContent()).toContain('还没有这个项目');
    await go('/projects/00000000-0000-4000-8000-000000000000');
    await page.getByRole('alert').first().waitFor();
    await context.close();
  });
});
