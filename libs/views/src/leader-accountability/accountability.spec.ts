import fc from 'fast-check';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  derivedId,
  lastDay,
  monthFromNumber,
  monthNumber,
  type Day,
  type Recorded,
} from '#kernel';
import { dialects } from '#database/testing';
import type { EventStore } from '#event-store';
import {
  factsOf,
  hasLeftTheLists,
  holding,
  holdsOn,
  overduesOf,
  registrationSteps,
  reportGapsOf,
  ROLES,
  slipsOf,
  standingSteps,
  tenuresOf,
  type EffectiveFact,
  type ProjectEvent,
  type Role,
} from '#ledger';
import { histories, PEOPLE, ZONES } from '../testing/histories.ts';
import { testLedger } from '../testing/ledger.ts';
import { newEvents } from '../testing/new-events.ts';
import { overdueByLeader } from './overdue.ts';
import { actionsOf } from './actions.ts';
import type { AccountabilityDb } from './conditions.ts';
import { heldBy, loads, measuresOf, NOTHING_CHARGED, projectsInTime, vacancies } from './queries.ts';
import { NOBODY } from './schema.ts';

type History = readonly Recorded<ProjectEvent>[];

/** A project as its facts tell it of one day. */
class Told {
  readonly id: string;
  readonly isListed: boolean;
  readonly facts: readonly EffectiveFact[];
  readonly tenures: ReturnType<typeof tenuresOf>;
  readonly overdues: ReturnType<typeof overduesOf>;
  readonly slips: ReturnType<typeof slipsOf>;
  private readonly gaps: ReturnType<typeof reportGapsOf>;
  private readonly steps: ReturnType<typeof registrationSteps>;
  private readonly exit: Day | undefined;

  constructor(history: History, n: number) {
    const facts = factsOf(history);
    this.id = `p${n}`;
    this.facts = facts;
    this.isListed = facts.some(({ type }) => type === 'ProjectRegistered') && !hasLeftTheLists(facts);
    this.tenures = tenuresOf(facts);
    this.overdues = overduesOf(facts);
    this.slips = slipsOf(facts);
    this.gaps = reportGapsOf(facts);
    this.steps = registrationSteps(facts);
    this.exit = standingSteps(facts).find(({ standing }) => standing === 'exited')?.from;
  }

  /** Holders of a role; nobody where it is vacant and has been in use, or is the lead's. */
  holders(role: Role, day: Day): string[] {
    const tenures = this.tenures.filter((tenure) => tenure.role === role);
    const held = tenures.filter((tenure) => holdsOn(tenure, day)).map(({ holderId }) => holderId);
    if (held.length > 0 || role === 'coLead' || (role !== 'lead' && tenures.length === 0)) return held;
    return [NOBODY];
  }

  isVacant(role: Role, day: Day): boolean {
    const entered = this.facts.find(({ type }) => type === 'ProjectRegistered')!.filedOn;
    return entered <= day && !this.hasExited(day) && this.holders(role, day).includes(NOBODY);
  }

  hasExited(day: Day): boolean {
    return this.exit !== undefined && this.exit <= day;
  }

  zone(day: Day): string {
    return (this.steps.findLast(({ from }) => from <= day) ?? this.steps[0]!).registration.zoneId;
  }

  overdueOn(day: Day): ReturnType<typeof overduesOf> {
    return this.overdues.filter(({ from, until }) => from <= day && (until === undefined || day < until));
  }

  isMissed(month: number, day: Day): boolean {
    return this.gaps.some(
      ({ first, end, filedOn }) =>
        month < monthNumber(day) &&
        first <= month &&
        (end === undefined || month < end) &&
        (filedOn === undefined || filedOn > day),
    );
  }
}

const BEGIN = dayNumber('2024-10-01');
const END = dayNumber('2027-04-01');
const HOLDERS = [NOBODY, ...PEOPLE];

