import { given, openLedger, type Ledger } from './harness.ts';

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

let ledger: Ledger;
/** One project in a zone of its own: Wang leads it from 10 January to 10 April, then Li until 20 May, then nobody. */
let story: {
  readonly scope: string;
  readonly project: string;
  readonly wang: string;
  readonly li: string;
  readonly handover: string;
  readonly after: string;
};

beforeAll(async () => {
  ledger = await openLedger();
  const { zoneId, projectId: project } = await given(ledger);
  const [wang, li] = [await person('王某某'), await person('李某某')];
  await tell(project, 'assign-leader', { personId: wang, lead: true, from: '2026-01-10' });
  const { eventIds } = await tell(project, 'assign-leader', { personId: li, lead: true, from: '2026-04-11' });
  await tell(project, 'release-leader', { personId: li, until: '2026-05-21' });
  const { after } = await tell(project, 'start-construction', { on: '2026-07-05' });
  story = { scope: `zone:${zoneId}`, project, wang, li, handover: eventIds[0] as string, after };
});
afterAll(() => ledger.close());

async function person(name: string): Promise<string> {
  return ((await ledger.post('/api/people', { name }).expect(201)).body as { id: string }).id;
}

async function tell(project: string, verb: string, body: object): Promise<{ after: string; eventIds: string[] }> {
  return (await ledger.post(`/api/projects/${project}/${verb}`, body).expect(201)).body as never;
}

async function get(path: string, query: Record<string, string> = {}): Promise<Page> {
  return (await ledger.get(`/api/${path}`).query(query).expect(200)).body as Page;
}

