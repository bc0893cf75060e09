import { addDays, dayFromNumber, dayNumber, lastDay, monthFromNumber, monthNumber, type Day } from '#kernel';
import {
  holding,
  holdsOn,
  overduesOf,
  reportGapsOf,
  ROLES,
  slipsOf,
  stageOn,
  STAGES,
  stagesReached,
  standingSteps,
  tenuresOf,
  type Role,
  type Tenure,
} from '#ledger';
import { NOBODY } from '../../libs/views/src/leader-accountability/schema.ts';
import type { KnownProject } from './log.ts';
import { zoneOn } from './questions/scope.ts';

/** What is charged to one holder in one role, counted. */
export interface Charged {
  readonly projectId: string;
  readonly role: Role;
  readonly holderId: string;
  /** What kind, and of which milestone and phase: `slip/completed/一期`. */
  readonly what: string;
  /** Overdue days, slips or months. */
  n: number;
  /** Whether it is still so on the day asked for. */
  now: boolean;
}

const REPORTS: readonly string[] = ['ProgressReported', 'InvestmentReported'];

/** Before every day on which any history here says that something was late. */
const BEGIN = dayNumber('2024-10-01');

/** Who answers for what in a project of the lists, day by day. */
export class Accountable {
  readonly project: KnownProject;
  readonly tenures: ReturnType<typeof tenuresOf>;
  readonly overdues: ReturnType<typeof overduesOf>;
  private readonly slips: ReturnType<typeof slipsOf>;
  private readonly gaps: ReturnType<typeof reportGapsOf>;
  private readonly entered: Day;
  private readonly exit: Day | undefined;

  constructor(project: KnownProject) {
    const { facts } = project;
    this.project = project;
    this.tenures = tenuresOf(facts);
    this.overdues = overduesOf(facts);
    this.slips = slipsOf(facts);
    this.gaps = reportGapsOf(facts);
    this.entered = facts.find(({ type }) => type === 'ProjectRegistered')?.filedOn as Day;
    this.exit = standingSteps(facts).find(({ standing }) => standing === 'exited')?.from;
  }

  /** Holders of a role; nobody where it is vacant and has been in use, or is the lead's. */
  holders(role: Role, day: Day): string[] {
    const tenures = this.tenures.filter((tenure) => tenure.role === role);
    const held = tenures.filter((tenure) => holdsOn(tenure, day)).map(({ holderId }) => holderId);
    if (held.length > 0 || role === 'coLead' || (role !== 'lead' && tenures.length === 0)) return [...new Set(held)];
    return [NOBODY];
  }

  isVacant(role: Role, day: Day): boolean {
    return this.entered <= day && !this.hasExited(day) && this.holders(role, day).includes(NOBODY);
  }

  /** Whether somebody, or nobody, is shown to hold the project on a day. */
  isHeldBy(holderId: string, role: Role, day: Day): boolean {
    if (holderId === NOBODY) return this.isVacant(role, day);
    return !this.hasExited(day) && this.holders(role, day).includes(holderId);
  }

  /** Every day up to one, since the project was entered. */
  *daysTo(day: Day): Generator<Day> {
    yield* this.daysFrom(this.entered, day);
  }

  *daysFrom(first: Day, day: Day): Generator<Day> {
    for (let on = first; on <= day; on = addDays(on, 1)) yield on;
  }

  /** Since when a project has been vacant. */
  vacantSince(role: Role, day: Day): Day {
    let since = day;
    while (this.isVacant(role, addDays(since, -1))) since = addDays(since, -1);
    return since;
  }

  private hasExited(day: Day): boolean {
    return this.exit !== undefined && this.exit <= day;
  }

  isIn(zones: readonly string[] | undefined, day: Day): boolean {
    return zones === undefined || zones.includes(zoneOn(this.project, day));
  }

  overdueOn(day: Day): ReturnType<typeof overduesOf> {
    return this.overdues.filter(({ from, until }) => from <= day && (until === undefined || day < until));
  }

