import fc from 'fast-check';
import { dayOf, derivedId, effectiveFacts, fold, isRefusal, type Command, type Context, type Recorded } from '#kernel';
import { MILESTONES } from './milestones.ts';
import { eventId } from '#kernel/scenario';
import { PERMIT_STATES, type ProjectEvent } from './events.ts';
import { factsOf } from './facts.ts';
import { findingsOf } from './findings.ts';
import { project, type Project, type ProjectCommand } from './project.ts';
import { refusedWith } from './refused-with.ts';
import { COMMAND_OF, PROJECT_REFUSALS } from './rules.ts';

const date = fc.constantFrom('2025', '2026-03', '2026-05-T2', '2026-Q1', '2026-07-14', '2027', 'unknown');
const phase = fc.constantFrom({}, {}, { phase: '一期' }, { phase: '二期' });
const money = fc.constantFrom('0', '100', '5000000').map((fen) => ({ fen, currency: 'CNY' as const }));
const person = fc.constantFrom('p1', 'p2', 'p3');
const text = fc.constantFrom('甲', '乙');

const rarely = fc.oneof({ weight: 15, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: phase });
const withPhase = (data: fc.Arbitrary<object>, of: fc.Arbitrary<object> = phase) =>
  fc.tuple(data, of).map(([a, b]) => ({ ...a, ...b }));
const ON = withPhase(fc.record({ on: date }));
const special: Record<string, fc.Arbitrary<object>> = {
  RegisterProject: fc.record({ name: text, zoneId: fc.constant('z1'), totalInvestment: money }),
  RenameProject: fc.record({ name: text }),
  GiveProjectCode: fc.record({ code: text }),
  ChangeBuilder: fc.record({ builder: fc.record({ name: text }) }),
  ReviseContent: fc.record({ content: text }),
  ChangeTotalInvestment: fc.record({ amount: money, reason: text }),
  VoidProject: fc.record({ reason: text }),
  ListAsKeyProject: fc.record({
    level: fc.constant('city'),
    year: fc.constantFrom(2025, 2026),
    category: fc.constant('newStart'),
  }),
  FileProject: withPhase(fc.record({ on: date, kind: fc.constant('filing') })),
  SupplyLand: withPhase(fc.record({ on: date, mode: fc.constant('auction'), area: fc.constantFrom(1, 2) })),
  SuspendProject: fc.record({ on: date, reason: text }),
  ExitProject: fc.record({ on: date, kind: fc.constant('other'), reason: text }),
  PlanMilestone: withPhase(fc.record({ milestone: fc.constantFrom(...MILESTONES), on: date })),
  RescheduleMilestone: fc.record({ milestone: fc.constantFrom(...MILESTONES), from: date, to: date, reason: text }),
  SetAnnualPlan: fc.record({ year: fc.constantFrom(2025, 2026), investment: money }),
  ReportProgress: fc.record({ period: date, text }),
  ReportInvestment: fc.record({ period: date, inPeriod: money }),
  AssignLeader: fc.record({ personId: person, lead: fc.boolean(), from: date }),
  ReleaseLeader: fc.record({ personId: person, until: date }),
  AssignResponsibleUnit: fc.record({ unitId: person, from: date }),
  ReleaseResponsibleUnit: fc.record({ unitId: person, until: date }),
  ReclassifyIndustry: fc.record({ edition: fc.constant('2017'), code: text }),
  MoveToZone: fc.record({ zoneId: text, reason: text }),
  MergeInto: fc.record({ projectId: text, reason: text }),
  SplitFrom: fc.record({ projectId: text }),
  RemoveFromKeyList: fc.record({ level: fc.constant('city'), year: fc.constantFrom(2025, 2026), reason: text }),
  SetQuarterPlan: fc.record({ year: fc.constant(2026), quarter: fc.constantFrom(1, 2), goal: text }),
  RecordFunds: fc.record({ on: date, amount: money }),
  ReportPermitStatus: fc.record({ catalogue: text, item: text, state: fc.constantFrom(...PERMIT_STATES) }),
  AssignResponsiblePerson: fc.record({ personId: person, from: date }),
  ReleaseResponsiblePerson: fc.record({ personId: person, until: date }),
  AssignAgentUnit: fc.record({ unitId: person, from: date }),
  ReleaseAgentUnit: fc.record({ unitId: person, until: date }),
  RecordSiteVisit: fc.record({ on: date, personId: person }),
  RecordHelpAction: fc.record({ on: date, personId: person, text }),
  ExplainFinding: fc.record({
    finding: fc.constantFrom('PlanSlipped', 'StartWithoutDate'),
    evidence: fc.array(
      fc.nat(9).map((n) => eventId(n + 1)),
      { maxLength: 2 },
    ),
    text,
  }),
};

const factCommand = fc
  .constantFrom(...Object.values(COMMAND_OF))
  .chain((type) => withPhase(special[type] ?? ON, rarely).map((data) => ({ type, data }) as Command as ProjectCommand));
/** Data for any type of fact, so that a correction fits whatever it meets. */
const anyData = fc.record(
  Object.fromEntries(Object.entries(COMMAND_OF).map(([event, command]) => [event, special[command] ?? ON])),
) as fc.Arbitrary<Record<string, object>>;
/** Mends the n-th event of the history it meets, whatever that is. */
const mending = fc.tuple(fc.boolean(), fc.nat(), anyData).map(([corrects, n, data]) => ({ corrects, n, data }));
const step = fc.oneof({ weight: 4, arbitrary: factCommand }, { weight: 1, arbitrary: mending });
const steps = fc.array(step, { maxLength: 30 });

