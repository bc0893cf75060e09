import type { Response } from 'supertest';
import { given, openLedger, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
const TERMS = { from: '2026-11-01', reason: '领导班子分工调整', doc: '区办发〔2026〕15号' };
/** An order is carried out within a second or two; each question takes some milliseconds. */
const TURNS_MAX = 5_000;
let people = 0;

interface Row {
  readonly projectId: string;
  readonly personId: string;
  readonly lead: boolean;
  readonly replaces?: string;
  readonly revision: string;
}
interface Item {
  readonly project: { id: string; name: string | null };
  readonly holders: { role: string; id: string; name: string | null; since: string }[];
  readonly events: { type: string; data: object }[];
  readonly refusal: { code: string; messages: { zh: string; en: string } } | null;
  readonly row: Row | null;
}
interface Preview {
  readonly items: Item[];
  readonly possible: number;
  readonly refused: number;
  readonly more: boolean;
}
interface Order {
  readonly state: string;
  readonly projects: number;
  readonly settled: number;
  readonly skipped: number;
  readonly items: {
    readonly project: { id: string; name: string | null };
    readonly outcome: string;
    readonly eventIds: string[];
    readonly why: { code: string; messages: { zh: string; en: string } } | null;
  }[];
}

async function person(): Promise<string> {
  const made = await ledger.post('/api/people', { name: `领导${++people}` }).expect(201);
  return (made.body as { id: string }).id;
}

async function project(body: object = {}): Promise<string> {
  return (await given(ledger, body)).projectId;
}

const tell = (projectId: string, verb: string, body: object) =>
  ledger.post(`/api/projects/${projectId}/${verb}`, body).expect(201);
const assign = (projectId: string, personId: string, lead: boolean, from = '2026-01-01') =>
  tell(projectId, 'assign-leader', { personId, lead, from });

async function preview(body: object, after?: string): Promise<Preview> {
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const answer = await ledger.post(`/api/reassignments/preview${query}`, { ...TERMS, ...body }).expect(200);
  return answer.body as Preview;
}

const rowsOf = ({ items }: Preview): Row[] => items.map(({ row }) => row).filter((row) => row !== null);
const order = (rows: readonly object[], headers = {}) => ledger.post('/api/reassignments', { ...TERMS, rows }, headers);

/** Asks until the order is carried out. */
async function carriedOut(ordered: Response, on = ledger): Promise<Order> {
  const { id, after } = ordered.body as { id: string; after: string };
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const answer = await on.get(`/api/reassignments/${id}`).query({ after }).expect(200);
    const found = answer.body as Order;
    if (found.state === 'carriedOut') return found;
    expect(['ordered', 'underWay']).toContain(found.state);
  }
  throw new Error(`order ${id} is not carried out`);
}

const eventsOf = (projectId: string) => ledger.app.parts.executor.history(`project-${projectId}`);

