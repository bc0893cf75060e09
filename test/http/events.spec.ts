import { given, NOW, openLedger, ZONE, type Ledger } from './harness.ts';
import { refusesPoints } from './points.harness.ts';

interface Item {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
}
interface Answer {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly asOf: { readonly seq: number };
}

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const ask = async (path: string): Promise<Answer> =>
  (await ledger.get(`/api/events${path}`).expect(200)).body as Answer;
const seqs = async (path: string): Promise<number[]> => (await ask(path)).items.map(({ seq }) => seq);
const after = async (token: string): Promise<void> => void (await ledger.get(`/api/events?after=${token}`).expect(200));

describe('an empty log', () => {
  it('has no events, and says so', async () => {
    expect(await ask('')).toMatchObject({ items: [], next: null, asOf: { seq: 0, recordedAt: null }, lag: 0 });
    expect((await ledger.get('/api/events/1').expect(404)).body).toMatchObject({ code: 'EventNotFound' });
    const types = (await ledger.get('/api/events/types').expect(200)).body as { items: { category: string }[] };
    expect(types.items.map(({ category }) => category)).toContain('project');
  });
});

describe('the log', () => {
  let zoneId: string;
  let projectId: string;

  beforeAll(async () => {
    ({ zoneId, projectId } = await given(ledger));
    ledger.time.now = NOW + 86_400_000;
    const signed = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-05' }).expect(201);
    const [factId] = (signed.body as { eventIds: string[] }).eventIds;
    const correction = { factId, data: { on: '2026-04' }, reason: '以合同为准', doc: '示例〔2026〕1号' };
    await ledger.post(`/api/projects/${projectId}/correct`, correction).expect(201);
    await ledger.post(`/api/projects/${projectId}/rename`, { name: '更名后的项目' }).expect(201);
    const renamed = await ledger
      .post(`/api/zones/${zoneId}/rename`, { name: '更名区', from: '2026-01-01' })
      .expect(201);
    await after((renamed.body as { after: string }).after);
  });

  it('is listed with what, whom, who, when and where from, the latest first', async () => {
    const { items, asOf } = await ask('');
    expect(asOf.seq).toBe(6);
    expect(items.map(({ type }) => type)).toEqual([
      'ZoneRenamed',
      'ProjectRenamed',
      'FactCorrected',
      'ProjectSigned',
      'ProjectRegistered',
      'ZoneDefined',
    ]);
    expect(items[2]).toEqual({
      seq: 4,
      stream: `project-${projectId}`,
      revision: '2',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      type: 'FactCorrected',
      label: { zh: '更正', en: 'corrected' },
      subject: { category: 'project', label: { zh: '项目', en: 'project' }, id: projectId, name: '更名后的项目' },
      on: null,
      recordedAt: '2026-11-23T04:00:00.000Z',
      filedAt: '2026-11-23T04:00:00.000Z',
      filedAtClaimed: false,
      actor: { id: 'local', role: 'coordinator' },
      source: { kind: 'api' },
      mends: items[3]?.id,
    });
    const happened = (date: string, precision: string, zh: string) => ({ date, precision, text: { zh, en: date } });
    expect(items[0]).toMatchObject({
      subject: { category: 'zone', id: zoneId, name: '更名区' },
      on: happened('2026-01-01', 'day', '2026年1月1日'),
    });
    expect(items[3]).toMatchObject({ on: happened('2026-05', 'month', '2026年5月') });
    expect(await seqs('?sort=seq')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is narrowed by what is asked for', async () => {
    expect(await seqs('?category=zone')).toEqual([6, 1]);
    expect(await seqs('?type=ProjectSigned,ProjectRenamed&sort=seq')).toEqual([3, 5]);
    expect(await seqs(`?subject=${projectId}`)).toEqual([5, 4, 3, 2]);
    expect(await seqs('?actor=local&source=api&category=zone,project&type=ZoneDefined')).toEqual([1]);
    expect(await seqs('?actor=nobody')).toEqual([]);
    expect(await seqs('?source=import')).toEqual([]);
    expect(await seqs('?batch=b1')).toEqual([]);
    expect(await seqs('?since=2026-11-23')).toEqual([6, 5, 4, 3]);
    expect(await seqs('?until=2026-11-22')).toEqual([2, 1]);
    expect(await seqs('?since=2026-11-22T12:00:00%2B08:00&until=4')).toEqual([4, 3, 2, 1]);
    expect(await seqs('?since=5&until=2')).toEqual([]);
    expect(await seqs('?filedSince=2026-11-23')).toEqual([6, 5, 4, 3]);
    expect(await seqs('?filedSince=2026-11-22&filedUntil=2026-11-22')).toEqual([2, 1]);
    expect(await seqs('?filedSince=2026-11-23&category=zone')).toEqual([6]);
    expect(await seqs('?until=2099-01-01&knownAt=2')).toEqual([2, 1]);
  });

  it('is paged through, and a page stays the same while others write', async () => {
    const first = await ask('?limit=2');
    expect(first.items.map(({ seq }) => seq)).toEqual([6, 5]);
    const written = await ledger.post('/api/zones', { ...ZONE, name: '另一区' }).expect(201);
    await after((written.body as { after: string }).after);
    const second = await ask(`?limit=4&cursor=${first.next}`);
    expect(second).toMatchObject({ next: null, asOf: { seq: 6 } });
    expect(second.items.map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
    expect(await seqs('?knownAt=6&limit=2')).toEqual([6, 5]);
    expect(await seqs('?limit=1')).toEqual([7]);
    expect(await ask('?knownAt=2')).toMatchObject({
      items: [{ subject: { name: '新材料项目' } }, {}],
      asOf: { seq: 2 },
    });
    await ledger.get(`/api/events?limit=2&sort=seq&cursor=${first.next}`).expect(400, /CursorInvalid/);
  });

  it('shows one event as it was written, what it did, and whether it holds', async () => {
    const { items } = await ask(`?subject=${projectId}&sort=seq`);
    const [registered, signed, correction] = items;
    const one = (await ledger.get('/api/events/4').expect(200)).body as object;
    expect(one).toMatchObject({
      seq: 4,
      id: correction?.id,
      data: { factId: signed?.id, data: { on: '2026-04' }, reason: '以合同为准', doc: '示例〔2026〕1号' },
      metadata: { recordedAt: '2026-11-23T04:00:00.000Z', source: { kind: 'api' }, schema: 1 },
      status: 'effective',
      facts: [{ id: signed?.id, type: 'ProjectSigned', before: { on: '2026-05' }, after: { on: '2026-04' } }],
      changes: expect.arrayContaining([
        expect.objectContaining({ field: 'reached.signed', from: '2026-05', to: '2026-04' }),
      ]) as object,
      state: { stage: 'signed', name: '新材料项目' },
      previous: { seq: 3, id: signed?.id, type: 'ProjectSigned' },
      following: { seq: 5, type: 'ProjectRenamed' },
    });
    expect((await ledger.get(`/api/events/${correction?.id.toUpperCase()}`).expect(200)).body).toEqual(one);
    const then = (await ledger.get('/api/events/3?knownAt=3').expect(200)).body as object;
    expect(then).toMatchObject({ status: 'effective', correctedBy: null, following: null });
    const now = (await ledger.get('/api/events/3').expect(200)).body as object;
    expect(now).toMatchObject({ status: 'corrected', correctedBy: correction?.id, previous: { id: registered?.id } });
  });

  it.each([
    ['screen', 'screen'],
    ['import', 'api'],
    ['screen, api', 'api'],
  ])('that was sent with X-Source %s came from %s', async (said, kind) => {
    const answer = await ledger.post('/api/zones', { ...ZONE, name: `来自${said}` }, { 'X-Source': said }).expect(201);
    const { after: token, id } = answer.body as { after: string; id: string };
    await after(token);
    const { items } = await ask(`?subject=${id}`);
    expect(items).toEqual([expect.objectContaining({ source: { kind } })]);
  });

  it('shows of other streams which fact an event brought', async () => {
    const one = (await ledger.get('/api/events/6').expect(200)).body as object;
    expect(one).toMatchObject({
      type: 'ZoneRenamed',
      label: { zh: '开发区更名', en: 'zone renamed' },
      facts: [{ type: 'ZoneRenamed', before: null, after: { name: '更名区', from: '2026-01-01' } }],
      changes: [],
      state: null,
      on: { date: '2026-01-01' },
    });
  });

  it('refuses what is no question, in both languages', async () => {
    await refusesPoints(ledger, '/api/events');
    for (const query of [
      'category=nothing',
      'category=zone,zone',
      'type=',
      'type=ProjectSigned,',
      'source=telepathy',
      'since=yesterday',
      'filedSince=2026-11',
      'filedUntil=3',
      'until=0',
      'sort=seq,-seq',
      'limit=201',
      'subject=',
      'subject=%00',
      `actor=${'x'.repeat(601)}`,
      'offset=3',
      'category=zone&category=project',
      'cursor=abc',
    ]) {
      const { body } = (await ledger.get(`/api/events?${query}`).expect(400)) as { body: object };
      expect(body).toMatchObject({
        code: query.startsWith('cursor') ? 'CursorInvalid' : 'ValidationFailed',
        messages: { zh: expect.stringMatching(/./) as string, en: expect.stringMatching(/./) as string },
      });
    }
    for (const id of ['0', '-1', '99999999999999999999', 'nothing', '00000000-0000-4000-8000-000000000000']) {
      expect((await ledger.get(`/api/events/${id}`).expect(404)).body).toMatchObject({ code: 'EventNotFound' });
    }
    expect((await ledger.get('/api/events/5?knownAt=3').expect(404)).body).toMatchObject({
      code: 'EventNotKnownYet',
      params: { id: '5', seq: 3, since: 5 },
    });
    await ledger.get('/api/events/types?x=1').expect(400);
  });
});
