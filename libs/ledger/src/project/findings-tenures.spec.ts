import type { FactDate } from '#kernel';
import { eventId } from '#kernel/scenario';
import type { ProjectFact } from './events.ts';
import { factsOf } from './facts.ts';
import { findingsOn } from './findings.ts';
import type { Project } from './project.ts';
import { assigned, corrected, given, registered, revoked } from './project.harness.ts';

const tenureFindings = (history: Project) =>
  findingsOn(factsOf(history), '2026-11-22')
    .filter(({ code }) => code === 'RoleHeldTwice' || code === 'ReleaseWithoutTenure')
    .map(({ id, factIds }) => [id, factIds]);
const released = (personId: string, until: FactDate): ProjectFact => ({
  type: 'LeaderReleased',
  data: { personId, until },
});
const unit = (unitId: string, from: FactDate, joint?: true): ProjectFact => ({
  type: 'ResponsibleUnitAssigned',
  data: { unitId, from, ...(joint && { joint }) },
});

describe('two who hold one role from one day', () => {
  it('are found where a correction makes them so, and no more once it is revoked', () => {
    const moved = corrected(3, { ...assigned('p2', '2026-01-01').data });
    const leads = [registered, assigned('p1', '2026-01-01'), assigned('p2', '2026-05-01'), moved] as const;
    given(...leads).shows(tenureFindings, [['RoleHeldTwice/lead/2026-01-01', [eventId(2), eventId(3)]]]);
    given(...leads, revoked(4)).shows(tenureFindings, []);
  });
  it('are found of responsible units and persons, and without a date too', () => {
    given(registered, unit('u1', '2026-01-01'), unit('u2', '2026-01')).shows(tenureFindings, []);
    given(registered, unit('u1', '2026-01-31'), unit('u2', '2026-01')).shows(tenureFindings, [
      ['RoleHeldTwice/responsibleUnit/2026-01-31', [eventId(2), eventId(3)]],
    ]);
    given(registered, assigned('p1', 'unknown'), assigned('p2', 'unknown')).shows(tenureFindings, [
      ['RoleHeldTwice/lead/2026-11-22', [eventId(2), eventId(3)]],
    ]);
  });
  it('are none where one is held beside the other, was taken back, or given up for another role', () => {
    given(registered, assigned('p1', '2026-01-01'), assigned('p2', '2026-01-01', false)).shows(tenureFindings, []);
    given(registered, unit('u1', '2026-01-01'), unit('u2', '2026-01-01', true)).shows(tenureFindings, []);
    const back = released('p1', '2026-01-01');
    given(registered, assigned('p1', '2026-01-01'), back, assigned('p2', '2026-01-01')).shows(tenureFindings, []);
    given(
      registered,
      assigned('p1', '2026-01-01'),
      assigned('p1', '2026-01-01', false),
      assigned('p2', '2026-01-01'),
    ).shows(tenureFindings, []);
  });
});

describe('a release', () => {
  it('is found where it ends no tenure: of nobody, before it begins, or after it was over', () => {
    const before = [registered, assigned('p1', '2026-01-01'), released('p1', '2026-05-01')] as const;
    given(...before).shows(tenureFindings, []);
    given(...before, corrected(2, { ...assigned('p2', '2026-01-01').data })).shows(tenureFindings, [
      [`ReleaseWithoutTenure/${eventId(3)}`, [eventId(3)]],
    ]);
    given(...before, corrected(2, { ...assigned('p1', '2026-06-01').data })).shows(tenureFindings, [
      [`ReleaseWithoutTenure/${eventId(3)}`, [eventId(3), eventId(2)]],
    ]);
    given(...before, assigned('p2', '2026-03-01')).shows(tenureFindings, [
      [`ReleaseWithoutTenure/${eventId(3)}`, [eventId(3), eventId(2)]],
    ]);
  });
  it('may be of any day that it could be of', () => {
    const handedOver = [registered, assigned('p1', '2026-01-01'), assigned('p2', '2026-05-11')] as const;
    given(...handedOver, released('p1', '2026-05')).shows(tenureFindings, []);
    given(...handedOver, released('p1', 'unknown')).shows(tenureFindings, []);
    given(registered, released('p1', 'unknown')).shows(tenureFindings, [
      [`ReleaseWithoutTenure/${eventId(2)}`, [eventId(2)]],
    ]);
  });
  it('is none where the released begins another role on that day', () =>
    given(
      registered,
      assigned('p1', '2026-01-01', false),
      released('p1', '2026-03-01'),
      assigned('p1', '2026-03-01'),
    ).shows(tenureFindings, []));
});
