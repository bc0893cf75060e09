import { addDays, isDay, type Day, type FactDate, type FactCorrected } from '#kernel';
import { EXIT_KINDS, SUPPLY_MODES, type ProjectCommand } from '#ledger';
import { blurred, monthOf } from './days.ts';
import type { Entry } from './journal.ts';
import type { MilestoneCommand, Reached } from './plot.ts';
import { filingDay, wan, type Telling } from './telling.ts';

type MilestoneData = Readonly<Record<string, unknown>> & { readonly on: FactDate; readonly phase?: string };

/** Milestones of the second phase come this much later. */
const PHASED: readonly MilestoneCommand[] = [
  'SupplyLand',
  'ObtainConstructionPermit',
  'StartConstruction',
  'CompleteProject',
  'StartProduction',
];
const SECOND_PHASE_DAYS = { least: 120, most: 300 };
/** A square metre is 100 of the ledger's units of area. */
const UNITS_PER_SQUARE_METRE = 100;

/** Files what the project reached, each with the precision and the delay of its reporter, and mends some of it. */
export function tellMilestones(telling: Telling): void {
  const { plot } = telling.subject;
  const { random } = telling.scene;
  const shift = random.int(SECOND_PHASE_DAYS.least, SECOND_PHASE_DAYS.most);
  const dated = new Map<MilestoneCommand, Entry>();
  for (const reached of plot.course) {
    const phased = plot.fate === 'phased' && PHASED.includes(reached.command);
    if (plot.fate === 'startRevoked' && reached.command === 'StartConstruction') tellFalseStart(telling, reached);
    const told = tellMilestone(telling, reached, phased ? '一期' : undefined);
    if (told && isDay(told.on)) dated.set(reached.command, told.entry);
    if (phased) tellMilestone(telling, { ...reached, on: addDays(reached.on, shift) }, '二期');
  }
  const [start, land] = [dated.get('StartConstruction'), dated.get('SupplyLand')];
  if (plot.fate === 'startedBeforeLand' && start && land) tellExplanation(telling, start, land);
}

/** Why it was started without land; the finding stays, with what is said of it. */
function tellExplanation(telling: Telling, start: Entry, land: Entry): void {
  const text = '先行用地已批复，批文附后；供地手续按程序补办';
  const data = { finding: 'StartedBeforeLand', evidence: [start.factId, land.factId], text };
  const later = start.filedAt > land.filedAt ? start : land;
  telling.file({ type: 'ExplainFinding', data }, addDays(later.filedOn, telling.scene.random.int(5, 40)), later);
}

function tellMilestone(
  telling: Telling,
  { command, on }: Reached,
  phase?: string,
): { readonly entry: Entry; readonly on: FactDate } | undefined {
  const { random, span } = telling.scene;
  // In the real ledger one start in six has no date.
  const undated = command === 'StartConstruction' && random.percent(10);
  const reported = undated ? 'unknown' : reportedDate(telling, on);
  const data = { ...detailsOf(telling, command, on), on: reported, ...(phase !== undefined && { phase }) };
  const late = on < span.begin;
  const filedOn = late ? addDays(telling.registered.filedOn, random.int(0, 15)) : filingDay(telling, on);
  const entry = on > span.until ? undefined : telling.file({ type: command, data } as ProjectCommand, filedOn);
  if (!entry) return undefined;
  if (telling.subject.plot.fate === 'revocationRevoked' && command === 'SignProject')
    tellRevocationRevoked(telling, entry);
  else if (random.percent(6) || (reported === 'unknown' && random.percent(30)))
    tellCorrection(telling, entry, { data, on });
  return { entry, on: reported };
}

/** What happened before the ledger began is remembered roughly or not at all. */
function reportedDate(telling: Telling, on: Day): FactDate {
  const { random, span } = telling.scene;
  if (on < span.begin) {
    if (random.percent(15)) return 'unknown';
    return random.percent(45) ? on : blurred(on, random.pick(['month', 'quarter', 'year']));
  }
  if (random.percent(88)) return on;
  return random.percent(35) ? 'unknown' : blurred(on, random.pick(['tenDays', 'month']));
}

/** The day was another one, found when the papers were looked at; or there is a day at last. */
function tellCorrection(telling: Telling, entry: Entry, wrong: { data: MilestoneData; on: Day }): void {
  const { random } = telling.scene;
  const reason = random.pick(['核对原始文件后更正日期', '填报人笔误', '以合同落款日期为准']);
  const on = addDays(wrong.on, -random.int(1, 20));
  const correction = { factId: entry.factId, data: { ...wrong.data, on } as FactCorrected['data']['data'], reason };
  telling.file({ type: 'CorrectFact', data: correction }, addDays(entry.filedOn, random.int(10, 120)), entry);
}

