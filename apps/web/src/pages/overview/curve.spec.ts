import { curveOf, inYi, planBy, plannedIn, unplannedIn } from './curve.ts';

const yuan = (fen: string) => ({ fen, currency: 'CNY' });
const item = (day: string, seq: number, fen: string) => ({
  day,
  seq,
  projects: 3,
  packages: 3,
  count: 3,
  suspended: 0,
  exited: 0,
  totalInvestment: yuan('0'),
  investedThisYear: yuan(fen),
  invested: yuan('0'),
  stages: [],
});

describe('an annual plan by a day', () => {
  it.each([
    ['2026-01-31', 100n],
    ['2026-02-14', 150n],
    ['2026-11-30', 1100n],
    ['2026-12-31', 1200n],
  ])('is due in full months by twelfths, in a begun one by its days: %s', (day, due) =>
    expect(planBy(day, 1200n)).toBe(due),
  );
});

describe('the curve', () => {
  it('stands beside the plan, and is empty where the log had not begun', () => {
    expect(curveOf([item('2026-01-31', 0, '0'), item('2026-02-28', 9, '150')], yuan('1200'))).toEqual([
      { day: '2026-01-31', invested: null, planned: yuan('100'), ahead: null, projects: 3 },
      { day: '2026-02-28', invested: yuan('150'), planned: yuan('200'), ahead: yuan('-50'), projects: 3 },
    ]);
  });

  it('goes without a plan', () => {
    expect(curveOf([item('2026-01-31', 9, '7')], undefined)).toEqual([
      { day: '2026-01-31', invested: yuan('7'), planned: null, ahead: null, projects: 3 },
    ]);
  });

  it('is drawn in 亿元', () => {
    expect([inYi(yuan('123450000000')), inYi(yuan('-5000000000')), inYi(null)]).toEqual([12.345, -0.5, null]);
  });
});

describe('the plans of a year', () => {
  it('are none where nothing is planned', () => {
    expect([plannedIn(undefined), plannedIn({}), plannedIn({ planned: yuan('0') })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(plannedIn({ planned: yuan('5') })).toEqual(yuan('5'));
  });

  it('name the projects that have none', () => {
    expect(unplannedIn({ withoutPlan: { projects: 2, invested: yuan('5') } })).toEqual({
      projects: 2,
      invested: yuan('5'),
    });
    expect(unplannedIn({ withoutPlan: { projects: 0, invested: yuan('0') } })).toBeUndefined();
  });
});