const questions = fc.record({
  day: fc.integer({ min: dayNumber('2025-10-01'), max: END - 1 }),
  roles: fc.oneof(
    fc.constantFrom<readonly Role[]>(['lead', 'coLead'], ['lead']),
    fc.constantFrom(...ROLES).map((role) => [role] as const),
  ),
  zones: fc.constantFrom<readonly string[] | undefined>(undefined, [ZONES[0]!], ZONES),
});

type Question = typeof questions extends fc.Arbitrary<infer Q> ? Q : never;

/** What one holder has to answer for in one project, counted day by day up to the day asked for. */
function counted(told: Told, holderId: string, { day, roles, zones }: Question) {
  const [current, first] = [new Set<string>(), new Set<string>()];
  const sum = { days: 0, daysFirst: 0, slips: 0, missedReports: 0 };
  if (!told.isListed) return { ...sum, current, first };
  const counts = (role: Role, on: Day): boolean =>
    told.holders(role, on).includes(holderId) && (zones === undefined || zones.includes(told.zone(on)));
  const asked = dayFromNumber(day);
  for (const role of roles) {
    for (let n = BEGIN; n <= day; n++) {
      const on = dayFromNumber(n);
      const overdue = told.overdueOn(on);
      const slips = told.slips.filter((slip) => slip.on === on).length;
      if ((overdue.length === 0 && slips === 0) || !counts(role, on)) continue;
      sum.slips += slips;
      for (const { against } of overdue) {
        if (against === 'current') sum.days++;
        else sum.daysFirst++;
        if (n === day) (against === 'current' ? current : first).add(told.id);
      }
    }
    for (let month = monthNumber(dayFromNumber(BEGIN)); month < monthNumber(asked); month++) {
      if (told.isMissed(month, asked) && counts(role, lastDay(monthFromNumber(month)) as Day)) sum.missedReports++;
    }
  }
  return { ...sum, current, first };
}

async function agree(db: AccountabilityDb, projects: readonly Told[], question: Question): Promise<void> {
  const { day, roles, zones } = question;
  const on = dayFromNumber(day);
  const isIn = (told: Told, at: Day): boolean =>
    told.isListed && (zones === undefined || zones.includes(told.zone(at)));
  const measures = await measuresOf(db, question, HOLDERS);
  const found = await loads(db, question, { limit: 100 });
  for (const holderId of HOLDERS) {
    const all = projects.map((told) => ({ told, ...counted(told, holderId, question) }));
    const sum = (of: 'days' | 'daysFirst' | 'slips' | 'missedReports'): number =>
      all.reduce((n, one) => n + one[of], 0);
    const sizes = (of: 'current' | 'first'): number => all.reduce((n, one) => n + one[of].size, 0);
    expect(measures.get(holderId) ?? NOTHING_CHARGED).toEqual({
      overdueProjects: { current: sizes('current'), first: sizes('first') },
      overdueDays: { current: sum('days'), first: sum('daysFirst') },
      slips: sum('slips'),
      missedReports: sum('missedReports'),
    });
    const inTime = await projectsInTime(db, { ...question, holderId }, { limit: 100 });
    const expected = all.filter((one) => one.days + one.daysFirst + one.slips + one.missedReports > 0);
    expect(new Map(inTime.map(({ projectId, ...rest }) => [projectId, rest]))).toEqual(
      new Map(
        expected.map(({ told, days, daysFirst, slips, missedReports }) => [
          told.id,
          { days, daysFirst, slips, missedReports },
        ]),
      ),
    );
    const held = projects.flatMap((told) =>
      roles.filter((role) =>
        holderId === NOBODY
          ? isIn(told, on) && told.isVacant(role, on)
          : isIn(told, on) && !told.hasExited(on) && told.holders(role, on).includes(holderId),
      ),
    );
    expect(found.find((load) => load.holderId === holderId)?.projects ?? 0).toBe(held.length);
    const rows = await heldBy(db, { ...question, holderId }, { limit: 100 });
    expect(rows.map(({ role }) => role).sort()).toEqual(held.sort());
  }
  expect(found.map(({ projects: n }) => n)).toEqual(found.map(({ projects: n }) => n).sort((a, b) => b - a));
  await agreeOnVacancies(db, projects, question);
  await agreeOnActions(db, projects, question);
  await agreeOnOverdue(db, projects, question);
}

