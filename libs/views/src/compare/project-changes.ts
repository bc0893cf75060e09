import { dayNumber, dayOf, intervalOf, isMending, type FactDate, type Recorded } from '#kernel';
import { factsOf, milestoneOf, type EffectiveFact, type ProjectEvent } from '#ledger';
import { unmended } from '../carry-on.ts';
import { partsOf, type Part } from '../project-ledger/parts.ts';
import type { PlanSegment } from '../project-ledger/plans.ts';
import { ledgerRows, ledgerRowsAfter, type LedgerRows } from '../project-ledger/segments.ts';
import { differences, fieldOf, standOf, type FieldChange, type Held, type Stand } from './stand.ts';

/** What was known, and the business day judged (a day number). */
export interface Point {
  readonly seq: number;
  readonly day: number;
}

/** Events with their numbers, in log order, as the view of histories keeps them. */
export type Numbered = Recorded<ProjectEvent> & { readonly seq: number };

/**
 * Where a change comes from. Of the earlier day the ledger knows something at the later point that it did not know at the
 * first: `late`, filed after that day; `learned`, filed by then and recorded since; `corrected`, taken back or put right.
 * `happened`: it turned between the two days, as they are known at the later point.
 */
export type ChangeCause = 'late' | 'learned' | 'corrected' | 'happened';

/** What takes something back that was said before: a project that is voided was registered by mistake. */
export const TAKES_BACK = ['FactCorrected', 'FactRevoked', 'ProjectVoided'] as const satisfies ProjectEvent['type'][];
const takesBack: ReadonlySet<string> = new Set(TAKES_BACK);

/** One change, with the events that made it, in log order. */
export interface CausedChange extends FieldChange {
  readonly cause: ChangeCause;
  readonly events: readonly Numbered[];
}

/** A project at two points, and between them the earlier day as it was known later: the corner that keeps the two causes apart. */
export interface ProjectChanges {
  readonly before: Stand;
  readonly between: Stand;
  readonly after: Stand;
  readonly changes: readonly CausedChange[];
  /** Whether anything was taken back between the two points. */
  readonly isMended: boolean;
}

/**
 * What changed of a project between two points, `from` not later than `to` on either clock. First the earlier day is walked
 * through from event to event, as it came to be known; then the days between, as they are known at the end. A field that
 * changes on both ways is there twice; one that comes back to what it was on a way is no change.
 */
export function changesOf(number: number, history: readonly Numbered[], from: Point, to: Point): ProjectChanges {
  const known = knownSince(number, history, from, to.seq);
  const happened = happenedSince(
    known.rows,
    history.filter(({ seq }) => seq <= to.seq),
    from.day,
    to.day,
  );
  return {
    before: known.before,
    between: known.between,
    after: happened.after,
    changes: [...known.changes, ...happened.changes],
    isMended: history.some(({ type, seq }) => takesBack.has(type) && seq > from.seq && seq <= to.seq),
  };
}

/** The project as one point shows it. */
export function standAt(rows: LedgerRows | undefined, day: number): Stand {
  return standOf(heldOn(rows, day));
}

function heldOn(rows: LedgerRows | undefined, day: number): Held & { readonly plans: readonly PlanSegment[] } {
  const holds = ({ valid_from, valid_to }: { valid_from: number; valid_to: number }): boolean =>
    valid_from <= day && day < valid_to;
  return {
    row: rows?.segments.find(holds),
    plans: rows?.plans.filter(holds) ?? [],
    reached: rows?.course.reached.filter(({ from }) => dayNumber(from) <= day) ?? [],
  };
}

interface Walked {
  readonly before: Stand;
  readonly between: Stand;
  readonly rows: LedgerRows | undefined;
  readonly changes: readonly CausedChange[];
}

function knownSince(number: number, history: readonly Numbered[], from: Point, until: number): Walked {
  const known = history.filter(({ seq }) => seq <= from.seq);
  let rows = known.length > 0 ? rowsAfter(number, known) : undefined;
  // Rows that stay are the objects they were, and a row tells what was reached: most events leave the day as it was.
  let held = heldOn(rows, from.day);
  const before = standOf(held);
  let stand = before;
  const touched = new Map<string, Numbered[]>();
  for (const event of history) {
    if (event.seq <= from.seq || event.seq > until) continue;
    known.push(event);
    rows = rows && !isMending(event) ? ledgerRowsAfter(rows, unmended(event)) : rowsAfter(number, [...known]);
    const next = heldOn(rows, from.day);
    if (next.row === held.row && sameRows(next.plans, held.plans)) continue;
    held = next;
    const after = standOf(next);
    for (const { field } of differences(stand, after)) touched.set(field, [...(touched.get(field) ?? []), event]);
    stand = after;
  }
  const changes = differences(before, stand).map((change): CausedChange => {
    const events = touched.get(change.field) ?? [];
    return { ...change, cause: causeOf(events, from.day), events };
  });
  return { before, between: stand, rows, changes };
}

const sameRows = (a: readonly PlanSegment[], b: readonly PlanSegment[]): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i]);

