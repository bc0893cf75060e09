import { byProject, latenesses, mostPressingFirst, type Charge } from './charges.ts';

const charge = (kind: Charge['kind'], milestone: Charge['milestone'], days: number): Charge => ({
  kind,
  label: { zh: '', en: '' },
  role: 'lead',
  milestone,
  milestoneLabel: { zh: milestone ?? '', en: milestone ?? '' },
  phase: null,
  since: '2026-01-01',
  until: null,
  begun: '2026-01-01',
  days,
  daysInAll: days,
  factIds: [],
});

describe('what is late in a project', () => {
  it('is one entry a milestone, against both plans, the current plan first', () => {
    const found = latenesses([
      charge('overdueFirst', 'completed', 900),
      charge('overdueFirst', 'inProduction', 40),
      charge('overdueCurrent', 'inProduction', 10),
      charge('missedReport', null, 0),
    ]);
    expect(found.map(({ milestone, current, first }) => [milestone, current?.days, first?.days])).toEqual([
      ['inProduction', 10, 40],
      ['completed', undefined, 900],
    ]);
  });

  it('keeps the phases of a milestone apart', () => {
    const second = { ...charge('overdueFirst', 'completed', 5), phase: '二期' };
    expect(latenesses([charge('overdueFirst', 'completed', 9), second]).map(({ phase }) => phase)).toEqual([
      null,
      '二期',
    ]);
  });
});

it('the most pressing projects come first, those that are on time in the order of entry', () => {
  const projects = [
    { number: 1, overdue: [] },
    { number: 2, overdue: [charge('overdueFirst', 'completed', 800)] },
    { number: 3, overdue: [charge('overdueCurrent', 'completed', 3)] },
    { number: 4, overdue: [charge('overdueCurrent', 'completed', 3), charge('overdueFirst', 'completed', 70)] },
    { number: 0, overdue: [] },
  ];
  expect(mostPressingFirst(projects).map(({ number }) => number)).toEqual([4, 3, 2, 0, 1]);
});

it('a project held in two roles is one project', () => {
  const held = [
    { id: 'a', role: 'lead', since: '2026' },
    { id: 'b', role: 'lead', since: '2025' },
    { id: 'a', role: 'responsiblePerson', since: '2024' },
  ];
  expect(byProject(held).map(({ id, roles }) => [id, roles.map(({ role }) => role)])).toEqual([
    ['a', ['lead', 'responsiblePerson']],
    ['b', ['lead']],
  ]);
});
