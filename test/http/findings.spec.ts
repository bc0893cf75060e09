import { given, ofItsPoint, openLedger, type Ledger } from './harness.ts';
import { refusesPoints } from './points.harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

interface Finding {
  readonly id: string;
  readonly code: string;
  readonly factIds: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly since: string;
  readonly explanation: { readonly text: string; readonly filedOn: string } | null;
  readonly messages: { readonly zh: string; readonly en: string };
  readonly project: { readonly id: string; readonly name: string };
  readonly zone: { readonly id: string; readonly name: string };
  readonly lead: { readonly id: string; readonly name: string } | null;
}
interface List {
  readonly items: readonly Finding[];
  readonly next: string | null;
  readonly effectiveOn: string;
  readonly asOf: { readonly seq: number };
}
interface Summary {
  readonly count: number;
  readonly explained: number;
  readonly codes: readonly { readonly code: string; readonly count: number; readonly source: string }[];
}

async function get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
  return (await ledger.get(path).query(query).expect(200)).body as T;
}

interface Told {
  readonly id: string;
  readonly zoneId: string;
  readonly personId: string;
  readonly after: string;
  tell(verb: string, body: object): Promise<{ readonly after: string; readonly eventIds: readonly string[] }>;
}

/** A project with a leader that started before its land, on a contract that agreed an earlier start. */
async function troubled(): Promise<Told> {
  const { projectId: id, zoneId } = await given(ledger);
  const person = await ledger.post('/api/people', { name: '欧某某' }).expect(201);
  const personId = (person.body as { id: string }).id;
  const tell = async (verb: string, body: object) =>
    (await ledger.post(`/api/projects/${id}/${verb}`, body).expect(201)).body as Awaited<ReturnType<Told['tell']>>;
  await tell('assign-leader', { personId, lead: true, from: '2026-11-01' });
  await tell('sign', { on: '2026-11-01', agreedStart: '2026-11-10' });
  await tell('start-construction', { on: '2026-11-15' });
  const { after } = await tell('supply-land', { on: '2026-11-20', mode: 'auction', area: 100 });
  return { id, zoneId, personId, after, tell };
}

