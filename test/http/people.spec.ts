import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { given, openLedger, type Ledger } from './harness.ts';
import { build, endAll, readiness, startServer } from './server.harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
const PHONE = '13812345678';
type Made = { id: string; after: string; eventIds: string[] };
const person = async (data: object = {}): Promise<Made> =>
  (await ledger.post('/api/people', { name: '王五', ...data }).expect(201)).body as Made;
const unit = async (name: string): Promise<Made> => {
  const body = { name, kind: 'department', from: '2015-01-01' };
  return (await ledger.post('/api/organizations', body).expect(201)).body as Made;
};
const tell = async (path: string, data: object): Promise<Made> =>
  (await ledger.post(`/api/${path}`, data).expect(201)).body as Made;
const page = async (id: string, query: object = {}): Promise<Record<string, unknown>> =>
  (await ledger.get(`/api/people/${id}`).query(query).expect(200)).body as Record<string, unknown>;

describe('posts of a person', () => {
  it('are shown over time, each unit by its name of the time', async () => {
    const { id } = await person();
    const [old, other] = [await unit('经贸局'), await unit('招商局')];
    await tell(`people/${id}/appoint`, { unitId: old.id, post: '科长', from: '2016-05', doc: '7号' });
    await tell(`people/${id}/leave-post`, { unitId: old.id, until: '2018-07-01' });
    const last = await tell(`people/${id}/appoint`, { unitId: other.id, post: '局长', from: '2018-07-01' });
    await tell(`organizations/${old.id}/rename`, { name: '经信局', from: '2019-03-01' });
    const { after } = await tell(`organizations/${other.id}/rename`, { name: '投资促进局', from: '2020-01-01' });
    expect(await page(id, { after })).toMatchObject({
      id,
      name: '王五',
      posts: [
        {
          unit: { id: old.id, name: '经贸局' },
          post: '科长',
          since: '2016-05',
          from: '2016-05-31',
          until: '2018-07-01',
          doc: '7号',
        },
        { unit: { name: '投资促进局' }, post: '局长', from: '2018-07-01', until: null, factId: last.eventIds[0] },
      ],
      former: [],
      lag: 0,
    });
    const [factId] = last.eventIds;
    const revoked = await tell(`people/${id}/revoke`, { factId, reason: '未到任' });
    expect(await page(id, { after: revoked.after })).toMatchObject({ posts: [{ post: '科长' }] });
  });

  it('of a day are those in the list and at a leader, what the registry says only where there never was any', async () => {
    const { zoneId, projectId } = await given(ledger);
    const leader = await person({ name: '任职者', unit: '县政府', post: '副县长' });
    const never = await person({ name: '任职者乙', unit: '县政府', post: '副县长' });
    const office = await unit('经贸局');
    for (const { id } of [leader, never])
      await tell(`projects/${projectId}/assign-leader`, { personId: id, lead: id === leader.id, from: '2016-01-01' });
    await tell(`people/${leader.id}/appoint`, { unitId: office.id, post: '局长', from: '2018-02-01' });
    await tell(`people/${leader.id}/leave-post`, { unitId: office.id, until: '2020-01-01' });
    const { after } = await tell(`organizations/${office.id}/rename`, { name: '经信局', from: '2019-03-01' });
    const told = async (path: string, query: object) =>
      (
        await ledger
          .get(`/api/${path}`)
          .query({ after, ...query })
          .expect(200)
      ).body as {
        items: { id: string; unit?: string | null; post?: string | null }[];
        unit?: string;
        post?: string;
      };
    const on = async (effectiveOn: string) => {
      const list = await told('people', { text: '任职者', effectiveOn });
      const leaders = await told('leaders', { scope: `zone:${zoneId}`, effectiveOn });
      const page = await told(`leaders/${leader.id}`, { effectiveOn });
      return [...list.items, ...leaders.items, page].map(({ unit: at = null, post = null }) => `${at} ${post}`).sort();
    };
    const fallback = ['县政府 副县长', '县政府 副县长'];
    expect(await on('2018-06-01')).toEqual(['经贸局 局长', '经贸局 局长', '经贸局 局长', ...fallback].sort());
    expect(await on('2019-06-01')).toEqual(['经信局 局长', '经信局 局长', '经信局 局长', ...fallback].sort());
    expect(await on('2020-01-01')).toEqual(['null null', 'null null', 'null null', ...fallback].sort());
    expect(await told(`leaders/${leader.id}`, { effectiveOn: '2019-06-01' })).toMatchObject({
      posts: [{ unit: { id: office.id, name: '经信局' }, post: '局长', since: '2018-02-01' }],
    });
  });

  it('say nothing of who it is: no name, no phone in the log', async () => {
    const { id } = await person({ name: '不入日志', phone: PHONE });
    const { id: unitId } = await unit('某局');
    await tell(`people/${id}/appoint`, { unitId, post: '局长', from: '2020-01-01' });
    const events: unknown[] = [];
    for await (const { stream, data, metadata } of ledger.app.parts.store.readAll())
      events.push({ stream, data, metadata });
    expect(JSON.stringify(events)).toContain(`person-${id}`);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`不入日志|${PHONE}`));
  });

  it.each<[string, object, number, string]>([
    ['appoint', { post: '局长', from: '2026-12-01' }, 409, 'FactInTheFuture'],
    ['appoint', { unitId: NOBODY, post: '局长', from: '2020' }, 409, 'UnitUnknown'],
    ['appoint', { post: '', from: '2020-13' }, 400, 'ValidationFailed'],
    ['appoint', { post: '局长', from: '2020', name: '王五' }, 400, 'ValidationFailed'],
    ['leave-post', { until: '2020-01-01' }, 409, 'PostNotHeld'],
    ['correct', { factId: NOBODY, data: {}, reason: '错' }, 409, 'FactNotFound'],
    ['revoke', { factId: NOBODY, reason: '错' }, 409, 'FactNotFound'],
  ])('%s with %j is a %d %s', async (verb, data, status, code) => {
    const [{ id }, { id: unitId }] = [await person(), await unit('丙局')];
    const about = ['appoint', 'leave-post'].includes(verb) ? { unitId, ...data } : data;
    const before = await ledger.events();
    const answer = await ledger.post(`/api/people/${id}/${verb}`, about);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
    expect(await ledger.events()).toBe(before);
  });

  it('of a person whom the registry does not know are refused with a 404', async () => {
    const { id: unitId } = await unit('丁局');
    for (const id of [NOBODY, 'nobody']) {
      const answer = await ledger
        .post(`/api/people/${id}/appoint`, { unitId, post: '局长', from: '2020-01-01' })
        .expect(404);
      expect(answer.body).toMatchObject({ code: 'PersonNotFound' });
      await ledger.get(`/api/people/${id}`).expect(404);
      await ledger.post(`/api/people/${id}/revise`, { post: '局长' }).expect(404);
    }
  });

  it('do not end before they start, and are corrected by the data of their own command', async () => {
    const [{ id }, { id: unitId }] = [await person(), await unit('戊局')];
    const [factId] = (await tell(`people/${id}/appoint`, { unitId, post: '局长', from: '2020-01-01' })).eventIds;
    const early = await ledger.post(`/api/people/${id}/leave-post`, { unitId, until: '2019-12-31' }).expect(409);
    expect(early.body).toMatchObject({ code: 'TenureEndsBeforeItStarts' });
    const data = { unitId, post: '副局长', from: '2019-01' };
    await ledger.post(`/api/people/${id}/correct`, { factId, data: { post: 1 }, reason: '错' }).expect(400);
    const { after } = await tell(`people/${id}/correct`, { factId, data, reason: '错' });
    expect(await page(id, { after })).toMatchObject({ posts: [{ post: '副局长', since: '2019-01' }] });
  });
});

