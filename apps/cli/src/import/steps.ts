import { narrows, type Command, type JsonObject, type Recorded } from '#kernel';
import {
  COMMAND_OF,
  MILESTONE_TEXTS,
  ORGANIZATION_COMMAND_OF,
  factsOf,
  milestoneOf,
  plansOf,
  type EffectiveFact,
  type PlannableMilestone,
  type ProjectEvent,
} from '#ledger';
import {
  type Remark,
  type SayStep,
  type Scope,
  type Step,
  type Where,
  evaluate,
  holds,
  isNotAfter,
  isPeople,
  isUnit,
  plainText,
  valueOf,
  warning,
} from '#workbook';

/** What a step has to say about a row: commands, each told apart within the step, and what a person should look at. */
export interface Said {
  readonly commands: readonly { readonly command: Command; readonly part: string }[];
  readonly warnings: readonly Remark[];
}

const NOTHING: Said = { commands: [], warnings: [] };
const one = (command: Command, ...warnings: readonly Remark[]): Said => ({
  commands: [{ command, part: '' }],
  warnings,
});

/**
 * What a step says of a row, given all that the import has said of the project before it. The same rows in the same order
 * always give the same commands, whatever else the ledger holds: that is what lets an import be run again.
 */
export function carryOut(step: Step, scope: Scope, history: readonly Recorded<ProjectEvent>[], where: Where): Said {
  if (!holds(step.when, scope)) return NOTHING;
  if ('say' in step) return say(step, scope);
  if ('define' in step) return NOTHING;
  const facts = factsOf(history);
  if ('takeBack' in step) return takeBack(step, facts, where);
  if ('plan' in step) return plan(step, scope, history, where);
  return reach(step, scope, facts, where);
}

function say(step: SayStep, scope: Scope): Said {
  // Of a unit that the row does not name there is nothing to say.
  if (step.of !== undefined && !isUnit(scope.row.values[step.of])) return NOTHING;
  const type = commandOf(step);
  const people = step.forEach === undefined ? undefined : scope.row.values[step.forEach];
  if (step.forEach === undefined) {
    const data = evaluate(step.data, scope);
    return data ? one({ type, data }) : NOTHING;
  }
  if (!isPeople(people)) return NOTHING;
  const commands = people.flatMap((person, i) => {
    const data = evaluate(step.data, { ...scope, item: { person, first: i === 0 } });
    return data ? [{ command: { type, data }, part: person.id }] : [];
  });
  return { commands, warnings: [] };
}

function commandOf({ say: fact, of }: SayStep): string {
  return of === undefined
    ? COMMAND_OF[fact as keyof typeof COMMAND_OF]
    : ORGANIZATION_COMMAND_OF[fact as keyof typeof ORGANIZATION_COMMAND_OF];
}

type PlanStep = Extract<Step, { plan: string }>;

/**
 * The first date a file gives is a plan, another one a reschedule. A date inside the plan narrows it; the first date of
 * one file against another file's plan is a second plan and no reschedule, because nobody there changed their mind.
 */
function plan(step: PlanStep, scope: Scope, history: readonly Recorded<ProjectEvent>[], where: Where): Said {
  const on = valueOf(step.on, scope);
  if (typeof on !== 'string') return NOTHING;
  const milestone = step.plan as PlannableMilestone;
  const planned = one({ type: 'PlanMilestone', data: { milestone, on } });
  const known = plansOf(factsOf(history)).find((p) => p.milestone === milestone && p.phase === undefined);
  if (!known || narrows(on, known.current)) return planned;
  if (on === known.current || narrows(known.current, on)) return NOTHING;
  const said = history.find(({ id }) => id === known.factIds.at(-1))?.metadata.source;
  if (said?.kind === 'import' && said.file !== scope.row.file.file) {
    const params = { ...named(milestone), on, was: known.current };
    return { ...planned, warnings: [warning('PlanOutsideEarlierPlan', params, where)] };
  }
  const data = { milestone, from: known.current, to: on, reason: step.reason };
  return one({ type: 'RescheduleMilestone', data });
}

type ReachStep = Extract<Step, { reach: string }>;

/** A milestone that a row says was reached: on its date where that can be, else on an unknown one, mended when a later row knows. */
function reach(step: ReachStep, scope: Scope, facts: readonly EffectiveFact[], where: Where): Said {
  const milestone = named(milestoneOf(step.reach) as PlannableMilestone);
  const value = valueOf(step.on, scope);
  const limit = valueOf(step.notAfter, scope);
  const on = typeof value === 'string' && isNotAfter(value, limit) ? value : undefined;
  const known = reported(facts, step.reach);
  const was = known && (known.data as { on: string }).on;
  const doubts: Remark[] = [];
  if (on === undefined && typeof value === 'string') {
    doubts.push(warning('DateInFuture', { ...milestone, on: value, limit: plainText(limit) }, where));
  } else if (on === undefined && (was === undefined || was === 'unknown')) {
    doubts.push(warning('DateMissing', milestone, where));
  }
  if (!known) {
    const type = COMMAND_OF[step.reach as keyof typeof COMMAND_OF];
    return one({ type, data: { on: on ?? 'unknown' } }, ...doubts);
  }
  if (on === undefined || on === was) return { commands: [], warnings: doubts };
  const data = { factId: known.id, data: { ...(known.data as JsonObject), on }, reason: step.reason };
  const mended =
    was === 'unknown'
      ? warning('DateGivenLater', { ...milestone, on }, where)
      : warning('DateChanged', { ...milestone, on, was: String(was) }, where);
  return one({ type: 'CorrectFact', data }, mended);
}

function takeBack(step: Extract<Step, { takeBack: string }>, facts: readonly EffectiveFact[], where: Where): Said {
  const known = reported(facts, step.takeBack);
  if (!known) return NOTHING;
  const milestone = named(milestoneOf(step.takeBack) as PlannableMilestone);
  return one(
    { type: 'RevokeFact', data: { factId: known.id, reason: step.reason } },
    warning('TakenBack', milestone, where),
  );
}

const reported = (facts: readonly EffectiveFact[], type: string): EffectiveFact | undefined =>
  facts.find((fact) => fact.type === type && fact.data.phase === undefined);

/** A milestone by its id and in both languages, as the texts of a warning need it. */
const named = (milestone: PlannableMilestone) => ({ milestone, ...MILESTONE_TEXTS[milestone] });
