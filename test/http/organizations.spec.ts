import { given, ofItsPoint, openLedger, type Ledger } from './harness.ts';
import { refusesPoints } from './points.harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
type Made = { id: string; after: string; eventIds: string[] };
const unit = async (name: string, data: object = {}): Promise<Made> => {
  const body = { name, kind: 'department', from: '2015-01-01', ...data };
  return (await ledger.post('/api/organizations', body).expect(201)).body as Made;
};
const tell = async (id: string, verb: string, data: object): Promise<Made> =>
  (await ledger.post(`/api/organizations/${id}/${verb}`, data).expect(201)).body as Made;
const page = async (id: string, query: object = {}): Promise<Record<string, unknown>> =>
  (await ledger.get(`/api/organizations/${id}`).query(query).expect(200)).body as Record<string, unknown>;
const names = async (query: object): Promise<string[]> => {
  const body = (await ledger.get('/api/organizations').query(query).expect(200)).body as object;
  return (body as { items: { name: string }[] }).items.map(({ name }) => name);
};

it('a unit keeps the name of its time, what is above and below it, and where it went', async () => {
  const above = await unit('甲区政府');
  const into = await unit('甲区发展局', { parent: above.id });
  const old = await unit('甲区经贸局', { parent: above.id });
  const renamed = await tell(old.id, 'rename', { name: '甲区经信局', from: '2019-03-01', doc: '5号' });
  const merged = await tell(old.id, 'merge-into', { into: into.id, from: '2024-01-01', doc: '1号' });
  const { after } = merged;
  expect(await page(old.id, { after })).toMatchObject({
    name: '甲区经信局',
    kind: 'department',
    from: '2015-01-01',
    parent: { id: above.id, name: '甲区政府' },
    names: [
      { name: '甲区经贸局', from: '2015-01-01', until: '2019-03-01' },
      { name: '甲区经信局', from: '2019-03-01', until: null, doc: '5号', factId: renamed.eventIds[0] },
    ],
    successor: { id: into.id, name: '甲区发展局', from: '2024-01-01', doc: '1号', factId: merged.eventIds[0] },
    children: [],
    mergedInto: [],
  });
  expect(await page(above.id)).toMatchObject({ children: [{ id: into.id, name: '甲区发展局' }], successor: null });
  expect(await page(above.id, { effectiveOn: '2018-05-01' })).toMatchObject({
    children: [
      { id: into.id, name: '甲区发展局' },
      { id: old.id, name: '甲区经贸局' },
    ],
  });
  expect(await page(into.id)).toMatchObject({ mergedInto: [{ id: old.id, name: '甲区经信局' }] });
  expect(await page(into.id, { effectiveOn: '2023-12-31' })).toMatchObject({ mergedInto: [] });
  expect(await names({ text: '甲区经' })).toEqual([]);
  expect(await names({ text: '甲区经', effectiveOn: '2023-12-31' })).toEqual(['甲区经信局']);
  expect(await names({ parent: above.id, effectiveOn: '2016-01-01' })).toEqual(['甲区发展局', '甲区经贸局']);
  expect(await names({ parent: above.id, kind: 'other' })).toEqual([]);
});

it('the unit of a project has the name of the day, also after it was merged', async () => {
  const { projectId } = await given(ledger);
  const [old, into] = [await unit('旧局'), await unit('新局')];
  await ledger
    .post(`/api/projects/${projectId}/assign-responsible-unit`, { unitId: old.id, from: '2026-01-20' })
    .expect(201);
  await tell(old.id, 'rename', { name: '中局', from: '2026-06-01' });
  const { after } = await tell(old.id, 'merge-into', { into: into.id, from: '2026-10-01' });
  await page(old.id, { after });
  const unitName = async (effectiveOn: string): Promise<unknown> => {
    const body = (await ledger.get(`/api/projects/${projectId}`).query({ effectiveOn }).expect(200)).body as object;
    return (body as { responsibleUnitName: string }).responsibleUnitName;
  };
  expect([await unitName('2026-05-31'), await unitName('2026-06-01'), await unitName('2026-11-01')]).toEqual([
    '旧局',
    '中局',
    '中局',
  ]);
});

it('a merger into itself, in a circle, or into nobody is refused, and so is a name after it', async () => {
  const [a, b, c] = [await unit('A'), await unit('B'), await unit('C')];
  const merge = (id: string, into: string) =>
    ledger.post(`/api/organizations/${id}/merge-into`, { into, from: '2024-01-01' });
  const refuses = async (id: string, into: string, code: string) =>
    expect((await merge(id, into).expect(409)).body).toMatchObject({ code });
  await refuses(a.id, a.id, 'OrganizationLeadsToItself');
  await refuses(a.id, NOBODY, 'UnitUnknown');
  await merge(a.id, b.id).expect(201);
  await merge(b.id, c.id).expect(201);
  await refuses(c.id, a.id, 'OrganizationLeadsToItself');
  await refuses(a.id, c.id, 'FactAlreadyFiled');
  const renamed = await ledger
    .post(`/api/organizations/${a.id}/rename`, { name: 'A2', from: '2025-01-01' })
    .expect(409);
  expect(renamed.body).toMatchObject({ code: 'OrganizationIsMerged', params: { into: b.id } });
  const history = await ledger.app.parts.executor.history(`organization-${c.id}`);
  const above = await ledger.post(`/api/organizations/${c.id}/correct`, {
    factId: history[0]?.id,
    data: { name: 'C', kind: 'department', parent: c.id, from: '2015-01-01' },
    reason: '上级填错',
  });
  expect([above.status, (above.body as { code: string }).code]).toEqual([409, 'OrganizationLeadsToItself']);
});

