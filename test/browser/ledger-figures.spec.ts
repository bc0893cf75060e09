import type { Page } from 'playwright-core';
import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 180_000;
const COMPARED = 'fromKnownAt=8500&fromEffectiveOn=2026-05-31';
/** What a scrollbar takes that is always there; the browser of the tests has none. */
const SCROLLBAR_PX = 15;

interface Sum {
  readonly fen: string;
}

const exact = {
  zh: ({ fen }: Sum) => `${yuan(fen)} 元`,
  en: ({ fen }: Sum) => `¥${yuan(fen)}`,
} as const;
const yuan = (fen: string): string =>
  (Number(fen) / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Of what a cell says of a change, that which is not whole within the cell. */
const CUT = `[...document.querySelectorAll('.grid .row:not(.place) .differs')].flatMap((cell) => {
  const box = cell.getBoundingClientRect();
  return [...cell.querySelectorAll('del, .cause')].filter((part) => {
    const { left, right, bottom } = part.getBoundingClientRect();
    return left < box.left || right > box.right + 0.5 || bottom > box.bottom + 0.5;
  }).map((part) => part.textContent);
})`;

/** By how much the grid is wider than what can be seen of it. */
const tooWide = async (page: Page): Promise<number> =>
  (await page.evaluate(`(() => {
    const { scrollWidth, clientWidth } = document.querySelector('.grid');
    const least = parseFloat(getComputedStyle(document.querySelector('.grid .whole')).minWidth);
    return Math.max(scrollWidth - clientWidth, least + ${SCROLLBAR_PX} - clientWidth);
  })()`)) as number;

describeInBrowser('figures of the ledger', () => {
  let site: Site;
  const get = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it.each([
    ['zh', 1440, ['开发区', '阶段', '包联领导', '总投资（万元）', '今年完成（万元）', '累计完成（万元）']],
    ['en', 1440, ['Zone', 'Stage', 'Leader', 'Total (10k)', 'Year (10k)', 'Invested (10k)']],
    ['zh', 1366, []],
    ['en', 1366, []],
  ] as const)('fit the screen beside what they were in %s at %d px, whole', async (lang, width, heads) => {
    const { page, axe, faults, screenshot, context } = await site.open('/', { lang });
    await page.setViewportSize({ width, height: width === 1366 ? 768 : 900 });
    await page.goto(`${site.address}/projects?sort=-number&${COMPARED}`);
    await page.locator('.row .differs .cause').first().waitFor();
    await settled(page);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(CUT)).toEqual([]);
    const shown = (await page.getByRole('columnheader').allTextContents()).map((head) => head.trim());
    if (heads.length > 0) expect(shown.slice(3)).toEqual(heads);
    expect(await axe()).toEqual([]);
    await screenshot(`ledger-compared-${lang}-${width}`);
    await page.goto(`${site.address}/projects`);
    await page.locator('.row:not(.place)').first().waitFor();
    if (width === 1440) expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    {
      lang: 'zh',
      menu: '列',
      name: '精确金额',
      rounded: ['总投资（万元）', '今年完成（万元）'],
      precise: ['总投资', '今年完成'],
    },
    {
      lang: 'en',
      menu: 'Columns',
      name: 'Exact figures',
      rounded: ['Total (10k)', 'Year (10k)'],
      precise: ['Total', 'Year'],
    },
  ] as const)('are exact on demand in $lang, by keyboard', async ({ lang, menu, name, rounded, precise }) => {
    const { page, axe, faults, screenshot, context } = await site.open('/projects?sort=-totalInvestment', { lang });
    type Found = { readonly items: readonly { readonly totalInvestment: Sum; readonly investedThisYear: Sum }[] };
    const { items } = await get<Found>('/api/projects?sort=-totalInvestment&limit=1');
    const head = (text: string) => page.getByRole('columnheader', { name: text, exact: true });
    const cells = page.locator('.row[data-index="0"] data');
    for (const text of rounded) await head(text).waitFor();
    await page.getByRole('button', { name: menu, exact: true }).press('Enter');
    await page.getByLabel(name).press('Space');
    await page.waitForURL(/exact=true/);
    for (const text of precise) await head(text).waitFor();
    const [{ totalInvestment, investedThisYear }] = items as [Found['items'][0]];
    const sums = [exact[lang](totalInvestment), exact[lang](investedThisYear)];
    expect(await cells.allTextContents()).toEqual(sums);
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.reload();
    await settled(page);
    expect(await cells.allTextContents()).toEqual(sums);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    await screenshot(`ledger-exact-${lang}`);
    await page.getByRole('button', { name: menu, exact: true }).press('Enter');
    await page.getByLabel(name).press('Space');
    for (const text of rounded) await head(text).waitFor();
    expect(new URL(page.url()).searchParams.has('exact')).toBe(false);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('are exact at a touch above the cards of a phone', async () => {
    const { page, axe, faults, context } = await site.open('/projects', { phone: true });
    const { totalInvestment } = await get<{ totalInvestment: Sum }>('/api/projects/summary');
    const total = page.locator('.totals button').first();
    await total.tap();
    await total.filter({ hasText: exact.zh(totalInvestment) }).waitFor();
    expect(await axe()).toEqual([]);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('are copied with their dates as the screen writes them', async () => {
    const { page, context } = await site.open('/projects?columns=progress');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: /^复制/ }).click();
    await page.getByText(/^已复制/).waitFor();
    const text = (await page.evaluate('navigator.clipboard.readText()')) as string;
    expect(text).toMatch(/\t日期不详\t/);
    expect(text).toMatch(/\t\d{4}-\d{2}[上中下]旬\t/);
    expect(text).toMatch(/\t\d{4}-\d{2}-\d{2}\t/);
    expect(text).not.toMatch(/\tunknown|\d{4}-(\d{2}-T|Q)\d/);
    await context.close();
  });
});
