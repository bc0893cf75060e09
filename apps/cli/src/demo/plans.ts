import { addDays, daysBetween, type Day, type FactDate } from '#kernel';
import type { PlannableMilestone } from '#ledger';
import { blurred, later, monthOf } from './days.ts';
import type { Entry } from './journal.ts';
import { SLIP_REASONS } from './names.ts';
import type { MilestoneCommand } from './plot.ts';
import { wan, type Telling } from './telling.ts';

const PLANNED: readonly (readonly [MilestoneCommand, PlannableMilestone])[] = [
  ['StartConstruction', 'constructionStarted'],
  ['CompleteProject', 'completed'],
  ['StartProduction', 'inProduction'],
];
/** How often a plan slips: half never, one in six twice and more. */
const SLIPS = [0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4] as const;
const DAYS_AHEAD_MAX = 500;

/** Plans of the milestones that matter, from the day of signing on, and how they were moved. */
export function tellPlans(telling: Telling): void {
  const { random, span } = telling.scene;
  const { course, fate } = telling.subject.plot;
  const signed = course.find(({ command }) => command === 'SignProject')?.on ?? telling.registered.filedOn;
  const filedOn = addDays(later(signed, telling.registered.filedOn), random.int(3, 20));
  for (const [command, milestone] of PLANNED) {
    const reached = course.find((step) => step.command === command)?.on;
    const due = reached ?? addDays(span.until, random.int(60, DAYS_AHEAD_MAX));
    const slips = fate === 'signedNotStarted' ? random.int(2, 4) : random.pick(SLIPS);
    if (due > addDays(filedOn, 30)) tellPlan(telling, { milestone, filedOn, due, slips });
  }
}

interface Planned {
  readonly milestone: PlannableMilestone;
  readonly filedOn: Day;
  /** When it will really have been reached. */
  readonly due: Day;
  readonly slips: number;
}

/** The first plan is too early by as much as it will slip; each new one is filed about when the one before it runs out. */
function tellPlan(telling: Telling, { milestone, filedOn, due, slips }: Planned): void {
  const { random } = telling.scene;
  const span = daysBetween(filedOn, due);
  const target = (n: number): Day => addDays(filedOn, Math.round((span * (n + 1)) / (slips + 1)) + random.int(-12, 12));
  let day = target(0);
  let current: FactDate = random.percent(12) ? blurred(day, 'year') : monthOf(day);
  let entry = telling.file({ type: 'PlanMilestone', data: { milestone, on: current } }, filedOn);
  if (entry && current.length === 4 && monthOf(day) !== current) {
    // The year is known first; the month within it narrows the plan and is no slip.
    const to = monthOf(day);
    const data = { milestone, from: current, to, reason: '细化到月' };
    entry = telling.file({ type: 'RescheduleMilestone', data }, addDays(filedOn, random.int(20, 50)), entry);
    current = to;
  }
  for (let n = 1; n <= slips && entry; n++) {
    const moved = addDays(day, random.int(-15, 15));
    day = target(n);
    const to = random.percent(20) ? day : monthOf(day);
    if (to === current) continue;
    const data = { milestone, from: current, to, reason: random.pick(SLIP_REASONS) };
    entry = telling.file({ type: 'RescheduleMilestone', data }, moved, entry);
    current = to;
  }
}

/** What is to be invested each year, set in January, or at registration. */
export function tellAnnualPlans(telling: Telling): void {
  const { random, span } = telling.scene;
  const { course, registeredOn } = telling.subject.plot;
  const done = course.find(({ command }) => command === 'CompleteProject')?.on ?? span.until;
  for (let year = Number(registeredOn.slice(0, 4)); year <= Number(span.until.slice(0, 4)); year++) {
    const january = `${year}-01-${random.int(10, 28)}`;
    if (january > done) return;
    const share = random.int(10, 45);
    const investment = (telling.subject.totalWan * share) / 100;
    const data = { year, investment: wan(investment), goal: `完成投资${share}%` };
    const set = telling.file({ type: 'SetAnnualPlan', data }, later(january, addDays(registeredOn, 5)));
    if (set && random.percent(30)) tellQuarters(telling, year, investment, set);
  }
}

const QUARTER_GOALS = ['完成前期手续', '完成基础施工', '主体封顶', '设备进场'] as const;

function tellQuarters(telling: Telling, year: number, investment: number, set: Entry): void {
  for (const quarter of [1, 2, 3, 4] as const) {
    const data = { year, quarter, goal: QUARTER_GOALS[quarter - 1] as string, investment: wan(investment / 4) };
    telling.file({ type: 'SetQuarterPlan', data }, set.filedOn, set);
  }
}
