import { given, ofItsPoint, openLedger, type Ledger } from './harness.ts';
import { refusesPoints } from './points.harness.ts';

interface Charge {
  readonly kind: string;
  readonly since: string;
  readonly until: string | null;
  readonly days?: number;
  readonly daysInAll?: number;
  readonly nth?: number;
  readonly months?: { readonly first: string; readonly last: string; readonly count: number };
  readonly factIds: readonly string[];
}
interface Item {
  readonly id: string | null;
  readonly overdue: readonly Charge[];
  readonly charges: readonly Charge[];
  readonly [field: string]: unknown;
}
interface Page {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly now: object;
  readonly inMyTime: {
    readonly items: readonly Item[];
    readonly next: string | null;
    readonly byRole: readonly object[];
  };
  readonly [field: string]: unknown;
}

let ledger: Ledger;
/** One story for each test that changes it, all told in one course of days: the clock of a log never goes back. */
let stories: Story[];
let boss: string;

beforeAll(async () => {
  ledger = await openLedger();
  await tellStories();
});
afterAll(() => ledger.close());

/** Moves the ledger's clock to noon of a day. */
function on(day: string): void {
  ledger.time.now = Date.parse(`${day}T04:00:00.000Z`);
}

async function person(name: string): Promise<string> {
  return ((await ledger.post('/api/people', { name }).expect(201)).body as { id: string }).id;
}

async function tell(project: string, verb: string, body: object): Promise<{ after: string; eventIds: string[] }> {
  return (await ledger.post(`/api/projects/${project}/${verb}`, body).expect(201)).body as never;
}

async function get(path: string, query: Record<string, string> = {}): Promise<Page> {
  return (await ledger.get(`/api/${path}`).query(query).expect(200)).body as Page;
}

/** A project in a zone of its own, and who led it. */
interface Story {
  readonly scope: string;
  readonly project: string;
  readonly wang: string;
  readonly li: string;
  /** Of the last command about it. */
  after: string;
  planned: string;
  handover: string;
}

async function enter(): Promise<Story> {
  const { zoneId, projectId: project } = await given(ledger);
  const story = { scope: `zone:${zoneId}`, project, wang: await person('王某某'), li: await person('李某某') };
  return { ...story, after: '', planned: '', handover: '' };
}

/**
 * Entered on 10 January; planned to start in March. Wang leads from 10 January to 10 April, then Li until 20 May, then
 * nobody. Put off on 11 May to June, started on 5 July.
 */
async function tellStories(): Promise<void> {
  on('2026-01-10');
  stories = [await enter(), await enter(), await enter(), await enter()];
  for (const story of stories) {
    await tell(story.project, 'assign-leader', { personId: story.wang, lead: true, from: '2026-01-10' });
    const plan = await tell(story.project, 'plan-milestone', { milestone: 'constructionStarted', on: '2026-03' });
    story.planned = plan.eventIds[0] as string;
  }
  boss = await person('周某某');
  for (let n = 0; n < 5; n++) {
    const { projectId } = await given(ledger);
    await tell(projectId, 'assign-leader', { personId: boss, lead: n < 3, from: '2026-01-10' });
    await tell(projectId, 'plan-milestone', { milestone: 'signed', on: `2026-0${n + 1}` });
  }
  on('2026-04-11');
  for (const story of stories) {
    const handover = await tell(story.project, 'assign-leader', { personId: story.li, lead: true, from: '2026-04-11' });
    story.handover = handover.eventIds[0] as string;
  }
  on('2026-05-11');
  const move = { milestone: 'constructionStarted', from: '2026-03', to: '2026-06', reason: '用地' };
  for (const { project, li } of stories) {
    await tell(project, 'reschedule', move);
    await tell(project, 'record-site-visit', { on: '2026-05-10', personId: li, found: '道路不通' });
  }
  on('2026-05-21');
  for (const { project, li } of stories) await tell(project, 'release-leader', { personId: li, until: '2026-05-21' });
  on('2026-07-05');
  for (const story of stories) {
    ({ after: story.after } = await tell(story.project, 'start-construction', { on: '2026-07-05' }));
  }
  on('2026-11-22');
}

