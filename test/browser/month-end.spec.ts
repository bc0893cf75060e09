import type { Page } from 'playwright-core';
import { describeInBrowser, openSite, take, type Site } from './harness.ts';
import { periodOf } from './months.ts';
import { recordedOf } from './recorded.ts';

const START_MS_MAX = 300_000;
const PROJECTS = 30;
/** Which of them, from 0. */
const MISTYPED = 4;
const REPORTED_BY_ANOTHER = 9;
/** When the connection is lost: this one arrives, but nobody is told; the later ones do not. */
const LOST = 12;
const OTHERS_WAN = 888;
/** What a browser says of a refusal, and of a connection that is lost. */
const EXPECTED = /409|ERR_|Failed to load/;

interface Found {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}
/** What the page says on the way: a month is reported from the grid on a desktop, and from cards on a phone. */
const PATHS = [
  {
    lang: 'zh',
    phone: false,
    list: 'standing=active&sort=name',
    selected: `已选 ${PROJECTS} 个`,
    report: '填月报',
    month: '月份',
    submit: (count: number) => `填报 ${count} 项`,
    wan: '请填万元数',
    wrong: '有金额不是数字，改正后才能填报',
    unsent: (count: number) => `${count} 条未送达`,
    underway: `正在填报 ${LOST} / ${PROJECTS}`,
    reported: (done: number, refused: number) => `已填报 ${done} 项，未受理 ${refused} 项`,
    filed: `已报 ${OTHERS_WAN}`,
    retry: '重试未受理的',
  },
  {
    lang: 'en',
    phone: true,
    list: 'standing=active&sort=-name',
    selected: `${PROJECTS} selected`,
    report: 'Report the month',
    month: 'Month',
    submit: (count: number) => `Report ${count}`,
    wan: 'Please give 10k CNY',
    wrong: 'An amount is not a number: correct it to report',
    unsent: (count: number) => `${count} unsent`,
    underway: `Reporting ${LOST} of ${PROJECTS}`,
    reported: (done: number, refused: number) => `${done} reported, ${refused} refused`,
    filed: `${OTHERS_WAN} filed`,
    retry: 'Retry what was refused',
  },
] as const;

const amountOf = (row: number): number => 100 + row;
const fen = (wan: number): string => String(wan * 1_000_000);

describeInBrowser('the end of a month', () => {
  let site: Site;
  const get = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  /** Chooses the first rows one after the other: with the keyboard, or with a finger on one card after another. */
  const choose = async (page: Page, phone: boolean): Promise<void> => {
    if (phone) {
      for (let row = 0; row < PROJECTS; row++)
        await page.locator(`.card-place[data-index="${row}"]`).getByRole('checkbox').check();
      return;
    }
    await page.locator('.row[data-index="0"]').focus();
    await page.keyboard.press('Space');
    for (let row = 1; row < PROJECTS; row++) {
      await page.keyboard.press('Shift+ArrowDown');
      await page.locator(`.row[data-index="${row}"]:focus`).waitFor();
    }
  };

  it.each(PATHS)(
    'is reported for 30 projects: one mistyped, one reported by another, and the connection lost among them ($lang)',
    async (path) => {
      const { page, axe, faults, screenshot, context } = await site.open(`/projects?${path.list}`, path);
      const { items } = await get<Found>(`/api/projects?${path.list}&limit=${PROJECTS}`);
      expect(items).toHaveLength(PROJECTS);
      const name = (row: number): string => items[row]?.name ?? '';

      await choose(page, path.phone);
      await page.getByText(path.selected).waitFor();
      await page.getByRole('button', { name: path.report }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: path.month }).click();
      const month = page.locator('.ant-select-item-option').first(); // not over yet: of it, nothing was reported
      const period = periodOf((await month.textContent()) ?? '');
      await take(month);

      const amounts = dialog.locator('input[data-column=amount]');
      await amounts.first().focus();
      for (let row = 0; row < PROJECTS; row++) {
        await page.keyboard.type(row === MISTYPED ? '1O4' : String(amountOf(row)));
        await page.keyboard.press('Enter');
      }
      const submit = dialog.getByRole('button', { name: path.submit(PROJECTS) });
      await dialog
        .locator('tr', { hasText: name(MISTYPED) })
        .getByText(path.wan)
        .waitFor();
      expect(await submit.isDisabled()).toBe(true);
      await dialog.getByText(path.wrong).waitFor();
      expect(await axe()).toEqual([]);
      await screenshot(`month-end-mistyped-${path.lang}`);
      await amounts.nth(MISTYPED).click({ clickCount: 3 });
      await page.keyboard.type(String(amountOf(MISTYPED)));
      await dialog.getByText(path.wan).waitFor({ state: 'detached' });

      const another = await site.post(`/api/projects/${items[REPORTED_BY_ANOTHER]?.id}/report-investment`, {
        period,
        inPeriod: { fen: fen(OTHERS_WAN), currency: 'CNY' },
      });
      expect(another.status).toBe(201);
      let lost = false;
      let sent = 0;
      await context.route('**/report-investment', async (route) => {
        if (lost) return route.abort('connectionreset');
        if (sent++ !== LOST) return route.continue();
        lost = true;
        expect((await route.fetch()).status()).toBe(201);
        return route.abort('connectionreset');
      });
      await amounts.first().press('Control+Enter');
      await page.getByRole('button', { name: path.unsent(PROJECTS - LOST) }).waitFor(); // the others are not tried while one is not there
      const underway = dialog.getByText(path.underway);
      await underway.waitFor();
      const { x = 0, width = Infinity } = (await underway.boundingBox()) ?? {};
      expect(x + width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      expect(await axe()).toEqual([]);
      await screenshot(`month-end-lost-${path.lang}`);
      lost = false;
      await dialog.getByText(path.reported(PROJECTS - 1, 1)).waitFor();
      expect(await page.getByRole('button', { name: /条未送达|unsent/ }).count()).toBe(0);

      const refused = dialog.locator('tr', { hasText: name(REPORTED_BY_ANOTHER) });
      await refused.getByRole('alert').waitFor();
      await refused.getByText(path.filed).waitFor();
      expect(await amounts.nth(REPORTED_BY_ANOTHER).getAttribute('placeholder')).toContain(String(OTHERS_WAN));
      expect(await amounts.nth(REPORTED_BY_ANOTHER).inputValue()).toBe(String(amountOf(REPORTED_BY_ANOTHER)));
      expect(await axe()).toEqual([]);
      await screenshot(`month-end-refused-${path.lang}`);
      await amounts.nth(REPORTED_BY_ANOTHER).fill(String(OTHERS_WAN)); // the other is right: to say the same is no contradiction
      await dialog.getByRole('button', { name: path.retry }).press('Enter');
      await dialog.getByText(path.reported(PROJECTS, 0)).waitFor();
      const recorded = await recordedOf(
        site,
        items.map(({ id }) => id),
      );
      const reported = recorded.map((events) =>
        events.flatMap(({ type, data }) =>
          type === 'InvestmentReported' && data.period === period ? [data.inPeriod?.fen] : [],
        ),
      );
      expect(reported).toEqual(items.map((_, row) => [fen(row === REPORTED_BY_ANOTHER ? OTHERS_WAN : amountOf(row))]));
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(faults(EXPECTED)).toEqual([]);
      await context.close();
    },
  );
});
