import { addDays, type Day } from '#kernel';
import type { ProjectCommand } from '#ledger';
import { endOfMonth, earlier, monthAfter, monthOf, monthsBetween } from './days.ts';
import type { Entry } from './journal.ts';
import { DIFFICULTIES, NEXT_STEPS, PROGRESS } from './names.ts';
import type { MilestoneCommand } from './plot.ts';
import { wan, type Telling } from './telling.ts';

/** Days around the end of a month on which its report comes in. */
const REPORT_DAYS = { least: -6, most: 6 };
const AFTER_COMPLETION_DAYS = 75;

/** Monthly progress and investment, with the sins of real ledgers: skipped, late, copied from the month before, too much. */
export function tellReports(telling: Telling): void {
  const { random, span } = telling.scene;
  const { course, registeredOn } = telling.subject.plot;
  const reached = (command: MilestoneCommand): Day | undefined => course.find((step) => step.command === command)?.on;
  const completed = reached('CompleteProject');
  const last = completed === undefined ? span.until : earlier(span.until, addDays(completed, AFTER_COMPLETION_DAYS));
  const progress = new ProgressReports(telling);
  const investment = new InvestmentReports(telling);
  for (const month of monthsBetween(registeredOn, last)) {
    if (random.percent(10)) continue;
    const late = random.percent(6) ? random.int(30, 60) : 0;
    const filedOn = addDays(endOfMonth(month), random.int(REPORT_DAYS.least, REPORT_DAYS.most) + late);
    progress.tell(
      month,
      filedOn,
      stretchOf(month, { started: reached('StartConstruction'), completed, signed: reached('SignProject') }),
    );
    const started = reached('StartConstruction');
    const early = random.percent(2);
    if (early || (started !== undefined && endOfMonth(month) >= started)) investment.tell(month, filedOn);
  }
}

/** A sum that begins in the middle, falls, and is reported again for ten days of its month. */
export function tellOddMoney(telling: Telling): void {
  const { totalWan, plot } = telling.subject;
  if (plot.fate !== 'oddMoney') return;
  const share = (percent: number) => wan((totalWan * percent) / 100);
  const [before, after] = [monthAfter(plot.registeredOn, -2), monthAfter(plot.registeredOn, -1)].map(monthOf);
  const file = (data: object, days: number, entry?: Entry): Entry | undefined =>
    telling.file({ type: 'ReportInvestment', data } as ProjectCommand, addDays(plot.registeredOn, days), entry);
  const first = file({ period: before, cumulative: share(30) }, 4);
  const fell = file({ period: after, inPeriod: share(2), cumulative: share(20) }, 8, first);
  file({ period: `${after}-T2`, inPeriod: share(1) }, 12, fell);
}

type Stretch = keyof typeof PROGRESS;

function stretchOf(
  month: Day,
  days: { started?: Day | undefined; completed?: Day | undefined; signed?: Day | undefined },
): Stretch {
  if (days.completed !== undefined && month >= days.completed) return 'finishing';
  if (days.started !== undefined && endOfMonth(month) >= days.started) return 'building';
  return days.signed !== undefined && month >= days.signed ? 'procedures' : 'talks';
}

const COPIED_IN_100 = 7;

class ProgressReports {
  private readonly telling: Telling;
  private last = '';

  constructor(telling: Telling) {
    this.telling = telling;
  }

  tell(month: Day, filedOn: Day, stretch: Stretch): void {
    const { random } = this.telling.scene;
    const copied = this.last !== '' && random.percent(COPIED_IN_100);
    const fresh = PROGRESS[stretch].filter((text) => text !== this.last);
    const text = copied ? this.last : random.pick(fresh);
    const data = {
      period: monthOf(month),
      text,
      ...(random.percent(60) && { nextSteps: random.pick(NEXT_STEPS) }),
      ...(random.percent(25) && { difficulties: random.pick(DIFFICULTIES) }),
    };
    if (this.telling.file({ type: 'ReportProgress', data }, filedOn)) this.last = text;
  }
}

class InvestmentReports {
  private readonly telling: Telling;
  private lastWan = 0;
  private sumWan = 0;
  private year = '';
  private inYearWan = 0;

  constructor(telling: Telling) {
    this.telling = telling;
  }

  tell(month: Day, filedOn: Day): void {
    const { random } = this.telling.scene;
    const amount = this.amount();
    if (month.slice(0, 4) !== this.year) {
      this.year = month.slice(0, 4);
      this.inYearWan = 0;
    }
    const data = {
      period: monthOf(month),
      inPeriod: wan(amount),
      ...(random.percent(15) && { cumulativeInYear: wan(this.inYearWan + amount) }),
    };
    const entry = this.telling.file({ type: 'ReportInvestment', data }, filedOn);
    if (!entry) return;
    this.lastWan = amount;
    this.sumWan += amount;
    this.inYearWan += amount;
    if (!random.percent(1)) return;
    const corrected = { ...data, note: '原填报多计设备预付款' };
    const mending = { factId: entry.factId, data: corrected, reason: '财务核对后补充说明' };
    this.telling.file({ type: 'CorrectFact', data: mending }, addDays(entry.filedOn, random.int(8, 40)), entry);
  }

  /** In 万元. One project in a hundred reports more than it will ever cost. */
  private amount(): number {
    const { random } = this.telling.scene;
    const { totalWan, plot } = this.telling.subject;
    if (this.lastWan > 0 && random.percent(COPIED_IN_100) && this.sumWan + this.lastWan <= totalWan)
      return this.lastWan;
    const drawn = Math.round((totalWan * random.int(10, 90)) / 1_000);
    if (plot.fate === 'aboveTotal') return drawn * 4;
    return Math.min(drawn, totalWan - this.sumWan);
  }
}
