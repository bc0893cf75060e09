import type { JsonObject } from './json.ts';

/** A kind of event: its name and its data. What has happened stays: names and shapes are a promise (house rule: golden samples). */
export interface Event<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Who acted: ids only, names live in the registry. */
export type Actor = {
  readonly id: string;
  readonly role: string;
  readonly unit?: string;
};

/** Where a fact came from. Rows and columns are those of the file as a person sees it: the header is row 1. */
export type Source =
  | { readonly kind: 'api' }
  | { readonly kind: 'screen' }
  | { readonly kind: 'demo' }
  | {
      readonly kind: 'import';
      readonly batch: string;
      readonly file: string;
      readonly row: number;
      readonly columns?: readonly string[];
    };

/** What a command puts on each of its events. The store adds `recordedAt`, and `filedAt` where it is not claimed. */
export type CommandMetadata = {
  readonly commandId: string;
  /** SHA-256 of the command's canonical JSON, so that the same id with another command is noticed. */
  readonly commandDigest: string;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId: string;
  readonly source: Source;
  /** The version of the event's shape. */
  readonly schema: number;
  /** Only on imports: the source's own filing time, an instant in UTC. A claim, never proof. */
  readonly filedAt?: string;
  readonly filedAtClaimed?: true;
};

/** What every stored event carries. Instants are `2026-11-22T05:09:00.000Z`. */
export type EventMetadata = CommandMetadata & {
  /** When the ledger took it, by the writer's clock; never decreasing in one embedded log. */
  readonly recordedAt: string;
  /** When the person filed it: `recordedAt` for live entry, the source's own time for imports. */
  readonly filedAt: string;
};

/** An event that is in the log, or that a decider has just made and folds as if it were. */
export type Recorded<E extends Event = Event> = E & {
  /** Also the id of the fact it reports. */
  readonly id: string;
  readonly stream: string;
  /** From 0, without gaps in a stream. */
  readonly revision: bigint;
  readonly metadata: EventMetadata;
};

/** An event on its way into the log; the id is derived from the command, so a retry cannot double it. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** An event as a store returns it: where it stands in its stream and in the log. Positions are sparse and good on one store only. */
export type StoredEvent = Recorded<Event<string, JsonObject>> & {
  readonly position: bigint;
  /** Why this program cannot tell what the event says, where a later one wrote it: it has its place in the log, and nothing is folded from it. */
  readonly notUnderstood?: string;
};
