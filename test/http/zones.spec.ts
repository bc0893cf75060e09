import { given, ofItsPoint, openLedger, ZONE, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
type Made = { id: string; after: string; eventIds: string[]; revision: string };
const zone = async (data: object = {}): Promise<Made> =>
  (await ledger.post('/api/zones', { ...ZONE, ...data }).expect(201)).body as Made;
const tell = async (id: string, verb: string, data: object): Promise<Made> =>
  (await ledger.post(`/api/zones/${id}/${verb}`, data).expect(201)).body as Made;
const page = async (id: string, query: object = {}): Promise<Record<string, unknown>> =>
  (await ledger.get(`/api/zones/${id}`).query(query).expect(200)).body as Record<string, unknown>;
const names = async (query: object): Promise<string[]> => {
  const body = (await ledger.get('/api/zones').query(query).expect(200)).body as object;
  return (body as { items: { name: string }[] }).items.map(({ name }) => name);
};

describe('a zone that was renamed and tiered', () => {
  it('shows the name and the tier of the day, and all of them over time', async () => {
    const { id } = await zone({ name: '桃源经开区', tier: '二类' });
    const renamed = await tell(id, 'rename', { name: '桃源高新区', from: '2020-03-01' });
    const { after } = await tell(id, 'retier', { tier: '一类', from: '2022-01-01' });
    expect(await page(id, { after })).toMatchObject({
      id,
      revision: '2',
      name: '桃源高新区',
      tier: '一类',
      level: 'provincial',
      kind: 'economic',
      hostCounty: '420303',
      from: '2018-01-01',
      names: [
        { name: '桃源经开区', from: '2018-01-01', until: '2020-03-01' },
        { name: '桃源高新区', from: '2020-03-01', until: null, factId: renamed.eventIds[0] },
      ],
      tiers: [
        { tier: '二类', from: '2018-01-01', until: '2022-01-01' },
        { tier: '一类', from: '2022-01-01', until: null },
      ],
      effectiveOn: '2026-11-22',
      lag: 0,
    });
    expect(await page(id, { effectiveOn: '2020-02-29' })).toMatchObject({ name: '桃源经开区', tier: '二类' });
    expect(await page(id, { effectiveOn: '2020-03-01' })).toMatchObject({ name: '桃源高新区', tier: '二类' });
    expect(await names({ text: '桃源', effectiveOn: '2019-01-01' })).toEqual(['桃源经开区']);
    expect(await names({ text: '桃源', tier: '一类' })).toEqual(['桃源高新区']);
    expect(await names({ text: '桃源', tier: '二类' })).toEqual([]);
    expect(await names({ text: '桃源', effectiveOn: '2017-12-31' })).toEqual([]);
  });

  it('is corrected and revoked like any fact, judged by its own command', async () => {
    const { id } = await zone({ name: '误改区' });
    const [factId] = (await tell(id, 'rename', { name: '误写区', from: '2020-03-01' })).eventIds;
    const wrong = await ledger
      .post(`/api/zones/${id}/correct`, { factId, data: { name: '', from: '2020-02-30' }, reason: '填错' })
      .expect(400);
    expect((wrong.body as { errors: { field: string }[] }).errors.map(({ field }) => field).sort()).toEqual([
      'data.from',
      'data.name',
    ]);
    const corrected = await tell(id, 'correct', {
      factId,
      data: { name: '正名区', from: '2020-04-01' },
      reason: '填错',
    });
    expect(await page(id, { after: corrected.after })).toMatchObject({ name: '正名区', revision: '2' });
    const { after } = await tell(id, 'revoke', { factId, reason: '没有更名' });
    expect(await page(id, { after })).toMatchObject({ name: '误改区', names: [{ until: null }] });
    await ledger.post(`/api/zones/${id}/revoke`, { factId: NOBODY, reason: '无' }).expect(409);
  });

  it('gives a project on any day its name of that day', async () => {
    const { zoneId, projectId } = await given(ledger);
    const { after } = await tell(zoneId, 'rename', { name: '示例高新区', from: '2026-01-01' });
    await ledger.get('/api/zones').query({ after }).expect(200);
    const zoneName = async (path: string, effectiveOn?: string): Promise<unknown> => {
      const body = (await ledger.get(path).query(effectiveOn === undefined ? {} : { effectiveOn })).body as object;
      const { items = [body] } = body as { items?: { zoneName: string }[] };
      return (items as { zoneName: string }[])[0]?.zoneName;
    };
    expect(await zoneName(`/api/projects/${projectId}`)).toBe('示例高新区');
    expect(await zoneName(`/api/projects/${projectId}`, '2025-12-31')).toBe('示例经开区');
    expect(await zoneName(`/api/projects?zoneId=${zoneId}`)).toBe('示例高新区');
  });
});

describe('labels of a zone', () => {
  it('stand over the usual ones, on its page and at its projects', async () => {
    const { zoneId, projectId } = await given(ledger);
    await tell(zoneId, 'relabel', { labels: { 'stage.registered': '入库备案', 'role.lead': '挂点领导' } });
    const person = (await ledger.post('/api/people', { name: '李四' }).expect(201)).body as { id: string };
    const assigned = await ledger
      .post(`/api/projects/${projectId}/assign-leader`, { personId: person.id, lead: true, from: '2026-01-20' })
      .expect(201);
    const { after } = assigned.body as Made;
    await ledger.get('/api/zones').query({ after }).expect(200);
    const seen = await page(zoneId, { after });
    expect(seen['ownLabels']).toEqual({ 'stage.registered': '入库备案', 'role.lead': '挂点领导' });
    expect(seen['labels']).toMatchObject({
      'stage.registered': { zh: '入库备案', en: 'registered' },
      'stage.signed': { zh: '签约', en: 'signed' },
      'role.lead': { zh: '挂点领导', en: 'lead' },
      'role.agentUnit': { zh: '代办单位', en: 'agent unit' },
    });
    const body = (await ledger.get(`/api/projects/${projectId}`).query({ after }).expect(200)).body as object;
    expect(body).toMatchObject({
      stageLabel: { zh: '入库备案', en: 'registered' },
      tenures: [{ role: 'lead', roleLabel: { zh: '挂点领导', en: 'lead' } }],
    });
    const list = await ledger.get('/api/projects').query({ zoneId, after }).expect(200);
    expect((list.body as { items: object[] }).items).toMatchObject([{ stageLabel: { zh: '入库备案' } }]);
  });

  it.each<[string, unknown, string]>([
    ['an unknown key', { 'stage.party': '剪彩' }, 'labels.stage.party: UnknownField'],
    ['a key of every object', { toString: '甲' }, 'labels.toString: UnknownField'],
    ['a long label', { 'role.lead': '长'.repeat(21) }, 'labels.role.lead: TooLong'],
    ['a blank label', { 'role.lead': ' ' }, 'labels.role.lead: Blank'],
    ['a number', { 'role.lead': 5 }, 'labels.role.lead: NotText'],
    ['a list', [], 'labels: NotAnObject'],
    ['nothing', undefined, 'labels: Required'],
  ])('with %s are refused', async (_, labels, fault) => {
    const { id } = await zone();
    const answer = await ledger.post(`/api/zones/${id}/relabel`, { labels }).expect(400);
    const { errors } = answer.body as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field, code }) => `${field}: ${code}`)).toEqual([fault]);
  });
});

