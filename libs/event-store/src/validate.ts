import type { NewEvent } from '#kernel';
import { APPEND_BYTES_MAX, InvalidAppend, TooLarge } from './port.ts';
import type { ExpectedRevision, Filter } from './port.ts';

/** An event that may be sent: checked, its id in lower case, its JSON already text. */
export interface PreparedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  /** A JSON object as text, without `recordedAt`. */
  readonly metadata: string;
  /** Whether the metadata claims a `filedAt` of its own. */
  readonly filed: boolean;
}

/** What an append weighs besides data, metadata and types: the stamp of each event, at most. */
const STAMP_BYTES = ',"recordedAt":"2026-11-22T05:09:00.000Z","filedAt":"2026-11-22T05:09:00.000Z"'.length;
/** What begins with $ is a server's, and what begins with _ is our own bookkeeping. */
const NAME = /^(?![$_])[\x20-\x7e]{1,1024}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_ZERO = '00000000-0000-0000-0000-000000000000';

/**
 * Checks an append and turns it into text, before anything is sent, so that every adapter refuses the same.
 * Throws {@link InvalidAppend} and {@link TooLarge}.
 */
export function prepareAppend(
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
): readonly PreparedEvent[] {
  requireName('stream', stream);
  if (expected !== 'none' && (typeof expected !== 'bigint' || expected < 0n)) {
    throw new InvalidAppend(`the expected revision is 'none' or a bigint from 0, not ${String(expected)}`);
  }
  if (events.length === 0) throw new InvalidAppend('an append has at least one event');
  const prepared = events.map(prepareEvent);
  refuseTooLarge(prepared);
  return prepared;
}

/** The prefixes of a filter. Throws RangeError for a filter that could not match anything the port takes. */
export function prefixesOf(filter: Filter): readonly string[] {
  const prefixes = 'streams' in filter ? filter.streams : filter.types;
  if (prefixes.length === 0) throw new RangeError('a filter names at least one prefix');
  for (const prefix of prefixes) {
    if (!NAME.test(prefix)) throw new RangeError(`no name begins with ${JSON.stringify(prefix)}`);
  }
  return prefixes;
}

/** Throws RangeError unless a limit is absent or a whole number from 0. */
export function requireLimit(limit: number | undefined): void {
  if (limit !== undefined && limit !== Infinity && !(Number.isSafeInteger(limit) && limit >= 0)) {
    throw new RangeError(`a limit is a whole number from 0, not ${limit}`);
  }
}

/** Throws RangeError for a revision or position below 0. */
export function requireFromZero(what: string, value: bigint | undefined): void {
  if (value !== undefined && value < 0n) throw new RangeError(`${what} is counted from 0, not ${value}`);
}

function prepareEvent(event: NewEvent): PreparedEvent {
  requireName('type', event.type);
  const metadata = objectText('metadata', event.metadata);
  if (claims(metadata, 'recordedAt')) throw new InvalidAppend('recordedAt is for the store to say');
  return {
    id: normalisedId(event.id),
    type: event.type,
    data: objectText('data', event.data),
    metadata,
    filed: claims(metadata, 'filedAt'),
  };
}

/** Whether the port takes it as the name of a stream or type. */
export function isName(name: unknown): boolean {
  return typeof name === 'string' && NAME.test(name);
}

function requireName(what: string, name: unknown): void {
  if (isName(name)) return;
  throw new InvalidAppend(
    `a ${what} has 1 to 1024 printable ASCII characters and does not begin with $ or _: ${JSON.stringify(name)}`,
  );
}

function normalisedId(id: unknown): string {
  const lower = typeof id === 'string' ? id.toLowerCase() : '';
  if (!UUID.test(lower) || lower === UUID_ZERO) throw new InvalidAppend(`an event id is a UUID: ${JSON.stringify(id)}`);
  return lower;
}

/** JSON text of an object. A lone surrogate or a NUL in a string becomes an escape, so the text is always plain UTF-8. */
function objectText(what: string, value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    throw new InvalidAppend(`the ${what} cannot be said in JSON`, { cause });
  }
  if (text === undefined || text[0] !== '{') throw new InvalidAppend(`the ${what} is not a JSON object`);
  return text;
}

/** Whether the object in the text has the key; looks closely only where the key's text occurs at all. */
function claims(metadata: string, key: string): boolean {
  return metadata.includes(`"${key}"`) && Object.hasOwn(JSON.parse(metadata) as object, key);
}

function refuseTooLarge(events: readonly PreparedEvent[]): void {
  let units = 0;
  for (const { type, data, metadata } of events) units += 2 * type.length + data.length + metadata.length + STAMP_BYTES;
  if (units * 3 <= APPEND_BYTES_MAX) return; // a UTF-16 unit takes at most three bytes
  let bytes = 0;
  for (const { type, data, metadata } of events) {
    bytes += 2 * type.length + Buffer.byteLength(data) + Buffer.byteLength(metadata) + STAMP_BYTES;
  }
  if (bytes > APPEND_BYTES_MAX) throw new TooLarge(`an append weighs at most ${APPEND_BYTES_MAX} bytes, not ${bytes}`);
}
