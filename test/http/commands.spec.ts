import { given, openLedger, ZONE, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const ID = /^[0-9a-f-]{36}$/;
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('a command', () => {
  it('that adds a fact is answered 201 with its id, its revision and a token', async () => {
    const { projectId } = await given(ledger);
    const signed = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01-15' }).expect(201);
    expect(signed.body).toEqual({
      id: projectId,
      revision: '1',
      after: expect.stringMatching(/^v1\.[\w-]+$/) as string,
      eventIds: [expect.stringMatching(ID) as string],
      warnings: [],
    });
    expect(signed.headers['etag']).toBe('"1"');
    expect(signed.headers['x-request-id']).toMatch(ID);
  });

  it('that says what is filed already adds nothing and is answered 200', async () => {
    const { projectId } = await given(ledger);
    await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01' }).expect(201);
    const before = await ledger.events();
    const again = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01' }).expect(200);
    expect(again.body).toMatchObject({ id: projectId, revision: '1', warnings: [] });
    expect(again.body).not.toHaveProperty('eventIds');
    expect(await ledger.events()).toBe(before);
  });

  it('that contradicts a fact is refused in both languages, with the fact to correct', async () => {
    const { projectId } = await given(ledger);
    const signed = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01' });
    const [factId] = (signed.body as { eventIds: string[] }).eventIds;
    const refused = await ledger.post(
      `/api/projects/${projectId}/sign`,
      { on: '2026-02' },
      { 'Accept-Language': 'en-GB,en;q=0.9,zh;q=0.1', 'X-Request-Id': 'mine-1' },
    );
    expect(refused.status).toBe(409);
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(refused.body).toEqual({
      type: 'urn:taizhang:problem:FactAlreadyFiled',
      status: 409,
      code: 'FactAlreadyFiled',
      title: 'Refused',
      detail: `this fact is already filed with other data; correct fact ${factId}`,
      messages: {
        zh: `这一事实已经填报过，内容不同；要改请更正事实 ${factId}`,
        en: `this fact is already filed with other data; correct fact ${factId}`,
      },
      params: { factId, type: 'ProjectSigned' },
      requestId: 'mine-1',
    });
  });

  it('on a project that is not there is a 404', async () => {
    const answer = await ledger.post(`/api/projects/${NOBODY}/sign`, { on: '2026-01' }).expect(404);
    expect(answer.body).toMatchObject({ code: 'ProjectNotFound', title: '没有找到', detail: '没有这个项目' });
    await ledger.post('/api/projects/nobody/sign', { on: '2026-01' }).expect(404);
  });

  it.each([
    ['a zone', '/api/projects', { name: '项目', zoneId: NOBODY }, 'ZoneUnknown'],
    [
      'a unit above',
      '/api/organizations',
      { name: '局', kind: 'department', parent: NOBODY, from: '2018-01-01' },
      'UnitUnknown',
    ],
  ])('that names %s which nobody defined is refused', async (_, path, body, code) => {
    const before = await ledger.events();
    const answer = await ledger.post(path, body).expect(409);
    expect(answer.body).toMatchObject({ code, params: { id: NOBODY } });
    expect(await ledger.events()).toBe(before);
  });

  it('that names a person is taken once the person is written down', async () => {
    const { projectId } = await given(ledger);
    const route = `/api/projects/${projectId}/assign-leader`;
    const unknown = await ledger.post(route, { personId: NOBODY, lead: true, from: '2026-01-20' }).expect(409);
    expect(unknown.body).toMatchObject({ code: 'PersonUnknown' });
    const person = await ledger.post('/api/people', { name: '李四', unit: '区政府', post: '副区长' }).expect(201);
    const personId = (person.body as { id: string }).id;
    expect(person.body).toEqual({ id: personId, name: '李四', unit: '区政府', post: '副区长' });
    await ledger.post(route, { personId, lead: true, from: '2026-01-20' }).expect(201);
    const known = await ledger.get(`/api/people/${personId}`).expect(200);
    expect(known.body).toMatchObject(person.body as object);
    const found = await ledger.get('/api/people').query({ text: '李四', limit: 1 }).expect(200);
    expect(found.body).toMatchObject({ items: [person.body], next: null });
  });

  it('of which the data look wrong is taken with a warning', async () => {
    const { projectId } = await given(ledger);
    const route = `/api/projects/${projectId}/give-code`;
    const warned = await ledger.post(route, { code: '2505-330354-04-01-274608' }).expect(201);
    expect(warned.body).toMatchObject({ warnings: [{ code: 'ProjectCodeCheckDigit', field: 'code' }] });
  });
});

describe('a correction', () => {
  it('is judged by the command of the fact it corrects', async () => {
    const { projectId } = await given(ledger);
    const signed = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01' });
    const [factId] = (signed.body as { eventIds: string[] }).eventIds;
    const correct = (data: object) =>
      ledger.post(`/api/projects/${projectId}/correct`, { factId, data, reason: '日期填错' });
    const wrong = await correct({ on: '2026-02-30', area: 3 }).expect(400);
    expect((wrong.body as { errors: { field: string; code: string }[] }).errors).toMatchObject([
      { field: 'data.area', code: 'UnknownField' },
      { field: 'data.on', code: 'NotADate' },
    ]);
    await correct({ on: '2026-02-03' }).expect(201);
    await ledger.post(`/api/projects/${projectId}/revoke`, { factId, reason: '没有签约' }).expect(201);
  });

  it('of a fact that is not there is refused, whatever its data', async () => {
    const { projectId } = await given(ledger);
    const body = { factId: NOBODY, data: { anything: true }, reason: '日期填错' };
    const answer = await ledger.post(`/api/projects/${projectId}/correct`, body).expect(409);
    expect(answer.body).toMatchObject({ code: 'FactNotFound', params: { factId: NOBODY } });
    await ledger.post(`/api/projects/${NOBODY}/correct`, body).expect(404);
  });
});

describe('a project code that a correction puts in', () => {
  it('must be free, and is then taken', async () => {
    const { projectId } = await given(ledger, { code: 'AB-1' });
    const other = await given(ledger, { code: 'AB-2' });
    const registered = await ledger.app.parts.executor.history(`project-${other.projectId}`);
    const factId = registered[0]?.id;
    const correct = (code: string) =>
      ledger.post(`/api/projects/${other.projectId}/correct`, {
        factId,
        data: { ...registered[0]?.data, code },
        reason: '代码填错',
      });
    const refused = await correct('ab-1').expect(409);
    expect(refused.body).toMatchObject({ code: 'ProjectCodeTaken', params: { code: 'ab-1', projectId } });
    await correct('AB-3').expect(201);
    await ledger.post('/api/projects', { name: '第三个', zoneId: other.zoneId, code: 'AB-3' }).expect(409);
  });
});

describe('a project code that fifty callers want at once', () => {
  const RACERS = 50;

  it('is held by exactly one, whether it is registered or given', async () => {
    const { zoneId } = await given(ledger);
    const waiting: string[] = [];
    for (let i = 0; i < RACERS / 2; i++) {
      const made = await ledger.post('/api/projects', { name: `待赋码${i}`, zoneId }).expect(201);
      waiting.push((made.body as { id: string }).id);
    }
    const code = 'RACE-2026-1';
    const answers = await Promise.all([
      ...waiting.map((id) => ledger.post(`/api/projects/${id}/give-code`, { code })),
      ...waiting.map((_, i) => ledger.post('/api/projects', { name: `抢码${i}`, zoneId, code: code.toLowerCase() })),
    ]);
    const winners = answers.filter(({ status }) => status === 201);
    expect(winners).toHaveLength(1);
    const { id: holder, after } = winners[0]?.body as { id: string; after: string };
    for (const { status, body } of answers.filter((answer) => !winners.includes(answer))) {
      expect([status, body]).toMatchObject([409, { code: 'ProjectCodeTaken', params: { projectId: holder } }]);
    }
    const found = await ledger.get('/api/projects').query({ text: code, after }).expect(200);
    expect((found.body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual([holder]);
  });
});

describe('a query with the token of a command', () => {
  it('sees what the command did', async () => {
    const { zoneId } = await given(ledger);
    for (let i = 0; i < 20; i++) {
      const made = await ledger.post('/api/projects', { name: `项目${i}`, zoneId }).expect(201);
      const { id, after } = made.body as { id: string; after: string };
      const seen = await ledger.get(`/api/projects/${id}`).query({ after }).expect(200);
      expect(seen.body).toMatchObject({ id, name: `项目${i}` });
    }
  });
});

describe('If-Match', () => {
  it('lets a command pass on the revision that was read', async () => {
    const { projectId } = await given(ledger);
    await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01' }, { 'If-Match': '"0"' }).expect(201);
  });

  it('that was lost is a 412 with what changed since, and can be tried again under the same key', async () => {
    const { projectId } = await given(ledger);
    const admitted = await ledger.post(`/api/projects/${projectId}/admit`, { on: '2025-11' }).expect(201);
    const before = await ledger.events();
    const sign = (revision: string) =>
      ledger.post(
        `/api/projects/${projectId}/sign`,
        { on: '2026-01' },
        { 'If-Match': revision, 'Idempotency-Key': 'k' },
      );
    const lost = await sign('"0"').expect(412);
    expect(lost.body).toMatchObject({
      code: 'ChangedSinceRead',
      params: { revision: '1' },
      changes: [
        {
          id: (admitted.body as { eventIds: string[] }).eventIds[0],
          revision: '1',
          type: 'ProjectAdmitted',
          data: { on: '2025-11' },
          actor: { id: 'local', role: 'coordinator' },
          recordedAt: '2026-11-22T04:00:00.000Z',
          filedAt: '2026-11-22T04:00:00.000Z',
        },
      ],
    });
    expect(lost.headers['etag']).toBe('"1"');
    expect(await ledger.events()).toBe(before);
    await sign('"1"').expect(201);
  });

  it('of a revision that is not there yet is a 412 of its own, which names both', async () => {
    const { projectId } = await given(ledger);
    const before = await ledger.events();
    const answer = await ledger
      .post(`/api/projects/${projectId}/sign`, { on: '2026-01' }, { 'If-Match': '"7"' })
      .expect(412);
    expect(answer.body).toMatchObject({ code: 'RevisionAhead', params: { revision: '0', ifMatch: '7' } });
    expect(answer.body).not.toHaveProperty('changes');
    expect([answer.headers['etag'], await ledger.events()]).toEqual(['"0"', before]);
  });

  it.each(['0', 'W/"0"', '*', '"x"', '"-1"', '"0", "1"', '"99999999999999999999"'])(
    'of %s is a 400',
    async (revision) => {
      const { projectId } = await given(ledger);
      const answer = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01' }, { 'If-Match': revision });
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'IfMatchMalformed']);
    },
  );

  it('has no sense where something new is made', async () => {
    const answer = await ledger.post('/api/zones', ZONE, { 'If-Match': '"0"' }).expect(400);
    expect(answer.body).toMatchObject({ code: 'IfMatchNotHere' });
  });
});
