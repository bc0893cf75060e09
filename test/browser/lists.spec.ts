import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 300_000;
const FROM = 'fromKnownAt=8500&fromEffectiveOn=2026-05-31';

interface Listed {
  readonly items: readonly { readonly project: { readonly id: string } }[];
  readonly asOf: { readonly seq: number };
}

describeInBrowser('lists', () => {
  let site: Site;
  const read = async (path: string): Promise<Listed> =>
    (await (await fetch(`${site.address}/api${path}`)).json()) as Listed;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it.each(['zh', 'en'] as const)('write dates and amounts in findings as all over the page, in %s', async (lang) => {
    const { page, go, axe, faults, context } = await site.open('/findings?code=FiledLate,PlanSlipped', { lang });
    for (const codes of ['FiledLate,PlanSlipped', 'SameTextTwice', 'CumulativeAboveTotal,CumulativeFell']) {
      await go(`/findings?code=${codes}`);
      await page.locator('.list-lines tbody tr').first().waitFor();
      const said = (await page.locator('.list-lines tbody td.long').allTextContents()).join('\n');
      expect(said).not.toMatch(/\d{4}-\d{2}|10 000|\d{4,} 万元/);
      if (codes.startsWith('Cumulative')) expect(said).toMatch(lang === 'zh' ? /[\d,.]+ 万元/ : /¥[\d,.]+ million/);
    }
    expect(await axe()).toEqual([]);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('count the days of deadlines that are gone from the day of the first point, and say so', async () => {
    const { page, axe, faults, screenshot, context } = await site.open(`/deadlines?${FROM}`);
    await page.getByText(/^起点有、终点没有的 \d+ 条/).click();
    await page.locator('.list-changes').getByRole('columnheader', { name: '距2026年5月31日' }).waitFor();
    const ofNow = page.locator('main > .sheet').getByRole('columnheader', { name: '距今' });
    await ofNow.waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('deadlines-gone-zh');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('say once that nothing changed', async () => {
    const { items, asOf } = await read('/findings?limit=1');
    const { page, go, axe, faults, context } = await site.open(
      `/compare/${items[0]?.project.id}?fromKnownAt=${asOf.seq}`,
    );
    await page.getByText('没有变化').waitFor();
    expect(await page.getByText('没有变化').count()).toBe(1);
    await go(`/compare?fromKnownAt=${asOf.seq}`);
    await page.getByText('没有变化').waitFor();
    expect(await page.getByText('没有变化').count()).toBe(1);
    expect(await axe()).toEqual([]);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('show what a step of the replay changed whole', async () => {
    const { items } = await read('/findings?code=PlanSlipped&limit=1');
    const { page, screenshot, context } = await site.open(`/projects/${items[0]?.project.id}`, { lang: 'en' });
    await page.locator('.replay-change').first().waitFor();
    await settled(page);
    const cut = `[...document.querySelectorAll('.replay-step > *')].filter((part) =>
      part.getBoundingClientRect().right > part.closest('.replay').getBoundingClientRect().right).length`;
    expect(await page.evaluate(cut)).toBe(0);
    await screenshot('project-step-en');
    await context.close();
  });
});

describeInBrowser('the log of an empty ledger', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ demo: false });
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it.each([
    ['zh', '还没有任何事件', '其他开始的办法'],
    ['en', 'No event yet', 'Other ways to begin'],
  ] as const)('says in %s what will stand there, and leads to the ways to begin', async (lang, none, more) => {
    const { page, axe, faults, screenshot, context } = await site.open('/log', { lang });
    await page.getByRole('heading', { name: none }).waitFor();
    expect(await page.getByRole('search').count()).toBe(0);
    expect(await axe()).toEqual([]);
    await screenshot(`log-empty-${lang}`);
    await page.getByRole('link', { name: more }).click();
    await page.waitForURL(/\/$/);
    expect(faults()).toEqual([]);
    await context.close();
  });
});
