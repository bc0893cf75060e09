import type { Day, Instant } from './dates.ts';
import type { Event, Recorded } from './events.ts';
import type { Refusal } from './refusals.ts';

/** An order to append facts. `data` is what the event will say, or what is needed to make it. */
export interface Command<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** What a decision may know of the world outside its stream. */
export interface Context {
  /** When the person filed it; the claimed time for imports. */
  readonly filedAt: Instant;
  /** The day of `filedAt` in Shanghai. */
  readonly filedOn: Day;
  /** What the command names and nobody defined: `zone-…`, `organization-…`, `person-…`. */
  readonly missing: ReadonlySet<string>;
  /** The streams that a project named by the command leads to by mergers and splits, itself first. */
  readonly leadsTo: readonly string[];
}

/** No events means "already true". */
export type Decision<E extends Event> = readonly E[] | Refusal;

/**
 * One kind of stream, as three pure parts. `decide` reads no clock, no store and no chance, and never throws;
 * `evolve` never refuses: what is in the log has happened.
 */
export interface Decider<State, C extends Command, E extends Event> {
  readonly initial: State;
  decide(command: C, state: State, context: Context): Decision<E>;
  evolve(state: State, event: Recorded<E>): State;
}

/** The state after a history. */
export function fold<State, E extends Event>(
  decider: Pick<Decider<State, never, E>, 'initial' | 'evolve'>,
  events: readonly Recorded<E>[],
): State {
  return events.reduce((state, event) => decider.evolve(state, event), decider.initial);
}
