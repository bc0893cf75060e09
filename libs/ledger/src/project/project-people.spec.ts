import fc from 'fast-check';
import type { Event, FactDate } from '#kernel';
import { eventId } from '#kernel/scenario';
import type { ProjectFact } from './events.ts';
import { factsOf } from './facts.ts';
import type { Project, ProjectCommand } from './project.ts';
import { assigned, exited, given, registered, without } from './project.harness.ts';
import { tenuresOf } from './tenures.ts';

describe('leaders', () => {
  const assign = (personId: string, from: FactDate, lead = true): ProjectCommand => ({
    type: 'AssignLeader',
    data: { personId, lead, from },
  });
  const tenures = (history: Project) =>
    tenuresOf(factsOf(history)).map(({ role, holderId, fromDay, until }) => [role, holderId, fromDay, until]);
  it('hand over on the first day of the next, whatever the order of filing', () =>
    given(registered, assigned('p2', '2026-07-01'), assigned('p1', '2026-01-01')).shows(tenures, [
      ['lead', 'p1', '2026-01-01', '2026-07-01'],
      ['lead', 'p2', '2026-07-01', undefined],
    ]));
  it('can be several beside one lead', () =>
    given(
      registered,
      assigned('p1', '2026-01'),
      assigned('p2', '2026-01', false),
      assigned('p3', '2026-02', false),
    ).shows(tenures, [
      ['lead', 'p1', '2026-01-31', undefined],
      ['coLead', 'p2', '2026-01-31', undefined],
      ['coLead', 'p3', '2026-02-28', undefined],
    ]));
  it('hold from the day it was filed where nobody knows since when', () =>
    given(registered, assigned('p1', 'unknown')).shows(tenures, [['lead', 'p1', '2026-11-22', undefined]]));
  it('cannot be two from one day', () =>
    given(registered, assigned('p1', '2026-01-01'))
      .when(assign('p2', '2026-01-01'))
      .thenRefused('RoleTakenFromThatDay', { id: 'p1' }));
  it('cannot be two from nobody knows when, filed on one day', () => {
    const told = given(registered, assigned('p1', 'unknown'));
    told.when(assign('p2', 'unknown')).thenRefused('RoleTakenFromThatDay', { from: '2026-11-22', id: 'p1' });
    told.when(assign('p2', 'unknown', false)).then(assigned('p2', 'unknown', false));
    told.when(assign('p2', 'unknown'), { filedAt: '2026-11-23T04:00:00.000Z' }).then(assigned('p2', 'unknown'));
    given(registered, assigned('p1', '2026-11-22')).when(assign('p2', 'unknown')).then(assigned('p2', 'unknown'));
  });
  it('can begin on a day that the one before held nothing of', () => {
    const none = { type: 'LeaderReleased', data: { personId: 'p1', until: '2026-01-01' } } as const;
    given(registered, assigned('p1', '2026-01-01'), none)
      .when(assign('p2', '2026-01-01'))
      .then(assigned('p2', '2026-01-01'));
    given(registered, assigned('p1', '2026-01')).when(assign('p2', '2026-01-31')).thenRefused('RoleTakenFromThatDay');
  });
  it('are assigned once by the same report twice', () =>
    given(registered, assigned('p1', '2026-01-01')).when(assign('p1', '2026-01-01')).then());
  it('must be somebody', () =>
    given(registered)
      .when(assign('p9', '2026-01-01'), { missing: new Set(['person-p9']) })
      .thenRefused('PersonUnknown', { id: 'p9' }));
  it('are released on a day they hold', () => {
    const release = (until: FactDate): ProjectCommand => ({ type: 'ReleaseLeader', data: { personId: 'p1', until } });
    given(registered, assigned('p1', '2026-03-01')).when(release('2026-02-01')).thenRefused('TenureEndsBeforeItStarts');
    given(registered).when(release('2026-02-01')).thenRefused('RoleNotHeld', { id: 'p1' });
    given(registered, assigned('p1', '2026-03-01'))
      .when(release('2026-12-31'))
      .then({ type: 'LeaderReleased', data: { personId: 'p1', until: '2026-12-31' } });
    given(registered, assigned('p1', '2026-03-01'), {
      type: 'LeaderReleased',
      data: { personId: 'p1', until: '2026-05-01' },
    }).shows(tenures, [['lead', 'p1', '2026-03-01', '2026-05-01']]);
  });
});

