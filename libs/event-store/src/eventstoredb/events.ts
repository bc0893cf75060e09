import type { JsonObject, StoredEvent } from '#kernel';
import { StoreUnusable } from '../errors.ts';
import type { Filter } from '../port.ts';
import { prefixesOf } from '../validate.ts';
import type { ServerEvent } from './connection.ts';

/**
 * An event that was appended through the port, as the port gives it; undefined for everything else that stands in the log:
 * the server's own records, links, our own bookkeeping, and what somebody else has written without a stamp.
 */
export function ours(event: ServerEvent): StoredEvent | undefined {
  const { id, stream, revision, position, type, isJson, data, metadata } = event;
  const isReserved = stream.startsWith('$') || stream.startsWith('_') || type.startsWith('$');
  if (isReserved || !isJson || !isObject(data) || !isStamped(metadata) || position === undefined) return undefined;
  return { id, stream, revision, position, type, data, metadata };
}

/** Of a stream of ours: something else in it is an error, because its revisions would have a gap. */
export function requireOurs(event: ServerEvent): StoredEvent {
  const found = ours(event);
  if (found) return found;
  const { stream, revision } = event;
  const message = `event ${revision} of stream ${stream} was not appended by this program`;
  throw new StoreUnusable(message, { reason: 'NotOurs' });
}

/** Whether an event is let through, compared ordinally. Throws RangeError for a filter that could match nothing. */
export function matcherOf(filter: Filter | undefined): (event: StoredEvent) => boolean {
  if (!filter) return () => true;
  const prefixes = prefixesOf(filter);
  if ('streams' in filter) return ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
  return ({ type }) => prefixes.some((prefix) => type.startsWith(prefix));
}

/** Only what came through the port has a stamp. */
function isStamped(value: unknown): value is StoredEvent['metadata'] {
  return isObject(value) && typeof value['recordedAt'] === 'string';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
