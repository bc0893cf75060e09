import { derivedId, type Command, type JsonObject, type Texts } from '#kernel';
import type { DataClass } from '#http';
import type { Slice } from './slice.ts';

/** How one command is reached over HTTP, judged, and explained. */
export interface CommandRow<C extends Command = Command> {
  readonly type: C['type'];
  readonly dto: DataClass<C['data']>;
  /** The last part of the route, a verb phrase; undefined for the command that makes a new stream. */
  readonly verb: string | undefined;
  /** Its name among all operations, where commands of several kinds of streams share their type. */
  readonly operation?: string;
  readonly summary: Texts;
  /** Works as it stands on a project it fits: see `exampleId`. */
  readonly example: JsonObject;
}

/** All commands of one kind of stream. */
export interface CommandTable {
  readonly slice: Slice;
  /** The route of the collection: `projects`. */
  readonly collection: string;
  readonly label: Texts;
  /** The id of the stream that a command makes, where what it is about decides that, so that there is one of each. */
  readonly idOf?: (data: object) => string;
  readonly rows: readonly CommandRow[];
}

/** What stands in a table for each command of a union; the mapped type leaves none out. */
export type RowsOf<C extends Command> = {
  readonly [T in C['type']]: Omit<CommandRow<Extract<C, { type: T }>>, 'type'>;
};

/** The rows of some commands of a union. */
export type RowsFor<C extends Command, Type extends C['type']> = Pick<RowsOf<C>, Type>;

export function rowsOf<C extends Command>(rows: RowsOf<C>): CommandRow[] {
  return Object.entries(rows).map(([type, row]) => ({ type, ...(row as Omit<CommandRow, 'type'>) }));
}

/** The data of one command of a union. */
export type DataOf<C extends Command, Type extends C['type']> = Extract<C, { type: Type }>['data'];

/** The Idempotency-Key under which every example of the OpenAPI document is meant to be sent. */
export const EXAMPLE_KEY = 'example';

/** The id a command has: who, which route (with the stream's id), which key. */
export function commandIdOf(actorId: string, route: string, key: string): string {
  return derivedId(actorId, route, key);
}

/** The id of the stream that a command makes. */
export function newStreamId(commandId: string): string {
  return derivedId(commandId, 'stream');
}

/**
 * The id that the example of a collection gets when it is sent with {@link EXAMPLE_KEY}, or with another key: ids are derived from who, route
 * and key, so examples can name each other.
 */
export function exampleId(collection: string, key = EXAMPLE_KEY): string {
  return newStreamId(commandIdOf('local', `POST /api/${collection}`, key));
}

/** The id of the fact that the example of a command gets likewise, on the example of its collection. */
export function exampleFactId(verb: string, collection = 'projects'): string {
  const route = `POST /api/${collection}/${exampleId(collection)}/${verb}`;
  return derivedId(commandIdOf('local', route, EXAMPLE_KEY), '0');
}
