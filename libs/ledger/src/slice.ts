import type { Command, Decider, Event, Recorded, Texts } from '#kernel';

/**
 * Something that a command names and that must be there: `zone-<id>`, `organization-<id>`, `person-<id>`, by being
 * defined; or by what its stream holds, under a name that says which kind of thing it is.
 */
export type Reference =
  string | { readonly name: string; readonly stream: string; holds(history: readonly Recorded[]): boolean };

/** The stream that a reference is about; a person has none, and its name stands for it. */
export function streamOf(reference: Reference): string {
  return typeof reference === 'string' ? reference : reference.stream;
}

/** One kind of stream as the executor sees it. The executor is generic; everything it must know of a slice stands here. */
export interface Slice<State = unknown, C extends Command = Command, E extends Event = Event> {
  /** The category of its streams: the text before the first dash. */
  readonly category: string;
  readonly decider: Decider<State, C, E>;
  readonly refusals: Readonly<Record<string, Texts>>;
  /** The refusal of a command on a stream that is not there; a project's where nothing else is said. */
  readonly notFound?: string;
  /** What is there apart from its stream, which may have no events yet: a person before the first post. */
  readonly startsEmpty?: true;
  /** What the command names and what must be there; `streamId` where it is about something that is no stream. */
  references(command: C, streamId: string): readonly Reference[];
  /**
   * The streams that the command would lead the one with this history to, and those that a history leads on to; streams are
   * followed to their ends.
   */
  readonly leads?: {
    to(command: C, history: readonly Recorded[]): readonly string[];
    on(history: readonly Recorded[]): readonly string[];
  };
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