const context: Context = {
  filedAt: '2026-11-22T04:00:00.000Z',
  filedOn: '2026-11-22',
  missing: new Set(),
  leadsTo: [],
};
const registration: ProjectCommand = { type: 'RegisterProject', data: { name: '甲', zoneId: 'z1' } };

function commandOf(
  made: typeof step extends fc.Arbitrary<infer T> ? T : never,
  history: Project,
): ProjectCommand | undefined {
  if (!('corrects' in made)) return made;
  if (history.length === 0) return undefined;
  const target = history[made.n % history.length] as Recorded<ProjectEvent>;
  return made.corrects
    ? { type: 'CorrectFact', data: { factId: target.id, data: (made.data[target.type] ?? {}) as never, reason: '改' } }
    : { type: 'RevokeFact', data: { factId: target.id, reason: '撤' } };
}

function append(history: Project, events: readonly ProjectEvent[]): Project {
  return events.reduce<Project>((state, event) => {
    const id = derivedId('property', String(state.length));
    const metadata = { filedAt: context.filedAt, recordedAt: context.filedAt } as Recorded['metadata'];
    const recorded = { ...event, id, stream: 'project-1', revision: BigInt(state.length), metadata };
    return project.evolve(state, recorded as Recorded<ProjectEvent>);
  }, history);
}

/** Lives a random life, command by command, and looks at each step. */
function live(
  made: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
  look: (before: Project, command: ProjectCommand, after: Project) => void,
): Project {
  let history: Project = [];
  for (const one of [registration, ...made]) {
    const command = 'type' in one ? one : commandOf(one, history);
    if (!command) continue;
    const decision = project.decide(command, history, context);
    const after = isRefusal(decision) ? history : append(history, decision);
    look(history, command, after);
    history = after;
  }
  return history;
}

it('never throws, and decides nothing more the second time', () => {
  fc.assert(
    fc.property(steps, (made) => {
      live(made, (_, command, after) => {
        const again = project.decide(command, after, context);
        if (!isRefusal(again))
          expect(again.length === 0 || after.length === 0 || repeatable(command, after)).toBe(true);
        findingsOf(factsOf(after));
      });
    }),
    { numRuns: 500 },
  );
});

const EACH_IS_NEW: readonly string[] = ['RecordFunds', 'RecordSiteVisit', 'RecordHelpAction'];

/** What a command names, by the field that names it; what it does not name cannot be missing. */
const MISSING: Readonly<Record<string, string>> = {
  zoneId: 'zone-z9',
  personId: 'person-p9',
  unitId: 'organization-u9',
  projectId: 'project-p9',
  catalogue: 'catalogue-c/9',
};

it('is refused with nothing else than what the reference says of the command', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(steps, fc.boolean(), (made, isMissing) => {
      live(made, (before, command) => {
        const data = command.type === 'CorrectFact' ? command.data.data : command.data;
        const named = Object.keys(MISSING).filter((field) => field in data);
        const missing = new Set(isMissing ? named.map((field) => MISSING[field] as string) : []);
        const decision = project.decide(command, before, {
          ...context,
          missing,
          leadsTo: isMissing ? [] : ['project-1'],
        });
        if (!isRefusal(decision)) return;
        met.add(decision.refused);
        expect([command.type, refusedWith(command.type)]).toEqual([
          command.type,
          expect.arrayContaining([decision.refused]),
        ]);
      });
    }),
    { numRuns: 4000 },
  );
  expect(met.size).toBeGreaterThan(20);
});

it('names every refusal there is for some command', () => {
  const named = new Set(
    [...Object.values(COMMAND_OF), 'CorrectFact' as const, 'RevokeFact' as const].flatMap(refusedWith),
  );
  expect(Object.keys(PROJECT_REFUSALS).filter((code) => !named.has(code as never))).toEqual([]);
});

/** A plan that a later one replaced, registration data changed since, or what has no key may be said again; nothing else. */
function repeatable(command: ProjectCommand, history: Project): boolean {
  return EACH_IS_NEW.includes(command.type) || !factsOf(history).some((fact) => fact.data === command.data);
}

it('folds to the same state at once or one by one', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const history = live(made, () => undefined);
      expect(fold(project, history)).toEqual(history);
      expect(effectiveFacts<ProjectEvent>([...history])).toEqual(factsOf(history));
    }),
    { numRuns: 200 },
  );
});

it('shows what was before when a correction is revoked', () => {
  fc.assert(
    fc.property(steps, fc.nat(), anyData, (made, n, data) => {
      const history = live(made, () => undefined);
      const correction = commandOf({ corrects: true, n, data }, history) as ProjectCommand;
      const corrected = append(history, asEvents(project.decide(correction, history, context)));
      if (corrected.length === history.length) return;
      const { id } = corrected.at(-1) as Recorded<ProjectEvent>;
      const revocation: ProjectCommand = { type: 'RevokeFact', data: { factId: id, reason: '撤' } };
      const back = append(corrected, asEvents(project.decide(revocation, corrected, context)));
      expect(factsOf(back)).toEqual(factsOf(history));
    }),
    { numRuns: 500 },
  );
});

it('keeps every accepted fact legal: no fact that holds lies in the future of its filing', () => {
  fc.assert(
    fc.property(steps, (made) => {
      for (const fact of factsOf(live(made, () => undefined))) {
        const on = 'on' in fact.data && fact.type !== 'MilestonePlanned' ? fact.data.on : undefined;
        if (on !== undefined) expect(on.startsWith('2027')).toBe(false);
        expect(fact.filedOn).toBe(dayOf(context.filedAt));
      }
    }),
  );
});

const asEvents = (decision: ReturnType<typeof project.decide>): readonly ProjectEvent[] =>
  isRefusal(decision) ? [] : decision;