describe('a preview', () => {
  it('tells of every row who holds the project, what an order would add, and on which revision; and changes nothing', async () => {
    const [old, beside, next] = [await person(), await person(), await person()];
    const [led, helped] = [await project(), await project({ name: '冷链物流园' })];
    await assign(led, old, true);
    await assign(helped, beside, true);
    await assign(helped, old, false, '2026-03-01');
    const before = await ledger.events();
    const found = await preview({
      rows: [
        { projectId: led, personId: next, lead: true },
        { projectId: helped, personId: next, lead: false, replaces: old },
      ],
    });
    expect(await ledger.events()).toBe(before);
    expect(found).toMatchObject({ possible: 2, refused: 0, more: false, ...TERMS, effectiveOn: '2026-11-01' });
    const assigned = { personId: next, from: '2026-11-01', doc: TERMS.doc, note: TERMS.reason };
    expect(found.items).toMatchObject([
      {
        project: { id: led, name: '新材料项目' },
        holders: [{ role: 'lead', id: old, since: '2026-01-01' }],
        person: { id: next },
        events: [{ type: 'LeaderAssigned', data: { ...assigned, lead: true } }],
        refusal: null,
        row: { projectId: led, personId: next, lead: true, revision: '1' },
      },
      {
        project: { id: helped, name: '冷链物流园' },
        holders: [
          { role: 'lead', id: beside },
          { role: 'coLead', id: old, since: '2026-03-01' },
        ],
        events: [
          { type: 'LeaderReleased', data: { personId: old, until: '2026-11-01', reason: TERMS.reason } },
          { type: 'LeaderAssigned', data: { ...assigned, lead: false } },
        ],
        row: { projectId: helped, replaces: old, revision: '2' },
      },
    ]);
  });

  it('finds everything that one person hands over to another, in all zones or in one', async () => {
    const [old, next] = [await person(), await person()];
    const [a, b, c] = [await given(ledger), await given(ledger), await given(ledger)];
    await assign(a.projectId, old, true);
    await assign(b.projectId, old, false);
    await assign(c.projectId, old, true);
    const told = await tell(c.projectId, 'release-leader', { personId: old, until: '2026-10-01' });
    const { after } = told.body as { after: string };
    const handover = { fromPersonId: old, toPersonId: next };
    const all = await preview(handover, after);
    expect(rowsOf(all)).toEqual([
      { projectId: a.projectId, personId: next, lead: true, revision: '1' },
      { projectId: b.projectId, personId: next, lead: false, replaces: old, revision: '1' },
    ]);
    const some = await preview({ ...handover, scope: `zone:${b.zoneId}` }, after);
    expect(some.items.map(({ project: { id } }) => id)).toEqual([b.projectId]);
    const named = await preview({ ...handover, projectIds: [c.projectId, a.projectId] });
    expect(named.items.map(({ refusal }) => refusal?.code)).toEqual(['RoleNotHeld', undefined]);
    const refusalOf = async (wrong: object): Promise<unknown> => {
      const answer = await ledger.post('/api/reassignments/preview', { ...TERMS, ...handover, ...wrong });
      return [answer.status, (answer.body as { code: string }).code];
    };
    expect(await refusalOf({ scope: 'county:nowhere' })).toEqual([404, 'ScopeUnknown']);
    expect(await refusalOf({ fromPersonId: NOBODY })).toEqual([409, 'PersonUnknown']);
    expect(await refusalOf({ toPersonId: NOBODY })).toEqual([409, 'PersonUnknown']);
  });

  it('tells of every row that cannot be done why, in both languages', async () => {
    const [old, next] = [await person(), await person()];
    const ids = [];
    for (let i = 0; i < 6; i++) ids.push(await project());
    const [voided, merged, exited, handed, held, twice] = ids as [string, string, string, string, string, string];
    await tell(voided, 'void', { reason: '重复入库' });
    await tell(merged, 'merge-into', { projectId: held, reason: '同一宗地' });
    await tell(exited, 'exit', { on: '2026-10-01', kind: 'agreed', reason: '协商终止' });
    await assign(handed, old, true, '2026-11-01');
    await assign(held, next, true);
    const wanted = [voided, merged, exited, handed, held, NOBODY, twice, twice];
    const rows = wanted.map((projectId) => ({ projectId, personId: next, lead: true }));
    const unknown = { projectId: twice, personId: NOBODY, lead: true };
    const found = await preview({ rows: [...rows, unknown] });
    expect(found.items.map(({ refusal }) => refusal?.code)).toEqual([
      'ProjectIsVoided',
      'ProjectIsMerged',
      'ProjectHasExited',
      'RoleTakenFromThatDay',
      'PersonLeadsAlready',
      'ProjectNotFound',
      undefined,
      'ProjectTwiceInOrder',
      'ProjectTwiceInOrder',
    ]);
    expect([found.possible, found.refused]).toEqual([1, 8]);
    for (const { refusal, row } of found.items) {
      expect(row === null).toBe(refusal !== null);
      expect(refusal?.messages.zh ?? '可').toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*$/);
      expect(refusal?.messages.en ?? 'can').toMatch(/^[^{}]+$/);
    }
    const alone = await preview({ rows: [unknown], from: '2026-11-23' });
    expect(alone.items[0]?.refusal?.code).toBe('PersonUnknown');
    const ahead = await preview({ rows: [{ ...unknown, personId: next }], from: '2026-11-23' });
    expect(ahead.items[0]?.refusal?.code).toBe('FactInTheFuture');
  });

  it.each([
    [{}, ['rows: Required']],
    [{ rows: [] }, ['rows: NotAList']],
    [
      { rows: [{ projectId: 'x', personId: NOBODY, lead: 1 }] },
      ['rows.0.lead: NotTrueOrFalse', 'rows.0.projectId: NotAnId'],
    ],
    [{ rows: [{ projectId: NOBODY, personId: NOBODY, lead: true }], scope: 'all' }, ['scope: UnknownField']],
    [{ fromPersonId: NOBODY }, ['toPersonId: Required']],
    [{ toPersonId: NOBODY }, ['fromPersonId: Required']],
    [{ fromPersonId: NOBODY, toPersonId: NOBODY, scope: 'nowhere' }, ['scope: NotAScope']],
    [{ fromPersonId: NOBODY, toPersonId: NOBODY, scope: 'all', projectIds: [NOBODY] }, ['scope: UnknownField']],
    [{ fromPersonId: NOBODY, toPersonId: NOBODY, from: 'unknown' }, ['from: DateUnknown']],
    [{ fromPersonId: NOBODY, toPersonId: NOBODY, projectIds: [NOBODY, NOBODY] }, ['projectIds: TwiceInList']],
  ])('of %j is a 400', async (body, faults) => {
    const answer = await ledger.post('/api/reassignments/preview', { ...TERMS, ...body }).expect(400);
    const { errors } = answer.body as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field, code }) => `${field}: ${code}`).sort()).toEqual(faults);
  });
});

