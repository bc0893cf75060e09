import { answered } from '../http/server.harness.ts';
import { describeInBrowser, openSite, take, type Site } from './harness.ts';

const START_MS_MAX = 300_000;
const PROJECTS = 30;
const LIST = 'standing=active&sort=name';
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
interface Events {
  readonly lag: number;
  readonly items: readonly {
    readonly type: string;
    readonly data: { readonly period?: string; readonly inPeriod?: { readonly fen: string } };
  }[];
}

const amountOf = (row: number): number => 100 + row;
const fen = (wan: number): string => String(wan * 1_000_000);

describeInBrowser('the end of a month', () => {
  let site: Site;
  const get = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
  /** What was reported as invested in a project in a month, each time, once everything is read in. */
  const reported = (id: string, period: string): Promise<readonly (string | undefined)[]> =>
    answered(async () => {
      const { items, lag } = await get<Events>(`/api/projects/${id}/events?limit=200`);
      if (lag !== 0) return undefined;
      return items
        .filter(({ type, data }) => type === 'InvestmentReported' && data.period === period)
        .map(({ data }) => data.inPeriod?.fen);
    });
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it('is reported for 30 projects: one mistyped, one reported by another, and the connection lost among them', async () => {
    const { page, axe, faults, screenshot, context } = await site.open(`/projects?${LIST}`);
    const { items } = await get<Found>(`/api/projects?${LIST}&limit=${PROJECTS}`);
    expect(items).toHaveLength(PROJECTS);
    const name = (row: number): string => items[row]?.name ?? '';

    await page.locator('.row[data-index="0"]').focus();
    await page.keyboard.press('Space');
    for (let row = 1; row < PROJECTS; row++) {
      await page.keyboard.press('Shift+ArrowDown');
      await page.locator(`.row[data-index="${row}"]:focus`).waitFor();
    }
    await page.getByText(`已选 ${PROJECTS} 个`).waitFor();
    await page.getByRole('button', { name: '填月报' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '月份' }).click();
    const month = page.locator('.ant-select-item-option').first(); // not over yet: of it, nothing was reported
    const [, year, number = ''] = /(\d{4})年(\d{1,2})月/.exec((await month.textContent()) ?? '') ?? [];
    const period = `${year}-${number.padStart(2, '0')}`;
    await take(month);

    const amounts = dialog.locator('input[data-column=amount]');
    await amounts.first().focus();
    for (let row = 0; row < PROJECTS; row++) {
      await page.keyboard.type(row === MISTYPED ? '1O4' : String(amountOf(row)));
      await page.keyboard.press('Enter');
    }
    const submit = dialog.getByRole('button', { name: `填报 ${PROJECTS} 项` });
    await dialog
      .locator('tr', { hasText: name(MISTYPED) })
      .getByText('请填万元数')
      .waitFor();
    expect(await submit.isDisabled()).toBe(true);
    await dialog.getByText('有金额不是数字，改正后才能填报').waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('month-end-mistyped');
    await amounts.nth(MISTYPED).click({ clickCount: 3 });
    await page.keyboard.type(String(amountOf(MISTYPED)));
    await dialog.getByText('请填万元数').waitFor({ state: 'detached' });

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
    await page.getByRole('button', { name: `${PROJECTS - LOST} 条未送达` }).waitFor(); // the others are not tried while one is not there
    await dialog.getByText(`正在填报 ${LOST} / ${PROJECTS}`).waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('month-end-lost');
    lost = false;
    await dialog.getByText(`已填报 ${PROJECTS - 1} 项，未受理 1 项`).waitFor();
    expect(await page.getByRole('button', { name: /条未送达/ }).count()).toBe(0);

    const refused = dialog.locator('tr', { hasText: name(REPORTED_BY_ANOTHER) });
    await refused.getByRole('alert').waitFor();
    await refused.getByText(`已报 ${OTHERS_WAN}`).waitFor();
    expect(await amounts.nth(REPORTED_BY_ANOTHER).getAttribute('placeholder')).toContain(String(OTHERS_WAN));
    expect(await amounts.nth(REPORTED_BY_ANOTHER).inputValue()).toBe(String(amountOf(REPORTED_BY_ANOTHER)));
    expect(await axe()).toEqual([]);
    await screenshot('month-end-refused');
    await amounts.nth(REPORTED_BY_ANOTHER).fill(String(OTHERS_WAN)); // the other is right: to say the same is no contradiction
    await dialog.getByRole('button', { name: '重试未受理的' }).press('Enter');
    await dialog.getByText(`已填报 ${PROJECTS} 项，未受理 0 项`).waitFor();
    for (const [row, { id }] of items.entries()) {
      const wan = row === REPORTED_BY_ANOTHER ? OTHERS_WAN : amountOf(row);
      expect([row, await reported(id, period)]).toEqual([row, [fen(wan)]]);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(faults(EXPECTED)).toEqual([]);
    await context.close();
  });
});