  /** What everybody has to answer for, up to and with a day. */
  charged(day: Day, zones: readonly string[] | undefined): Charged[] {
    const charges = new Map<string, Charged>();
    const charge = (role: Role, on: Day, what: string, now: boolean): void => {
      if (!this.isIn(zones, on)) return;
      for (const holderId of this.holders(role, on)) {
        const key = JSON.stringify([role, holderId, what]);
        const before = charges.get(key) ?? { projectId: this.project.id, role, holderId, what, n: 0, now: false };
        charges.set(key, { ...before, n: before.n + 1, now: before.now || now });
      }
    };
    for (let n = BEGIN; n <= dayNumber(day); n++) {
      const on = dayFromNumber(n);
      const overdue = this.overdueOn(on);
      const slips = this.slips.filter((slip) => slip.on === on);
      for (const role of overdue.length + slips.length > 0 ? ROLES : []) {
        for (const { against, milestone, phase = '' } of overdue) {
          const kind = against === 'first' ? 'overdueFirst' : 'overdueCurrent';
          charge(role, on, `${kind}/${milestone}/${phase}`, on === day);
        }
        for (const { milestone, phase = '' } of slips) charge(role, on, `slip/${milestone}/${phase}`, false);
      }
    }
    for (let month = monthNumber(dayFromNumber(BEGIN)); month < monthNumber(day); month++) {
      for (const { first, end, filedOn } of this.gaps) {
        if (month < first || (end !== undefined && month >= end) || (filedOn !== undefined && filedOn <= day)) continue;
        for (const role of ROLES) charge(role, lastDay(monthFromNumber(month)) as Day, 'missedReport//', false);
      }
    }
    return [...charges.values()];
  }

  /** The days up to one on which a report was filed. */
  reportDays(day: Day): Day[] {
    return this.project.facts
      .filter(({ type, filedOn }) => REPORTS.includes(type) && filedOn <= day)
      .map(({ filedOn }) => filedOn);
  }

  /** The last day held is the one before the project's exit, whatever was said of it. */
  endOf({ until }: Tenure): Day | undefined {
    const { exit } = this;
    return until === undefined || (exit !== undefined && exit < until) ? exit : until;
  }

  hasExitedOn(day: Day | undefined): boolean {
    return day !== undefined && day === this.exit;
  }

  /** The days of the visits and helps of somebody, up to and with a day. */
  actions(personId: string, day: Day, zones: readonly string[] | undefined): { visits: Day[]; helps: Day[] } {
    const on = (type: 'SiteVisited' | 'HelpActionRecorded'): Day[] =>
      this.project.facts.flatMap((fact) => {
        if (fact.type !== type || fact.data.personId !== personId) return [];
        const { certainFrom } = holding(fact.data.on, fact.filedOn);
        return certainFrom <= day && this.isIn(zones, certainFrom) ? [certainFrom] : [];
      });
    return { visits: on('SiteVisited'), helps: on('HelpActionRecorded') };
  }
}

/** How far some projects are on a day, and when any of them was last reported. */
export function progressIn(held: readonly Accountable[], day: Day): object {
  const stands = held.map(({ project }) => stageOn(stagesReached(project.facts), day));
  const reports = held.flatMap((one) => one.reportDays(day)).sort();
  return {
    stages: STAGES.map((stage) => ({
      stage,
      count: stands.filter((one) => one.stage === stage).length,
      possible: stands.filter((one) => one.possibleStage === stage).length,
    })).filter(({ count, possible }) => count + possible > 0),
    lastReport: reports.at(-1) ?? null,
  };
}

/** Some charges in sums, as an answer says them. */
export function measuresIn(charges: readonly Charged[]) {
  const of = (kind: string): readonly Charged[] => charges.filter(({ what }) => what.startsWith(`${kind}/`));
  const sum = (kind: string): number => of(kind).reduce((n, charge) => n + charge.n, 0);
  const now = (kind: string): number =>
    new Set(of(kind).flatMap(({ now: still, projectId }) => (still ? [projectId] : []))).size;
  return {
    overdueProjects: { current: now('overdueCurrent'), first: now('overdueFirst') },
    overdueDays: { current: sum('overdueCurrent'), first: sum('overdueFirst') },
    slips: sum('slip'),
    missedReports: sum('missedReport'),
  };
}
