import { derivedId, fold, instantOf, type Recorded, type Refusal } from '#kernel';
import { StreamNotFound, type EventStore } from '#event-store';
import type { Executor, Order } from '../executor.ts';
import { slice } from '../slice.ts';
import { projectCodeStream, type ProjectCodeEvent, type ProjectCodeReserved } from './events.ts';
import { projectCode, type Lapsed } from './project-code.ts';

const projectCodeSlice = slice({
  category: 'code',
  decider: projectCode,
  refusals: {},
  references: () => [],
});

/**
 * How long a reservation stands whose command is not in the project's stream yet. Its append follows at once, so after
 * this it never came: the process died in between. Before it, another project would take over what is on its way.
 */
const RESERVATION_MS = 10 * 60_000;

export interface Reserver {
  readonly executor: Executor;
  readonly store: Pick<EventStore, 'readStream'>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** `overtaken`: by the same command, sent twice; what it left must be judged anew. */
export type Reservation =
  { readonly kind: 'reserved' | 'overtaken' } | { readonly kind: 'taken'; readonly why: Refusal };

/**
 * Reserves a code for the project of a command, as a command of its own that the project's command causes. What was
 * answered to it before says nothing about now, for another project can have taken the code over since: so its id hangs
 * on the state of the stream that it is decided on, and only an append of now, or a reservation in force, counts.
 */
export async function reserveCode(reserver: Reserver, code: string, cause: Order): Promise<Reservation> {
  const streamId = projectCodeStream(code);
  const projectId = projectOf(cause);
  // Read before its holder is: what the holder brings back after that is a reservation after this one.
  const last = await lastEvent(reserver.store, streamId);
  const inForce = last?.type === 'ProjectCodeReserved' ? (last as Recorded<ProjectCodeReserved>) : undefined;
  if (inForce && isMade(inForce, cause, reserver.clock())) return { kind: 'reserved' };
  const lapsed = inForce && inForce.data.projectId !== projectId && (await lapse(reserver, inForce, cause));
  const outcome = await reserver.executor.execute({
    slice: projectCodeSlice,
    streamId,
    command: { type: 'ReserveProjectCode', data: { projectId, code, ...(lapsed && { lapsed }) } },
    commandId: derivedId(cause.commandId, 'code', code, last?.id ?? ''),
    actor: cause.actor,
    source: cause.source,
    correlationId: cause.correlationId,
    causationId: cause.commandId,
    ...(cause.filedAt !== undefined && { filedAt: cause.filedAt }),
  });
  if (outcome.kind === 'refused') return { kind: 'taken', why: outcome.refusal };
  return { kind: outcome.kind === 'accepted' && !outcome.replayed ? 'reserved' : 'overtaken' };
}

const projectOf = ({ streamId }: Order): string => streamId.slice('project-'.length);

/** Made by this very command already, and not so long ago that it could lapse before the command's own append. */
function isMade({ data, metadata }: Recorded<ProjectCodeReserved>, cause: Order, now: number): boolean {
  return (
    data.projectId === projectOf(cause) &&
    metadata.causationId === cause.commandId &&
    metadata.recordedAt > instantOf(now - RESERVATION_MS / 2)
  );
}

/**
 * Why a reservation no longer binds, if so: its project does not have the code, and the command for which it was made has
 * come to nothing or has been undone. The holder is a project as the one that asks is, so the same slice reads both.
 */
async function lapse(
  { executor, clock }: Reserver,
  { id, stream, data, metadata }: Recorded<ProjectCodeReserved>,
  { slice }: Order,
): Promise<Lapsed | undefined> {
  const events = await executor.history(`project-${data.projectId}`);
  const held = slice.codeHeld?.(fold(slice.decider, events));
  if (held !== undefined && projectCodeStream(held) === stream) return undefined;
  if (events.some((event) => event.metadata.commandId === metadata.causationId)) {
    return { reservation: id, reason: 'the project no longer has the code' };
  }
  if (metadata.recordedAt > instantOf(clock() - RESERVATION_MS)) return undefined;
  return {
    reservation: id,
    reason: events.length === 0 ? 'the project never came' : 'the project never took the code',
  };
}

async function lastEvent(
  store: Pick<EventStore, 'readStream'>,
  stream: string,
): Promise<Recorded<ProjectCodeEvent> | undefined> {
  try {
    for await (const event of store.readStream(stream, { direction: 'backwards', limit: 1 })) {
      return event as Recorded as Recorded<ProjectCodeEvent>;
    }
    return undefined;
  } catch (error) {
    if (error instanceof StreamNotFound) return undefined;
    throw error;
  }
}
