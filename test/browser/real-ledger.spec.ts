import type { Locator, Page } from 'playwright-core';
import { importSet } from '../../apps/cli/src/import/import-set.ts';
import { describeRealLedger, REAL_SET, SHARED_DATA } from '../import/real-ledger.ts';
import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 600_000;
const MONTHLY = 'maojian_2018_monthly_progress.csv';
const AT_THE_END = 'effectiveOn=2018-12-31';
const PAGE_EVENTS = 200;

/** What the page says on the way; it is gone through at a desk, and on a phone. */
const PATHS = [
  {
    lang: 'zh',
    phone: false,
    projects: (count: number) => `共 ${count} 个项目`,
    asOf: /^时点/,
    untilDay: '某日为止',
    day: '日期',
    nothingYet: '台账还没有任何记录',
    take: /^看第 [\d,]+ 号事件为止/,
    show: '查看',
    past: '正在查看过去的状态',
    enter: '节点',
    backToNow: '回到现在',
    whichDay: '哪一天',
    compareThen: '对比当时与现在',
    sum: '项目',
    slipped: '计划推迟 7',
    plan: '计划',
    rescheduled: /^调整节点计划$/,
    started: '开工',
    startedOn: ['2018年', '2018年5月', /^2018年5月/],
    completed: '竣工',
    completedOn: ['2019年', '2019年12月', /^日期不详/],
  },
  {
    lang: 'en',
    phone: true,
    projects: (count: number) => `${count} projects`,
    asOf: 'As of',
    untilDay: 'until a day',
    day: 'Day',
    nothingYet: 'the ledger had no record at all',
    take: /^Show as of event [\d,]+/,
    show: 'Show',
    past: 'You are looking at a past state',
    enter: 'Milestone',
    backToNow: 'Back to now',
    whichDay: 'Which day',
    compareThen: 'Compare then with now',
    sum: 'Projects',
    slipped: /^slipped 7$/i,
    plan: /plan/i,
    rescheduled: /^milestone rescheduled$/i,
    started: 'Under construction',
    startedOn: ['2018', 'May 2018', /^May 2018/],
    completed: 'Completed',
    completedOn: ['2019', 'December 2019', /^date unknown/i],
  },
] as const;
/** What is corrected on each: what was filed, what it should have been, and both as they are shown. */
const CORRECTIONS = [
  {
    ...PATHS[0],
    milestone: '开工',
    heading: '开工',
    correct: '更正',
    when: '时间',
    why: '更正或撤销的原因',
    was: '2018-05',
    wasShown: /^2018年5月$/,
    becomes: '2018年5月上旬',
    replay: '回放',
  },
  {
    ...PATHS[1],
    milestone: 'Completed',
    heading: 'Completed',
    correct: 'Correct',
    when: 'When',
    why: 'Reason of the correction',
    was: 'unknown',
    wasShown: /^date unknown/i,
    becomes: 'early December 2019',
    replay: 'Replay',
  },
] as const;

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

    it.each(PATHS)(
      'is shown in $lang as it was filed by the end of June 2018, against what is known now',
      async (path) => {
        const { page, axe, faults, screenshot, context } = await site.open('/projects?columns=progress', path);
        await page.locator('.totals', { hasText: path.projects(114) }).waitFor();
        await page.getByRole('button', { name: path.enter }).first().waitFor();
        await page.getByRole('button', { name: path.asOf }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('radio', { name: path.untilDay }).check();
        await dialog.getByLabel(path.day, { exact: true }).fill('2018-06-30');
        await dialog.getByLabel(path.day, { exact: true }).press('Enter');
        await dialog.getByText(path.nothingYet).waitFor();
        await dialog.getByRole('button', { name: path.take }).click();
        await dialog.getByRole('button', { name: path.show, exact: true }).click();
        await page.waitForURL(new RegExp(`knownAt=${await seqFiledBy('2018-06-30')}&effectiveOn=2018-06-30`));
        await page.locator('.totals', { hasText: path.projects(100) }).waitFor();
        await page.getByText(path.past).waitFor();
        await page.getByRole('button', { name: path.enter }).first().waitFor({ state: 'detached' });
        await settled(page);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await axe()).toEqual([]);
        await screenshot(`real-june-${path.lang}`);
        await page.getByRole('button', { name: path.backToNow }).click();
        await page.locator('.totals', { hasText: path.projects(114) }).waitFor();
        await page.goto(`${site.address}/compare`);
        await page.getByLabel(path.whichDay).fill('2018-06-30');
        await page.getByRole('button', { name: path.compareThen }).click();
        await page.locator('.compared-projects li').first().waitFor();
        const projects = page.locator('.compared tbody tr').filter({ has: page.locator(`th:text-is("${path.sum}")`) });
        const figures = await projects
          .locator('td data')
          .evaluateAll((cells: { getAttribute(name: string): string | null }[]) =>
            cells.map((cell) => Number(cell.getAttribute('value'))),
          );
        expect(figures).toEqual([100, 4, 0, 104, 4]); // then, learned since, happened since, now, the difference
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await axe()).toEqual([]);
        await screenshot(`real-june-compared-${path.lang}`);
        expect(faults(/400/)).toEqual([]);
        await context.close();
      },
    );

    it.each(PATHS)(
      'says in $lang whose plans slipped from June to September, and which row of which file says so',
      async (path) => {
        const [from, to] = [await seqFiledBy('2018-06-30'), await seqFiledBy('2018-09-30')];
        const { page, axe, faults, screenshot, context } = await site.open(
          `/compare?fromKnownAt=${from}&fromEffectiveOn=2018-06-30&knownAt=${to}&effectiveOn=2018-09-30`,
          path,
        );
        await page.getByRole('button', { name: path.slipped }).click();
        await page.waitForURL(/kind=slipped/);
        const slipped = page.locator('.compared-projects > li');
        await slipped
          .filter({ hasNot: page.locator('.mark.slipped') })
          .first()
          .waitFor({ state: 'detached' });
        expect(await slipped.count()).toBe(7);
        const plan = slipped.first().locator('.one-change', { hasText: path.plan }).first();
        expect(await plan.locator('del').textContent()).not.toBe(await plan.locator('ins').textContent());
        await plan.locator('summary').click();
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await axe()).toEqual([]);
        await screenshot(`real-slipped-${path.lang}`);
        await plan.locator('.causes a').first().click();
        await page.waitForURL(/\/log\/\d+\?/);
        await page.locator('main dd strong', { hasText: path.rescheduled }).waitFor();
        await page.locator('main dd', { hasText: MONTHLY }).first().waitFor();
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await screenshot(`real-slipped-event-${path.lang}`);
        expect(faults()).toEqual([]);
        await context.close();
      },
    );

    it.each(PATHS)(
      'has in $lang the dates of a project as imprecise as they were reported, and the leaders of 2018',
      async (path) => {
        const { id, name } = await completed();
        const { page, go, axe, faults, screenshot, context } = await site.open(`/projects/${id}`, path);
        await page.getByRole('heading', { name, level: 1 }).waitFor();
        const datesOf = ([first, current, actual]: readonly [string, string, RegExp]): unknown[] => [
          expect.stringContaining(first),
          expect.stringContaining(current),
          expect.stringMatching(actual),
        ];
        const dates = (milestone: string) => railRow(page, milestone).locator('td').allTextContents();
        expect(await dates(path.started)).toEqual(datesOf(path.startedOn));
        expect(await dates(path.completed)).toEqual(datesOf(path.completedOn));
        await page.locator('.chart svg').waitFor();
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await axe()).toEqual([]);
        await screenshot(`real-project-${path.lang}`);
        await go(`/leaders?${AT_THE_END}`);
        const held = page.locator('main a[href^="/leaders/"]');
        await held.nth(27).waitFor();
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await axe()).toEqual([]);
        await screenshot(`real-leaders-${path.lang}`);
        await held.first().click();
        await page.waitForURL(/\/leaders\/[0-9a-f-]{36}/);
        await page.locator('.project').nth(29).waitFor(); // the busiest has thirty
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await axe()).toEqual([]);
        await screenshot(`real-leader-${path.lang}`);
        expect(faults()).toEqual([]);
        await context.close();
      },
    );

    it.each(CORRECTIONS)(
      'takes a correction in $lang, and replays the project to before and after it',
      async (path) => {
        const { id } = await completed();
        const { page, go, axe, faults, screenshot, context } = await site.open(
          `/projects/${id}?events=milestone`,
          path,
        );
        const actual = railRow(page, path.milestone).locator('td').last();
        await actual.filter({ hasText: path.wasShown }).waitFor();
        const event = page
          .locator('.event.milestone')
          .filter({ has: page.getByRole('heading', { name: path.heading }) });
        await event.getByRole('button', { name: path.correct }).click();
        const dialog = page.getByRole('dialog');
        expect(await dialog.getByLabel(path.when).inputValue()).toBe(path.was);
        await dialog.getByLabel(path.when).fill(path.becomes);
        await dialog.getByLabel(path.why).fill('竣工验收单所载');
        await dialog.getByRole('button', { name: path.correct }).click();
        await dialog.waitFor({ state: 'hidden' });
        await actual.filter({ hasText: path.becomes }).waitFor();
        await go(`/projects/${id}`);
        const mending = page.locator('.event.mending', { hasText: path.becomes });
        await mending.filter({ hasText: '竣工验收单所载' }).waitFor();
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await axe()).toEqual([]);
        await screenshot(`real-corrected-${path.lang}`);
        await page.getByRole('slider', { name: path.replay }).focus();
        await page.keyboard.press('ArrowLeft');
        await page.waitForURL(/knownAt=\d+/);
        await actual.filter({ hasText: path.wasShown }).waitFor();
        await mending.waitFor({ state: 'detached' });
        await page.getByRole('button', { name: path.backToNow }).click();
        await actual.filter({ hasText: path.becomes }).waitFor();
        expect(faults()).toEqual([]);
        await context.close();
      },
    );
  });
});