it('a label that is none names those that are', async () => {
  const { id } = await zone();
  const answer = await ledger.post(`/api/zones/${id}/relabel`, { labels: { leader: '挂点领导' } }).expect(400);
  expect(answer.body).toMatchObject({
    errors: [
      {
        field: 'labels.leader',
        code: 'UnknownField',
        params: { known: expect.arrayContaining(['stage.signed', 'role.lead']) as string[] },
      },
    ],
  });
});

describe('a command on a zone', () => {
  it.each<[string, object, number, string]>([
    ['rename', { name: '乙', from: '2017-12-31' }, 409, 'FactBeforeDefined'],
    ['rename', { name: '乙', from: '2026-11-23' }, 409, 'FactInTheFuture'],
    ['rename', { name: '乙', from: '2018-01-01' }, 409, 'FactAlreadyFiled'],
    ['rename', { name: '乙', from: '2018' }, 400, 'ValidationFailed'],
    ['rename', { name: '乙', from: '2020-01-01', doc: '1号' }, 400, 'ValidationFailed'],
    ['retier', { tier: '乙' }, 400, 'ValidationFailed'],
    ['retier', { tier: '乙', from: '2017-01-01' }, 409, 'FactBeforeDefined'],
    ['correct', { factId: NOBODY, data: {}, reason: '错' }, 409, 'FactNotFound'],
    ['merge', {}, 404, 'NoSuchAddress'],
  ])('%s with %j is a %d %s', async (verb, data, status, code) => {
    const { id } = await zone();
    const answer = await ledger.post(`/api/zones/${id}/${verb}`, data);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
  });

  it('that is not there is a 404, as is its page', async () => {
    for (const id of [NOBODY, 'nobody']) {
      for (const [verb, data] of [
        ['rename', { name: '乙', from: '2020-01-01' }],
        ['revoke', { factId: NOBODY, reason: '错' }],
        ['correct', { factId: NOBODY, data: {}, reason: '错' }],
      ] as const) {
        const answer = await ledger.post(`/api/zones/${id}/${verb}`, data).expect(404);
        expect(answer.body).toMatchObject({ code: 'ZoneNotFound' });
      }
      const answer = await ledger.get(`/api/zones/${id}`).expect(404);
      expect(answer.body).toMatchObject({ code: 'ZoneNotFound' });
    }
  });

  it('is executed once under a key, and only on the revision that was read', async () => {
    const { id } = await zone();
    const send = (name: string, headers: Record<string, string>) =>
      ledger.post(`/api/zones/${id}/rename`, { name, from: '2020-01-01' }, headers);
    await send('乙', { 'If-Match': '"3"' }).expect(412);
    const first = await send('乙', { 'Idempotency-Key': 'zone-once', 'If-Match': '"0"' }).expect(201);
    const again = await send('乙', { 'Idempotency-Key': 'zone-once', 'If-Match': '"0"' }).expect(201);
    expect(again.body).toEqual(first.body);
    await send('丙', { 'Idempotency-Key': 'zone-once' }).expect(422);
    await send('乙', {}).expect(200);
  });
});

