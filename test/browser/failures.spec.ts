import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const START_MS_MAX = 180_000;
/** The page asks ever more rarely whether the server is back. */
const BACK_MS_MAX = 60_000;

describeInBrowser('a page that cannot have what it asks for', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ demo: false });
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it('keeps its frame where the server is gone before a part of it was loaded, and opens it once the server is back', async () => {
    const { page, screenshot, context } = await site.open('/');
    await site.down('SIGKILL');
    await page.getByText('重连中').waitFor();
    await page.locator('header nav a', { hasText: '包联领导' }).click();
    await page.getByRole('alert').filter({ hasText: '连不上服务器' }).waitFor();
    await page.getByRole('button', { name: '重试' }).waitFor();
    await screenshot('failure-part-zh');
    await site.up();
    await page.getByRole('heading', { name: '包联领导', level: 1 }).waitFor({ timeout: BACK_MS_MAX });
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/leaders');
    await context.close();
  });

  it('says at once that a page is on its way which does not come', async () => {
    const { page, context, screenshot } = await site.open('/');
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/assets/**', (route) => answered.then(() => route.continue()));
    await page.locator('header nav a', { hasText: '疑点' }).click();
    await page.locator('header').getByRole('progressbar', { name: '正在读取…' }).waitFor();
    await page.locator('header nav a.pending', { hasText: '疑点' }).waitFor();
    expect(await page.getByRole('heading', { name: '总览', level: 1 }).isVisible()).toBe(true);
    await screenshot('failure-underway-zh');
    answer();
    await page.getByRole('heading', { name: '疑点', level: 1 }).waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await context.close();
  });

  it('says that it is coming where its scripts are slow, and nothing of that once it is there', async () => {
    const { page, go, context } = await site.open('/');
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/assets/*.js', (route) => answered.then(() => route.continue()));
    const there = go('/log');
    const opening = page.getByText('台账正在打开');
    await opening.and(page.locator(':visible')).waitFor();
    answer();
    await there;
    await page.getByRole('heading', { name: '日志', level: 1 }).waitFor();
    expect(await opening.count()).toBe(0);
    await context.close();
  });

  it('shows the log of an empty ledger as empty', async () => {
    const { page, context, faults } = await site.open('/log');
    await page.getByText('还没有任何事件').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it.each([
    ['/projects/none', '没有这个项目', '回到台账', '/projects'],
    ['/leaders/none', '没有这名人员', '回到包联领导', '/leaders'],
    ['/leaders/units/none', '没有这个单位', '回到包联领导', '/leaders'],
    ['/reassignments/none', '没有这份调整令', '回到调整令', '/reassignments'],
    ['/targets/none', '没有这个目标', '回到总览', '/'],
    ['/log/99', '没有这个事件', '回到日志', '/log'],
  ])('says of %s once that there is none, and leads back', async (address, said, back, list) => {
    const { page, context } = await site.open(address);
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: said }).waitFor();
    expect(await alert.count()).toBe(1);
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    expect(await alert.getByRole('link', { name: back }).getAttribute('href')).toBe(list);
    await context.close();
  });

  it.each([
    ['/projects?zoneId=xyz&sort=name', '开发区 “xyz”：没有这个选项', '/projects?sort=name'],
    ['/projects?stage=zzz', '阶段 “zzz”：没有这个选项', '/projects'],
    ['/log?since=abc', '起始 “abc”：应为日期（2026-06-30）或事件序号', '/log'],
  ])('says what is wrong in %s, and leads to the list without it', async (address, said, without) => {
    const { page, context, axe } = await site.open(address);
    const alert = page.getByRole('alert').filter({ hasText: said });
    await alert.waitFor();
    expect(await axe()).toEqual([]);
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    expect(await alert.getByRole('link').getAttribute('href')).toBe(without);
    await context.close();
  });

  it('offers to try again only what may be answered otherwise', async () => {
    const { page, context } = await site.open('/log');
    const messages = { zh: '读不到', en: 'unreadable' };
    const body = { status: 400, code: 'Refused', messages, params: {} };
    await page.route('**/api/leaders**', (route) =>
      route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(body) }),
    );
    await page.locator('header nav a', { hasText: '包联领导' }).click();
    await page.getByRole('alert').filter({ hasText: '读不到' }).waitFor();
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    await context.close();
  });

  it('leaves it to the banner to say why there is nothing at a point', async () => {
    const { page, context } = await site.open('/projects?knownAt=2030-01-01');
    await page.getByText('这个时点没有可看的内容。').first().waitFor();
    expect(await page.locator('main').getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    await context.close();
  });

  it('says that the server failed where it has answered so, and which request it was', async () => {
    const { page, context } = await site.open('/log');
    const messages = { zh: '内部错误', en: 'internal error' };
    const body = { status: 500, code: 'InternalError', messages, params: {}, requestId: '0197-abc' };
    await page.route('**/api/leaders**', (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(body) }),
    );
    await page.locator('header nav a', { hasText: '包联领导' }).click();
    const alert = page.getByRole('alert').filter({ hasText: '服务器出错了' });
    await alert.getByText('0197-abc').waitFor();
    await page.unroute('**/api/leaders**');
    await page.getByRole('button', { name: '重试' }).click();
    await alert.waitFor({ state: 'detached' });
    await context.close();
  });
});
