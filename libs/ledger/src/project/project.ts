import {
  isRefusal,
  refused,
  type Command,
  type Context,
  type Decider,
  type Decision,
  type Recorded,
  type Refusal,
} from '#kernel';
import { corrected, revoked, type MendingCommand } from '../mending.ts';
import { contradiction, sameData } from './contradictions.ts';
import type { ProjectEvent, ProjectFact } from './events.ts';
import { factsOf, type EffectiveFact } from './facts.ts';
import { afterTheExit, bringsBackCircle, malplaced } from './placement.ts';
import { COMMAND_OF } from './rules.ts';

/** One command per fact, with the fact's own data; and the two that mend. */
export type ProjectCommand =
  | { [F in ProjectFact as F['type']]: Command<(typeof COMMAND_OF)[F['type']], F['data']> }[ProjectFact['type']]
  | MendingCommand;

/** A project is what has been reported of it, in log order; everything else is derived from the facts that hold. */
export type Project = readonly Recorded<ProjectEvent>[];

const EVENT_OF = new Map(Object.entries(COMMAND_OF).map(([event, command]) => [command, event as ProjectFact['type']]));

/**
 * The stream of one project. Order is never enforced on reality (a start without land is a finding, not an error);
 * refused is only what contradicts what is already filed. Coordinators, imports and reassignment orders append.
 */
export const project: Decider<Project, ProjectCommand, ProjectEvent> = {
  initial: [],
  decide(command, history, context) {
    if (command.type === 'CorrectFact' || command.type === 'RevokeFact') return mend(command, history, context);
    const fact = { type: EVENT_OF.get(command.type), data: command.data } as ProjectFact;
    const facts = factsOf(history);
    return (
      notOpen(fact, facts) ??
      malplaced(fact, history, context) ??
      afterTheExit(fact, facts, context) ??
      contradiction(fact, facts, context) ?? [fact]
    );
  },
  evolve: (history, event) => [...history, event],
};

/** Why a project takes no facts: it is not there, was voided, or is counted in another one. A registration is judged against the one before it. */
function notOpen(fact: ProjectFact, facts: readonly EffectiveFact[]): Refusal | readonly [] | undefined {
  const registered = facts.find((known) => known.type === 'ProjectRegistered');
  if (fact.type === 'ProjectRegistered') {
    if (!registered) return undefined;
    return sameData(registered, fact) ? [] : refused('ProjectAlreadyRegistered', { factId: registered.id });
  }
  if (!registered) return refused('ProjectNotFound');
  const left = facts.find((known) => known.type === 'ProjectVoided' || known.type === 'ProjectMergedInto');
  if (!left) return undefined;
  if (sameData(left, fact)) return [];
  return left.type === 'ProjectMergedInto'
    ? refused('ProjectIsMerged', { projectId: left.data.projectId, factId: left.id })
    : refused('ProjectIsVoided', { factId: left.id });
}

function mend(command: MendingCommand, history: Project, context: Context): Decision<ProjectEvent> {
  if (history.length === 0) return refused('ProjectNotFound', { factId: command.data.factId });
  if (command.type === 'RevokeFact') {
    const decision = revoked(command.data, history);
    const isNew = !isRefusal(decision) && decision.length > 0;
    return (isNew ? bringsBackCircle(history, context) : undefined) ?? decision;
  }
  return corrected<ProjectFact>(command.data, history, (fact) => malplaced(fact, history, context));
}