describe('the registry of people', () => {
  it('shows a phone masked, and keeps what was said before a revision', async () => {
    const shown = await person({ phone: PHONE, post: '科长' });
    expect(shown).toMatchObject({ name: '王五', post: '科长', phone: '138****5678' });
    const { id } = shown;
    const revised = await ledger.post(`/api/people/${id}/revise`, { post: '局长', phone: '0719-8123456' }).expect(200);
    expect(revised.body).toEqual({ id, name: '王五', post: '局长', phone: '0719****56' });
    await ledger.post(`/api/people/${id}/revise`, { post: '局长' }).expect(200, revised.body as object);
    await ledger.post(`/api/people/${id}/revise`, { remove: ['phone', 'post'] }).expect(200, { id, name: '王五' });
    expect(await page(id)).toMatchObject({
      name: '王五',
      former: [
        { name: '王五', post: '局长', phone: '0719****56', revisedBy: 'local', revisedAt: '2026-11-22T04:00:00.000Z' },
        { name: '王五', post: '科长', phone: '138****5678' },
      ],
    });
  });

  it('revises once under a key, also when others revised since', async () => {
    const { id } = await person({ post: '科长' });
    const revise = (post: string, key: string) =>
      ledger.post(`/api/people/${id}/revise`, { post }, { 'Idempotency-Key': key });
    const first = await revise('副局长', 'revise-1').expect(200);
    await revise('局长', 'revise-2').expect(200);
    expect((await revise('副局长', 'revise-1').expect(200)).body).toEqual(first.body);
    expect(await page(id)).toMatchObject({ post: '局长', former: [{ post: '副局长' }, { post: '科长' }] });
    await revise('书记', 'revise-1').expect(422);
  });

  it.each(['138 1234 5678', '+86 13812345678', '0719-8123456', '(010)62345678', '021-62345678-801', '8123456'])(
    'takes the phone %s',
    async (phone) => void (await person({ phone })),
  );

  it.each<[unknown, string]>([
    ['12345678901', 'NotAPhone'],
    ['1381234567', 'NotAPhone'],
    ['13812345678'.repeat(9), 'NotAPhone'],
    ['电话', 'NotAPhone'],
    ['１３８１２３４５６７８', 'NotAPhone'],
    ['13812345678\u0000', 'NotAPhone'],
    ["13812345678' or 1=1", 'NotAPhone'],
    ['', 'NotAPhone'],
    [13812345678, 'NotText'],
    [null, 'NotText'],
  ])('refuses the phone %j', async (phone, code) => {
    const answer = await ledger.post('/api/people', { name: '王五', phone }).expect(400);
    expect((answer.body as { errors: object[] }).errors).toMatchObject([{ field: 'phone', code }]);
  });

  it.each<[object, string]>([
    [{}, 'name: NoAmount'],
    [{ remove: [] }, 'remove: NotAList'],
    [{ remove: ['name'] }, 'remove: NotOneOf'],
    [{ remove: ['phone', 'phone'] }, 'remove: TwiceInList'],
    [{ remove: ['phone'], phone: PHONE }, 'remove: TwiceInList'],
    [{ remove: 'phone' }, 'remove: NotAList'],
    [{ id: NOBODY, name: '甲' }, 'id: UnknownField'],
    [{ name: ' ' }, 'name: Blank'],
  ])('refuses the revision %j', async (data, fault) => {
    const { id } = await person();
    const answer = await ledger.post(`/api/people/${id}/revise`, data).expect(400);
    const { errors } = answer.body as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field, code }) => `${field}: ${code}`)).toEqual([fault]);
  });

  it('finds nobody by a phone', async () => {
    await person({ name: '寻不到', phone: '13987654321' });
    for (const text of ['1398765', '4321', '139****4321']) {
      const body = (await ledger.get('/api/people').query({ text }).expect(200)).body as object;
      expect(body).toMatchObject({ items: [], next: null });
    }
    const body = (await ledger.get('/api/people').query({ text: '寻不到' }).expect(200)).body as object;
    expect(body).toMatchObject({ items: [{ name: '寻不到', phone: '139****4321' }] });
  });
});

