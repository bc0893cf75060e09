import { given, openLedger, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

interface Page {
  readonly facts: readonly { readonly id: string; readonly type: string }[];
  readonly [field: string]: unknown;
}

const NOTHING = { fen: '0', currency: 'CNY' };
const TOTAL = { fen: '500000000000', currency: 'CNY' };

async function page(id: string, query: Record<string, string> = {}): Promise<Page> {
  return (await ledger.get(`/api/projects/${id}`).query(query).expect(200)).body as Page;
}

/** Everything that the OpenAPI document promises of a page. */
async function promised(): Promise<string[]> {
  interface Schema {
    readonly required?: string[];
  }
  const answer = await ledger.get('/api/openapi.json').expect(200);
  const { schemas } = (answer.body as { components: { schemas: Record<string, Schema> } }).components;
  return schemas['ProjectPageShape']?.required ?? [];
}

interface Told {
  readonly id: string;
  /** Of the last command; a page asked for with it knows all of them. */
  readonly after: string;
  tell(verb: string, body: object): Promise<string>;
}

/** A project with a start in May 2026, money of July and a leader. */
async function told(): Promise<Told> {
  const { projectId: id } = await given(ledger, { totalInvestment: TOTAL, code: `YB-${Math.random()}` });
  const leader = await ledger.post('/api/people', { name: '欧某某' }).expect(201);
  const tell = async (verb: string, body: object) =>
    ((await ledger.post(`/api/projects/${id}/${verb}`, body).expect(201)).body as { after: string }).after;
  await tell('start-construction', { on: '2026-05' });
  const personId = (leader.body as { id: string }).id;
  await tell('assign-leader', { personId, lead: true, from: '2026-04-01' });
  const after = await tell('report-investment', { period: '2026-07', inPeriod: { fen: '300', currency: 'CNY' } });
  return { id, after, tell };
}

describe('the page of a project', () => {
  it('has all that it promises on a day before anything is certain, with nothing invested and nobody in charge', async () => {
    const { id, tell } = await told();
    const after = await tell('sign', { on: '2026-04-02' });
    const early = await page(id, { effectiveOn: '2001-01-01', after });
    expect(Object.keys(early)).toEqual(expect.arrayContaining(await promised()));
    expect(early).toMatchObject({
      id,
      name: '新材料项目',
      zoneName: '示例经开区',
      stage: 'registered',
      standing: 'active',
      leaderId: null,
      leaderName: null,
      coLeaderIds: [],
      totalInvestment: TOTAL,
      investedThisYear: NOTHING,
      invested: NOTHING,
      effectiveOn: '2001-01-01',
    });
    expect(await page(id)).toMatchObject({
      stage: 'constructionStarted',
      leaderName: '欧某某',
      invested: { fen: '300', currency: 'CNY' },
    });
  });

  it('of a voided project is all there, as voided', async () => {
    const { id, tell } = await told();
    const after = await tell('void', { reason: '重复入库' });
    for (const effectiveOn of ['2001-01-01', '2026-11-22']) {
      const voided = await page(id, { after, effectiveOn });
      expect(Object.keys(voided)).toEqual(expect.arrayContaining(await promised()));
      expect(voided).toMatchObject({ name: '新材料项目', zoneName: '示例经开区', standing: 'voided' });
    }
    expect(await page(id)).toMatchObject({ stage: 'constructionStarted', invested: { fen: '300' } });
  });

  it('of which the registration was revoked is all there, as withdrawn, and as before once it is reinstated', async () => {
    const { id, tell, after: before } = await told();
    const registration = (await page(id, { after: before })).facts.find(({ type }) => type === 'ProjectRegistered')?.id;
    const revoked = await ledger
      .post(`/api/projects/${id}/revoke`, { factId: registration, reason: '误登' })
      .expect(201);
    const { after, eventIds } = revoked.body as { after: string; eventIds: string[] };
    const withdrawn = await page(id, { after });
    expect(Object.keys(withdrawn)).toEqual(expect.arrayContaining(await promised()));
    expect(withdrawn).toMatchObject({
      name: '新材料项目',
      zoneName: '示例经开区',
      totalInvestment: TOTAL,
      standing: 'withdrawn',
      revision: '4',
    });
    expect(withdrawn.facts.map(({ type }) => type)).not.toContain('ProjectRegistered');
    const again = await tell('revoke', { factId: eventIds[0], reason: '撤销有误' });
    expect(await page(id, { after: again })).toMatchObject({ name: '新材料项目', standing: 'active' });
  });

  it('and its lists are found under an id in capitals, and name it as the ledger does', async () => {
    const { id, after } = await told();
    const shouted = id.toUpperCase();
    expect(await page(shouted, { after })).toEqual(await page(id, { after }));
    for (const list of ['timeline', 'events']) {
      const answer = await ledger.get(`/api/projects/${shouted}/${list}?limit=2`).expect(200);
      const { next } = answer.body as { next: string };
      await ledger.get(`/api/projects/${id}/${list}?limit=2&cursor=${encodeURIComponent(next)}`).expect(200);
    }
    const { leaderId } = await page(id);
    const leader = String(leaderId);
    for (const address of [
      (asked: string) => `leaders/${asked}?after=${after}`,
      (asked: string) => `people/${asked}`,
    ]) {
      const one = await ledger.get(`/api/${address(leader)}`).expect(200);
      const other = await ledger.get(`/api/${address(leader.toUpperCase())}`).expect(200);
      expect(other.body).toEqual(one.body);
    }
  });
});
