import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from './chromium.ts';
import { describeInBrowser, openSite, settled, type Site } from './harness.ts';

const DAY_MS = 24 * 60 * 60_000;
const START_MS_MAX = 180_000;
/** A read is tried again a few times before it is said to have failed. */
const TRIED_MS_MAX = 30_000;

/** Holds back the answers to an address; returns how to let them come. */
async function hold(page: Page, address: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue().catch(() => undefined); // called off meanwhile
  });
  return release;
}

describeInBrowser('answers that are slow, fail, or do not come', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, START_MS_MAX);
  afterAll(() => site?.end());

  const itemsOf = async (path: string): Promise<readonly { id: string; name: string }[]> => {
    const answer = await (await fetch(site.address + path)).json();
    return (answer as { items: { id: string; name: string }[] }).items;
  };

  it('show nothing of one project under the heading of another', async () => {
    const [one, other] = await itemsOf('/api/projects?limit=2');
    const { page, context } = await site.open(`/projects/${one?.id}`);
    await page.locator('.timeline').waitFor();
    const release = await hold(page, `**/api/projects/${other?.id}/replay*`);
    await page.evaluate(
      `history.pushState(null, '', '/projects/${other?.id}'); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await page.getByRole('heading', { name: other?.name ?? '', level: 1, exact: true }).waitFor();
    expect(await page.locator('.timeline').count()).toBe(0);
    release();
    await page.locator('.timeline').waitFor();
    await context.close();
  });

  it('are said to have failed where the browser is offline, and come by themselves once it is not', async () => {
    const { page, context } = await site.open('/findings');
    await context.setOffline(true);
    await page.evaluate(
      `history.pushState(null, '', '/findings?explained=false'); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await page.getByRole('alert').filter({ hasText: '连不上服务器' }).first().waitFor({ timeout: TRIED_MS_MAX });
    await context.setOffline(false);
    await page.getByRole('alert').first().waitFor({ state: 'detached', timeout: TRIED_MS_MAX });
    await context.close();
  });

  it('stop a list that is read on by itself, and do not have it asked for without end', async () => {
    const [leader] = await itemsOf('/api/leaders?limit=1');
    const { page, context } = await site.open('/leaders');
    let asked = 0;
    await page.route(`**/api/leaders/${leader?.id}?*`, async (route) => {
      if (route.request().url().includes('cursor=')) {
        asked++;
        return route.continue();
      }
      const response = await route.fetch();
      return route.fulfill({ response, json: { ...((await response.json()) as object), next: 'no-such-place' } });
    });
    await page.locator(`a[href="/leaders/${leader?.id}"]`).first().click();
    await page.getByRole('alert').first().waitFor();
    await settled(page);
    expect(asked).toBe(1);
    await context.close();
  });

  it('move no page whose control of time was closed, nor one that was left for another', async () => {
    const { page, context } = await site.open('/compare');
    const release = await hold(page, '**/api/events?*');
    await page.getByRole('button', { name: '最近一周' }).click();
    await page.locator('header nav a', { hasText: '台账' }).click();
    await page.getByRole('heading', { name: '台账', level: 1 }).waitFor();
    await page.locator('header [aria-haspopup=dialog]').click();
    await page.getByRole('dialog').getByRole('radio', { name: '某日为止' }).check();
    await page.getByRole('dialog').locator('input[type=date]').first().fill('2026-01-01');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    release();
    await settled(page);
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  });

  it('are not waited for by themselves after days: a person sends the command or discards it', async () => {
    const { page, context, go, screenshot } = await site.open('/log');
    const late = {
      key: 'k1',
      address: '/api/projects/x/sign',
      body: {},
      title: '签约 · 旧项目',
      at: Date.now() - 4 * DAY_MS,
    };
    await page.evaluate(`localStorage.setItem('taizhang.outbox', '${JSON.stringify([late])}')`);
    await go('/log');
    await page.getByRole('button', { name: '1 条未送达' }).click();
    await page.getByText('已搁置三天以上').waitFor();
    await page.getByRole('button', { name: '仍要发送' }).waitFor();
    await page.getByRole('button', { name: '放弃' }).click();
    const asked = page.getByRole('dialog').filter({ hasText: '放弃“签约 · 旧项目”？' });
    await asked.waitFor();
    await screenshot('outbox-late-zh');
    await asked.getByRole('button', { name: '保留' }).click();
    await asked.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '放弃' }).click();
    await asked.getByRole('button', { name: '放弃' }).click();
    await page.getByText('没有未送达的填报').waitFor();
    await context.close();
  });

  it('come to a browser that lets the site keep nothing, too; it says so', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'taizhang-profile-'));
    mkdirSync(join(profile, 'Default'));
    const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(blocked));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath() as string,
      args: CHROMIUM_ARGS,
      locale: 'zh-CN',
    });
    try {
      const [project] = await itemsOf('/api/projects?limit=1');
      const { page } = await site.open(`/projects/${project?.id}?do=report-progress`, { context });
      const form = page.getByRole('dialog');
      await form.locator('textarea').first().fill('主体封顶');
      await page.getByText('浏览器禁止本站保存数据').first().waitFor();
      await form.locator('button[type=submit]').click();
      await form.waitFor({ state: 'detached' });
      await page.getByText('主体封顶').first().waitFor();
    } finally {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
