import { given, ofItsPoint, openLedger, type Ledger } from './harness.ts';
import { refusesPoints } from './points.harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

interface Deadline {
  readonly id: string;
  readonly kind: string;
  readonly due: string;
  readonly daysLeft: number;
  readonly factId: string;
  readonly project: { readonly id: string; readonly name: string };
}
interface List {
  readonly items: readonly Deadline[];
  readonly next: string | null;
  readonly asOf: { readonly seq: number };
}

async function list(query: Record<string, string>): Promise<List> {
  return (await ledger.get('/api/deadlines').query(query).expect(200)).body as List;
}
const shortly = ({ items }: List): string[] => items.map(({ id, due, daysLeft }) => `${id} ${due} ${daysLeft}`);

/** A project with a planned start, a contract, a permit and a leader. */
async function planned() {
  const { projectId: id, zoneId } = await given(ledger);
  const person = await ledger.post('/api/people', { name: '欧某某' }).expect(201);
  const personId = (person.body as { id: string }).id;
  const tell = async (verb: string, body: object) =>
    (await ledger.post(`/api/projects/${id}/${verb}`, body).expect(201)).body as { after: string; eventIds: string[] };
  await tell('assign-leader', { personId, lead: true, from: '2026-01-01' });
  await tell('sign', { on: '2026-01', agreedStart: '2026-10-31', agreedProduction: '2027-06' });
  await tell('obtain-construction-permit', { on: '2026-09-15' });
  const { after, eventIds } = await tell('plan-milestone', { milestone: 'constructionStarted', on: '2026-11' });
  return { id, zoneId, personId, after, planId: eventIds[0], tell };
}

describe('deadlines', () => {
  it('are what falls due in the next days, and what is past due', async () => {
    const { id, zoneId, personId, after, planId, tell } = await planned();
    const scope = `zone:${zoneId}`;
    const soon = await list({ scope, after });
    expect(shortly(soon)).toEqual([
      'plan/constructionStarted 2026-11-30 8',
      'permit/constructionStarted 2026-12-15 23',
    ]);
    expect(soon.items[0]).toMatchObject({
      kind: 'plan',
      kindLabel: { zh: '计划节点' },
      milestone: 'constructionStarted',
      label: { zh: '开工' },
      phase: null,
      factId: planId,
      project: { id, name: '新材料项目' },
      zone: { id: zoneId, name: '示例经开区' },
      lead: { id: personId, name: '欧某某' },
    });
    expect(shortly(await list({ scope, days: '8' }))).toEqual([]);
    expect(shortly(await list({ scope, days: '9' }))).toEqual(['plan/constructionStarted 2026-11-30 8']);
    expect(shortly(await list({ scope, overdue: 'true' }))).toEqual(['contract/constructionStarted 2026-10-31 -22']);
    expect(shortly(await list({ scope, days: '366', kind: 'contract' }))).toEqual([
      'contract/inProduction 2027-06-30 220',
    ]);
    expect(shortly(await list({ leaderId: personId, effectiveOn: '2026-10-31', days: '1' }))).toEqual([
      'contract/constructionStarted 2026-10-31 0',
    ]);
    expect(shortly(await list({ unitId: personId }))).toEqual([]);
    const started = await tell('start-construction', { on: '2026-11-20' });
    expect(shortly(await list({ scope, days: '366', after: started.after }))).toEqual([
      'contract/inProduction 2027-06-30 220',
    ]);
  });

  it('are paged by cursor', async () => {
    await planned();
    const { after } = await planned();
    const whole = await list({ days: '366', after });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: List = await list({ days: '366', limit: '2', ...(cursor !== null && { cursor }) });
      seen.push(...shortly(page));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen.length).toBeGreaterThan(4);
    expect(seen).toEqual(shortly(whole));
  });

  it('stay as they were known, and a cursor keeps the point it began at', async () => {
    const { zoneId, after, tell } = await planned();
    const asked = { scope: `zone:${zoneId}`, days: '366' };
    const then = await list({ ...asked, after });
    expect(then.items).toHaveLength(3);
    const first = await list({ ...asked, limit: '1' });
    const started = await tell('start-construction', { on: '2026-11-20' });
    expect((await list({ ...asked, after: started.after })).items).toHaveLength(1);
    expect(ofItsPoint(await list({ ...asked, knownAt: String(then.asOf.seq) }))).toEqual(ofItsPoint(then));
    const rest = await list({ ...asked, cursor: String(first.next) });
    expect([...first.items, ...rest.items]).toEqual(then.items);
    expect(rest.asOf).toEqual(first.asOf);
    const overdue = { ...asked, overdue: 'true', knownAt: String(then.asOf.seq) };
    expect(shortly(await list(overdue))).toEqual(['contract/constructionStarted 2026-10-31 -22']);
    expect(shortly(await list({ ...overdue, effectiveOn: '2026-10-31' }))).toEqual([]);
  });

  it('are counted by kind, and the counts stay as they were known', async () => {
    const { zoneId, after, tell } = await planned();
    const asked = `scope=zone:${zoneId}`;
    const summary = async (query: string) =>
      (await ledger.get(`/api/deadlines/summary?${asked}&${query}`).expect(200)) as { body: { asOf: { seq: number } } };
    const then = await summary(`days=366&after=${after}`);
    expect(then.body).toMatchObject({
      days: 366,
      overdue: 1,
      due: 3,
      kinds: [
        { kind: 'plan', label: { zh: '计划节点', en: 'planned' }, overdue: 0, due: 1 },
        { kind: 'contract', overdue: 1, due: 1 },
        { kind: 'land', overdue: 0, due: 0 },
        { kind: 'permit', overdue: 0, due: 1 },
      ],
    });
    expect((await summary('')).body).toMatchObject({ days: 30, overdue: 1, due: 2 });
    expect((await summary('effectiveOn=2026-10-31&days=1')).body).toMatchObject({ overdue: 0, due: 1 });
    const started = await tell('start-construction', { on: '2026-11-20' });
    expect((await summary(`days=366&after=${started.after}`)).body).toMatchObject({ overdue: 0, due: 1 });
    const known = await summary(`days=366&knownAt=${then.body.asOf.seq}`);
    expect(ofItsPoint(known.body)).toEqual(ofItsPoint(then.body));
    await refusesPoints(ledger, '/api/deadlines/summary');
    for (const wrong of ['days=0', 'kind=plan', 'overdue=true', 'scope=x', 'limit=3'])
      await ledger.get(`/api/deadlines/summary?${wrong}`).expect(400, /ValidationFailed/);
  });

  it('refuse a point that is none', () => refusesPoints(ledger, '/api/deadlines'));

  it.each(['days=0', 'days=367', 'days=-1', 'days=1.5', 'days=', 'overdue=yes', 'kind=none', 'scope=x', 'unitId=x'])(
    'refuse ?%s',
    async (query) => {
      const answer = await ledger.get(`/api/deadlines?${query}`).expect(400);
      expect(answer.body).toMatchObject({ code: 'ValidationFailed' });
    },
  );
});
