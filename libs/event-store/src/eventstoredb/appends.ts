import { instantOf, type Instant, type JsonObject } from '#kernel';
import { Conflict, StoreUnavailable, TooLarge, type ExpectedRevision } from '../port.ts';
import { stamped } from '../stamp.ts';
import type { PreparedEvent } from '../validate.ts';
import type { OutgoingEvent, Written } from './connection.ts';
import { faultOf } from './faults.ts';
import { saying } from './saying.ts';
import type { Server } from './server.ts';

/** No stream gets so far, so it may stand for all revisions beyond it: those of 64 bits mean other things to the server. */
export const REVISION_MAX = 2n ** 62n;

/** The stamps of one process: the clock, but never before the last one. */
export class Stamps {
  readonly #clock: () => number;
  #lastMs = -Infinity;
  #last: Instant = '';

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  next(): Instant {
    const now = this.#clock();
    if (now > this.#lastMs) {
      this.#lastMs = now;
      this.#last = instantOf(now);
    }
    return this.#last;
  }
}

/** What is sent of prepared events. Data come from their text, so that a caller may go on using what it handed in. */
export function outgoing(events: readonly PreparedEvent[], recordedAt: Instant): readonly OutgoingEvent[] {
  return events.map(({ id, type, data, metadata, filed }) => ({
    id,
    type,
    data: JSON.parse(data) as JsonObject,
    metadata: stamped(metadata, recordedAt, filed),
  }));
}

/**
 * Appends, and where the outcome stays unknown appends the same again: the server tells by ids and revision what it has
 * already. Throws Conflict, TooLarge and StoreUnavailable.
 */
export async function appendTo(
  server: Server,
  stream: string,
  events: readonly OutgoingEvent[],
  { expected, until }: { readonly expected: ExpectedRevision; readonly until: number },
): Promise<{ readonly revision: bigint; readonly position: bigint }> {
  const revision = expected !== 'none' && expected > REVISION_MAX ? REVISION_MAX : expected;
  let written: Written;
  try {
    written = await server.persist(server.left(until), (connection, ms) =>
      connection.append(stream, events, revision, ms),
    );
  } catch (error) {
    const fault = faultOf(error);
    if (fault?.kind === 'conflict') throw new Conflict(stream, expected, fault.actual);
    if (fault?.kind === 'tooLarge') throw new TooLarge('the server takes no append of this weight');
    throw server.failure(error, 'stream');
  }
  if (written.position !== undefined) return { revision: written.revision, position: written.position };
  throw new StoreUnavailable(saying(server.address.url, 'NotOurs', new Error(`stream ${stream} was deleted`)), {
    reason: 'NotOurs',
  });
}