describe('who answered for it', () => {
  it('is split by day among those who led, and nobody', async () => {
    const { scope, wang, li, project, after, planned } = stories[0] as Story;
    const rows = async (effectiveOn: string) => {
      const { items } = await get('leaders', { scope, effectiveOn, after });
      return items.map(({ id, projects, overdueDays, overdueProjects, slips, siteVisits }) => ({
        id,
        projects,
        overdueDays,
        overdueProjects,
        slips,
        siteVisits,
      }));
    };
    const nothing = { current: 0, first: 0 };
    // 1 to 10 April.
    expect(await rows('2026-04-10')).toEqual([
      {
        id: wang,
        projects: 1,
        overdueDays: { current: 10, first: 10 },
        overdueProjects: { current: 1, first: 1 },
        slips: 0,
        siteVisits: 0,
      },
    ]);
    // 11 April to 20 May; against the current plan until it is put off on 11 May.
    expect(await rows('2026-05-20')).toEqual([
      {
        id: li,
        projects: 1,
        overdueDays: { current: 30, first: 40 },
        overdueProjects: { current: 0, first: 1 },
        slips: 1,
        siteVisits: 1,
      },
    ]);
    // From 21 May to 4 July, and from 1 July to 4 July.
    expect(await rows('2026-08-01')).toEqual([
      {
        id: null,
        projects: 1,
        overdueDays: { current: 4, first: 45 },
        overdueProjects: nothing,
        slips: 0,
        siteVisits: 0,
      },
    ]);
    const page = await get(`leaders/${wang}`, { effectiveOn: '2026-08-01' });
    expect(page).toMatchObject({ id: wang, name: '王某某', now: { projects: 0 }, items: [], next: null });
    expect(page.inMyTime).toMatchObject({ overdueDays: { current: 10, first: 10 }, slips: 0 });
    expect(page.inMyTime.items).toHaveLength(1);
    const [item] = page.inMyTime.items;
    expect(item).toMatchObject({ id: project, overdueDays: { current: 10, first: 10 } });
    expect(item!.charges.filter(({ kind }) => kind === 'overdueFirst')).toMatchObject([
      { since: '2026-04-01', until: '2026-04-11', begun: '2026-04-01', days: 10, plan: '2026-03' },
    ]);
    expect(item!.charges.every(({ kind, factIds }) => kind === 'missedReport' || factIds.includes(planned))).toBe(true);
  });

  it('shows what is overdue now, whoever let it slip, apart from what is in my time', async () => {
    const { li, after } = stories[0] as Story;
    const page = await get(`leaders/${li}`, { effectiveOn: '2026-04-30', after });
    expect(page.now).toMatchObject({ projects: 1, lead: 1, coLead: 0, overdueProjects: { current: 1, first: 1 } });
    const [held] = page.items;
    expect(held).toMatchObject({ role: 'lead', since: '2026-04-11' });
    expect(held!.overdue.map(({ kind, since, days: own, daysInAll }) => [kind, since, own, daysInAll])).toEqual([
      ['overdueCurrent', '2026-04-11', 20, 30],
      ['overdueFirst', '2026-04-11', 20, 30],
    ]);
    expect(page.inMyTime).toMatchObject({
      overdueDays: { current: 20, first: 20 },
      byRole: [{ role: 'lead', projects: 1 }],
    });
  });

  it('gives a missed month to who led on the day it was due', async () => {
    const { scope, wang, li, after } = stories[0] as Story;
    const missed = async (id: string, effectiveOn: string) => {
      const { items } = await get(`leaders/${id}/in-my-time`, { effectiveOn, scope, after });
      return items.flatMap(({ charges }) => charges).flatMap(({ months }) => (months ? [months] : []));
    };
    expect(await missed(wang, '2026-08-15')).toEqual([{ first: '2026-02', last: '2026-03', count: 2 }]);
    expect(await missed(li, '2026-08-15')).toEqual([{ first: '2026-04', last: '2026-04', count: 1 }]);
    expect(await missed(li, '2026-04-30')).toEqual([]);
    const { items } = await get('leaders/nobody', { effectiveOn: '2026-08-15', scope });
    expect(items).toHaveLength(1);
    expect(await get('leaders/nobody', { effectiveOn: '2026-08-15', scope })).toMatchObject({ missedReports: 3 });
  });

  it('follows a handover that is corrected after the fact', async () => {
    const { scope, wang, li, project, handover } = stories[1] as Story;
    const data = { personId: li, lead: true, from: '2026-04-06' };
    const { after } = await tell(project, 'correct', { factId: handover, data, reason: '以文件为准' });
    const overdue = async (id: string) =>
      (await get(`leaders/${id}`, { scope, effectiveOn: '2026-05-01', after }))['inMyTime'] as object;
    expect(await overdue(wang)).toMatchObject({ overdueDays: { current: 5, first: 5 } });
    expect(await overdue(li)).toMatchObject({ overdueDays: { current: 26, first: 26 } });
  });

  it('lists projects that nobody leads, since when, and for how long', async () => {
    const { scope, project, after } = stories[0] as Story;
    const page = await get('leaders/nobody', { scope, effectiveOn: '2026-06-01', after });
    expect(page).toMatchObject({ nobody: { zh: '无人', en: 'nobody' }, projects: 1, unheldDays: 12 });
    expect(page.items).toMatchObject([{ id: project, since: '2026-05-21', unheldDays: 12 }]);
    expect((await get('leaders/nobody', { scope, effectiveOn: '2026-05-20' })).items).toEqual([]);
  });

  it('charges nothing of a project that was voided, or merged into another one', async () => {
    const { scope, project, li } = stories[2] as Story;
    const { after } = await tell(project, 'void', { reason: '重复入库' });
    expect((await get('leaders', { scope, effectiveOn: '2026-05-01', after })).items).toEqual([]);
    expect((await get(`leaders/${li}/in-my-time`, { scope, effectiveOn: '2026-05-01' })).items).toEqual([]);
  });

  it('shows units the same way, as what they are to a project', async () => {
    const { scope, project } = stories[3] as Story;
    const body = { name: '投资促进局', kind: 'department', from: '2013-01-01' };
    const unitId = ((await ledger.post('/api/organizations', body).expect(201)).body as { id: string }).id;
    const { after } = await tell(project, 'assign-responsible-unit', { unitId, from: '2026-06-01' });
    const page = await get(`organizations/${unitId}/accountability`, { effectiveOn: '2026-06-30', after });
    expect(page).toMatchObject({
      id: unitId,
      name: '投资促进局',
      now: { projects: 1, overdueProjects: { current: 0, first: 1 } },
      inMyTime: { overdueDays: { current: 0, first: 30 }, byRole: [{ role: 'responsibleUnit', projects: 1 }] },
    });
    const { items } = await get('leaders', { scope, role: 'responsibleUnit', effectiveOn: '2026-06-30' });
    expect(items.map(({ id, name, projects }) => [id, name, projects])).toEqual([
      [unitId, '投资促进局', 1],
      [null, null, 0],
    ]);
  });

  it('pages both blocks, and takes a cursor for its own question only', async () => {
    const after = stories[0]!.after;
    const { items: all } = await get(`leaders/${boss}/in-my-time`, { after });
    expect(all).toHaveLength(5);
    expect(all.map(({ overdueDays }) => (overdueDays as { current: number }).current)).toEqual([
      295, 267, 236, 206, 175,
    ]);
    const page = await get(`leaders/${boss}`, { limit: '2' });
    const pages = async (path: string, first: Page) => {
      const found = [...first.items];
      for (let next = first.next; next !== null;) {
        const more = await get(path, { limit: '2', cursor: next });
        found.push(...more.items);
        next = more.next;
      }
      return found.map(({ id }) => id);
    };
    expect(await pages(`leaders/${boss}/in-my-time`, page.inMyTime as never)).toEqual(all.map(({ id }) => id));
    expect(new Set(await pages(`leaders/${boss}`, page))).toEqual(new Set(all.map(({ id }) => id)));
    const cursor = String(page.next);
    await ledger.get(`/api/leaders/${boss}/in-my-time`).query({ cursor }).expect(400);
    await ledger.get(`/api/leaders/${boss}`).query({ cursor, role: 'lead' }).expect(400);
  });

  it('answers as of what was known by a day, an instant or a number, and as it really was on another day', async () => {
    const { scope, li, after } = stories[0] as Story;
    const asked = { scope, effectiveOn: '2026-06-01', after };
    const before = await get('leaders', { ...asked, knownAt: '2026-05-11' });
    expect(before).toMatchObject({
      items: [{ id: li, projects: 1, slips: 1 }],
      effectiveOn: '2026-06-01',
      asOf: { recordedAt: '2026-05-11T04:00:00.000Z' },
      lag: expect.any(Number) as number,
    });
    const known = await get('leaders', { ...asked, knownAt: '2026-05-21' });
    expect(known.items.map(({ id, projects }) => [id, projects])).toEqual([[null, 1]]);
    const { seq } = before['asOf'] as { seq: number };
    for (const knownAt of [String(seq), '2026-05-11T23:59:59+08:00', '2026-05-20']) {
      expect(ofItsPoint(await get('leaders', { ...asked, knownAt }))).toEqual(ofItsPoint(before));
    }
    expect(await get('leaders/nobody', { scope, knownAt: '2026-05-21' })).toMatchObject({
      projects: 1,
      unheldDays: 1,
      effectiveOn: '2026-05-21',
    });
    expect(await get('leaders/nobody', { scope, knownAt: '2026-05-20' })).toMatchObject({ projects: 0, items: [] });
    const page = await get(`leaders/${li}`, { knownAt: '2026-04-30' });
    expect(page).toMatchObject({ effectiveOn: '2026-04-30', now: { projects: 1, overdueProjects: { current: 1 } } });
    expect(page.inMyTime).toMatchObject({ overdueDays: { current: 20, first: 20 }, slips: 0 });
    expect((await get(`leaders/${li}/in-my-time`, { knownAt: '2026-04-30' })).items).toEqual(page.inMyTime.items);
  });

  it('pages through what was known when the first page was asked for', async () => {
    const chief = await person('吴某某');
    const held: string[] = [];
    for (let n = 0; n < 4; n++) {
      const { projectId } = await given(ledger);
      await tell(projectId, 'plan-milestone', { milestone: 'signed', on: `2026-0${n + 1}` });
      await tell(projectId, 'assign-leader', { personId: chief, lead: true, from: '2026-01-10' });
      held.push(projectId);
    }
    const { after } = await tell(held[0] as string, 'record-site-visit', { on: '2026-11-20', personId: chief });
    const all = await get(`leaders/${chief}`, { after });
    const first = await get(`leaders/${chief}`, { limit: '2' });
    await tell(held[3] as string, 'void', { reason: '重复入库' });
    await tell(held[0] as string, 'start-construction', { on: '2026-11-21' });
    const other = await given(ledger);
    const assigned = await tell(other.projectId, 'assign-leader', { personId: chief, lead: true, from: '2026-01-10' });
    const rest = await get(`leaders/${chief}`, { limit: '2', cursor: String(first.next), after: assigned.after });
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(rest).toMatchObject({ next: null, asOf: first['asOf'] as object, effectiveOn: '2026-11-22' });
    const cursor = String(first.inMyTime.next);
    const later = await get(`leaders/${chief}/in-my-time`, { limit: '2', cursor });
    expect([...first.inMyTime.items, ...later.items]).toEqual(all.inMyTime.items);
    expect((await get(`leaders/${chief}`)).items).toHaveLength(4);
    const { seq } = first['asOf'] as { seq: number };
    expect((await get(`leaders/${chief}`, { knownAt: String(seq) })).items).toEqual(all.items);
    await ledger
      .get(`/api/leaders/${chief}`)
      .query({ cursor: first.next, knownAt: String(seq) })
      .expect(400);
  });

  it.each([
    'leaders',
    'leaders/nobody',
    'leaders/:id',
    'leaders/:id/in-my-time',
    'leaders/:id/tenures',
    'leaders/:id/actions',
  ])('refuses a point that is none: %s', (path) => refusesPoints(ledger, `/api/${path.replace(':id', boss)}`));

  it('refuses what it does not know', async () => {
    const { wang } = stories[0] as Story;
    const nobody = '00000000-0000-4000-8000-000000000000';
    await ledger.get(`/api/leaders/${nobody}`).expect(404);
    await ledger.get(`/api/organizations/${nobody}/accountability`).expect(404);
    await ledger.get(`/api/organizations/${wang}/accountability`).expect(404);
    await ledger.get(`/api/leaders/${nobody}/tenures`).expect(404);
    await ledger.get(`/api/leaders/${nobody}/actions`).expect(404);
    await ledger.get(`/api/leaders/${wang}/tenures`).query({ role: 'agentUnit' }).expect(400);
    await ledger.get(`/api/leaders/${wang}/actions`).query({ kind: 'phoneCall' }).expect(400);
    await ledger.get(`/api/leaders/${wang}/tenures`).query({ scope: 'city:9999' }).expect(404);
    await ledger.get('/api/leaders').query({ role: 'boss' }).expect(400);
    await ledger.get('/api/leaders/nobody').query({ role: 'coLead' }).expect(400);
    await ledger.get('/api/leaders').query({ scope: 'everywhere' }).expect(400);
    await ledger.get('/api/leaders').query({ scope: 'city:9999' }).expect(404);
    await ledger.get(`/api/leaders/${wang}`).query({ effectiveOn: '2026-02-30' }).expect(400);
    await ledger.get(`/api/leaders/${wang}/in-my-time`).query({ limit: '0' }).expect(400);
  });
});