describe('a catalogue', () => {
  it('is listed and shown with its items', async () => {
    const data = { name: '审批目录2018', from: '2018-01-01', items: [{ id: 'env', name: '环评批复' }] };
    const made = (await ledger.post('/api/catalogues', data).expect(201)).body as Made;
    const list = await ledger.get('/api/catalogues').query({ after: made.after, limit: 1 }).expect(200);
    expect(list.body).toMatchObject({
      items: [{ id: made.id, name: '审批目录2018', from: '2018-01-01', itemCount: 1 }],
      next: null,
    });
    const one = await ledger.get(`/api/catalogues/${made.id}`).expect(200);
    expect(one.body).toMatchObject({ id: made.id, ...data });
    const none = await ledger.get(`/api/catalogues/${NOBODY}`).expect(404);
    expect(none.body).toMatchObject({ code: 'CatalogueNotFound' });
  });
});

describe('what is defined, as it was known', () => {
  const get = async (path: string, query: object): Promise<Record<string, unknown>> =>
    (await ledger.get(`/api/${path}`).query(query).expect(200)).body as Record<string, unknown>;
  const send = async (path: string, data: object): Promise<Made> =>
    (await ledger.post(`/api/${path}`, data).expect(201)).body as Made;

  it('answers by a number as it answered then, whatever is told later', async () => {
    const zoneId = (await zone({ name: '所知一区', tier: '二类' })).id;
    const unitId = (await send('organizations', { name: '所知局', kind: 'department', from: '2018-01-01' })).id;
    const personId = (await send('people', { name: '赵某某' })).id;
    const { after } = await send(`people/${personId}/appoint`, { unitId, post: '局长', from: '2018-05-01' });
    const paths = ['zones', 'organizations', 'catalogues', 'people'];
    const pages = [`zones/${zoneId}`, `organizations/${unitId}`, `people/${personId}`];
    const then = [];
    for (const path of [...paths, ...pages]) then.push(await get(path, { after }));
    const { seq, recordedAt } = then[0]?.['asOf'] as { seq: number; recordedAt: string };

    ledger.time.now += 3_600_000;
    await tell(zoneId, 'rename', { name: '所知二区', from: '2019-01-01' });
    await tell(zoneId, 'retier', { tier: '一类', from: '2019-01-01' });
    await tell(zoneId, 'relabel', { labels: { 'stage.signed': '落地' } });
    await send(`organizations/${unitId}/rename`, { name: '更名局', from: '2019-01-01' });
    await send(`people/${personId}/leave-post`, { unitId, until: '2020-01-01' });
    const items = [{ id: 'a', name: '环评' }];
    const made = await send('catalogues', { name: '后来的目录', from: '2018-01-01', items });
    expect(await get(`zones/${zoneId}`, { after: made.after })).toMatchObject({ name: '所知二区', tier: '一类' });
    for (const [i, path] of [...paths, ...pages].entries())
      expect([path, ofItsPoint(await get(path, { knownAt: seq }))]).toEqual([path, ofItsPoint(then[i] as object)]);
    expect(await get(`zones/${zoneId}`, { knownAt: seq, effectiveOn: '2018-06-01' })).toMatchObject({
      name: '所知一区',
      revision: '0',
      labels: { 'stage.signed': { zh: '签约' } },
      effectiveOn: '2018-06-01',
      asOf: { seq },
    });
    await ledger.get(`/api/catalogues/${made.id}`).query({ knownAt: seq }).expect(404);
    expect(await get(`organizations/${unitId}`, { knownAt: recordedAt })).toMatchObject({
      name: '所知局',
      asOf: { seq },
    });
  });

  it.each(['zones', 'organizations', 'catalogues', 'people', 'targets', `zones/${NOBODY}`])(
    '%s takes no point that is none',
    async (path) => {
      const codes = [];
      for (const knownAt of ['1000000', '2017-06-30', '2026-12-31', '0', 'now']) {
        const answer = await ledger.get(`/api/${path}`).query({ knownAt }).expect(400);
        const { code, errors } = answer.body as { code: string; errors?: { code: string }[] };
        codes.push(errors?.[0]?.code ?? code);
      }
      expect(codes).toEqual(['KnownSeqAhead', 'KnownBeforeFirst', 'KnownAtAhead', 'NotAKnownAt', 'NotAKnownAt']);
      await ledger.get(`/api/${path}`).query({ effectiveOn: '2026-06-30T12:00' }).expect(400);
    },
  );
});
