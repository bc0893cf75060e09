import type { Page } from 'playwright-core';
import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 180_000;
const FROM = 'fromKnownAt=8500&fromEffectiveOn=2026-05-31';

/** What is read of answers of any kind. */
interface Answered {
  readonly items?: readonly { readonly id: string; readonly overdueDays?: { readonly first: number } }[];
  readonly projects?: number;
  readonly count?: number;
  readonly due?: number;
  readonly inMyTime?: { readonly siteVisits: number };
}

/** A row of the totals as numbers: from, learned, happened, to, difference. */
async function figures(page: Page, label: string): Promise<number[]> {
  const row = page.locator('.compared tbody tr').filter({ has: page.locator(`th:text-is("${label}")`) });
  return row
    .locator('td data')
    .evaluateAll((cells: { getAttribute(name: string): string | null }[]) =>
      cells.map((cell) => Number(cell.getAttribute('value'))),
    );
}

describeInBrowser('time everywhere', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it('finds what slipped since the last quarter and opens the events behind it', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/compare');
    await page.getByRole('button', { name: '上季度末以来' }).click();
    await page.waitForURL(/fromKnownAt=/);
    await page.locator('.compared-projects li').first().waitFor();
    for (const label of ['项目', '计数（打包项目只计一次）', '总投资', '今年完成投资', '累计完成投资']) {
      const [from = 0, learned = 0, happened = 0, to = 0, difference] = await figures(page, label);
      expect([label, from + learned + happened, to - from]).toEqual([label, to, difference]);
    }
    await screenshot('compare-zh');
    await page.getByRole('button', { name: /^计划推迟 \d/ }).click();
    await page.waitForURL(/kind=slipped/);
    await settled(page);
    const slipped = page.locator('.compared-projects li').first();
    await slipped.locator('.mark.slipped').waitFor();
    const plan = slipped.locator('.one-change', { hasText: '计划' }).first();
    expect(await plan.locator('del').textContent()).not.toBe(await plan.locator('ins').textContent());
    await plan.locator('summary').click();
    expect(await axe()).toEqual([]);
    await plan.locator('.causes a').first().click();
    await page.waitForURL(/\/log\/\d+\?/);
    await page.locator('main dd strong', { hasText: /^(调整)?节点计划$/ }).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('shows of one day what was filed late, apart from what happened', async () => {
    const { page, axe, faults, context } = await site.open('/compare');
    await page.getByLabel('哪一天').fill('2026-05-31');
    await page.getByRole('button', { name: '对比当时与现在' }).click();
    await page.waitForURL(/effectiveOn=2026-05-31/);
    await page.locator('.compared-projects li').first().waitFor();
    expect(new URL(page.url()).searchParams.get('fromEffectiveOn')).toBe('2026-05-31');
    const [, learned, happened] = await figures(page, '累计完成投资');
    expect(learned).not.toBe(0);
    expect(happened).toBe(0);
    const causes = new Set(await page.locator('.mark.cause').allTextContents());
    expect(causes.has('期间发生')).toBe(false);
    expect([...causes].every((cause) => ['事后补报', '此后入账', '事后更正'].includes(cause))).toBe(true);
    await page.goto(`${site.address}/compare?${FROM}`);
    await page.locator('.mark.cause', { hasText: '期间发生' }).first().waitFor();
    expect(await axe()).toEqual([]);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('compares one project, with the earlier day as it was known then and as it is known now', async () => {
    const { page, axe, faults, screenshot, context } = await site.open(`/compare?${FROM}&kind=learned`);
    await page.getByRole('link', { name: '看这一个项目的对比' }).first().click();
    await page.waitForURL(/\/compare\/[0-9a-f-]{36}\?/);
    await page.getByRole('region', { name: '后来得知' }).locator('del').first().waitFor();
    expect(await page.locator('.corners thead').textContent()).toContain('起点之日，按终点所知');
    expect(await axe()).toEqual([]);
    await screenshot('compare-project-zh');
    await page.goto(page.url().replace('/compare/', '/projects/'));
    await page.locator('.changes-of-project del').first().waitFor();
    await page.getByRole('link', { name: '看这一个项目的对比' }).click();
    await page.getByRole('link', { name: '起点的项目' }).click();
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}\?knownAt=8500&effectiveOn=2026-05-31$/);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    ['zh', '对比起点晚于终点', '对调两个时点'],
    ['en', 'is later than the one to compare to', 'Swap the two points'],
  ] as const)('says in %s that the points are swapped, and swaps them', async (lang, words, swap) => {
    const { page, faults, context } = await site.open('/compare?fromKnownAt=9000&knownAt=8000', { lang });
    await page.getByText(words).first().waitFor();
    await page.getByRole('button', { name: swap }).click();
    await page.waitForURL(/knownAt=9000&fromKnownAt=8000|fromKnownAt=8000&knownAt=9000/);
    await page.locator('.compared').first().waitFor();
    expect(faults(/400/)).toEqual([]);
    await context.close();
  });

  it.each([
    ['zh', 'knownAt=99999999', '还没有第 99,999,999 号事件'],
    ['en', 'knownAt=99999999', 'There is no event 99,999,999 yet'],
    ['zh', 'knownAt=2099-01-01', '2099年1月1日 还没有到'],
    ['en', 'knownAt=2099-01-01', '1 January 2099 has not come yet'],
    ['zh', 'knownAt=2001-01-01', '台账还没有任何记录'],
    ['en', 'fromKnownAt=2001-01-01', 'the ledger had no record at all'],
    ['zh', 'knownAt=yesterday', '不是时点，已忽略'],
    ['en', 'effectiveOn=2026-02-30', 'is no point in time and was left out'],
  ] as const)('says in %s why there is nothing at %s', async (lang, point, words) => {
    const { page, axe, faults, context } = await site.open(`/log?${point}`, { lang });
    const alert = page.locator('.point-banner').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain(words);
    expect(await axe()).toEqual([]);
    expect(faults(/400/)).toEqual([]);
    await context.close();
  });

  it('stands on a past point on every page, also after a reload, with the figures of that point', async () => {
    const PAST = 'knownAt=8500&effectiveOn=2026-05-31';
    /** What the API says at the past point, which must not be what it says now. */
    const ask = async (path: string, of: (answer: Answered) => number | undefined): Promise<string> => {
      const [then = 0, now] = await Promise.all(
        [`${path}${path.includes('?') ? '&' : '?'}${PAST}`, path].map(async (asked) =>
          of((await (await fetch(`${site.address}/api${asked}`)).json()) as Answered),
        ),
      );
      expect([path, then]).not.toEqual([path, now]);
      return String(then);
    };
    const { items: projects } = (await (await fetch(`${site.address}/api/projects?limit=1`)).json()) as Answered;
    const countedIn = async (id: string, point: string): Promise<number | undefined> =>
      ((await (await fetch(`${site.address}/api/targets/${id}/projects?limit=200&${point}`)).json()) as Answered).items
        ?.length;
    const { items: targets = [] } = (await (await fetch(`${site.address}/api/targets?limit=200`)).json()) as Answered;
    const differing = await Promise.all(
      targets.map(async ({ id }) => {
        const [then = 0, now] = await Promise.all([countedIn(id, PAST), countedIn(id, '')]);
        return then > 0 && then !== now ? [id] : [];
      }),
    );
    const { items: leaders } = (await (await fetch(`${site.address}/api/leaders?limit=1`)).json()) as Answered;
    const [project, target, leader] = [projects?.[0]?.id, differing.flat()[0], leaders?.[0]?.id];
    const visits = ({ inMyTime }: Answered) => inMyTime?.siteVisits;
    const SHOWN: readonly (readonly [path: string, figure: string])[] = [
      ['/', `项目${await ask('/projects/summary', ({ projects: count }) => count)}`],
      ['/projects', `共 ${await ask('/projects/summary', ({ projects: count }) => count)} 个项目`],
      [`/projects/${project}`, ''],
      ['/leaders', await ask('/leaders?limit=1', ({ items }) => items?.[0]?.overdueDays?.first)],
      [`/leaders/${leader}`, `走访${await ask(`/leaders/${leader}?limit=1`, visits)} 次`],
      ['/findings', `共 ${await ask('/findings/summary', ({ count }) => count)} 条`],
      ['/deadlines', `共 ${await ask('/deadlines/summary?days=30', ({ due }) => due)} 条`],
      [
        `/targets/${target}`,
        `共 ${await ask(`/targets/${target}/projects?limit=200`, ({ items }) => items?.length)} 条`,
      ],
      ['/reassignments', '不随时点变化'],
      ['/compare', ''],
      ['/log', ''],
      ['/log/8500', ''],
    ];
    const { page, go, faults, context } = await site.open(`/?${PAST}`);
    for (const [path, figure] of SHOWN) {
      await go(`${path}?${PAST}`);
      await page.reload();
      await settled(page);
      const banner = page.getByRole('region', { name: '时点' });
      expect([path, await banner.textContent()]).toEqual([path, expect.stringContaining('截至第 8,500 号事件')]);
      expect(await banner.textContent()).toContain('按 2026年5月31日 的实际情况');
      const shown = (await page.locator('main').textContent())?.replaceAll(',', '');
      expect([path, shown]).toEqual([path, expect.stringContaining(figure)]);
    }
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('marks in every list what came into it and what is gone, with the way to why', async () => {
    const { page, go, axe, faults, screenshot, context } = await site.open(`/leaders?${FROM}`);
    const read = async <T>(path: string): Promise<T> => (await (await fetch(`${site.address}/api${path}`)).json()) as T;
    type Board = { readonly items: { readonly id: string | null; readonly name: string; readonly projects: number }[] };
    const [now, then] = await Promise.all([
      read<Board>('/leaders?limit=200'),
      read<Board>('/leaders?limit=200&knownAt=8500&effectiveOn=2026-05-31'),
    ]);
    const was = new Map(then.items.map(({ id, projects }) => [id, projects]));
    const moved = now.items.find(({ id, projects }) => id !== null && (was.get(id) ?? projects) > projects);
    const row = page.locator('.board tbody tr', { hasText: moved?.name as string });
    await row.locator('td.number').first().locator('del').waitFor();
    expect(await row.locator('td.number').first().locator('ins').textContent()).toBe(String(moved?.projects));
    expect(await row.locator('td.number').first().locator('del').textContent()).toContain(
      String(was.get(moved?.id ?? '')),
    );
    expect(await axe()).toEqual([]);
    await screenshot('leaders-compared-zh');
    await row.getByRole('link', { name: '查看变化' }).click();
    await page.waitForURL(new RegExp(`/compare\\?leaderId=${moved?.id}`));
    await go(`/leaders/${moved?.id}?${FROM}`);
    await page.getByText(/^起点有、终点没有的 \d+ 条/).click();
    await page.locator('.list-changes .project del').first().waitFor();
    expect(await axe()).toEqual([]);
    for (const path of ['/findings', '/deadlines']) {
      await go(`${path}?${FROM}`);
      const counts = page.getByText(/新增 [\d,]+ 条，不再在列 [\d,]+ 条/);
      await counts.waitFor();
      const [, added, gone] =
        /新增 ([\d,]+) 条，不再在列 ([\d,]+) 条/.exec((await counts.textContent()) as string) ?? [];
      const summary = async (point: string): Promise<number> => {
        const of = await read<{ count?: number; due: number }>(`${path}/summary?${point}`);
        return of.count ?? of.due;
      };
      const difference = (await summary('')) - (await summary('knownAt=8500&effectiveOn=2026-05-31'));
      expect([path, Number(added) - Number(gone)]).toEqual([path, difference]);
      await page.getByText(/^起点有、终点没有的 \d+ 条/).click();
      expect(await page.locator('.list-changes tbody tr').count()).toBe(Math.min(Number(gone), 200));
      expect(await axe()).toEqual([]);
      await screenshot(`${path.slice(1)}-compared-zh`);
      await page.locator('.list-changes .mark.gone').first().click();
      await page.waitForURL(/\/compare\/[0-9a-f-]{36}\?/);
    }
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([false, true])('is moved by the control with the keyboard, on a phone: %s', async (phone) => {
    const { page, axe, faults, screenshot, context } = await site.open('/projects', { phone });
    await page.getByRole('button', { name: /^时点/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '某事件为止' }).check();
    const seq = dialog.getByLabel('事件序号');
    await seq.fill('none');
    await seq.press('Enter');
    await dialog.getByText('请填一个正整数').waitFor();
    await seq.fill('99999999');
    await seq.press('Enter');
    await dialog.getByText('还没有第 99,999,999 号事件').waitFor();
    await dialog.getByRole('group', { name: '快捷' }).first().getByRole('button', { name: '上年末' }).click();
    await dialog.getByLabel('日期', { exact: true }).press('Enter');
    await dialog.getByText('台账还没有任何记录').waitFor();
    await dialog.getByRole('button', { name: /^看第 [\d,]+ 号事件为止/ }).click();
    expect(await axe()).toEqual([]);
    await screenshot(`point-panel${phone ? '-phone' : ''}`);
    await dialog.getByRole('button', { name: '查看' }).click();
    await page.waitForURL(/knownAt=\d+&effectiveOn=\d{4}-12-31/);
    await page.getByRole('region', { name: '时点' }).getByText('正在查看过去的状态').waitFor();
    expect(faults(/400/)).toEqual([]);
    await context.close();
  });

  it.each(['zh', 'en'] as const)('compares on a phone, in %s', async (lang) => {
    const { page, axe, faults, screenshot, context } = await site.open(`/compare?${FROM}`, { lang, phone: true });
    await page.locator('.compared-projects li').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    expect(await axe()).toEqual([]);
    await screenshot(`compare-${lang}-phone`);
    expect(faults()).toEqual([]);
    await context.close();
  });
});