describe('findings', () => {
  it('are listed for the ledger with texts, evidence, project, zone and lead, and shown on the page of the project', async () => {
    const { id, zoneId, personId, after } = await troubled();
    const { items, effectiveOn } = await get<List>('/api/findings', { projectId: id, after });
    expect(effectiveOn).toBe('2026-11-22');
    expect(items).toMatchObject([
      {
        id: 'StartedBeforeLand',
        code: 'StartedBeforeLand',
        params: { started: '2026-11-15', land: '2026-11-20' },
        since: '2026-11-22',
        explanation: null,
        messages: { zh: '未供先建：2026年11月15日开工，2026年11月20日供地' },
        project: { id, name: '新材料项目' },
        zone: { id: zoneId, name: '示例经开区' },
        lead: { id: personId, name: '欧某某' },
      },
    ]);
    expect(items[0]?.factIds).toHaveLength(2);
    const page = await get<{ findings: readonly Finding[] }>(`/api/projects/${id}`, { after });
    const { project: _project, zone: _zone, lead: _lead, ...shown } = items[0] as Finding;
    expect(page.findings).toEqual([shown]);
    const earlier = await get<List>('/api/findings', { projectId: id, effectiveOn: '2026-11-12' });
    expect(earlier.items.map(({ code }) => code)).toEqual(['ContractStartOverdue']);
  });

  it('narrow by code, scope, leader, unit and explanation, and are counted by the same filters', async () => {
    const { id, zoneId, personId, after, tell } = await troubled();
    const codes = async (query: Record<string, string>): Promise<string[]> =>
      (await get<List>('/api/findings', { ...query, after })).items.map(({ code }) => code);
    expect(await codes({ scope: `zone:${zoneId}` })).toEqual(['StartedBeforeLand']);
    expect(await codes({ leaderId: personId, code: 'StartedBeforeLand,FiledLate' })).toEqual(['StartedBeforeLand']);
    expect(await codes({ leaderId: personId, code: 'FiledLate' })).toEqual([]);
    expect(await codes({ unitId: personId })).toEqual([]);
    expect(await codes({ leaderId: personId, explained: 'true' })).toEqual([]);
    const [found] = (await get<List>('/api/findings', { projectId: id })).items;
    const explained = await tell('explain-finding', {
      finding: found?.id,
      evidence: found?.factIds,
      text: '先行用地已批准',
    });
    const filter = { leaderId: personId, after: explained.after };
    const [shown] = (await get<List>('/api/findings', { ...filter, explained: 'true' })).items;
    expect(shown?.explanation).toMatchObject({ text: '先行用地已批准', filedOn: '2026-11-22' });
    expect(await get<Summary>('/api/findings/summary', filter)).toMatchObject({
      count: 1,
      explained: 1,
      codes: [{ code: 'StartedBeforeLand', count: 1, rule: { zh: expect.stringContaining('供地') as string } }],
    });
    expect(await get<Summary>('/api/findings/summary', { ...filter, explained: 'false' })).toMatchObject({ count: 0 });
  });

  it('are paged by cursor, each once', async () => {
    for (let i = 0; i < 3; i++) await troubled();
    const { after } = await troubled();
    const whole = await get<List>('/api/findings', { after, limit: '200' });
    for (const sort of ['newest', 'project']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: List = await get('/api/findings', { limit: '2', sort, ...(cursor !== null && { cursor }) });
        seen.push(...page.items.map(({ project, id }) => `${project.id} ${id}`));
        cursor = page.next;
      } while (cursor !== null);
      expect(seen.toSorted()).toEqual(whole.items.map(({ project, id }) => `${project.id} ${id}`).toSorted());
    }
    const { count } = await get<Summary>('/api/findings/summary');
    expect(count).toBe(whole.items.length);
  });

  it('stay as they were known, whatever is told later', async () => {
    const { id, zoneId, after, tell } = await troubled();
    const scope = `zone:${zoneId}`;
    const then = await get<List>('/api/findings', { scope, after });
    const counted = await get<Summary>('/api/findings/summary', { scope });
    expect(counted).toMatchObject({ count: 1, explained: 0 });
    const [found] = then.items;
    await tell('explain-finding', { finding: found?.id, evidence: found?.factIds, text: '先行用地已批准' });
    const renamed = await tell('rename', { name: '新名称项目' });
    const now = await get<List>('/api/findings', { scope, after: renamed.after });
    expect(now.items).toMatchObject([{ explanation: { text: '先行用地已批准' }, project: { name: '新名称项目' } }]);
    const knownAt = String(then.asOf.seq);
    const later = [
      await get<object>('/api/findings', { scope, knownAt }),
      await get<object>('/api/findings/summary', { scope, knownAt }),
    ];
    expect(later.map(ofItsPoint)).toEqual([then, counted].map(ofItsPoint));
    const before = await get<List>('/api/findings', { scope, knownAt: String(then.asOf.seq - 1) });
    expect(before.items.map(({ code }) => code)).toEqual([]);
    const earlier = { projectId: id, knownAt: String(then.asOf.seq - 2), effectiveOn: '2026-11-16' };
    expect((await get<List>('/api/findings', earlier)).items.map(({ code }) => code)).toEqual(['ContractStartOverdue']);
  });

  it('are paged as they were when the first page was asked for', async () => {
    const { id, tell } = await troubled();
    const { after } = await troubled();
    const whole = await get<List>('/api/findings', { after, limit: '200' });
    const first = await get<List>('/api/findings', { limit: '1' });
    const voided = await tell('void', { reason: '重复入库' });
    const { after: more } = await troubled();
    const rest = await get<List>('/api/findings', { limit: '200', cursor: String(first.next), after: more });
    expect([...first.items, ...rest.items]).toEqual(whole.items);
    expect(rest.asOf).toEqual(first.asOf);
    const now = await get<List>('/api/findings', { limit: '200', after: voided.after });
    expect(now.items.map(({ project }) => project.id)).not.toContain(id);
  });

  it.each(['/api/findings', '/api/findings/summary'])('refuse a point that is none: %s', (path) =>
    refusesPoints(ledger, path),
  );

  it('refuse an explanation of what is not found, or of other evidence', async () => {
    const { id } = await troubled();
    for (const body of [
      { finding: 'PermitLapsed', evidence: [id], text: '说明' },
      { finding: 'StartedBeforeLand', evidence: [id], text: '说明' },
    ]) {
      const answer = await ledger.post(`/api/projects/${id}/explain-finding`, body).expect(409);
      expect(answer.body).toMatchObject({ code: 'FindingNotFound' });
    }
  });

  it.each([
    ['code=Nonsense', 'ValidationFailed', 400],
    ['code=FiledLate,FiledLate', 'ValidationFailed', 400],
    ['code=', 'ValidationFailed', 400],
    ['scope=zone', 'ValidationFailed', 400],
    ['scope=zone:nobody', 'ScopeUnknown', 404],
    ['explained=1', 'ValidationFailed', 400],
    ['leaderId=x', 'ValidationFailed', 400],
    ['sort=oldest', 'ValidationFailed', 400],
    ['limit=1000', 'ValidationFailed', 400],
    ['cursor=x', 'CursorInvalid', 400],
    ['effectiveOn=2026-02-30', 'ValidationFailed', 400],
    ['code=FiledLate&code=PlanSlipped', 'ValidationFailed', 400],
    ['nonsense=1', 'ValidationFailed', 400],
  ])('refuse ?%s', async (query, code, status) => {
    const answer = await ledger.get(`/api/findings?${query}`).expect(status);
    expect(answer.body).toMatchObject({ code });
  });
});