describe('who is released and assigned again on one day', () => {
  const coLead = assigned('p1', '2026-01-01', false);
  const released = { type: 'LeaderReleased', data: { personId: 'p1', until: '2026-03-01' } } as const;
  const lead = assigned('p1', '2026-03-01');
  const spans = (history: Project) => tenuresOf(factsOf(history)).map((t) => [t.role, t.fromDay, t.until]);

  it('holds the new tenure, so that nobody else begins on that day', () =>
    given(registered, coLead, released, lead)
      .when({ type: 'AssignLeader', data: assigned('p2', '2026-03-01').data })
      .thenRefused('RoleTakenFromThatDay', { id: 'p1', factId: eventId(4) }));
  it('holds it whatever the order of filing, of a unit beside another one too', () => {
    const unit = (from: FactDate, joint?: true): ProjectFact => ({
      type: 'ResponsibleUnitAssigned',
      data: { unitId: 'u', from, ...(joint && { joint }) },
    });
    const days = fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 15, max: 28 }));
    const day = (n: number): FactDate => `2026-03-${String(n).padStart(2, '0')}`;
    const orders = [0, 1, 2].flatMap((a) => [0, 1, 2].filter((b) => b !== a).map((b) => [a, b, 3 - a - b]));
    fc.assert(
      fc.property(days, fc.constantFrom(...orders), fc.boolean(), ([first, then], order, ofUnits) => {
        const filed: ProjectFact[] = ofUnits
          ? [
              unit(day(first), true),
              { type: 'ResponsibleUnitReleased', data: { unitId: 'u', until: day(then) } },
              unit(day(then)),
            ]
          : [
              assigned('p1', day(first), false),
              { type: 'LeaderReleased', data: { personId: 'p1', until: day(then) } },
              assigned('p1', day(then)),
            ];
        const roles = ofUnits ? ['responsibleUnit', 'responsibleUnit'] : ['coLead', 'lead'];
        given(registered, ...order.map((i) => filed[i] as ProjectFact)).shows(spans, [
          [roles[0], day(first), day(then)],
          [roles[1], day(then), undefined],
        ]);
      }),
    );
  });
  it('holds nothing where the release was filed since, and the tenure before was over', () => {
    given(registered, lead, released).shows(spans, [['lead', '2026-03-01', '2026-03-01']]);
    const over = { ...released, data: { ...released.data, until: '2026-02-01' } } as const;
    given(registered, coLead, over, lead, released).shows(spans, [
      ['coLead', '2026-01-01', '2026-02-01'],
      ['lead', '2026-03-01', '2026-03-01'],
    ]);
  });
});

