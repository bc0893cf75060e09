import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, openSite, settled, take, type Site } from './harness.ts';

const START_MS_MAX = 300_000;
const NAME = '年产2万吨新材料项目';
const CODE = '2018-420300-30-03-000001';
const ZONE = '示例经济技术开发区';
const LEADER = '示例领导甲';

/** Picks from the list that is open, once it has all that it will have; it is gone afterwards. */
async function pick(page: Page, option: string | RegExp): Promise<void> {
  await settled(page);
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await take(list.getByTitle(option, { exact: true }));
}

/** Chooses in a field that offers some. */
async function choose(field: Locator, option: string | RegExp): Promise<void> {
  await field.press('ArrowDown');
  await pick(field.page(), option);
}

const dialogOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const railRow = (page: Page, milestone: string): Locator =>
  page.locator('table.rail tbody tr').filter({ has: page.getByRole('rowheader', { name: milestone }) });

describeInBrowser('a project from its registration to production, in the page alone', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ demo: false });
  }, START_MS_MAX);
  afterAll(() => site?.end());

  /** Fills the dialog of a command that is open, and files it. */
  const file = async (page: Page, command: string, values: Readonly<Record<string, string>>): Promise<void> => {
    const dialog = dialogOf(page, command);
    for (const [field, value] of Object.entries(values)) await dialog.getByLabel(field).fill(value);
    await dialog.getByRole('button', { name: /^(填报|File)$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  /** Files that a milestone was reached, from its row of the rail; the form may be named otherwise. */
  const reach = async (
    page: Page,
    milestone: string,
    values: Readonly<Record<string, string>>,
    form = milestone,
  ): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`^(填报：|File: )${milestone}$`) }).click();
    await file(page, form, values);
    await railRow(page, milestone).and(page.locator('.reached')).waitFor();
  };

  it('begins with an empty ledger and ends with a plant that produces', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/');
    await page.getByRole('link', { name: '登记第一个项目' }).click();
    const form = page.locator('.register');
    await form.getByLabel('项目名称').fill(NAME);
    await form.getByRole('button', { name: '新建开发区' }).click();
    const zone = dialogOf(page, '新建开发区');
    await zone.getByLabel('名称').fill(ZONE);
    await choose(zone.getByLabel('级别'), '国家级');
    await choose(zone.getByLabel('类型'), '经济技术开发区');
    await zone.getByLabel('所在县区').fill('420303');
    await zone.getByLabel('自何日起').fill('2018-01-01');
    expect(await axe()).toEqual([]);
    await screenshot('register-zone');
    await zone.getByRole('button', { name: '登记' }).click();
    await zone.waitFor({ state: 'hidden' });
    await form.getByTitle(ZONE).waitFor();
    await form.getByLabel('项目代码').fill(CODE);
    await form.getByLabel('建设单位').fill('湖北示例新材料有限公司');
    await form.getByLabel('总投资').fill('120000');
    await choose(form.getByLabel('建设性质'), '新建');
    expect(await axe()).toEqual([]);
    await screenshot('register');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    await settled(page);

    await page.getByRole('button', { name: '填报', exact: true }).click();
    await page.getByRole('menuitem', { name: '人员' }).click();
    await page.getByRole('menuitem', { name: '确定包联领导' }).click();
    const assign = dialogOf(page, '确定包联领导');
    await assign.getByRole('button', { name: '新建人员' }).click();
    const person = dialogOf(page, '新建人员');
    await person.getByLabel('姓名').fill(LEADER);
    await person.getByLabel('职务').fill('副区长');
    await person.getByRole('button', { name: '登记' }).click();
    await person.waitFor({ state: 'hidden' });
    await assign.getByTitle(`${LEADER} · 副区长`).waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('lifecycle-leader');
    await file(page, '确定包联领导', { 自: '2018-03-01' });
    await page.locator('.key-facts').first().getByRole('link', { name: LEADER }).waitFor();

    await reach(page, '签约', { 时间: '2018-03-15', 合同金额: '12000' });
    await page.getByRole('button', { name: '填报：供地', exact: true }).click();
    await choose(dialogOf(page, '供地').getByLabel('供地方式'), '招拍挂出让');
    await file(page, '供地', { 时间: '2018-04', 面积: '66,666.67㎡' });
    await reach(page, '开工', { 时间: '2018年5月上旬' });
    await page.getByRole('button', { name: '填报完成投资' }).click();
    await file(page, '填报完成投资', { 报告期: '2018-06', 本期完成投资: '1500' });
    await page.locator('.key-facts').first().getByText('1,500').first().waitFor();
    await reach(page, '竣工', { 时间: '2019-10' });
    await reach(page, '投产', { 时间: '2020-Q1' });

    await railRow(page, '供地').getByText('2018年4月').waitFor();
    await railRow(page, '开工').getByText('2018年5月上旬').waitFor();
    await railRow(page, '投产').getByText('2020年第一季度').waitFor();
    await settled(page);
    expect(await axe()).toEqual([]);
    await screenshot('lifecycle-project');

    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click();
    const row = page.locator('.row').filter({ hasText: NAME });
    await row.getByText('投产').first().waitFor();
    await row.getByText(LEADER).waitFor();
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '总览' }).click();
    await page.getByRole('row').filter({ hasText: '投产' }).getByRole('link', { name: '1' }).first().waitFor();
    await settled(page);
    expect(await axe()).toEqual([]);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('is gone through on a phone, in English, where another has the code already', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/projects', { lang: 'en', phone: true });
    await page.getByRole('link', { name: 'Register a project' }).click();
    const form = page.locator('.register');
    await form.getByRole('button', { name: 'Register', exact: true }).click();
    await form.getByText('Cannot be left out').first().waitFor();
    expect(await form.locator('.faulty').count()).toBe(2);
    await form.getByLabel('Name of the project').fill('Second line');
    await choose(form.getByLabel('Zone', { exact: true }), ZONE);
    await form.getByLabel('Project code').fill(CODE);
    await form.getByRole('button', { name: 'Register', exact: true }).click();
    const refused = form.getByRole('alert');
    await refused.getByRole('link', { name: NAME }).waitFor();
    await form.locator('.faulty').filter({ hasText: 'Project code' }).waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('register-refused-en-phone');
    // What was typed is there after a reload.
    await page.reload();
    await settled(page);
    expect(await form.getByLabel('Name of the project').inputValue()).toBe('Second line');
    await form.getByLabel('Project code').fill(`${CODE}-2`);
    await form.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Second line' }).waitFor();
    await settled(page);
    await page.getByRole('button', { name: 'File: Signed', exact: true }).click();
    const sign = dialogOf(page, 'Contract signed');
    await sign.getByLabel('Contract amount').fill('1200');
    expect(await axe()).toEqual([]);
    await screenshot('lifecycle-sign-en-phone');
    await file(page, 'Contract signed', { When: 'early May 2018' });
    await railRow(page, 'Signed').getByText('early May 2018').waitFor();
    await page.getByRole('button', { name: 'File: Land supplied', exact: true }).click();
    await choose(dialogOf(page, 'Land supplied').getByLabel('Mode of supply'), /^auction$/i);
    await file(page, 'Land supplied', { When: 'June 2018', Area: '66,666.67㎡' });
    await reach(page, 'Under construction', { When: '3 July 2018' }, 'Construction started');
    await page.getByRole('button', { name: 'Report investment' }).click();
    const report = dialogOf(page, 'Report investment');
    await report.getByRole('textbox', { name: 'Period', exact: true }).fill('2018-08');
    await file(page, 'Report investment', { 'Invested in the period': '1500' });
    await page.locator('.key-facts').first().getByText('15 million').first().waitFor();
    await reach(page, 'Completed', { When: 'October 2019' });
    await reach(page, 'In production', { When: 'Q1 2020' }, 'Production started');
    await railRow(page, 'Land supplied').getByText('June 2018').waitFor();
    await railRow(page, 'Under construction').getByText('3 July 2018').waitFor();
    await page.locator('.key-facts').first().getByText('In production').waitFor();
    await settled(page);
    expect(await axe()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await screenshot('lifecycle-project-en-phone');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Ledger' }).click();
    await page.locator('.card', { hasText: 'Second line' }).getByText('In production').waitFor();
    expect(faults(/409/)).toEqual([]);
    await context.close();
  });

  /** A project that another program has registered. */
  const registered = async (name: string): Promise<string> => {
    const idOf = async (answer: Promise<Response>): Promise<string> =>
      ((await (await answer).json()) as { readonly id: string }).id;
    const place = { level: 'provincial', kind: 'other', hostCounty: '420303', from: '2018-01-01' };
    const zoneId = await idOf(site.post('/api/zones', { name: `${name}所在开发区`, ...place }));
    return idOf(site.post('/api/projects', { name, zoneId }));
  };

  it('merges into another project, which is found by its name', async () => {
    const into = await registered('并入对象示范项目');
    const id = await registered('并入示范项目');
    const { page, axe, faults, screenshot, context } = await site.open(`/projects/${id}?do=merge-into`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('并入的项目').fill('并入对象');
    await pick(page, '并入对象示范项目');
    await dialog.getByLabel('原因').fill('同一主体同一地块');
    expect(await axe()).toEqual([]);
    await screenshot('project-merge');
    await dialog.getByRole('button', { name: '填报', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const merged = page.locator('.key-facts').last().getByRole('link', { name: '并入对象示范项目' });
    await merged.waitFor();
    expect(await merged.getAttribute('href')).toBe(`/projects/${into}`);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('adopts a catalogue where one is needed, and reports where a permit of it stands', async () => {
    const id = await registered('审批示范项目');
    const { page, axe, faults, screenshot, context } = await site.open(`/projects/${id}?do=report-permit-status`);
    const dialog = page.getByRole('dialog', { name: '填报审批事项状态' });
    await dialog.getByRole('button', { name: '新建审批事项目录' }).click();
    const adopt = page.getByRole('dialog', { name: '新建审批事项目录' });
    await adopt.getByLabel('名称').fill('示范目录（2026）');
    await adopt.getByLabel('审批事项').fill('env 环境影响评价批复\nland 用地预审');
    await adopt.getByRole('button', { name: '登记' }).click();
    await adopt.waitFor({ state: 'hidden' });
    await dialog.getByTitle('示范目录（2026）').waitFor();
    await choose(dialog.getByLabel('审批事项', { exact: true }), '用地预审');
    await choose(dialog.getByLabel('状态'), '办理中');
    await dialog.getByLabel('时间').fill('2026-05');
    expect(await axe()).toEqual([]);
    await screenshot('project-permit');
    await dialog.getByRole('button', { name: '填报', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('#permits tr', { hasText: '用地预审' }).getByText('办理中').waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });
});
