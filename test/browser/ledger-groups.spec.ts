import { describeInBrowser, openSite, type Site } from './harness.ts';

const START_MS_MAX = 180_000;
/** So many rows of a group are in sight on any screen. */
const ROWS_SEEN = 3;

interface Group {
  readonly leadId: string;
  readonly leader: { readonly name: string } | null;
  readonly count: number;
}
interface List {
  readonly items: readonly { readonly name: string }[];
}

describeInBrowser('the ledger by leader', () => {
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
});