function causeOf(events: readonly Numbered[], day: number): ChangeCause {
  if (events.some(({ type }) => takesBack.has(type))) return 'corrected';
  return events.some(({ metadata }) => dayNumber(dayOf(metadata.filedAt)) > day) ? 'late' : 'learned';
}

function rowsAfter(number: number, known: readonly Numbered[]): LedgerRows {
  const id = (known[0] as Numbered).stream.slice('project-'.length);
  return ledgerRows(id, number, factsOf(known));
}

function happenedSince(
  rows: LedgerRows | undefined,
  history: readonly Numbered[],
  first: number,
  last: number,
): { readonly after: Stand; readonly changes: readonly CausedChange[] } {
  const before = standAt(rows, first);
  if (!rows) return { after: before, changes: [] };
  const turns = [...rows.segments, ...rows.plans].map(({ valid_from }) => valid_from);
  const days = [...new Set(turns)].filter((day) => first < day && day <= last).sort((a, b) => a - b);
  const facts = factsOf(history);
  const byId = new Map(history.map((event) => [event.id, event]));
  const touched = new Map<string, Set<Numbered>>();
  let stand = before;
  for (const day of days) {
    const next = standAt(rows, day);
    const turned = differences(stand, next);
    const appears = turned.some(({ field }) => field === 'listed');
    for (const { field } of turned) {
      const events = touched.get(field) ?? new Set();
      for (const { id, correctedBy } of turning(facts, appears ? 'listed' : field, day)) {
        for (const named of [id, correctedBy]) {
          const event = named === undefined ? undefined : byId.get(named);
          if (event) events.add(event);
        }
      }
      touched.set(field, events);
    }
    stand = next;
  }
  const after = standAt(rows, last);
  const changes = differences(before, after).map((change): CausedChange => {
    const events = [...(touched.get(change.field) ?? [])].sort((a, b) => a.seq - b.seq);
    return { ...change, cause: 'happened', events };
  });
  return { after, changes };
}

/**
 * The facts that turn a field on a day: it is a day that they name, or the one on which they were filed. A fact of another
 * field does where it brings this one into force with it, as a move between zones that claims an earlier day than the
 * change of name before it.
 */
function turning(facts: readonly EffectiveFact[], field: string, day: number): EffectiveFact[] {
  const onDay = facts.filter((fact) => partsOf(fact).length > 0 && daysOf(fact).includes(day));
  const about = onDay.filter((fact) => isAbout(fact, field));
  return about.length > 0 ? about : onDay;
}

/** What a field is made of: a part of the ledger's row, or facts of some types. */
const MADE_OF: Readonly<Record<string, Part | readonly EffectiveFact['type'][]>> = {
  stage: 'stages',
  possibleStage: 'stages',
  standing: 'standing',
  invested: 'invested',
  name: ['ProjectRegistered', 'ProjectRenamed'],
  code: ['ProjectRegistered', 'ProjectCodeGiven'],
  zoneId: ['ProjectRegistered', 'ProjectMovedToZone'],
  builder: ['ProjectRegistered', 'BuilderChanged'],
  partOf: ['ProjectSplitFrom'],
  industry: ['ProjectRegistered', 'IndustryReclassified'],
  capital: ['ProjectRegistered'],
  totalInvestment: ['ProjectRegistered', 'TotalInvestmentChanged'],
  leaderId: ['LeaderAssigned', 'LeaderReleased'],
  coLeaderIds: ['LeaderAssigned', 'LeaderReleased'],
  responsiblePersonId: ['ResponsiblePersonAssigned', 'ResponsiblePersonReleased'],
  responsibleUnitId: ['ResponsibleUnitAssigned', 'ResponsibleUnitReleased'],
  agentUnitId: ['AgentUnitAssigned', 'AgentUnitReleased'],
};

function isAbout(fact: EffectiveFact, field: string): boolean {
  if (field === 'listed') return partsOf(fact).length > 0;
  const madeOf = MADE_OF[field];
  if (typeof madeOf === 'string') return partsOf(fact).includes(madeOf);
  if (madeOf) return madeOf.includes(fact.type);
  if (fact.type === 'MilestonePlanned' || fact.type === 'MilestoneRescheduled') {
    return fieldOf('plan', fact.data.milestone, fact.data.phase) === field;
  }
  const milestone = milestoneOf(fact.type);
  return milestone !== undefined && fieldOf('reached', milestone, fact.data.phase) === field;
}

/** Half-open: what ends with a day ends for others on the day after it. */
function daysOf({ data, filedOn }: EffectiveFact): number[] {
  const { on, period, from, until } = data as Readonly<Partial<Record<'on' | 'period' | 'from' | 'until', FactDate>>>;
  const named = [on, period, from, until].flatMap((date) => {
    const interval = date === undefined ? undefined : intervalOf(date);
    return interval ? [dayNumber(interval.first), dayNumber(interval.last), dayNumber(interval.last) + 1] : [];
  });
  return [dayNumber(filedOn), ...named];
}
