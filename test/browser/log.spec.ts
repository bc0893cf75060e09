import type { Locator } from 'playwright-core';
import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 180_000;

interface Logged {
  readonly seq: number;
  readonly subject: { readonly id: string; readonly name: string };
  readonly on: { readonly text: { readonly zh: string } } | null;
}

const numbered = async (cell: Locator): Promise<number> => Number((await cell.textContent())?.replaceAll(',', ''));

describeInBrowser('the log', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  const events = async (query: string): Promise<Logged[]> => {
    const answer = await fetch(`${site.address}/api/events?${query}`);
    return ((await answer.json()) as { items: Logged[] }).items;
  };
  const register = async (name: string): Promise<void> => {
    const zones = (await (await fetch(`${site.address}/api/zones`)).json()) as { items: { id: string }[] };
    expect((await site.post('/api/projects', { name, zoneId: zones.items[0]?.id })).status).toBe(201);
  };

  it('leads from a filter to one event, to what it changed, and to the project on either side of it', async () => {
    const [correction] = await events('type=FactCorrected&category=project&limit=1');
    const { seq, subject } = correction as Logged;
    const { page, axe, faults, screenshot, context } = await site.open('/log');
    await page.locator('.events tbody tr').first().waitFor();
    await screenshot('log-zh');
    await page.getByRole('combobox', { name: '事件类型' }).click();
    await page.keyboard.type('更正');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/log?type=FactCorrected');
    await page.keyboard.press('Escape');
    await settled(page);
    const types = page.locator('.events tbody tr td:nth-child(2) a');
    await types.first().filter({ hasText: '更正' }).waitFor();
    expect(new Set(await types.allTextContents())).toEqual(new Set(['更正']));
    expect(await axe()).toEqual([]);
    await page.locator(`.events a[href^="/log/${seq}"]`).first().click();
    await page.getByRole('heading', { name: new RegExp(`第 ${seq.toLocaleString('en-US')} 号事件`) }).waitFor();
    await settled(page);
    expect(await page.locator('.effect thead').textContent()).toContain('此前');
    const [was, is] = await Promise.all(
      ['.was', '.is'].map((side) => page.locator(`.effect tbody tr ${side}`).first().textContent()),
    );
    expect(was).not.toBe(is);
    expect(await page.locator('.raw').textContent()).toContain('"commandId"');
    expect(await axe()).toEqual([]);
    await screenshot('log-event-zh');
    await page.getByRole('link', { name: '此事件之前的项目' }).click();
    await page.waitForURL(`**/projects/${subject.id}?knownAt=${seq - 1}*`);
    await settled(page);
    await page
      .getByRole('region', { name: '时点' })
      .getByText(`截至第 ${(seq - 1).toLocaleString('en-US')} 号事件`)
      .waitFor();
    await page.goBack();
    await page.getByRole('link', { name: '此事件之后的项目' }).click();
    await page.waitForURL(`**/projects/${subject.id}?knownAt=${seq}*`);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('goes along the events of one subject, and lists them alone', async () => {
    const [newest] = await events('category=project&limit=1');
    const { seq, subject } = newest as Logged;
    const { page, faults, context } = await site.open(`/log/${seq}`);
    await page.getByRole('link', { name: /上一事件/ }).click();
    await page.waitForURL((url) => url.pathname !== `/log/${seq}`);
    await page.getByRole('link', { name: /下一事件/ }).click();
    await page.waitForURL(`**/log/${seq}`);
    await page.getByRole('link', { name: '同一对象的事件' }).click();
    await page.waitForURL(`**/log?subject=${subject.id}`);
    await settled(page);
    const subjects = page.getByRole('table', { name: '事件列表' }).locator('tbody tr td:nth-child(3)');
    await subjects.first().waitFor();
    expect(new Set(await subjects.allTextContents())).toEqual(new Set([subject.name]));
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('counts what is recorded while somebody reads, and moves nothing until they ask', async () => {
    const { page, faults, context } = await site.open('/log');
    const numbers = page.locator('.events tbody .number');
    const first = (await numbers.first().textContent()) as string;
    await register('正在读的时候入库的项目');
    await page.getByRole('button', { name: /^1 个新事件/ }).waitFor();
    expect(await numbers.first().textContent()).toBe(first);
    await register('又一个');
    await page.getByRole('button', { name: /^2 个新事件/ }).click();
    await page.locator('.events tbody tr').first().getByText('又一个').waitFor();
    await page.getByRole('button', { name: /个新事件/ }).waitFor({ state: 'detached' });
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('ends at the point of the page, and reads on in the order it is told', async () => {
    const { page, faults, context } = await site.open('/log?knownAt=150&sort=seq');
    const numbers = page.locator('.events tbody .number');
    await numbers.first().filter({ hasText: /^1$/ }).waitFor();
    await page.getByText('已显示 150 条 已全部显示').waitFor();
    await page.keyboard.press('End');
    await numbers.last().filter({ hasText: /^150$/ }).waitFor();
    expect(await page.getByText('个新事件').count()).toBe(0);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('reads on as far as somebody scrolls, with only the rows in sight in the document', async () => {
    const { page, faults, context } = await site.open('/log');
    const numbers = page.locator('.events tbody .number');
    await numbers.first().waitFor();
    const newest = await numbered(numbers.first());
    const status = page.locator('.more');
    for (const loaded of [400, 600, 800]) {
      await page.keyboard.press('End');
      await status.filter({ hasText: `已显示 ${loaded} 条` }).waitFor();
    }
    await page.locator(`.events tbody .number a[href^="/log/${newest - 599}"]`).waitFor();
    expect(await numbers.count()).toBeLessThan(100);
    await page.keyboard.press('Home');
    await numbers
      .first()
      .filter({ hasText: newest.toLocaleString('en-US') })
      .waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('goes to an event and to a day, and reads back from there', async () => {
    const { page, axe, faults, screenshot, context } = await site.open('/log?category=project');
    const goTo = page.getByRole('textbox', { name: '转到' });
    await goTo.fill('3000');
    await goTo.press('Enter');
    await page.waitForURL('**/log?category=project&goTo=3000');
    await page.getByText('自第 3,000 号事件起').waitFor();
    const [there] = await events('category=project&until=3000&limit=1');
    const [next] = await events(`category=project&since=${(there?.seq ?? 0) + 1}&sort=seq&limit=1`);
    const numbers = page.locator('.events tbody .number');
    const shown = (event: Logged | undefined) =>
      page.locator(`.events tbody .number a[href^="/log/${event?.seq}"]`).waitFor();
    await shown(there);
    expect(await numbers.first().textContent()).toBe(there?.seq.toLocaleString('en-US'));
    await screenshot('log-go-to-zh');
    await page.getByRole('button', { name: '再读更新的 200 条' }).click();
    await shown(next);
    await shown(there);
    expect(await axe()).toEqual([]);
    await page.getByRole('button', { name: '从头看起' }).click();
    await page.waitForURL('**/log?category=project');
    await page.locator('input[aria-label="转到"][value=""]').waitFor(); // emptied for what is asked next
    await goTo.fill('2026-11-01');
    await goTo.press('Enter');
    await page.getByText('自2026年11月1日起').waitFor();
    await page.locator('.events tbody .number, .empty').first().waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('shows when a fact happened, and the metadata in words', async () => {
    const [signed] = await events('type=ProjectSigned&limit=1');
    const { page, faults, context } = await site.open(`/log?type=ProjectSigned`);
    const row = page.locator('.events tbody tr').first();
    await row
      .locator('td:nth-child(4)')
      .filter({ hasText: signed?.on?.text.zh ?? '—' })
      .waitFor();
    await row.getByRole('link').first().click();
    const metadata = page.getByRole('region', { name: '元数据' });
    for (const word of ['经办人', '来源', '记入时间', '填报时间', '命令编号', '请求编号', '起因']) {
      await metadata.getByText(word).first().waitFor();
    }
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    ['zh', '没有', '请填日期'],
    ['en', 'no such event', 'Please give a day'],
  ] as const)('says in %s what there is not, and what is no range', async (lang, missing, wrong) => {
    const { page, faults, context } = await site.open('/log/99999999', { lang });
    expect(await page.getByRole('alert').textContent()).toContain(missing);
    await page.goto(`${site.address}/log`);
    await settled(page);
    const since = page.getByRole('textbox', { name: lang === 'zh' ? '记入自' : 'Recorded from', exact: true });
    await since.fill('June');
    await since.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain(wrong);
    await since.fill('2020-01-01');
    await since.press('Enter');
    await page.waitForURL('**/log?since=2020-01-01');
    expect(faults(/404/)).toEqual([]);
    await context.close();
  });

  it.each(['zh', 'en'] as const)('fits a phone, in %s', async (lang) => {
    const { page, axe, faults, screenshot, go, context } = await site.open('/log', { lang, phone: true });
    await page.locator('.events tbody tr').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    expect(await axe()).toEqual([]);
    await screenshot(`log-${lang}-phone`);
    const [correction] = await events('type=FactCorrected&category=project&limit=1');
    await go(`/log/${correction?.seq}`);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    expect(await axe()).toEqual([]);
    await screenshot(`log-event-${lang}-phone`);
    expect(faults()).toEqual([]);
    await context.close();
  });
});
