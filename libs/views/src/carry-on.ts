import type { Rows, Sequenced, View } from '#database';
import { dayOf, isMending, type Recorded } from '#kernel';
import { factsOf, type EffectiveFact, type ProjectEvent } from '#ledger';

/** A project as its rows name it; `number` is the seq of its first event: the order of entry. */
export type Entered = {
  readonly project_id: string;
  readonly number: number;
};

/** One fact more, and the answer before it. */
export interface OneMore<Made> {
  readonly fact: EffectiveFact;
  readonly rows: Rows;
  readonly made: Made;
}

/** The rows of a project, and what they were made of that the next answer can do without making again. */
export interface Derived<Made> {
  readonly rows: Rows;
  readonly made: Made;
}

/** With an answer goes what it was made of, and after which event. */
const MADE = Symbol('made of');
type Answer<Made> = Rows & {
  readonly [MADE]?: { readonly made: Made; readonly facts: readonly EffectiveFact[]; readonly last: string };
};

/**
 * `project` of a view of projects that carries on from event to event: most events only add a fact to those that hold. A
 * mending changes facts in the middle; then, and after any other answer than that of one event ago, `derive` is told of no
 * `more` and derives everything anew.
 */
export function carryingOn<Made>(
  derive: (
    project: Entered,
    facts: readonly EffectiveFact[],
    more: OneMore<Made> | undefined,
    history: readonly Sequenced<ProjectEvent>[],
  ) => Derived<Made>,
): View<ProjectEvent>['project'] {
  return (stream, history, previous: Answer<Made> | undefined) => {
    const last = history[history.length - 1] as Sequenced<ProjectEvent>;
    const before = previous?.[MADE];
    const follows = before !== undefined && before.last === history[history.length - 2]?.id && !isMending(last);
    const more = follows ? { fact: unmended(last), rows: previous as Rows, made: before.made } : undefined;
    const facts = follows && more ? [...before.facts, more.fact] : factsOf(history);
    const project = {
      project_id: stream.slice('project-'.length),
      number: (history[0] as Sequenced<ProjectEvent>).seq,
    };
    const { rows, made } = derive(project, facts, more, history);
    const answer: Answer<Made> = { ...rows, [MADE]: { made, facts, last: last.id } };
    return answer;
  };
}

/** The newest event as a fact: nothing can have mended it yet. */
export function unmended({ type, data, id, revision, metadata }: Recorded<ProjectEvent>): EffectiveFact {
  return { type, data, id, revision, filedOn: dayOf(metadata.filedAt) } as EffectiveFact;
}
