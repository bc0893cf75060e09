import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, openSite, settled, take, type Site } from './harness.ts';

const START_MS_MAX = 180_000;
/** So many rows of a group are in sight on any screen. */
const ROWS_SEEN = 3;

interface Group {
  readonly leadId: string;
  readonly leader: { readonly name: string } | null;
  readonly count: number;
}
interface Sum {
  readonly fen: string;
}
interface Sums {
  readonly count: number;
  readonly totalInvestment: Sum;
  readonly investedThisYear: Sum;
}
interface OfStage extends Sums {
  readonly stage: string;
  readonly label: { readonly zh: string; readonly en: string };
}
interface List {
  readonly items: readonly { readonly name: string }[];
}

const figure = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
/** A sum as the page words it. */
const MONEY = {
  zh: ({ fen }: Sum) => (+fen < 1e10 ? `${figure(+fen / 1e6)} 万元` : `${figure(+fen / 1e10)} 亿元`),
  en: ({ fen }: Sum) => (+fen < 1e11 ? `¥${figure(+fen / 1e8)} million` : `¥${figure(+fen / 1e11)} billion`),
} as const;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
/** Where the grid is, and every cell of its head and of a row of it; `seen` of what is not behind something else. */
interface Cells {
  readonly grid: Box;
  readonly head: readonly Box[];
  readonly row: readonly (Box & { readonly seen: boolean })[];
}
const CELLS = `(() => {
  const grid = document.querySelector('.grid');
  const { left, top } = grid.getBoundingClientRect();
  const box = (cell) => {
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return { left, right, top, bottom, seen: cell.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)) };
  };
  const of = (row) => [...document.querySelector(row).children].map(box);
  return {
    grid: { left, top, right: left + grid.clientLeft + grid.clientWidth, bottom: top + grid.clientTop + grid.clientHeight },
    head: of('.grid .head [role=row]'),
    row: of('.grid .row:not(.place)[data-index="3"]'),
  };
})()`;
const cellsOf = async (page: Page): Promise<Cells> => (await page.evaluate(CELLS)) as Cells;

const heads = (page: Page): Locator => page.getByRole('columnheader');

