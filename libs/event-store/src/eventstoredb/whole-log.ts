import type { StoredEvent } from '#kernel';
import { PositionBeyondLog } from '../errors.ts';
import type { ReadAllOptions } from '../port.ts';
import { requireFromZero, requireLimit } from '../validate.ts';
import type { Connection } from './connection.ts';
import { matcherOf, ours } from './events.ts';
import { lastPosition, reading, subscribing, type Opened, type ReadTerms } from './reads.ts';
import type { Server } from './server.ts';

/**
 * Events of the whole log after a position, up to the one that was the last when the read began. With a filter the server
 * looks for them, as for a subscription: its reads know no filter through this client. `ready` throws where nothing may be
 * read. Throws PositionBeyondLog, ForeignPosition, StoreUnavailable. One generator, because each around it would cost as
 * much as the rest.
 */
export async function* readWholeLog(
  server: Server,
  options: ReadAllOptions,
  ready: () => void,
): AsyncGenerator<StoredEvent, undefined> {
  const { after = 0n, limit = Infinity, filter, signal } = options;
  ready();
  requireLimit(limit);
  requireFromZero('a position', after);
  signal?.throwIfAborted();
  const { read: ms } = server.address.patience;
  const matches = matcherOf(filter);
  let left = limit;
  if (left === 0) return;
  let position = after;
  let before = -1n;
  const terms: ReadTerms = filter
    ? { ms, signal, isWhole: () => false, open: (one) => subscribing(server, one, { after: position, filter, ms }) }
    : { ms, signal, isWhole: () => position > before, open: (connection) => plain(connection, position, left) };
  try {
    const end = await server.persist(ms, (connection, most) => lastPosition(server, connection, most), signal);
    if (after > end) throw new PositionBeyondLog(after, end);
    while (position < end) {
      before = position;
      for await (const arrivals of reading(server, terms)) {
        for (const arrival of arrivals) {
          if (arrival.kind === 'caughtUp') return;
          const at = arrival.kind === 'checkpoint' ? arrival.position : (arrival.event.position ?? 0n);
          if (at <= position) continue; // the start of a plain read is inclusive
          if (at > end) return;
          position = at;
          const event = arrival.kind === 'event' ? ours(arrival.event) : undefined;
          if (!event || !matches(event)) continue;
          yield event;
          if (--left === 0) return;
        }
      }
    }
  } catch (error) {
    throw signal?.aborted ? error : server.failure(error, 'all');
  }
}

/** One more than is wanted, because the start is inclusive. */
function plain(connection: Connection, after: bigint, left: number): Opened {
  return { start: () => connection.readAll({ from: after || undefined, backwards: false, limit: left + 1 }) };
}