async function agreeOnVacancies(db: AccountabilityDb, projects: readonly Told[], question: Question): Promise<void> {
  const { day, roles, zones } = question;
  let days = 0;
  for (const told of projects.filter(({ isListed }) => isListed)) {
    for (let n = BEGIN; n <= day; n++) {
      const on = dayFromNumber(n);
      if (zones !== undefined && !zones.includes(told.zone(on))) continue;
      days += roles.filter((role) => told.isVacant(role, on)).length;
    }
  }
  expect((await vacancies(db, question)).days).toBe(days);
}

async function agreeOnActions(db: AccountabilityDb, projects: readonly Told[], question: Question): Promise<void> {
  const found = await actionsOf(db, question, PEOPLE);
  for (const person of PEOPLE) {
    const done = projects.flatMap((told) =>
      !told.isListed
        ? []
        : told.facts.filter((fact) => {
            if (fact.type !== 'SiteVisited' && fact.type !== 'HelpActionRecorded') return false;
            const { certainFrom } = holding(fact.data.on, fact.filedOn);
            const isThere = question.zones === undefined || question.zones.includes(told.zone(certainFrom));
            return fact.data.personId === person && isThere && dayNumber(certainFrom) <= question.day;
          }),
    );
    expect([found.get(person)?.siteVisits ?? 0, found.get(person)?.helpActions ?? 0]).toEqual([
      done.filter(({ type }) => type === 'SiteVisited').length,
      done.filter(({ type }) => type === 'HelpActionRecorded').length,
    ]);
  }
}

/** Days back from the day asked for, as long as it is overdue and the lead is the same. */
async function agreeOnOverdue(
  db: AccountabilityDb,
  projects: readonly Told[],
  { day, zones }: Question,
): Promise<void> {
  const expected = new Map<string, { projects: number; days: number; daysFirst: number }>();
  const on = dayFromNumber(day);
  for (const told of projects.filter((one) => one.isListed && (zones === undefined || zones.includes(one.zone(on))))) {
    const spans = told.overdueOn(on);
    const [lead] = told.holders('lead', on) as [string];
    if (spans.length === 0) continue;
    const sum = expected.get(lead) ?? { projects: 0, days: 0, daysFirst: 0 };
    sum.projects++;
    for (const { from, against } of spans) {
      for (let at = on; at >= from && told.holders('lead', at)[0] === lead; at = addDays(at, -1)) {
        if (against === 'current') sum.days++;
        else sum.daysFirst++;
      }
    }
    expected.set(lead, sum);
  }
  const found = await overdueByLeader(db, { day, zones, limit: 100 });
  expect(new Map(found.map(({ holderId, ...rest }) => [holderId ?? NOBODY, rest]))).toEqual(expected);
}

async function write(store: EventStore, projects: readonly History[]): Promise<void> {
  for (const [i, history] of projects.entries()) {
    const events = newEvents(history, (id) => derivedId(`p${i}`, id));
    await store.append(`project-p${i}`, events, 'none');
  }
}

it.each(dialects)('gives on %s every day to who held it then, as counting day by day does', async (_, fresh) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(histories, { minLength: 8, maxLength: 12 }),
      fc.array(questions, { minLength: 12, maxLength: 12 }),
      async (projects, asked) => {
        const ledger = await testLedger(fresh, (store) => write(store, projects));
        try {
          await ledger.settled();
          const db: AccountabilityDb = ledger.views.reader('leader-accountability');
          const told = projects.map((history, n) => new Told(history, n));
          for (const question of asked) await agree(db, told, question);
        } finally {
          await ledger.close();
        }
      },
    ),
    { numRuns: 2, endOnFailure: true },
  );
});
