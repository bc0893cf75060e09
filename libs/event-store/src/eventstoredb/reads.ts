import { PositionBeyondLog } from '../errors.ts';
import { StoreClosed, type Filter } from '../port.ts';
import type { Connection, Incoming, ServerEvent } from './connection.ts';
import { EndedEarly, Silence } from './faults.ts';
import type { Arrival, Inflow, Mark } from './inflow.ts';
import type { Server } from './server.ts';

/** A read that is ready to begin. */
export interface Opened {
  /** What comes before anything that the read brings. */
  readonly before?: readonly Arrival[];
  readonly start: (mark: (mark: Mark) => void) => Incoming;
}

export interface ReadTerms {
  /** Begins, or goes on after it broke off: who asks for it knows how far it came. */
  readonly open: (connection: Connection) => Opened | Promise<Opened>;
  /** Without anything new for so long it fails. Time in which nobody asks for more does not count. */
  readonly ms: number;
  /** The same where the server, or the lack of one, says what is wrong. Default: `ms`. */
  readonly troubleMs?: number;
  /** Whether an end may be believed; otherwise it is a failure like any other. Default: it may. */
  readonly isWhole?: () => boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a read brings, in batches. Where it breaks off and may go better next time, it is opened again. Throws the signal's
 * reason, StoreClosed, and what the client throws.
 */
export async function* reading(server: Server, terms: ReadTerms): AsyncGenerator<readonly Arrival[], undefined> {
  const { ms, troubleMs = ms, signal } = terms;
  const backoff = server.backoff();
  let until = server.now + ms;
  for (;;) {
    let connection: Connection | undefined;
    let inflow: Inflow | undefined;
    const abort = () => inflow?.stop(signal?.reason);
    signal?.addEventListener('abort', abort);
    try {
      signal?.throwIfAborted();
      connection = await server.connection(server.left(until));
      const { before, start } = await server.within(server.left(until), Promise.resolve(terms.open(connection)));
      if (before) {
        yield before;
        until = server.now + ms;
      }
      inflow = server.flow(start);
      for (;;) {
        signal?.throwIfAborted();
        const arrivals = await inflow.take(Math.min(server.address.patience.attempt, server.left(until)));
        if (!arrivals && terms.isWhole?.() === false) throw new EndedEarly('the server has ended it early');
        if (!arrivals) return;
        yield arrivals;
        until = server.now + ms;
        backoff.reset();
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (server.closed.aborted) throw new StoreClosed();
      const isSilent = error instanceof Silence;
      await server.rest(connection, error, { backoff, until: isSilent ? until : until - ms + troubleMs, signal });
    } finally {
      signal?.removeEventListener('abort', abort);
      if (inflow) server.letGo(inflow);
    }
  }
}

/** Position of the last record that reads of the whole log show, whatever it is. */
export async function lastPosition(server: Server, connection: Connection, ms: number): Promise<bigint> {
  const last = await lastRecord(server, connection, ms);
  if (last) return last.position ?? 0n;
  throw new EndedEarly('the server shows an empty log'); // its own account of itself is in each
}

/** Undefined for a log in which there is nothing yet, not even its account of itself. */
export async function lastRecord(server: Server, connection: Connection, ms: number): Promise<ServerEvent | undefined> {
  const [last] = await server.all(ms, () => connection.readAll({ from: undefined, backwards: true, limit: 1 }));
  return last;
}

/**
 * A subscription after a position. Servers before 24.2 begin with the second record at or after the position they are given,
 * and a checkpoint may stand where there is no record that they show: so the first is looked at here. Throws
 * PositionBeyondLog.
 */
export async function subscribing(
  server: Server,
  connection: Connection,
  { after, filter, ms }: { readonly after: bigint; readonly filter: Filter | undefined; readonly ms: number },
): Promise<Opened> {
  const first = after === 0n ? undefined : await firstFrom(server, connection, after, ms);
  const from = first?.position ?? after;
  return {
    ...(first && from > after && { before: [{ kind: 'event', event: first }] }),
    start: (mark) =>
      connection.subscribe(
        { after: from || undefined, filter },
        {
          checkpoint: (position) => mark({ kind: 'checkpoint', position }),
          caughtUp: () => mark({ kind: 'caughtUp' }),
        },
      ),
  };
}

async function firstFrom(server: Server, connection: Connection, from: bigint, ms: number): Promise<ServerEvent> {
  const [first] = await server.all(ms, () => connection.readAll({ from, backwards: false, limit: 1 }));
  if (first) return first;
  const end = await lastPosition(server, connection, ms);
  throw end < from ? new PositionBeyondLog(from, end) : new EndedEarly('the server has ended a read early');
}
