import type { Locator, Page } from 'playwright-core';
import { importSet } from '../../apps/cli/src/import/import-set.ts';
import { describeRealLedger, REAL_SET, SHARED_DATA } from '../import/real-ledger.ts';
import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 600_000;
const MONTHLY = 'maojian_2018_monthly_progress.csv';
const AT_THE_END = 'effectiveOn=2018-12-31';
const PAGE_EVENTS = 200;

interface Found {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}
interface Logged {
  readonly items: readonly { readonly seq: number; readonly filedAt: string }[];
  readonly next: string | null;
}

async function imported(dataDir: string): Promise<void> {
  const report = await importSet({ set: REAL_SET, data: SHARED_DATA, dataDir, dryRun: false });
  if ('faults' in report) throw new Error(JSON.stringify(report.faults));
}

const railRow = (page: Page, milestone: string): Locator =>
  page.locator('table.rail tbody tr').filter({ has: page.getByRole('rowheader', { name: milestone }) });
const overflow = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

/** What is shown is real: it is looked at here and kept nowhere. */
describeRealLedger('the real 2018 ledger on the page', () => {
  describeInBrowser('in a browser', () => {
    let site: Site;
    const get = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
    /** The only one that came to its end in 2018: begun in a month, completed nobody said when. */
    const completed = async (): Promise<Found['items'][number]> => {
      const { items } = await get<Found>(`/api/projects?stage=completed`);
      expect(items).toHaveLength(1);
      return items[0] as Found['items'][number];
    };
    /** The last event that had been filed by the end of a day, by what the files claim. */
    const seqFiledBy = async (day: string): Promise<number> => {
      const end = Date.parse(`${day}T23:59:59.999+08:00`);
      let last = 0;
      for (let cursor: string | null = ''; cursor !== null;) {
        const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
        const { items, next }: Logged = await get(`/api/events?sort=seq&limit=${PAGE_EVENTS}${from}`);
        for (const { seq, filedAt } of items) if (Date.parse(filedAt) <= end) last = seq;
        cursor = next;
      }
      return last;
    };
    beforeAll(async () => {
      site = await openSite({ fill: imported });
    }, START_MS_MAX);
    afterAll(() => site?.end());

    it('is shown as it was filed by the end of June 2018, against what is known now', async () => {
      const { page, axe, faults, screenshot, context } = await site.open('/projects?columns=progress');
      await page.locator('.totals', { hasText: '共 114 个项目' }).waitFor();
      await page.getByRole('button', { name: /^时点/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: '某日为止' }).check();
      await dialog.getByLabel('日期', { exact: true }).fill('2018-06-30');
      await dialog.getByLabel('日期', { exact: true }).press('Enter');
      await dialog.getByText('台账还没有任何记录').waitFor();
      await dialog.getByRole('button', { name: /^看第 \d+ 号事件为止/ }).click();
      await dialog.getByRole('button', { name: '查看' }).click();
      await page.waitForURL(new RegExp(`knownAt=${await seqFiledBy('2018-06-30')}&effectiveOn=2018-06-30`));
      await page.locator('.totals', { hasText: '共 100 个项目' }).waitFor();
      await page.getByRole('region', { name: '时点' }).getByText('正在查看过去的状态').waitFor();
      await settled(page);
      expect(await page.getByRole('button', { name: '节点' }).count()).toBe(0);
      expect(await axe()).toEqual([]);
      await screenshot('real-june-zh');
      await page.getByRole('button', { name: '回到现在' }).click();
      await page.locator('.totals', { hasText: '共 114 个项目' }).waitFor();
      await page.goto(`${site.address}/compare`);
      await page.getByLabel('哪一天').fill('2018-06-30');
      await page.getByRole('button', { name: '对比当时与现在' }).click();
      await page.locator('.compared-projects li').first().waitFor();
      const projects = page.locator('.compared tbody tr').filter({ has: page.locator('th:text-is("项目")') });
      const figures = await projects
        .locator('td data')
        .evaluateAll((cells: { getAttribute(name: string): string | null }[]) =>
          cells.map((cell) => Number(cell.getAttribute('value'))),
        );
      expect(figures).toEqual([100, 4, 0, 104, 4]); // then, learned since, happened since, now, the difference
      expect(await axe()).toEqual([]);
      await screenshot('real-june-compared-zh');
      expect(faults(/400/)).toEqual([]);
      await context.close();
    });

    it('says whose plans slipped from June to September, and in which row of which file that was reported', async () => {
      const [from, to] = [await seqFiledBy('2018-06-30'), await seqFiledBy('2018-09-30')];
      const { page, axe, faults, screenshot, context } = await site.open(
        `/compare?fromKnownAt=${from}&fromEffectiveOn=2018-06-30&knownAt=${to}&effectiveOn=2018-09-30`,
      );
      await page.getByRole('button', { name: '计划推迟 7' }).click();
      await page.waitForURL(/kind=slipped/);
      const slipped = page.locator('.compared-projects > li');
      await slipped
        .filter({ hasNot: page.locator('.mark.slipped') })
        .first()
        .waitFor({ state: 'detached' });
      expect(await slipped.count()).toBe(7);
      expect(await axe()).toEqual([]);
      await screenshot('real-slipped-zh');
      const plan = slipped.first().locator('.one-change', { hasText: '计划' }).first();
      expect(await plan.locator('del').textContent()).not.toBe(await plan.locator('ins').textContent());
      await plan.locator('summary').click();
      await plan.locator('.causes a').first().click();
      await page.waitForURL(/\/log\/\d+\?/);
      await page.locator('main dd strong', { hasText: '调整节点计划' }).waitFor();
      await page.locator('main dd', { hasText: MONTHLY }).first().waitFor();
      await screenshot('real-slipped-event-zh');
      expect(faults()).toEqual([]);
      await context.close();
    });

    it('has the dates of a project as imprecise as they were reported, and the leaders of 2018', async () => {
      const { id, name } = await completed();
      const { page, go, axe, faults, screenshot, context } = await site.open(`/projects/${id}`);
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      expect(await railRow(page, '开工').locator('td').allTextContents()).toEqual([
        expect.stringContaining('2018年'),
        expect.stringContaining('2018年5月'),
        expect.stringMatching(/^2018年5月/),
      ]);
      expect(await railRow(page, '竣工').locator('td').allTextContents()).toEqual([
        expect.stringContaining('2019年'),
        expect.stringContaining('2019年12月'),
        expect.stringMatching(/^日期不详/),
      ]);
      await page.locator('.chart svg').waitFor();
      expect(await axe()).toEqual([]);
      await screenshot('real-project-zh');
      await go(`/leaders?${AT_THE_END}`);
      const held = page.locator('main tbody tr a[href^="/leaders/"]');
      await held.nth(27).waitFor();
      expect(await axe()).toEqual([]);
      await screenshot('real-leaders-zh');
      await held.first().click();
      await page.waitForURL(/\/leaders\/[0-9a-f-]{36}/);
      await page.locator('.project').nth(29).waitFor(); // the busiest has thirty
      expect(await axe()).toEqual([]);
      await screenshot('real-leader-zh');
      expect(faults()).toEqual([]);
      await context.close();
    });

    it('takes the correction of a start, and replays the project to before and after it', async () => {
      const { id } = await completed();
      const { page, axe, faults, screenshot, context } = await site.open(`/projects/${id}?events=milestone`);
      const actualStart = railRow(page, '开工').locator('td').last();
      const start = page.locator('.event.milestone').filter({ has: page.getByRole('heading', { name: '开工' }) });
      await start.getByRole('button', { name: '更正' }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByLabel('时间').inputValue()).toBe('2018-05');
      await dialog.getByLabel('时间').fill('2018年5月上旬');
      await dialog.getByLabel('更正或撤销的原因').fill('开工令所载');
      await dialog.getByRole('button', { name: '更正' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await actualStart.filter({ hasText: '2018年5月上旬' }).waitFor();
      await page.goto(`${site.address}/projects/${id}`);
      await page.locator('.event.mending', { hasText: '开工令所载' }).waitFor();
      await settled(page);
      expect(await axe()).toEqual([]);
      await screenshot('real-corrected-zh');
      await page.getByRole('slider', { name: '回放' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.waitForURL(/knownAt=\d+/);
      await actualStart.filter({ hasNotText: '上旬' }).waitFor();
      expect(await actualStart.textContent()).toContain('2018年5月');
      await page.getByRole('button', { name: '回到现在' }).click();
      await actualStart.filter({ hasText: '2018年5月上旬' }).waitFor();
      expect(faults()).toEqual([]);
      await context.close();
    });

    it('is read in English on a phone: the ledger of a leader, and a project of it', async () => {
      const { page, axe, faults, screenshot, context } = await site.open(`/leaders?${AT_THE_END}`, {
        lang: 'en',
        phone: true,
      });
      await page.locator('main a[href^="/leaders/"]').nth(27).waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await axe()).toEqual([]);
      await screenshot('real-leaders-en-phone');
      await page.locator('main a[href^="/leaders/"]').first().click();
      await page.locator('.project').first().waitFor();
      await settled(page);
      await page.locator('.project .name').first().click();
      await page.locator('.timeline .event').first().waitFor();
      await settled(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await axe()).toEqual([]);
      await screenshot('real-project-en-phone');
      expect(faults()).toEqual([]);
      await context.close();
    });
  });
});