/** A start that was reported for the quarter's numbers, and taken back after an inspection. */
function tellFalseStart(telling: Telling, { on }: Reached): void {
  const { random } = telling.scene;
  const claimed = addDays(on, -random.int(90, 150));
  if (claimed < telling.scene.span.begin) return;
  const started = telling.file(
    { type: 'StartConstruction', data: { on: claimed } },
    addDays(claimed, random.int(0, 5)),
  );
  if (!started || started.filedOn > addDays(claimed, 30)) return;
  const data = { factId: started.factId, reason: '现场核查：只做了清表，没有动工' };
  telling.file({ type: 'RevokeFact', data }, addDays(started.filedOn, random.int(20, 40)), started);
}

/** Taken back by mistake, and put in force again. */
function tellRevocationRevoked(telling: Telling, entry: Entry): void {
  const first = { factId: entry.factId, reason: '误认为重复填报' };
  const revoked = telling.file({ type: 'RevokeFact', data: first }, addDays(entry.filedOn, 12), entry);
  if (!revoked) return;
  const second = { factId: revoked.factId, reason: '经核实并非重复，恢复原填报' };
  telling.file({ type: 'RevokeFact', data: second }, addDays(revoked.filedOn, 6), revoked);
}

function detailsOf(telling: Telling, command: MilestoneCommand, on: Day): object {
  const { random } = telling.scene;
  const { zone, totalWan } = telling.subject;
  const year = on.slice(0, 4);
  switch (command) {
    case 'AdmitProject':
      return { meeting: `${year}年第${random.int(1, 12)}次项目联审会` };
    case 'SignProject':
      return {
        contractNo: `${zone.short}招〔${year}〕${random.int(1, 60)}号`,
        contractAmount: wan(totalWan),
        agreedStart: monthOf(addDays(on, random.int(120, 240))),
        agreedProduction: monthOf(addDays(on, random.int(600, 900))),
      };
    case 'FileProject':
      return { kind: random.percent(80) ? 'filing' : 'confirmation', doc: `示例备〔${year}〕${random.int(1, 99)}号` };
    case 'SupplyLand':
      return {
        mode: random.percent(70) ? 'auction' : random.pick(SUPPLY_MODES),
        area: random.int(12_000, 180_000) * UNITS_PER_SQUARE_METRE,
        termYears: random.pick([20, 30, 50]),
        contractNo: `示例土合〔${year}〕${random.int(1, 200)}号`,
        agreedHandover: monthOf(addDays(on, random.int(20, 50))),
        agreedStart: addDays(on, random.int(60, 150)),
        agreedCompletion: addDays(on, random.int(500, 900)),
        standardLand: random.percent(60),
      };
    case 'ObtainConstructionPermit':
      return { permitNo: `示例建许${year}${random.int(1000, 9999)}` };
    default:
      return {};
  }
}

/** A resumption that was typed with a day before its suspension. */
export function tellOddDates(telling: Telling): void {
  const { fate, registeredOn } = telling.subject.plot;
  if (fate !== 'oddDates') return;
  const on = addDays(registeredOn, 40);
  const suspended = telling.file({ type: 'SuspendProject', data: { on, reason: '总包单位更换' } }, addDays(on, 2));
  telling.file({ type: 'ResumeProject', data: { on: addDays(on, -9) } }, addDays(on, 20), suspended);
}

/** Standing still for a while during construction; the last of them still do. */
export function tellSuspension(telling: Telling): void {
  const { random } = telling.scene;
  const { plot } = telling.subject;
  const started = plot.course.find(({ command }) => command === 'StartConstruction');
  if (!started || plot.fate !== 'suspended') return;
  const on = addDays(started.on, random.int(40, 150));
  const reason = random.pick(['扬尘管控要求停工', '企业资金链紧张', '总包单位更换']);
  const suspended = telling.file({ type: 'SuspendProject', data: { on, reason } }, addDays(on, random.int(1, 8)));
  if (!suspended || on < telling.scene.span.begin) return;
  const again = addDays(on, random.int(20, 120));
  telling.file({ type: 'ResumeProject', data: { on: again } }, addDays(again, random.int(0, 6)), suspended);
}

/** A project that left, one that is counted in another, and one that should never have been entered. */
export function tellEnd(telling: Telling, neighbour?: { readonly id: string; readonly registered: Entry }): void {
  const { random } = telling.scene;
  const { fate, endsOn } = telling.subject.plot;
  if (fate === 'merged' && neighbour) {
    const data = { projectId: neighbour.id, reason: '同一投资主体、相邻地块，合并推进' };
    telling.end({ type: 'MergeInto', data }, neighbour.registered);
  }
  if (fate === 'voided') telling.end({ type: 'VoidProject', data: { reason: '与已入库项目重复，误登记' } });
  if (fate !== 'exited') return;
  const data = {
    on: addDays(endsOn, -random.int(0, 5)),
    kind: random.pick(EXIT_KINDS),
    reason: '投资方调整布局，双方协商一致',
  };
  telling.end({ type: 'ExitProject', data });
}