describe('an order', () => {
  it('is carried out as its preview said: all rows under one reason and document number', async () => {
    const [old, next] = [await person(), await person()];
    const [led, helped] = [await project(), await project()];
    await assign(led, old, true);
    await assign(helped, old, false);
    const found = await preview({ fromPersonId: old, toPersonId: next, projectIds: [led, helped] });
    const ordered = await order(rowsOf(found)).expect(201);
    const { id } = ordered.body as { id: string };
    const done = await carriedOut(ordered);
    expect(done).toMatchObject({ id, ...TERMS, projects: 2, settled: 2, skipped: 0, orderedBy: 'local' });
    for (const [i, item] of found.items.entries()) {
      const events = (await eventsOf(item.project.id)).slice(2);
      const said = item.events.map(({ type, data }) =>
        type === 'LeaderAssigned' ? { type, data: { ...data, orderId: id } } : { type, data },
      );
      expect(events.map(({ type, data }) => ({ type, data }))).toEqual(said);
      expect(done.items[i]).toMatchObject({
        project: item.project,
        outcome: 'done',
        eventIds: events.map((event) => event.id),
        why: null,
      });
      expect(new Set(events.map(({ metadata }) => metadata.causationId))).toEqual(
        new Set((ordered.body as { eventIds: string[] }).eventIds),
      );
    }
    const list = await ledger.get('/api/reassignments').query({ limit: 1 }).expect(200);
    expect((list.body as { items: object[] }).items).toMatchObject([
      { id, state: 'carriedOut', settled: 2, skipped: 0 },
    ]);
    const held = await ledger.get(`/api/leaders/${next}`).expect(200);
    expect((held.body as { items: { id: string; role: string }[] }).items).toMatchObject([
      { id: led, role: 'lead' },
      { id: helped, role: 'coLead' },
    ]);
  });

  it('leaves a project as it is that has changed since the preview, or that refuses, and says so', async () => {
    const [old, next] = [await person(), await person()];
    const [steady, changed, exited] = [await project(), await project(), await project()];
    for (const id of [steady, changed, exited]) await assign(id, old, true);
    await tell(exited, 'exit', { on: '2026-10-01', kind: 'agreed', reason: '协商终止' });
    const rows = rowsOf(await preview({ fromPersonId: old, toPersonId: next, projectIds: [steady, changed] }));
    await tell(changed, 'sign', { on: '2026-05-12' });
    const refusing = { projectId: exited, personId: next, lead: true, revision: '2' };
    const ordered = await order([...rows, refusing]).expect(201);
    const done = await carriedOut(ordered);
    expect(done).toMatchObject({ projects: 3, settled: 3, skipped: 2 });
    expect(done.items).toMatchObject([
      { project: { id: steady }, outcome: 'done' },
      {
        project: { id: changed },
        outcome: 'skipped',
        eventIds: [],
        why: { code: 'ChangedSincePreview', params: { seen: '1', revision: '2' } },
      },
      { project: { id: exited }, outcome: 'skipped', why: { code: 'ProjectHasExited' } },
    ]);
    for (const { why } of done.items.slice(1)) {
      expect(why?.messages.zh).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*$/);
      expect(why?.messages.en).toMatch(/^[^{}]+$/);
    }
    expect((await eventsOf(changed)).map(({ type }) => type)).not.toContain('LeaderReleased');
    expect(await eventsOf(changed)).toHaveLength(3);
    const { id } = ordered.body as { id: string };
    const first = await ledger.get(`/api/reassignments/${id}`).query({ outcome: 'skipped', limit: 1 }).expect(200);
    const { items, next: cursor } = first.body as Order & { next: string };
    expect(items).toMatchObject([{ project: { id: changed } }]);
    const rest = await ledger
      .get(`/api/reassignments/${id}`)
      .query({ outcome: 'skipped', limit: 1, cursor })
      .expect(200);
    expect(rest.body).toMatchObject({ items: [{ project: { id: exited } }], next: null });
  });

  it('of a project that was voided, or merged into another one, since, leaves it as it is', async () => {
    const next = await person();
    const [voided, merged, other] = [await project(), await project(), await project()];
    await tell(voided, 'void', { reason: '重复入库' });
    await tell(merged, 'merge-into', { projectId: other, reason: '同一宗地' });
    const row = (projectId: string) => ({ projectId, personId: next, lead: true, revision: '1' });
    const done = await carriedOut(await order([row(voided), row(merged)]).expect(201));
    expect(done.items.map(({ why }) => why?.code)).toEqual(['ProjectIsVoided', 'ProjectIsMerged']);
  });

  it('is one order under one key, and another one under it is refused', async () => {
    const [next, id] = [await person(), await project()];
    const rows = [{ projectId: id, personId: next, lead: true, revision: '0' }];
    const key = { 'Idempotency-Key': 'order-1' };
    const first = await order(rows, key).expect(201);
    await carriedOut(first);
    const before = await ledger.events();
    const again = await order(rows, key).expect(201);
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
    expect(await ledger.events()).toBe(before);
    await order([{ ...rows[0], lead: false }], key).expect(422);
    const other = await order(rows).expect(201);
    expect((await carriedOut(other)).items[0]?.why?.code).toBe('ChangedSincePreview');
  });

  it('of 300 projects is carried out beside other commands, each project once', async () => {
    const [old, next] = [await person(), await person()];
    const { zoneId } = await given(ledger);
    const made = await Promise.all(
      Array.from({ length: 300 }, async (_, i) => {
        const registered = await ledger.post('/api/projects', { name: `批量${i}`, zoneId }).expect(201);
        const told = await assign((registered.body as { id: string }).id, old, i % 3 > 0);
        return told.body as { id: string; after: string };
      }),
    );
    const found = await preview({ fromPersonId: old, toPersonId: next }, made.at(-1)?.after);
    expect([found.possible, found.refused]).toEqual([300, 0]);
    const ordered = await order(rowsOf(found)).expect(201);
    const others = Array.from({ length: 50 }, () => project());
    const done = await carriedOut(ordered);
    expect([done.settled, done.skipped, (await Promise.all(others)).length]).toEqual([300, 0, 50]);
    for (const { id } of made) {
      const ofTheOrder = (await eventsOf(id)).filter(
        ({ data }) => (data as { orderId?: string }).orderId === (ordered.body as { id: string }).id,
      );
      expect(ofTheOrder).toHaveLength(1);
    }
  });

  it.each<[string, () => object, number, string]>([
    ['an unknown person', () => ({ personId: NOBODY }), 409, 'PersonUnknown'],
    ['an unknown project', () => ({ projectId: NOBODY }), 409, 'ProjectUnknown'],
    ['a lead who replaces somebody', () => ({ replaces: NOBODY }), 409, 'LeadReplacesNobody'],
    ['a revision that is no number', () => ({ revision: '-1' }), 400, 'ValidationFailed'],
    ['a revision that is no text', () => ({ revision: 0 }), 400, 'ValidationFailed'],
    ['a field that is not known', () => ({ force: true }), 400, 'ValidationFailed'],
  ])('with %s is refused whole', async (_, wrong, status, code) => {
    const [next, id] = [await person(), await project()];
    const row = { projectId: id, personId: next, lead: true, revision: '0' };
    const other = { ...row, projectId: await project() };
    const before = await ledger.events();
    const answer = await order([other, { ...row, ...wrong() }]);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
    expect(await ledger.events()).toBe(before);
  });

  it('with two rows for one project, from a day ahead, without a reason, without rows or with too many is refused whole', async () => {
    const [next, id] = [await person(), await project()];
    const row = { projectId: id, personId: next, lead: true, revision: '0' };
    const before = await ledger.events();
    const codeOf = async (body: object): Promise<unknown[]> => {
      const answer = await ledger.post('/api/reassignments', { ...TERMS, rows: [row], ...body });
      const { code, errors = [] } = answer.body as { code: string; errors?: { field: string; code: string }[] };
      return [answer.status, code, ...errors.map((error) => `${error.field}: ${error.code}`)];
    };
    expect(await codeOf({ rows: [row, { ...row, lead: false }] })).toEqual([409, 'ProjectTwiceInOrder']);
    expect(await codeOf({ from: '2026-11-23' })).toEqual([409, 'FactInTheFuture']);
    expect(await codeOf({ from: 'unknown' })).toEqual([400, 'ValidationFailed', 'from: DateUnknown']);
    expect(await codeOf({ reason: undefined })).toEqual([400, 'ValidationFailed', 'reason: Required']);
    expect(await codeOf({ rows: [] })).toEqual([400, 'ValidationFailed', 'rows: NotAList']);
    const rows = Array.from({ length: 5_001 }, () => row);
    expect(await codeOf({ rows })).toEqual([400, 'ValidationFailed', 'rows: NotAList']);
    expect(await ledger.events()).toBe(before);
  });

  it('that nobody gave is not there', async () => {
    for (const id of [NOBODY, 'nobody']) {
      const answer = await ledger.get(`/api/reassignments/${id}`).expect(404);
      expect(answer.body).toMatchObject({ code: 'ReassignmentNotFound', params: { id } });
    }
    await ledger.get('/api/reassignments').query({ limit: 0 }).expect(400);
  });
});

it('an order that a process leaves is carried out by the next one', async () => {
  const other = await openLedger();
  try {
    const { projectId } = await given(other);
    const made = await other.post('/api/people', { name: '张三' }).expect(201);
    const personId = (made.body as { id: string }).id;
    await other.app.parts.reassigner.stop();
    const ordered = await other
      .post('/api/reassignments', { ...TERMS, rows: [{ projectId, personId, lead: true, revision: '0' }] })
      .expect(201);
    const { id, after } = ordered.body as { id: string; after: string };
    const left = await other.get(`/api/reassignments/${id}`).query({ after }).expect(200);
    expect(left.body).toMatchObject({
      state: 'ordered',
      settled: 0,
      skipped: null,
      items: [{ outcome: 'pending', eventIds: [] }],
    });
    await other.post(`/api/projects/${projectId}/sign`, { on: '2026-05-12' }, { 'If-Match': '"0"' }).expect(201);
    const next = await other.restarted();
    const found = await carriedOut(ordered, next);
    expect(found).toMatchObject({ skipped: 1, items: [{ why: { code: 'ChangedSincePreview' } }] });
    await next.close();
  } finally {
    await other.close();
  }
});
