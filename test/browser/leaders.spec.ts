import { describeInBrowser, openSite, settled, take, type Site, type Visit } from './harness.ts';

const START_MS_MAX = 300_000;
const HANDED = 34;

interface Named {
  readonly id: string;
  readonly name: string;
}

describeInBrowser('leaders', () => {
  let site: Site;
  let zoneId: string;
  let successor: Named;
  /** Holds many projects, as one who leaves on a Monday. */
  let leaver: Named;
  beforeAll(async () => {
    site = await openSite();
    zoneId = (await read<{ items: readonly Named[] }>('/api/zones')).items[0]?.id as string;
    leaver = await registerPerson('离任人');
    successor = await registerPerson('接任人');
    for (let i = 1; i <= HANDED; i++) {
      const { id } = await posted<Named>('/api/projects', { name: `第${i}号企业项目`, zoneId });
      await posted(`/api/projects/${id}/assign-leader`, { personId: leaver.id, lead: true, from: '2026-05' });
    }
  }, START_MS_MAX);
  afterAll(() => site?.end());

  const read = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
  const posted = async <T>(path: string, body: object): Promise<T> => {
    const answer = await site.post(path, body);
    const said = (await answer.json()) as T;
    if (!answer.ok) throw new Error(JSON.stringify(said));
    return said;
  };
  const registerPerson = async (name: string): Promise<Named> => {
    const { id } = await posted<Named>('/api/people', { name });
    return { id, name };
  };
  const leaders = async (query = ''): Promise<readonly (Named & { readonly overdueProjects: { current: number } })[]> =>
    (await read<{ items: [] }>(`/api/leaders${query}`)).items;
  const width = ({ page }: Visit): Promise<unknown> =>
    page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

  it('lead from the board to a person, now and in their time, and to a project', async () => {
    const late = (await leaders()).find(({ overdueProjects }) => overdueProjects.current > 0) as Named;
    const visit = await site.open('/leaders');
    const { page, axe, faults, screenshot, context } = visit;
    expect(await page.locator('tbody tr', { hasText: '无人' }).locator('a').getAttribute('href')).toBe(
      '/leaders/nobody',
    );
    await page.getByRole('button', { name: '缺报' }).click();
    await page.waitForURL(/sort=-missed$/);
    expect(await page.locator('th[aria-sort=descending]').textContent()).toContain('缺报');
    expect(await page.locator('thead tr').nth(1).textContent()).toContain('未开工在建竣工投产最近填报');
    await page.getByRole('button', { name: '最近填报' }).click();
    await page.locator('th[aria-sort=descending]', { hasText: '最近填报' }).waitFor();
    expect(await page.locator('tbody tr').first().textContent()).toMatch(/2026-\d\d-\d\d/);
    expect(await axe()).toEqual([]);
    await screenshot('leaders-board');
    await page.locator('tbody a', { hasText: late.name }).click();
    await page.getByRole('heading', { name: late.name, level: 1 }).waitFor();
    await settled(page);
    expect(await page.locator('.project .why').first().textContent()).toContain('已逾期');
    expect(await axe()).toEqual([]);
    await screenshot('leaders-person-now');
    await page.getByRole('link', { name: '任期内' }).click();
    await page.waitForURL(/tab=inMyTime/);
    await page.locator('summary').first().click();
    await page.locator('.charges li').first().waitFor();
    expect(await axe()).toEqual([]);
    await screenshot('leaders-person-in-time');
    await page.locator('.project .name').first().click();
    await page.waitForURL(/\/projects\/[0-9a-f-]+$/);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('are filtered by zone and role in the address; units stand in for people where units hold the role', async () => {
    const { page, axe, faults, screenshot, context } = await site.open(
      `/leaders?scope=zone:${zoneId}&role=responsibleUnit`,
    );
    expect(await page.locator('.filters').textContent()).toContain('责任单位');
    await page.locator('tbody a[href^="/leaders/units/"]').first().click();
    await page.locator('.projects .project').first().waitFor();
    await settled(page);
    expect(await axe()).toEqual([]);
    await screenshot('unit-zh');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('show who led before, as of a day before the handover', async () => {
    const order = (await read<{ items: readonly { id: string; from: string }[] }>('/api/reassignments')).items.at(-1);
    const { items } = await read<{ items: readonly { person: Named; project: Named }[] }>(
      `/api/reassignments/${order?.id}`,
    );
    const [row] = items;
    const project = await read<{ tenures: readonly { role: string; until: string | null; holder: Named }[] }>(
      `/api/projects/${row?.project.id}`,
    );
    const former = project.tenures.find(({ role, until }) => role === 'lead' && until === order?.from)?.holder as Named;
    const { page, faults, context } = await site.open(`/leaders/${former.id}?effectiveOn=2026-10-30`);
    await page.locator('.project', { hasText: row?.project.name as string }).waitFor();
    expect(await page.getByRole('link', { name: '移交项目' }).count()).toBe(0);
    await page.getByRole('button', { name: '回到现在' }).click();
    await page.getByText('当日没有在手项目。').waitFor();
    await page.getByRole('link', { name: '交接与走访' }).click();
    const handed = page.locator('.entry', { hasText: row?.person.name as string });
    await handed.locator('a', { hasText: row?.project.name as string }).waitFor();
    expect(await handed.first().textContent()).toContain('41号');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('compare a person with what they were, and lead to what changed in their projects', async () => {
    const { page, axe, faults, screenshot, context } = await site.open(
      `/leaders/${leaver.id}?fromEffectiveOn=2026-04-30`,
    );
    await page.locator('.figures .changed', { hasText: '原 0' }).first().waitFor();
    await settled(page);
    expect(await axe()).toEqual([]);
    await screenshot('leaders-person-compared');
    await page.getByRole('link', { name: '查看项目的变化' }).click();
    await page.waitForURL(/\/compare\?.*leaderId=/);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('say what a person took on and how it went on, and what they did for projects', async () => {
    const [visitor, heir] = [await registerPerson('走访人'), await registerPerson('继任人')];
    const { id } = await posted<Named>('/api/projects', { name: '常去走访的项目', zoneId });
    const tell = (verb: string, body: object) => posted(`/api/projects/${id}/${verb}`, body);
    await tell('assign-leader', { personId: visitor.id, lead: true, from: '2026-03', doc: '示例办文〔2026〕3号' });
    await tell('assign-leader', { personId: heir.id, lead: true, from: '2026-09-01', doc: '示例办文〔2026〕9号' });
    await tell('record-site-visit', { on: '2026-05', personId: visitor.id, found: '设备已到场' });
    await tell('record-help-action', { on: '2026-06-02', personId: visitor.id, text: '协调用电' });
    const { page, axe, faults, context } = await site.open(`/leaders/${visitor.id}?tab=record`);
    const taken = page.locator('.entry', { hasText: '示例办文〔2026〕3号' });
    await taken.getByText('示例办文〔2026〕9号').waitFor();
    expect(await taken.textContent()).toMatch(
      /2026年3月接手 1 个项目.*移交 1 个项目，2026年9月1日起由 继任人 负责.*任职 154 天/,
    );
    const acts = page.locator('.entry.action');
    await acts.nth(1).waitFor();
    expect(await acts.allTextContents()).toEqual([
      expect.stringMatching(/2026年6月2日帮扶.*协调用电/),
      expect.stringMatching(/2026年5月走访.*设备已到场/),
    ]);
    expect(await axe()).toEqual([]);
    await taken.getByRole('link', { name: '继任人' }).click();
    await page.getByRole('heading', { name: '继任人', level: 1 }).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('hand over many projects by one order; what has changed since the preview is listed, not forced', async () => {
    const visit = await site.open(`/leaders/${leaver.id}`);
    const { page, axe, faults, screenshot, context } = visit;
    await page.getByRole('link', { name: '移交项目' }).click();
    await page.getByText(`全部 ${HANDED} 个`).waitFor();
    await page.getByLabel('接任人').fill('接任');
    await take(page.locator('.ant-select-item', { hasText: successor.name }));
    await page.getByLabel('接任日期').fill('2026-11-20');
    await page.getByLabel('文号').fill('示例办文〔2026〕50号');
    await page.reload();
    await page.getByText('已恢复上次填写的内容。').waitFor();
    expect(await page.getByLabel('文号').inputValue()).toBe('示例办文〔2026〕50号');
    await page.getByLabel('原因').fill('工作调动');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText(`${HANDED} 个可调整，0 个不可调整`).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(HANDED);
    expect(await axe()).toEqual([]);
    await screenshot('leaders-handover-preview');
    const changed = (await read<{ items: readonly Named[] }>(`/api/leaders/${leaver.id}`)).items[0] as Named;
    await posted(`/api/projects/${changed.id}/record-planning`, { on: '2026-11' });
    await page.getByRole('button', { name: `下达调整令（${HANDED} 个项目）` }).click();
    await page.waitForURL(/\/reassignments\/[0-9a-f-]+$/);
    await page.getByText(`${HANDED - 1} 个已调整，1 个未调整`).waitFor();
    await page.getByRole('link', { name: '只看未调整的' }).click();
    const skipped = page.locator('tbody tr', { hasText: '预览之后项目已有新的填报' });
    await skipped.waitFor();
    await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    expect(await skipped.textContent()).toContain(changed.name);
    expect(await axe()).toEqual([]);
    await screenshot('leaders-order');
    await visit.go(`/leaders/${leaver.id}/hand-over`);
    expect(await page.getByLabel('文号').inputValue()).toBe('');
    await visit.go(`/leaders/${successor.id}`);
    expect(await page.locator('.project').count()).toBe(HANDED - 1);
    await visit.go('/reassignments');
    expect(await page.locator('tbody tr').first().textContent()).toContain('示例办文〔2026〕50号');
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('keep an order that was given while the server was away, and give it once', async () => {
    const { page, context } = await site.open('/leaders/nobody/hand-over');
    const before = (await read<{ items: readonly object[] }>('/api/reassignments')).items.length;
    await page.getByLabel('接任人').fill('接任');
    await take(page.locator('.ant-select-item', { hasText: successor.name }));
    await page.getByLabel('接任日期').fill('2026-11-21');
    await page.getByLabel('原因').fill('补齐牵头领导');
    await page.getByText('选定的项目').click();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('1 个可调整，0 个不可调整').waitFor();
    await site.down();
    await page.getByRole('button', { name: '下达调整令（1 个项目）' }).click();
    await page.getByText('尚未送达，连接恢复后自动再送').waitFor();
    await site.up();
    await page.waitForURL(/\/reassignments\/[0-9a-f-]+$/);
    await page.getByText('1 个已调整，0 个未调整').waitFor();
    expect((await read<{ items: readonly object[] }>('/api/reassignments')).items.length).toBe(before + 1);
    await context.close();
  });

  it('say why projects cannot be handed over, by name', async () => {
    const { page, faults, context } = await site.open(`/leaders/${leaver.id}/hand-over`);
    await page.getByLabel('接任人').fill('接任');
    await take(page.locator('.ant-select-item', { hasText: successor.name }));
    await page.getByLabel('接任日期').fill('2099-01');
    await page.getByLabel('原因').fill('工作调动');
    await page.getByRole('button', { name: '预览' }).click();
    await page.locator('td.refused').first().waitFor();
    expect(await page.getByRole('button', { name: '下达调整令（0 个项目）' }).isDisabled()).toBe(true);
    expect(await page.locator('td.refused').first().textContent()).not.toMatch(/[0-9a-f]{8}-/);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('are reached and read by keyboard alone', async () => {
    const { page, context } = await site.open('/leaders');
    const { name } = (await leaders()).find(({ overdueProjects }) => overdueProjects.current > 0) as Named;
    await page.locator('tbody a', { hasText: name }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.getByRole('link', { name: '任期内' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.charges li').first().isVisible()).toBe(true);
    await context.close();
  });

  it('are printed black on white, without navigation, with the point and the time of printing at the foot', async () => {
    const { page, go, screenshot, context } = await site.open('/leaders?effectiveOn=2026-10-30');
    for (const name of ['board', 'person'] as const) {
      if (name === 'person') await go(`/leaders/${(await leaders())[0]?.id}?effectiveOn=2026-10-30`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('header').isVisible()).toBe(false);
      expect(await page.locator('.actions').first().isVisible()).toBe(false);
      const foot = page.locator('.print-foot');
      expect(await foot.isVisible()).toBe(true);
      expect(await foot.textContent()).toMatch(/2026年10月30日.*打印时间 20\d\d-\d\d-\d\d \d\d:\d\d/);
      const colours = (await page.evaluate(
        `[...new Set([...document.querySelectorAll('main h1, main a, main td, main dd')].map((e) => getComputedStyle(e).color))]`,
      )) as readonly string[];
      expect(colours).toEqual(['rgb(0, 0, 0)']);
      await screenshot(`leaders-${name}-print`);
      await page.emulateMedia({ media: 'screen' });
    }
    await context.close();
  });

  it.each([
    ['zh', true],
    ['en', true],
    ['en', false],
  ] as const)('are shown in %s, on a phone: %s, without a fault', async (lang, phone) => {
    const held = (await leaders())[0] as Named;
    const [order] = (await read<{ items: readonly Named[] }>('/api/reassignments')).items;
    const visit = await site.open('/leaders', { lang, phone });
    const suffix = `${lang}${phone ? '-phone' : ''}`;
    const addresses = {
      board: '/leaders',
      now: `/leaders/${held.id}`,
      'in-time': `/leaders/${held.id}?tab=inMyTime`,
      record: `/leaders/${held.id}?tab=record`,
      nobody: '/leaders/nobody',
      'hand-over': `/leaders/${held.id}/hand-over`,
      orders: '/reassignments',
      order: `/reassignments/${order?.id}`,
    };
    for (const [name, address] of Object.entries(addresses)) {
      await visit.go(address);
      expect(await width(visit)).toBeLessThanOrEqual(0);
      expect([name, ...(await visit.axe())]).toEqual([name]);
      await visit.screenshot(`leaders-${name}-${suffix}`);
    }
    expect(visit.faults()).toEqual([]);
    await visit.context.close();
  });
});