describeInBrowser('how the ledger is laid out', () => {
  let site: Site;
  const get = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it.each([
    ['zh', '今年', '无人包联', '无需包联（已退出或当日尚未入库）'],
    ['en', 'this year', 'nobody', 'no leader needed (exited, or not registered by that day)'],
  ] as const)('groups what a filter finds by leader in %s with one question', async (lang, year, nobody, notDue) => {
    const past = 'effectiveOn=2024-06-30';
    const { page, axe, faults, screenshot, context } = await site.open('/projects', { lang });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const [zone] = (await get<{ zones: { zone: { id: string } }[] }>(`/api/projects/summary?${past}`)).zones;
    const filter = `zoneId=${zone?.zone.id}&stage=registered,lead,signed,landSupplied`;
    const { items } = await get<{ items: readonly Group[] }>(`/api/projects/summary/leaders?${filter}&${past}`);
    await page.goto(`${site.address}/projects?group=leader&${filter}&${past}`);
    await page.locator('.group-head .quiet', { hasText: year }).first().waitFor();
    expect(asked.filter((url) => url.includes('/api/projects/summary/leaders'))).toHaveLength(1);
    expect(asked.filter((url) => /[?&]lead(er)?Id=/.test(url))).toEqual([]);
    const words: Readonly<Record<string, string>> = { nobody, none: notDue };
    const heads = await page.locator('.group-head button').allTextContents();
    expect(heads.map((head) => head.replace(/^[▸▾] /, ''))).toEqual(
      items.map(({ leadId, leader }) => leader?.name ?? words[leadId]),
    );
    expect(items.length).toBeGreaterThan(1);
    for (const i of [0, items.length - 1]) {
      const { leadId, count } = items[i] as Group;
      const list = await get<List>(`/api/projects?${filter}&${past}&leadId=${leadId}&limit=200`);
      expect(list.items).toHaveLength(count);
      const head = page.locator('.group-head button').nth(i);
      await head.click();
      const shown = Math.min(count, ROWS_SEEN);
      for (const [index, { name }] of list.items.slice(0, shown).entries()) {
        await page.locator(`.row[data-index="${index}"]`, { hasText: name }).waitFor();
      }
      if (i === 0) await screenshot(`ledger-by-leader-${lang}`);
      await head.click();
      await page.locator('.row').first().waitFor({ state: 'detached' });
    }
    expect(await axe()).toEqual([]);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    [
      'zh',
      '分组',
      '按阶段',
      (of: Sums) => `${of.count} 个，总投资 ${MONEY.zh(of.totalInvestment)}，今年 ${MONEY.zh(of.investedThisYear)}`,
    ],
    [
      'en',
      'Group',
      'By stage',
      (of: Sums) => `${of.count}, total ${MONEY.en(of.totalInvestment)}, this year ${MONEY.en(of.investedThisYear)}`,
    ],
  ] as const)('groups by stage in %s, with the sums of each, and opens one', async (lang, group, byStage, figures) => {
    const { page, axe, faults, screenshot, context } = await site.open('/projects?sort=name', { lang });
    await page.getByRole('combobox', { name: group, exact: true }).click();
    await take(page.locator('.ant-select-item-option', { hasText: byStage }));
    await page.waitForURL(/group=stage/);
    const { stages } = await get<{ stages: readonly OfStage[] }>('/api/projects/summary');
    const there = stages.filter(({ count }) => count > 0);
    expect(there.length).toBeGreaterThan(3);
    await page
      .locator('.group')
      .nth(there.length - 1)
      .waitFor();
    for (const [index, { stage, label }] of there.entries()) {
      const sums = await get<Sums>(`/api/projects/summary?stage=${stage}`);
      const head = page.locator('.group').nth(index);
      expect((await head.textContent())?.toLowerCase()).toBe(`▸ ${label[lang]}${figures(sums)}`.toLowerCase());
    }
    const [last] = there.slice(-1);
    const { items } = await get<List>(`/api/projects?stage=${last?.stage}&sort=name&limit=200`);
    expect(items).toHaveLength(last?.count ?? 0);
    const head = page.locator('.group-head').last().getByRole('button');
    await head.click();
    for (const [index, { name }] of items.slice(0, ROWS_SEEN).entries()) {
      await page
        .locator(`.row[data-index="${index}"]`, { hasText: name })
        .filter({ hasText: last?.label[lang] ?? '' })
        .waitFor();
    }
    expect(await head.getAttribute('aria-expanded')).toBe('true');
    await settled(page);
    expect(await axe()).toEqual([]);
    await screenshot(`ledger-by-stage-${lang}`);
    await page.locator('.row[data-index="0"]').focus();
    await page.keyboard.press('End');
    await page.locator('.row:focus', { hasText: items.at(-1)?.name ?? '' }).waitFor();
    await page.locator('.row:focus .pin-name a').click();
    await page.getByRole('heading', { name: items.at(-1)?.name ?? '', level: 1 }).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    ['zh', '疑点', '月报'],
    ['en', 'Findings', 'Month'],
  ] as const)('keeps in %s what a row is of in sight while all columns pass by', async (lang, last, month) => {
    const { page, axe, faults, screenshot, context } = await site.open('/projects?columns=all', { lang });
    await page.locator('.row:not(.place)[data-index="3"]').waitFor();
    await page.locator('.waiting').first().waitFor({ state: 'detached' });
    const before = await cellsOf(page);
    await heads(page).filter({ hasText: last }).scrollIntoViewIfNeeded();
    expect((await heads(page).filter({ hasText: last }).boundingBox())?.x).toBeLessThan(before.grid.right);
    const after = await cellsOf(page);
    for (const { grid, head, row } of [before, after]) {
      expect(head.map(({ left, right }) => [left, right])).toEqual(row.map(({ left, right }) => [left, right]));
      expect(row[0]?.left).toBeCloseTo(grid.left + 1, 0);
      expect(row.slice(0, 3).map(({ seen }) => seen)).toEqual([true, true, true]);
      expect(row[1]?.left).toBe(row[0]?.right);
      expect(row[2]?.left).toBe(row[1]?.right);
      expect(row.at(-1)?.right).toBeCloseTo(grid.right, 0);
      expect(row.at(-1)?.seen).toBe(true);
    }
    const moved = after.row.map(({ left }, i) => (before.row[i]?.left ?? 0) - left);
    expect(moved.map((by) => by > 500)).toEqual(moved.map((_, i) => i > 2 && i < moved.length - 1));
    expect(await axe()).toEqual([]);
    await screenshot(`ledger-sideways-${lang}`);
    // What is entered stands in sight too, and so does the head once rows go by.
    const row = page.locator('.row[data-index="3"]');
    await row.getByRole('button', { name: month, exact: true }).click();
    const panel = await page.locator('.panel-in').boundingBox();
    expect(panel?.x).toBeCloseTo(after.grid.left + 1, 0);
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(after.grid.right + 1);
    await page.keyboard.press('Escape');
    await page.locator('.panel-in').waitFor({ state: 'detached' });
    await page.keyboard.press('End');
    const { count } = await get<Sums>('/api/projects/summary');
    await page.locator(`.row:not(.place):focus[data-index="${count - 1}"]`).waitFor();
    const end = await page.locator('.grid .head').boundingBox();
    expect(end?.y).toBeCloseTo(after.grid.top + 1, 0);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    {
      lang: 'zh',
      columns: '列',
      set: '列组',
      basic: '概况',
      kept: ['代码', '开发区', '阶段', '包联领导'],
      left: ['总投资（万元）', '今年完成（万元）'],
      taken: '疑点',
    },
    {
      lang: 'en',
      columns: 'Columns',
      set: 'Column set',
      basic: 'Basic',
      kept: ['Code', 'Zone', 'Stage', 'Leader'],
      left: ['Total (10k)', 'Year (10k)'],
      taken: 'Findings',
    },
  ] as const)('has the columns that somebody chooses in $lang', async ({ lang, columns, set, basic, ...names }) => {
    const { kept, left, taken } = names;
    const { page, axe, faults, screenshot, context } = await site.open('/projects', { lang });
    const shown = async (): Promise<readonly string[]> =>
      (await heads(page).allTextContents()).slice(3, -1).map((head) => head.replace(/ [↑↓]?$/, ''));
    const group = page.getByRole('radiogroup', { name: set }).or(page.getByLabel(set));
    await heads(page).filter({ hasText: left[0] }).waitFor();
    expect(await shown()).toEqual([...kept, ...left]);
    await page.getByRole('button', { name: columns, exact: true }).click();
    const list = page.locator('.column-list');
    for (const one of left) {
      await list.getByLabel(one, { exact: true }).click();
      await heads(page).filter({ hasText: one }).waitFor({ state: 'detached' });
    }
    await list.getByLabel(taken, { exact: true }).click();
    await heads(page).filter({ hasText: taken }).waitFor();
    expect(await axe()).toEqual([]);
    await screenshot(`ledger-columns-${lang}`);
    expect(await shown()).toEqual([...kept, taken]);
    await page.reload();
    await settled(page);
    expect(await shown()).toEqual([...kept, taken]);
    expect(new URL(page.url()).searchParams.get('columns')).toBe('code,zone,stage,leader,findings');
    await group.getByText(basic, { exact: true }).click();
    await heads(page).filter({ hasText: taken }).waitFor({ state: 'detached' });
    expect(await shown()).toEqual([...kept, ...left]);
    expect(new URL(page.url()).search).toBe('');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    {
      lang: 'zh',
      views: '视图',
      name: '视图名称',
      none: '还没有保存的视图',
      remove: '删除视图 签约资金',
      month: '月报',
    },
    {
      lang: 'en',
      views: 'Views',
      name: 'Name of the view',
      none: 'No view is saved yet',
      remove: 'Delete the view 签约资金',
      month: 'Month',
    },
  ] as const)(
    'gives a view a name in $lang, keeps another under it, goes back to it, and deletes it',
    async (texts) => {
      const { page, axe, faults, screenshot, context } = await site.open('/projects?stage=signed&columns=money', texts);
      const menu = page.getByRole('button', { name: texts.views, exact: true });
      const view = page.getByRole('button', { name: '签约资金', exact: true });
      const save = async (): Promise<void> => {
        await menu.click();
        await page.getByRole('textbox', { name: texts.name }).fill('签约资金');
        await page.keyboard.press('Enter');
        await view.and(page.locator('[aria-current=true]')).waitFor();
      };
      await save();
      // The same name again is the same view, seen otherwise.
      await page.goto(`${site.address}/projects?stage=signed&columns=money&sort=name`);
      await settled(page);
      await save();
      expect(await view.count()).toBe(1);
      expect(await axe()).toEqual([]);
      await screenshot(`ledger-views-${texts.lang}`);
      await page.goto(`${site.address}/projects?effectiveOn=2026-06-30`);
      await settled(page);
      await menu.click();
      await view.click();
      await page.waitForURL(/stage=signed/);
      const search = new URL(page.url()).searchParams;
      expect(Object.fromEntries(search)).toEqual({
        stage: 'signed',
        columns: 'money',
        sort: 'name',
        effectiveOn: '2026-06-30',
      });
      await page.locator('.row:not(.place)').first().waitFor();
      expect(await page.getByRole('button', { name: texts.month, exact: true }).count()).toBe(0); // nothing is filed into the past
      await menu.click();
      await page.getByRole('button', { name: texts.remove }).click();
      await page.getByText(texts.none).waitFor();
      await page.reload();
      await settled(page);
      await menu.click();
      await page.getByText(texts.none).waitFor();
      expect(await view.count()).toBe(0);
      expect(faults()).toEqual([]);
      await context.close();
    },
  );

  it.each(['', '&fromKnownAt=8500&fromEffectiveOn=2026-05-31'])(
    'is left by Tab from any of its rows: %j',
    async (from) => {
      const { page, context } = await site.open(`/projects?columns=basic${from}`);
      const row = (index: number): Locator => page.locator(`.row[data-index="${index}"]`);
      await row(0).focus();
      await page.keyboard.press('ArrowDown');
      await row(1).and(page.locator(':focus')).waitFor();
      if (from) await page.locator('.row .cause').first().waitFor();
      await page
        .locator('.row[tabindex="-1"] :is(a, button, input):not([tabindex="-1"])')
        .first()
        .waitFor({ state: 'detached' });
      const stop = `document.activeElement.closest('.row')?.dataset.index ?? 'outside'`;
      const stops: unknown[] = [];
      for (let tabs = 0; tabs < 20 && stops.at(-1) !== 'outside'; tabs++) {
        await page.keyboard.press('Tab');
        stops.push(await page.evaluate(stop));
      }
      expect([...new Set(stops)]).toEqual(['1', 'outside']);
      await context.close();
    },
  );

  it('is found where it was by who comes back to it from a project', async () => {
    const { page, context } = await site.open('/projects?sort=name');
    const topmost = `(() => {
      const { left, top } = document.querySelector('.grid .body').closest('.grid').getBoundingClientRect();
      return document.elementFromPoint(left + 200, top + 60).closest('.row').dataset.index;
    })()`;
    await page.locator('.row:not(.place)').first().waitFor();
    await page.evaluate(`document.querySelector('.grid').scrollTop = 1400`);
    const row = page.locator('.row[data-index="44"]');
    await row.locator('.pin-name a').waitFor();
    const before: unknown = await page.evaluate(topmost);
    await row.locator('.pin-name a').click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.goBack();
    await row.locator('.pin-name a').waitFor();
    expect(await page.evaluate(topmost)).toBe(before);
    await context.close();
  });

  it('leads keys into what its menus open, and back by Esc', async () => {
    const { page, context } = await site.open('/projects');
    await page.locator('.row:not(.place)').first().waitFor();
    for (const [menu, first] of [
      ['视图', 'textbox'],
      ['列', 'checkbox'],
    ] as const) {
      const button = page.getByRole('button', { name: menu, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      await page.locator('.ant-popover').getByRole(first).first().and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Escape');
      await button.and(page.locator(':focus')).waitFor();
    }
    await context.close();
  });
});