describe('a phone', () => {
  afterAll(endAll);

  it('stands whole in no answer and in no line of the log', async () => {
    build();
    const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-phones-'));
    const server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'trace' });
    await readiness(server, 200);
    let logged = '';
    server.process.stderr?.on('data', (text: string) => (logged += text));
    const said: string[] = [];
    const send = async (path: string, body?: object, headers: Record<string, string> = {}): Promise<Made> => {
      const init = body && { method: 'POST', body: JSON.stringify(body) };
      const answer = await fetch(`${server.address}${path}`, {
        ...init,
        headers: { 'content-type': 'application/json', ...headers },
      });
      said.push(await answer.text());
      return JSON.parse(said.at(-1) as string) as Made;
    };
    const key = { 'Idempotency-Key': 'phone' };
    const { id } = await send('/api/people', { name: '王五', phone: PHONE }, key);
    await send('/api/people', { name: '王五', phone: PHONE }, key);
    await send('/api/people', { name: '王五', phone: PHONE, zzz: PHONE });
    await send('/api/people', { name: '王五', phone: `${PHONE}${PHONE}` });
    await send(`/api/people/${id}/revise`, { phone: '13900001111' });
    await send(`/api/people/${id}/revise`, { phone: PHONE, remove: ['phone'] });
    for (const path of ['', `/${id}`, `?text=${PHONE}`]) await send(`/api/people${path}`);
    await send(`/api/leaders/${id}`);
    await server.end('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
    expect(logged.split('\n').filter((line) => line.includes('/api/people')).length).toBeGreaterThan(8);
    expect(said.join('\n')).toContain('138****5678');
    expect(said.join('\n') + logged).not.toMatch(new RegExp(`${PHONE}|13900001111`));
  });
});
