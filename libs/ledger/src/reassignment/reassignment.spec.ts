import { scenario } from '#kernel/scenario';
import type { ReassignmentOrdered, ReassignmentRow, SkippedRow } from './events.ts';
import { reassignment } from './reassignment.ts';

const given = scenario(reassignment);
const row: ReassignmentRow = { projectId: 'p1', personId: 'zhang', lead: true, revision: '3' };
const beside: ReassignmentRow = { projectId: 'p2', personId: 'zhang', lead: false, replaces: 'li', revision: '0' };
const data: ReassignmentOrdered['data'] = { rows: [row, beside], from: '2026-11-01', reason: '分工调整', doc: '15号' };
const ordered = { type: 'ReassignmentOrdered', data } as const;
const order = { type: 'OrderReassignment', data } as const;
const skipped: SkippedRow[] = [{ projectId: 'p2', why: 'ChangedSincePreview', params: { seen: '0', revision: '1' } }];
const carriedOut = { type: 'ReassignmentCarriedOut', data: { skipped } } as const;

describe('an order', () => {
  it('is given once', () => given().when(order).then(ordered));
  it('takes the same order twice as one', () => given(ordered).when(order).then());
  it('takes the same order twice as one when it is carried out too', () =>
    given(ordered, carriedOut).when(order).then());
  it('never changes', () =>
    given(ordered)
      .when({ ...order, data: { ...data, reason: '另有任用' } })
      .thenRefused('ReassignmentAlreadyOrdered'));

  it('names a project once', () =>
    given()
      .when({ ...order, data: { ...data, rows: [row, beside, { ...beside, projectId: 'p1' }] } })
      .thenRefused('ProjectTwiceInOrder', { projectId: 'p1' }));
  it('replaces nobody where a new lead takes over from the old', () =>
    given()
      .when({ ...order, data: { ...data, rows: [{ ...row, replaces: 'li' }] } })
      .thenRefused('LeadReplacesNobody', { projectId: 'p1' }));
  it('replaces nobody by themselves', () =>
    given()
      .when({ ...order, data: { ...data, rows: [{ ...beside, replaces: 'zhang' }] } })
      .thenRefused('ReplacesOneself', { projectId: 'p2' }));

  it('names people who are known', () =>
    given()
      .when(order, { missing: new Set(['person-zhang']) })
      .thenRefused('PersonUnknown', { id: 'zhang' }));
  it('names projects that are there', () =>
    given()
      .when(order, { missing: new Set(['project-p2']) })
      .thenRefused('ProjectUnknown', { id: 'p2' }));
  it('begins on the day it is given at the latest', () => {
    given()
      .when({ ...order, data: { ...data, from: '2026-11-23' } })
      .thenRefused('FactInTheFuture', { on: '2026-11-23', filedOn: '2026-11-22' });
    given()
      .when({ ...order, data: { ...data, from: '2026-11' } })
      .then({ ...ordered, data: { ...data, from: '2026-11' } });
  });
});

describe('carrying it out', () => {
  const carryOut = { type: 'CarryOutReassignment', data: { skipped } } as const;
  it('is recorded with the projects that were left as they were', () => given(ordered).when(carryOut).then(carriedOut));
  it('is recorded once, whatever a second one would say', () =>
    given(ordered, carriedOut)
      .when({ ...carryOut, data: { skipped: [] } })
      .then());
  it('needs an order', () => given().when(carryOut).thenRefused('ReassignmentNotOrdered'));
});
