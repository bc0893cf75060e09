import type { Page } from 'playwright-core';
import { answered } from '../http/server.harness.ts';
import { describeInBrowser, openSite, settled, take, type Site } from './harness.ts';
import { recordedOf } from './recorded.ts';

const START_MS_MAX = 300_000;
/** What a browser says of a server that is not there. */
const EXPECTED = /ERR_|503|Failed to load/;
const HANDED = 34;

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Summary {
  readonly projects: number;
}
const fits = async (page: Page): Promise<void> =>
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);

/** The journeys that are gone through in Chinese on a desktop elsewhere. */
describeInBrowser('in English, on a phone', () => {
  let site: Site;
  let zoneId: string;
  const phone = { lang: 'en', phone: true } as const;
  const read = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
  const posted = async (path: string, body: object): Promise<Named> => {
    const answer = await site.post(path, body);
    expect(answer.status).toBe(201);
    return (await answer.json()) as Named;
  };
  const permitted = async (name: string): Promise<string> => {
    const { id } = await posted('/api/projects', { name, zoneId });
    await posted(`/api/projects/${id}/obtain-construction-permit`, { on: '2026-10-08' });
    return id;
  };
  /** When something happened in a project, as often as it was recorded. */
  const recorded = async (id: string, type: string): Promise<readonly (string | undefined)[]> => {
    const [events = []] = await recordedOf(site, [id]);
    return events.filter((event) => event.type === type).map(({ data }) => data.on);
  };
  beforeAll(async () => {
    site = await openSite();
    zoneId = (await read<{ items: readonly Named[] }>('/api/zones')).items[0]?.id as string;
  }, START_MS_MAX);
  afterAll(() => site?.end());

  it('what slipped since the last quarter is found, with the events behind it', async () => {
    const { page, axe, faults, context } = await site.open('/compare', phone);
    await page.getByRole('button', { name: 'since the end of last quarter' }).click();
    await page.waitForURL(/fromKnownAt=/);
    await page.locator('.compared-projects li').first().waitFor();
    await page.getByRole('button', { name: /^slipped \d/i }).click();
    await page.waitForURL(/kind=slipped/);
    await settled(page);
    const plan = page.locator('.compared-projects li').first().locator('.one-change', { hasText: /plan/i }).first();
    expect(await plan.locator('del').textContent()).not.toBe(await plan.locator('ins').textContent());
    await plan.locator('summary').click();
    expect(await axe()).toEqual([]);
    await fits(page);
    await plan.locator('.causes a').first().click();
    await page.waitForURL(/\/log\/\d+\?/);
    await page.locator('main dd strong').first().waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('a past state is chosen and looked at, and compared with now', async () => {
    const PAST = 'knownAt=8500&effectiveOn=2026-05-31';
    const [then, now] = [
      await read<Summary>(`/api/projects/summary?${PAST}`),
      await read<Summary>('/api/projects/summary'),
    ];
    expect(then.projects).not.toBe(now.projects);
    const { page, axe, faults, context } = await site.open('/projects', phone);
    const control = page.getByRole('button', { name: 'As of' });
    const dialog = page.getByRole('dialog');
    const banner = page.getByRole('region', { name: 'As of' });
    await page.getByRole('button', { name: 'Milestone' }).first().waitFor();
    await control.click();
    await dialog.getByRole('radio', { name: 'until an event' }).check();
    await dialog.getByLabel('Event number').fill('8500');
    await dialog.getByLabel('Business date').fill('2026-05-31');
    expect(await axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(`**/projects?${PAST}`);
    await dialog.waitFor({ state: 'hidden' });
    await banner
      .filter({ hasText: 'as of event 8,500' })
      .filter({ hasText: 'as things were on 31 May 2026' })
      .waitFor();
    await page.locator('.totals', { hasText: `${then.projects} projects` }).waitFor();
    await page.getByRole('button', { name: 'Milestone' }).first().waitFor({ state: 'detached' });
    expect(await axe()).toEqual([]);
    await fits(page);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.locator('.totals', { hasText: `${now.projects} projects` }).waitFor();
    await control.click();
    await dialog.getByRole('checkbox', { name: 'Compare with another point' }).check();
    const from = dialog.getByRole('region', { name: 'Compare from' });
    await from.getByRole('radio', { name: 'until an event' }).check();
    await from.getByLabel('Event number').fill('8500');
    await from.getByLabel('Business date').fill('2026-05-31');
    expect(await axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/fromKnownAt=8500&fromEffectiveOn=2026-05-31/);
    await dialog.waitFor({ state: 'hidden' });
    await banner.getByRole('link', { name: 'Show changes' }).click();
    await page.waitForURL(/\/compare\?/);
    const projects = page.locator('.compared tbody tr').filter({ has: page.locator('th:text-is("Projects")') });
    await projects.locator(`data[value="${then.projects}"]`).first().waitFor();
    await projects.locator(`data[value="${now.projects}"]`).first().waitFor();
    expect(await axe()).toEqual([]);
    await fits(page);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('a date is corrected with reason and document, and the project replayed to before', async () => {
    const { id } = await posted('/api/projects', { name: 'Corrected', zoneId });
    await posted(`/api/projects/${id}/sign`, { on: '2026-05', contractNo: 'A-1' });
    const { page, axe, faults, context } = await site.open(`/projects/${id}`, phone);
    await page.locator('.event').filter({ hasText: 'A-1' }).last().getByRole('button', { name: 'Correct' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('When').inputValue()).toBe('2026-05');
    await dialog.getByLabel('When').fill('early June 2026');
    await dialog.getByRole('button', { name: 'Correct' }).click();
    await dialog.getByText('Cannot be left out').waitFor();
    await dialog.getByLabel('Reason of the correction').fill('the contract says June');
    await dialog.getByLabel('Document it rests on').fill('No. 9');
    expect(await axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Correct' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const correction = page.locator('.event.mending', { hasText: 'the contract says June' });
    await correction.waitFor();
    const text = await correction.textContent();
    for (const part of ['No. 9', 'May 2026', 'early June 2026']) expect(text).toContain(part);
    await page.getByRole('button', { name: 'One step back' }).click();
    await page.waitForURL(/knownAt=\d+/);
    await page.getByText('Step 2 of 3').waitFor();
    await correction.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Correct' }).first().waitFor({ state: 'detached' });
    expect(await axe()).toEqual([]);
    await fits(page);
    expect(faults()).toEqual([]);
    await context.close();
  });

  it('what is typed outlives a lost connection and a reload, and is recorded once', async () => {
    const id = await permitted('Offline');
    const { page, axe, faults, context } = await site.open(`/projects/${id}?do=start-construction`, phone);
    const dialog = page.getByRole('dialog');
    await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
    await context.setOffline(true);
    await dialog.getByLabel('When').fill('3 November 2026');
    await dialog.getByRole('button', { name: 'File' }).click();
    await dialog.getByText('The server is not reached').waitFor();
    await page.getByText('Reconnecting').or(page.getByText('Not up to date')).first().waitFor({ state: 'attached' });
    expect(await axe()).toEqual([]);
    await context.setOffline(false);
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
    expect(await recorded(id, 'ConstructionStarted')).toEqual(['2026-11-03']);
    expect(faults(EXPECTED)).toEqual([]);
    await context.close();
  });

  it('what is given while the server is away is recorded once it is back', async () => {
    const id = await permitted('Restarted');
    const { page, axe, faults, context } = await site.open(`/projects/${id}?do=start-construction`, phone);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('When').fill('2026-11-06');
    await site.down('SIGKILL');
    await dialog.getByRole('button', { name: 'File' }).click();
    await dialog.getByText('The server is not reached').waitFor();
    expect(await axe()).toEqual([]);
    await site.up();
    await dialog.waitFor({ state: 'hidden' });
    expect(await recorded(id, 'ConstructionStarted')).toEqual(['2026-11-06']);
    expect(faults(EXPECTED)).toEqual([]);
    await context.close();
  });

  it(`${HANDED} projects are handed over by one order, after a preview`, async () => {
    const [leaver, successor] = [
      await posted('/api/people', { name: 'Leaver' }),
      await posted('/api/people', { name: 'Successor' }),
    ];
    for (let n = 1; n <= HANDED; n++) {
      const { id } = await posted('/api/projects', { name: `Handed over ${n}`, zoneId });
      await posted(`/api/projects/${id}/assign-leader`, { personId: leaver.id, lead: true, from: '2026-05' });
    }
    const { page, axe, faults, context } = await site.open(`/leaders/${leaver.id}`, phone);
    await page.getByRole('link', { name: 'Hand over projects' }).click();
    await page.getByText(`All ${HANDED}`).waitFor();
    await page.getByRole('combobox', { name: 'Successor' }).fill('Succ');
    await take(page.locator('.ant-select-item', { hasText: 'Successor' }));
    await page.getByRole('textbox', { name: 'From' }).fill('2026-11-20');
    await page.getByLabel('Document number').fill('No. 50');
    await page.getByLabel('Reason').fill('transfer');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText(`${HANDED} can be changed, 0 cannot`).waitFor();
    expect(await axe()).toEqual([]);
    await page.getByRole('button', { name: `Give the order (${HANDED} projects)` }).click();
    await page.waitForURL(/\/reassignments\/[0-9a-f-]+$/);
    await answered(async () => {
      const { items } = await read<{ items: readonly Named[] }>(`/api/leaders/${successor.id}`);
      return items.length === HANDED || undefined;
    });
    await page.getByText(`${HANDED} changed, 0 left as they were`).waitFor();
    expect(await axe()).toEqual([]);
    expect(faults()).toEqual([]);
    await context.close();
  });
});