it.each<[string, object, number, string]>([
  ['rename', { name: '乙', from: '2014-12-31' }, 409, 'FactBeforeDefined'],
  ['rename', { name: '乙', from: '2026-11-23' }, 409, 'FactInTheFuture'],
  ['rename', { name: '乙', from: '2015-01-01' }, 409, 'FactAlreadyFiled'],
  ['rename', { name: '', from: 'unknown' }, 400, 'ValidationFailed'],
  ['merge-into', { into: 'x', from: '2020-01-01' }, 400, 'ValidationFailed'],
  ['merge-into', { into: NOBODY, from: '2020-01-01', reason: '无' }, 400, 'ValidationFailed'],
  ['correct', { factId: NOBODY, data: {}, reason: '错' }, 409, 'FactNotFound'],
])('%s with %j is a %d %s', async (verb, data, status, code) => {
  const { id } = await unit('丁局');
  const before = await ledger.events();
  const answer = await ledger.post(`/api/organizations/${id}/${verb}`, data);
  expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
  expect(await ledger.events()).toBe(before);
  const none = await ledger.post(`/api/organizations/${NOBODY}/${verb}`, data);
  if (status === 409)
    expect([none.status, (none.body as { code: string }).code]).toEqual([404, 'OrganizationNotFound']);
});

it('lists page by page, by the name of the day', async () => {
  let after = '';
  for (const name of ['页三', '页一', '页二']) ({ after } = await unit(name));
  const first = await ledger.get('/api/organizations').query({ text: '页', limit: 2, after }).expect(200);
  const { items, next } = first.body as { items: { name: string }[]; next: string };
  const second = await ledger.get('/api/organizations').query({ text: '页', limit: 2, cursor: next }).expect(200);
  const rest = second.body as { items: { name: string }[]; next: null };
  expect([...items, ...rest.items].map(({ name }) => name)).toEqual(['页三', '页一', '页二'].sort());
  expect(rest.next).toBeNull();
  await ledger.get('/api/organizations').query({ text: '别', cursor: next }).expect(400);
  await ledger.get(`/api/organizations/${NOBODY}`).expect(404);
});

it('what a unit answers for is shown as it was known', async () => {
  const { projectId } = await given(ledger);
  const { id, after: defined } = await unit('甲区审批局');
  await tell(id, 'rename', { name: '甲区政务局', from: '2026-11-01' });
  const post = async (verb: string, body: object): Promise<string> =>
    ((await ledger.post(`/api/projects/${projectId}/${verb}`, body).expect(201)).body as Made).after;
  await post('plan-milestone', { milestone: 'constructionStarted', on: '2026-03' });
  const after = await post('assign-responsible-unit', { unitId: id, from: '2026-10-01' });
  const path = `/api/organizations/${id}/accountability`;
  const get = async (at: string, query: object): Promise<Record<string, unknown>> =>
    (await ledger.get(at).query(query).expect(200)).body as Record<string, unknown>;
  const then = await get(path, { after });
  expect(then).toMatchObject({ name: '甲区政务局', now: { projects: 1 }, items: [{ id: projectId }] });
  const inMyTime = await get(`${path}/in-my-time`, {});
  expect(inMyTime['items']).toMatchObject([{ id: projectId, overdueDays: { current: 1, first: 1 } }]);
  const { seq } = then['asOf'] as { seq: number };
  await tell(id, 'rename', { name: '甲区数据局', from: '2026-11-10' });
  const started = await post('start-construction', { on: '2026-10-15' });
  expect(await get(path, { after: started })).toMatchObject({
    name: '甲区数据局',
    inMyTime: { overdueDays: { current: 0 }, items: [] },
  });
  const knownAt = String(seq);
  const later = [await get(path, { knownAt }), await get(`${path}/in-my-time`, { knownAt })];
  expect(later.map(ofItsPoint)).toEqual([then, inMyTime].map(ofItsPoint));
  expect(await get(path, { knownAt: String(seq - 1) })).toMatchObject({ now: { projects: 0 }, items: [] });
  const unknown = await ledger.get(path).query({ knownAt: '1', after: defined }).expect(404);
  expect(unknown.body).toMatchObject({ code: 'UnitUnknown' });
  await refusesPoints(ledger, path);
  await refusesPoints(ledger, `${path}/in-my-time`);
});