describe.each([
  ['a responsible person', 'Person', 'personId'],
  ['a responsible unit', 'Unit', 'unitId'],
  ['an agent unit', 'Agent', 'unitId'],
] as const)('%s', (_, which, field) => {
  const NAMES = {
    Person: ['AssignResponsiblePerson', 'ReleaseResponsiblePerson', 'ResponsiblePersonAssigned', 'responsiblePerson'],
    Unit: ['AssignResponsibleUnit', 'ReleaseResponsibleUnit', 'ResponsibleUnitAssigned', 'responsibleUnit'],
    Agent: ['AssignAgentUnit', 'ReleaseAgentUnit', 'AgentUnitAssigned', 'agentUnit'],
  } as const;
  const [assigns, releases, event, role] = NAMES[which];
  const assign = (id: string, from: FactDate) => ({ type: assigns, data: { [field]: id, from } }) as ProjectCommand;
  const release = (id: string, until: FactDate) => ({ type: releases, data: { [field]: id, until } }) as ProjectCommand;
  const fact = (type: string, data: object) => ({ type, data }) as Event as ProjectFact;
  const held = (id: string, from: FactDate) => fact(event, { [field]: id, from });

  it('hands over to the next one on the first day of that tenure', () => {
    given(registered, held('a', '2026-01-01')).when(assign('b', '2026-05-01')).then(held('b', '2026-05-01'));
    given(registered, held('b', '2026-05-01'), held('a', '2026-01-01')).shows(
      (history) => tenuresOf(factsOf(history)).map((t) => [t.role, t.holderId, t.fromDay, t.until]),
      [
        [role, 'a', '2026-01-01', '2026-05-01'],
        [role, 'b', '2026-05-01', undefined],
      ],
    );
  });
  it('cannot be two from one day, which is the day of a handover too', () => {
    given(registered, held('a', '2026-01-01'), held('b', '2026-05-01'))
      .when(assign('c', '2026-05-01'))
      .thenRefused('RoleTakenFromThatDay', { from: '2026-05-01', id: 'b', factId: eventId(3) });
  });
  it('is no hindrance to a lead from the same day', () =>
    given(registered, held('a', '2026-01-01'))
      .when({ type: 'AssignLeader', data: assigned('p1', '2026-01-01').data })
      .then(assigned('p1', '2026-01-01')));
  it('ends on a day that is held, never before it began', () => {
    const told = given(registered, held('a', '2026-03-01'));
    told.when(release('a', '2026-02-28')).thenRefused('TenureEndsBeforeItStarts', { from: '2026-03-01' });
    told.when(release('b', '2026-04-01')).thenRefused('RoleNotHeld', { id: 'b' });
    given(registered).when(release('a', '2026-04-01')).thenRefused('RoleNotHeld', { id: 'a' });
    told.when({ type: 'ReleaseLeader', data: { personId: 'a', until: '2026-04-01' } }).thenRefused('RoleNotHeld');
    const released = releases.replace(/^Release(.*)$/, '$1Released');
    told.when(release('a', '2027-01-01')).then(fact(released, { [field]: 'a', until: '2027-01-01' }));
  });
  it('must be there', () => {
    const [stream, code] = field === 'personId' ? ['person-x', 'PersonUnknown'] : ['organization-x', 'UnitUnknown'];
    given(registered).when(assign('x', '2026-01-01'), without(stream)).thenRefused(code, { id: 'x' });
    if (field === 'unitId')
      given(registered)
        .when(assign('x', '2018'), without('organization-x/2018'))
        .thenRefused('UnitNotThereThen', { id: 'x', from: '2018' });
  });
  it('takes no office in the future, nor after the project has left', () => {
    given(registered).when(assign('a', '2026-12-01')).thenRefused('FactInTheFuture');
    given(registered, exited).when(assign('a', '2026-07-01')).thenRefused('ProjectHasExited');
  });
});

describe('visits and help', () => {
  const visit = {
    type: 'RecordSiteVisit',
    data: { on: '2026-06-11', personId: 'p1', found: '施工用电未接通' },
  } as const;
  const visited = { type: 'SiteVisited', data: visit.data } as const;
  const help = { type: 'RecordHelpAction', data: { on: '2026-06-11', personId: 'p1', text: '协调供电' } } as const;
  it('are new ones each time', () => {
    given(registered, visited).when(visit).then(visited);
    given(registered, { type: 'HelpActionRecorded', data: help.data })
      .when(help)
      .then({ type: 'HelpActionRecorded', data: help.data });
  });
  it('are by somebody, and have happened', () => {
    given(registered).when(visit, without('person-p1')).thenRefused('PersonUnknown', { id: 'p1' });
    given(registered)
      .when({ ...help, data: { ...help.data, on: '2026-11-23' } })
      .thenRefused('FactInTheFuture');
  });
});
