import type { Command, Decider, Event, Texts } from '#kernel';

/** One kind of stream as the executor sees it. The executor is generic; everything it must know of a slice stands here. */
export interface Slice<State = unknown, C extends Command = Command, E extends Event = Event> {
  /** The category of its streams: the text before the first dash. */
  readonly category: string;
  readonly decider: Decider<State, C, E>;
  readonly refusals: Readonly<Record<string, Texts>>;
  /** What the command names and what must have been defined: `zone-<id>`, `organization-<id>`, `person-<id>`. */
  references(command: C): readonly string[];
  /**
   * The project code that a project in this state has, if it has one: only one project may. Whatever command brings it
   * another one, the code is reserved before the command's own append; a state without it leaves it to whoever wants it.
   */
  codeHeld?(state: State): string | undefined;
}

/** Keeps the types of a slice together where it is defined, and hides them from the generic executor. */
export function slice<State, C extends Command, E extends Event>(definition: Slice<State, C, E>): Slice {
  return definition;
}
