import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 180_000;

interface Logged {
  readonly seq: number;
  readonly subject: { readonly id: string; readonly name: string };
}

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
      .getByText(`截至第 ${seq - 1} 号事件`)
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
    await numbers.nth(99).waitFor();
    expect(await numbers.first().textContent()).toBe('1');
    await page.getByRole('button', { name: '再读 100 条' }).click();
    await page.getByText('已全部显示').waitFor();
    expect(await numbers.last().textContent()).toBe('150');
    expect(await page.getByText('个新事件').count()).toBe(0);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    ['zh', '没有', '请填日期'],
    ['en', 'no event', 'Please give a day'],
  ] as const)('says in %s what there is not, and what is no range', async (lang, missing, wrong) => {
    const { page, faults, context } = await site.open('/log/99999999', { lang });
    expect(await page.getByRole('alert').textContent()).toContain(missing);
    await page.goto(`${site.address}/log`);
    await settled(page);
    const since = page.getByRole('textbox', { name: lang === 'zh' ? '自' : 'From', exact: true });
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
