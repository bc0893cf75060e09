import { derivedId } from '#kernel';
import { dialects } from '#database/testing';
import { carryOut, Executor, reassignmentSlice, type ReassignmentRow } from '#ledger';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import type { ReassignmentTables } from './projector.ts';
import { doneProjects, openOrders, orderedProjects, orderOf, ordersPage, projectNames } from './queries.ts';

const NOON = '2026-11-22T04:00:00.000Z';
const PROJECTS = 450;

describe.each(dialects)('orders on %s', (_, fresh) => {
  let ledger: TestLedger;
  let executor: Executor;
  const db = () => ledger.views.reader<ReassignmentTables>('reassignments');

  beforeAll(async () => {
    ledger = await testLedger(fresh);
    executor = new Executor({
      store: ledger.store,
      clock: () => Date.parse(NOON),
      knows: () => Promise.resolve(true),
    });
    await ledger.zone('z1', '示例区');
  });
  afterAll(() => ledger.close());

  async function order(orderId: string, rows: readonly ReassignmentRow[]): Promise<void> {
    const outcome = await executor.execute({
      slice: reassignmentSlice,
      streamId: `reassignment-${orderId}`,
      command: { type: 'OrderReassignment', data: { rows, from: '2026-11-01', reason: '分工调整' } },
      commandId: derivedId(orderId),
      actor: { id: 'wang', role: 'coordinator' },
      source: { kind: 'api' },
      correlationId: orderId,
    });
    expect(outcome.kind).toBe('accepted');
    await ledger.settled();
  }
  const rowsOf = async (orderId: string) => orderedProjects(db(), { orderId });

  it('are open until they are carried out, and say of every project what came of it', async () => {
    for (const id of ['p1', 'p2', 'p3'])
      await ledger.tell(id, { type: 'RegisterProject', data: { name: `项目 ${id}`, zoneId: 'z1' } });
    await ledger.tell('p2', { type: 'AssignLeader', data: { personId: 'li', lead: false, from: '2026-01-01' } });
    await order('o1', [
      { projectId: 'p1', personId: 'zhang', lead: true, revision: '0' },
      { projectId: 'p2', personId: 'zhang', lead: false, replaces: 'li', revision: '1' },
      { projectId: 'p3', personId: 'zhang', lead: true, revision: '7' },
    ]);
    const { seq } = await ledger.views.asOf('reassignments');
    const ordered = {
      order_id: 'o1',
      is_open: 1,
      ordered_seq: seq,
      ordered_at: NOON,
      ordered_by: 'wang',
      from_date: '2026-11-01',
      reason: '分工调整',
      doc: null,
      projects: 3,
      skipped: 0,
      carried_out_at: null,
    };
    const row = { order_id: 'o1', person_id: 'zhang', lead: 1, replaces: null, why: null, params: null };
    const wanted = [
      { ...row, number: 1, project_id: 'p1', revision: 0 },
      { ...row, number: 2, project_id: 'p2', lead: 0, replaces: 'li', revision: 1 },
      { ...row, number: 3, project_id: 'p3', revision: 7 },
    ];
    expect(await orderOf(db(), 'o1')).toEqual(ordered);
    expect(await rowsOf('o1')).toEqual(wanted);
    expect(await openOrders(db())).toEqual(['o1']);
    expect(await doneProjects(ledger.views, await rowsOf('o1'))).toEqual(new Set());

    await carryOut(executor, 'o1');
    await ledger.settled();
    expect(await orderOf(db(), 'o1')).toEqual({ ...ordered, is_open: 0, skipped: 1, carried_out_at: NOON });
    const [first, second, third] = wanted;
    const skipped = { ...third, why: 'ChangedSincePreview', params: expect.any(String) as string };
    expect(await rowsOf('o1')).toEqual([first, second, skipped]);
    const [left] = await orderedProjects(db(), { orderId: 'o1', skipped: true });
    expect(JSON.parse(left?.params ?? '')).toEqual({ seen: '7', revision: '0' });
    expect(await openOrders(db())).toEqual([]);
    expect(await doneProjects(ledger.views, await rowsOf('o1'))).toEqual(new Set(['p1', 'p2']));
    expect(await projectNames(ledger.views, ['p1', 'p3', 'nobody'])).toEqual(
      new Map([
        ['p1', '项目 p1'],
        ['p3', '项目 p3'],
      ]),
    );
  });

  it('are counted while they are under way, also where there are more projects than one statement takes', async () => {
    const rows = Array.from({ length: PROJECTS }, (_, i): ReassignmentRow => {
      return { projectId: `q${i}`, personId: 'zhang', lead: true, revision: '0' };
    });
    await Promise.all(
      rows.map(({ projectId: id }) =>
        ledger.tell(id, { type: 'RegisterProject', data: { name: `项目 ${id}`, zoneId: 'z1' } }),
      ),
    );
    await order('o2', rows);
    const ending = new AbortController();
    const ended = carryOut(executor, 'o2', { signal: ending.signal });
    for await (const message of ledger.store.subscribe({ filter: { streams: ['project-q1'] } }))
      if (message.kind === 'event' && message.event.type === 'LeaderAssigned') break;
    ending.abort();
    await ended;
    await ledger.settled();
    const histories = await Promise.all(rows.map(({ projectId }) => ledger.history(projectId)));
    const done = rows.filter((_, i) => (histories[i]?.length ?? 0) > 1).map(({ projectId }) => projectId);
    expect(done.length).toBeGreaterThan(0);
    expect(await doneProjects(ledger.views, await rowsOf('o2'))).toEqual(new Set(done));
  });

  it('are listed the latest first, and page by page', async () => {
    const before = await ordersPage(db(), { limit: 10 });
    await order('o3', [{ projectId: 'p1', personId: 'li', lead: true, revision: '0' }]);
    const all = await ordersPage(db(), { limit: 10 });
    expect(all.map(({ order_id }) => order_id)).toEqual(['o3', ...before.map(({ order_id }) => order_id)]);
    const [first] = await ordersPage(db(), { limit: 1 });
    expect(await ordersPage(db(), { limit: 10, before: first?.ordered_seq })).toEqual(before);
    expect(await orderOf(db(), 'nobody')).toBeUndefined();
    expect(await orderedProjects(db(), { orderId: 'o2', limit: 2, after: 448 })).toHaveLength(2);
  });
});
