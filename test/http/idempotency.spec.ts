import { given, openLedger, ZONE, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const key = (name: string) => ({ 'Idempotency-Key': name });
const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;

describe('the same key', () => {
  it('gives the first answer again, byte for byte, and adds nothing', async () => {
    const first = await ledger.post('/api/zones', ZONE, key('again')).expect(201);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    const before = await ledger.events();
    const again = await ledger.post('/api/zones', ZONE, key('again')).expect(201);
    expect([again.text, again.headers['etag']]).toEqual([first.text, first.headers['etag']]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await ledger.events()).toBe(before);
  });

  it('gives a refusal again, even when it would be taken now', async () => {
    const { projectId } = await given(ledger);
    const route = `/api/projects/${projectId}/resume`;
    const refused = await ledger.post(route, { on: '2026-05' }, key('resume')).expect(409);
    await ledger.post(`/api/projects/${projectId}/suspend`, { on: '2026-04', reason: '汛期' }).expect(201);
    const again = await ledger.post(route, { on: '2026-05' }, key('resume')).expect(409);
    expect(again.text).toBe(refused.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.headers['content-type']).toBe(refused.headers['content-type']);
    await ledger.post(route, { on: '2026-05' }, key('another')).expect(201);
  });

  it('gives "already true" again', async () => {
    const { projectId } = await given(ledger);
    const route = `/api/projects/${projectId}/sign`;
    await ledger.post(route, { on: '2026-01' }).expect(201);
    const unchanged = await ledger.post(route, { on: '2026-01' }, key('same')).expect(200);
    await ledger.post(`/api/projects/${projectId}/file`, { on: '2026-02', kind: 'filing' }).expect(201);
    const again = await ledger.post(route, { on: '2026-01' }, key('same')).expect(200);
    expect([again.text, again.headers['idempotency-replayed']]).toEqual([unchanged.text, 'true']);
  });

  it.each(['accepted', 'refused', 'unchanged'])('with another body is a 422, where the first was %s', async (first) => {
    const { projectId } = await given(ledger);
    const route = `/api/projects/${projectId}/sign`;
    if (first !== 'accepted') {
      await ledger.post(route, { on: first === 'refused' ? '2025-12' : '2026-01' }).expect(201);
    }
    await ledger.post(route, { on: '2026-01' }, key('body'));
    const before = await ledger.events();
    const other = await ledger.post(route, { on: '2026-02' }, key('body')).expect(422);
    expect(codeOf(other)).toBe('IdempotencyKeyReused');
    expect(await ledger.events()).toBe(before);
  });

  it('with the same body in another order is the same command', async () => {
    const body = Object.fromEntries(Object.entries(ZONE).reverse());
    const first = await ledger.post('/api/zones', ZONE, key('order')).expect(201);
    const again = await ledger.post('/api/zones', body, key('order')).expect(201);
    expect(again.text).toBe(first.text);
  });

  it('on another route is another command', async () => {
    const { projectId } = await given(ledger);
    await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01' }, key('routes')).expect(201);
    const admitted = await ledger
      .post(`/api/projects/${projectId}/admit`, { on: '2026-01' }, key('routes'))
      .expect(201);
    expect(admitted.body).toMatchObject({ revision: '2' });
    expect(admitted.headers).not.toHaveProperty('idempotency-replayed');
  });

  it('by many callers at once is executed once', async () => {
    const before = await ledger.events();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => ledger.post('/api/zones', ZONE, key('at once'.replace(' ', '-')))),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    expect(await ledger.events()).toBe(before + 1);
  });

  it('by two callers at once with different bodies is executed for one of them', async () => {
    const before = await ledger.events();
    const bodies = [ZONE, { ...ZONE, name: '另一个' }];
    const answers = await Promise.all(bodies.map((body) => ledger.post('/api/zones', body, key('quarrel'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await ledger.events()).toBe(before + 1);
  });

  it('writes a person down once', async () => {
    const first = await ledger.post('/api/people', { name: '王五' }, key('person')).expect(201);
    const again = await ledger.post('/api/people', { name: '王五' }, key('person')).expect(201);
    expect([again.text, again.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
    const other = await ledger.post('/api/people', { name: '赵六' }, key('person')).expect(422);
    expect(codeOf(other)).toBe('IdempotencyKeyReused');
  });

  it.each(['', ' ', 'a b', 'ключ', 'x'.repeat(201)])('must be visible ASCII: %j', async (wrong) => {
    const before = await ledger.events();
    const answer = await ledger.post('/api/zones', ZONE, key(Buffer.from(wrong, 'utf8').toString('latin1')));
    expect([answer.status, codeOf(answer)]).toEqual([400, 'IdempotencyKeyMalformed']);
    expect(await ledger.events()).toBe(before);
  });

  it('is good for a request that was not understood before', async () => {
    await ledger.post('/api/zones', { ...ZONE, name: '' }, key('mended')).expect(400);
    await ledger.post('/api/zones', ZONE, key('mended')).expect(201);
  });
});

describe('no key', () => {
  it('makes every request a command of its own', async () => {
    const zones = await Promise.all([ledger.post('/api/zones', ZONE), ledger.post('/api/zones', ZONE)]);
    expect(new Set(zones.map(({ body }) => (body as { id: string }).id)).size).toBe(2);
  });
});

describe('a restart', () => {
  it('keeps what a key was answered, with events and without', async () => {
    let own = await openLedger();
    const { projectId } = await given(own);
    const route = `/api/projects/${projectId}/resume`;
    const zone = await own.post('/api/zones', ZONE, key('zone')).expect(201);
    const refused = await own.post(route, { on: '2026-05' }, key('resume')).expect(409);
    own = await own.restarted();
    const again = await own.post('/api/zones', ZONE, key('zone')).expect(201);
    expect([again.text, again.headers['idempotency-replayed']]).toEqual([zone.text, 'true']);
    expect((await own.post(route, { on: '2026-05' }, key('resume')).expect(409)).text).toBe(refused.text);
    await own.post('/api/zones', { ...ZONE, name: '别的' }, key('zone')).expect(422);
    await own.close();
  });
});

describe('many callers', () => {
  it('on one project all get their facts in, one after the other', async () => {
    const { projectId } = await given(ledger);
    const months = Array.from(
      { length: 60 },
      (_, i) => `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    );
    const answers = await Promise.all(
      months.map((period) => ledger.post(`/api/projects/${projectId}/report-progress`, { period, text: '按计划推进' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(months.map(() => 201));
    const revisions = answers.map(({ body }) => Number((body as { revision: string }).revision));
    expect(revisions.sort((a, b) => a - b)).toEqual(months.map((_, i) => i + 1));
  });

  it('who want one project code: one gets it, the others are told who has it', async () => {
    const { zoneId } = await given(ledger);
    const code = '2603-141124-89-05-346948';
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => ledger.post('/api/projects', { name: `项目${i}`, zoneId, code })),
    );
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken).toHaveLength(1);
    const projectId = (taken[0]?.body as { id: string }).id;
    for (const { status, body } of answers.filter((answer) => answer !== taken[0])) {
      expect([status, body]).toMatchObject([409, { code: 'ProjectCodeTaken', params: { code, projectId } }]);
    }
  });

  it('who want the code of a project that never came: one of them gets it, after a while', async () => {
    const own = await openLedger();
    const { zoneId } = await given(own);
    const code = '2411-130202-89-01-637015';
    await own.app.parts.store.append(`code-${code}`, [RESERVATION], 'none');
    const register = (i: number) => own.post('/api/projects', { name: `项目${i}`, zoneId, code });
    expect((await register(0)).body).toMatchObject({ code: 'ProjectCodeTaken', params: RESERVATION.data });
    own.time.now += 11 * 60_000;
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => register(i)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    await own.close();
  });
});

/** As a process left it that died between the reservation and the project. */
const RESERVATION = {
  id: '00000000-0000-4000-8000-000000000001',
  type: 'ProjectCodeReserved',
  data: { projectId: '00000000-0000-4000-8000-00000000dead' },
  metadata: { commandId: '00000000-0000-4000-8000-000000000002', commandDigest: 'sha256:0', schema: 1 },
};
