import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 180_000;
const NAMES = ['甲一项目', '甲二项目', '甲三项目'];

describeInBrowser('the report of a month in the ledger', () => {
  let site: Site;
  let zone: string;
  const posted = async (path: string, body: object): Promise<string> => {
    const answer = await site.post(path, body);
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { readonly id: string }).id;
  };
  const registered = (names: readonly string[]): Promise<readonly string[]> =>
    Promise.all(names.map((name) => posted('/api/projects', { name, zoneId: zone })));
  const row = (page: Page, name: string): Locator => page.locator('.row').filter({ hasText: name });
  const select = async (page: Page, names: readonly string[]): Promise<void> => {
    for (const name of names) await row(page, name).getByRole('checkbox').check();
  };
  const paste = async (page: Page, text: string): Promise<void> => {
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await page.keyboard.press('Control+V');
  };
  beforeAll(async () => {
    site = await openSite({ demo: false });
    zone = await posted('/api/zones', {
      name: '示例高新区',
      level: 'provincial',
      kind: 'highTech',
      hostCounty: '420303',
      from: '2018-01-01',
    });
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it('takes cells of a spreadsheet row by row, keeps them over a reload, and leads to the fact that contradicts', async () => {
    const [first = ''] = await registered(NAMES);
    const { page, axe, faults, screenshot, context } = await site.open('/projects?sort=name');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await select(page, NAMES);
    await page.getByRole('button', { name: '填月报' }).click();
    const dialog = page.getByRole('dialog');
    const amountOf = (name: string): Locator => dialog.getByLabel(`${name} 本月完成投资`);
    const textOf = (name: string): Locator => dialog.getByLabel(`${name} 进展`);
    await amountOf('甲一项目').focus();
    await paste(page, '100\t"主体封顶\r\n砌筑完成"\r\n200\t"他说""好"""\r\n300\t正常\r\n400\t\r\n');
    await dialog.getByText('粘贴的内容多出 1 格').waitFor();
    for (const [name, amount, text] of [
      ['甲一项目', '100', '主体封顶 砌筑完成'],
      ['甲二项目', '200', '他说"好"'],
      ['甲三项目', '300', '正常'],
    ] as const)
      expect([await amountOf(name).inputValue(), await textOf(name).inputValue()]).toEqual([amount, text]);
    await screenshot('ledger-month-pasted');

    await page.reload();
    const kept = page.getByText(/已填未报：3 个项目/);
    await kept.waitFor();
    await settled(page);
    expect(await axe()).toEqual([]);
    await screenshot('ledger-month-kept');
    const period = /^(\d+)年(\d+)月/.exec((await kept.textContent()) ?? '') ?? [];
    const month = `${period[1]}-${period[2]?.padStart(2, '0')}`;
    const other = { period: month, inPeriod: { fen: '888000000', currency: 'CNY' } };
    await posted(`/api/projects/${first}/report-investment`, other);
    await kept.getByRole('button', { name: '打开' }).click();
    expect(await amountOf('甲三项目').inputValue()).toBe('300');
    await dialog.getByRole('button', { name: '填报 3 项' }).click();
    await dialog.getByText('已填报 2 项，未受理 1 项').waitFor();
    await screenshot('ledger-month-contradicted');
    await dialog.getByRole('alert').getByRole('link').click();
    await page.waitForURL(`**/projects/${first}?do=correct&fact=*`);
    await page.getByRole('dialog', { name: /更正/ }).waitFor();
    await screenshot('ledger-month-correct');
    await page.goto(`${site.address}/projects`);
    await page.getByText(/已填未报：1 个项目/).waitFor();
    expect(faults(/409/)).toEqual([]);
    await context.close();
  });

  it('drops what was delivered after the form was left, and nothing else', async () => {
    const [id = ''] = await registered(['乙一项目']);
    const { page, context } = await site.open(`/projects?text=${encodeURIComponent('乙一')}`);
    await row(page, '乙一项目').getByRole('button', { name: '月报' }).click();
    await page.getByLabel('本月完成投资').fill('321');
    await page.getByLabel('进展').fill('主体封顶');
    await context.route('**/report-*', (route) => route.abort('connectionreset'));
    await page.getByRole('button', { name: '填报', exact: true }).click();
    await page.getByText('未送达，连上后自动再送').waitFor();
    await page.getByLabel('进展').fill('主体封顶，砌筑');
    await page.reload();
    await page.getByLabel('进展').waitFor();
    await context.unroute('**/report-*');
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await page
      .getByText(/已送达/)
      .first()
      .waitFor();
    await page.getByText('已报 321').waitFor();
    expect(await page.getByLabel('本月完成投资').inputValue()).toBe('');
    expect(await page.getByLabel('进展').inputValue()).toBe('主体封顶，砌筑');
    await page.getByRole('button', { name: '填报', exact: true }).click();
    const link = page.getByRole('alert').getByRole('link');
    expect(await link.getAttribute('href')).toMatch(new RegExp(`^/projects/${id}\\?do=correct&fact=`));
    await context.close();
  });

  it('copies what was selected as it stands at the point that is shown', async () => {
    const [id = ''] = await registered(['丙一项目']);
    await posted(`/api/projects/${id}/start-construction`, { on: '2026-05-06' });
    const { page, context } = await site.open(`/projects?text=${encodeURIComponent('丙一')}&columns=stage`);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await select(page, ['丙一项目']);
    const copied = async (stage: string): Promise<void> => {
      await row(page, '丙一项目').filter({ hasText: stage }).waitFor();
      await page.evaluate(`navigator.clipboard.writeText('')`);
      await page.getByRole('button', { name: '复制所选' }).click();
      // What was said of the copy before may still stand there.
      const text: unknown = await page.evaluate(`(async () => {
        for (;;) {
          const text = await navigator.clipboard.readText();
          if (text !== '') return text;
          await new Promise(requestAnimationFrame);
        }
      })()`);
      expect(text).toContain(stage);
    };
    await copied('开工');
    await posted(`/api/projects/${id}/complete`, { on: '2026-08-06' });
    await copied('竣工');
    await page.getByRole('button', { name: /^时点/ }).click();
    await page.getByLabel('业务日期').fill('2026-06-30');
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByRole('region', { name: '时点' }).waitFor();
    await copied('开工');
    await context.close();
  });
});