describe('the record of a leader', () => {
  it('says on the board how far the projects held are, and when any of them was last reported', async () => {
    const { scope, wang, li } = story;
    const other = await given(ledger, {});
    const { zoneId } = other;
    await tell(other.projectId, 'assign-leader', { personId: wang, lead: true, from: '2026-01-10' });
    await tell(other.projectId, 'record-lead', { on: '2026-10' });
    const { after } = await tell(other.projectId, 'report-progress', { period: '2026-10', text: '洽谈' });
    const board = async (where: string, effectiveOn: string) => {
      const { items } = await get('leaders', { scope: where, effectiveOn, after });
      return items.map(({ id, stages, lastReport }) => ({ id, stages, lastReport }));
    };
    expect(await board(`zone:${zoneId}`, '2026-11-22')).toEqual([
      { id: wang, stages: [{ stage: 'lead', count: 1, possible: 0 }], lastReport: '2026-11-22' },
    ]);
    expect(await board(`zone:${zoneId}`, '2026-10-15')).toEqual([
      {
        id: wang,
        stages: [
          { stage: 'registered', count: 1, possible: 0 },
          { stage: 'lead', count: 0, possible: 1 },
        ],
        lastReport: null,
      },
    ]);
    expect(await board(scope, '2026-05-20')).toEqual([
      { id: li, stages: [{ stage: 'registered', count: 1, possible: 0 }], lastReport: null },
    ]);
    expect(await board(scope, '2026-11-22')).toEqual([
      { id: null, stages: [{ stage: 'constructionStarted', count: 1, possible: 0 }], lastReport: null },
    ]);
  });

  it('lists tenures with the document, whom they followed and who followed them, up to the day', async () => {
    const { scope, project, wang, li, after, handover } = story;
    const tenures = async (id: string, effectiveOn: string) =>
      (await get(`leaders/${id}/tenures`, { scope, effectiveOn, after })).items;
    const [of] = await tenures(wang, '2026-04-10');
    expect(of).toMatchObject({ role: 'lead', from: '2026-01-10', until: null, days: 91, end: null, successor: null });
    expect(await tenures(wang, '2026-11-22')).toMatchObject([
      {
        project: { id: project, name: '新材料项目' },
        roleLabel: { zh: '牵头领导', en: 'lead' },
        fromDay: '2026-01-10',
        until: '2026-04-11',
        days: 91,
        end: 'handedOver',
        doc: null,
        orderId: null,
        predecessor: null,
        successor: { id: li, name: '李某某', from: '2026-04-11', doc: null, orderId: null, factId: handover },
      },
    ]);
    expect(await tenures(li, '2026-11-22')).toMatchObject([
      { factId: handover, until: '2026-05-21', end: 'released', predecessor: { id: wang }, successor: null },
    ]);
    expect(await tenures(li, '2026-04-10')).toEqual([]);
    expect((await get(`leaders/${li}/tenures`, { scope, role: 'coLead' })).items).toEqual([]);
  });

  it('ends a tenure with the project, says by which order it began, and does not guess who followed whom', async () => {
    const [first, second, third] = [await person('郑某某'), await person('冯某某'), await person('陈某某')];
    const { projectId } = await given(ledger);
    await tell(projectId, 'assign-leader', { personId: first, lead: true, from: '2026-08', doc: '1号' });
    await tell(projectId, 'assign-leader', { personId: second, lead: false, from: '2026-08-31' });
    const orderId = '0a5c9d1e-0000-4000-8000-000000000001';
    const order = { personId: third, lead: true, from: '2026-10-01', doc: '2号', orderId };
    await tell(projectId, 'assign-leader', order);
    const { after } = await tell(projectId, 'exit', { on: '2026-11-02', kind: 'agreed', reason: '撤资' });
    const only = async (id: string) => (await get(`leaders/${id}/tenures`, { after })).items[0];
    expect(await only(first)).toMatchObject({
      from: '2026-08',
      fromDay: '2026-08-31',
      doc: '1号',
      end: 'handedOver',
      successor: { id: third, from: '2026-10-01', doc: '2号', orderId },
    });
    expect(await only(third)).toMatchObject({
      doc: '2号',
      orderId,
      predecessor: { id: first },
      until: '2026-11-02',
      end: 'exited',
      successor: null,
    });
    expect(await only(second)).toMatchObject({ role: 'coLead', predecessor: null, end: 'exited' });
  });

  it('lists what a leader did, by its day as it was reported, and by kind', async () => {
    const { projectId } = await given(ledger);
    const who = await person('褚某某');
    const visited = await tell(projectId, 'record-site-visit', { on: '2026-09', personId: who, found: '设备到场' });
    await tell(projectId, 'record-site-visit', { on: '2026-11-20', personId: who });
    const { after } = await tell(projectId, 'record-help-action', {
      on: '2026-11-10',
      personId: who,
      text: '协调用电',
    });
    const done = async (query: Record<string, string>) =>
      (await get(`leaders/${who}/actions`, { after, ...query })).items;
    expect(await done({})).toMatchObject([
      { kind: 'siteVisit', label: { zh: '走访', en: 'site visit' }, on: '2026-11-20', text: null },
      { kind: 'helpAction', on: '2026-11-10', text: '协调用电', project: { id: projectId, name: '新材料项目' } },
      { kind: 'siteVisit', on: '2026-09', onDay: '2026-09-30', text: '设备到场', factId: visited.eventIds[0] },
    ]);
    expect((await done({ kind: 'helpAction' })).map(({ on: day }) => day)).toEqual(['2026-11-10']);
    expect((await done({ effectiveOn: '2026-10-01' })).map(({ on: day }) => day)).toEqual(['2026-09']);
    const page = await get(`leaders/${who}/actions`, { limit: '2' });
    const cursor = String(page.next);
    expect((await done({ limit: '2', cursor })).map(({ on: day }) => day)).toEqual(['2026-09']);
    await ledger.get(`/api/leaders/${who}/actions`).query({ cursor, kind: 'siteVisit' }).expect(400);
  });

  it('pages through tenures in the order of their first day, those of one day by project', async () => {
    const boss = await person('周某某');
    let after = '';
    for (const from of ['2026-03-01', '2026-05-01', '2026-03-01', '2026-04', '2026-03-01']) {
      const { projectId } = await given(ledger);
      ({ after } = await tell(projectId, 'assign-leader', { personId: boss, lead: true, from }));
    }
    const { items: all } = await get(`leaders/${boss}/tenures`, { after });
    expect(all.map(({ fromDay }) => fromDay)).toEqual([
      '2026-05-01',
      '2026-04-30',
      '2026-03-01',
      '2026-03-01',
      '2026-03-01',
    ]);
    const found: object[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await get(`leaders/${boss}/tenures`, { limit: '2', ...(cursor !== undefined && { cursor }) });
      found.push(...page.items);
      cursor = page.next;
    }
    expect(found).toEqual(all);
  });
});
