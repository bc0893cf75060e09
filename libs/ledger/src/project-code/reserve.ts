import { derivedId, instantOf, type Recorded, type Refusal } from '#kernel';
import { StreamNotFound, type EventStore } from '#event-store';
import type { Executor, Order } from '../executor.ts';
import { slice } from '../slice.ts';
import { projectCodeStream, type ProjectCodeEvent, type ProjectCodeReserved } from './events.ts';
import { projectCode } from './project-code.ts';

export const projectCodeSlice = slice({
  category: 'code',
  decider: projectCode,
  refusals: {},
  references: () => [],
});

/**
 * How long a reservation stands for a project that is not there yet. Its own append follows at once, so after this it
 * never came: the process died in between. Before it, another project of that moment would take over what is on its way.
 */
const RESERVATION_MS = 10 * 60_000;

/** Reserves codes for projects, as a command of its own that the project's command causes. `clock` in epoch ms. */
export function codeReserver(executor: Executor, store: EventStore, clock: () => number) {
  return {
    /** Undefined once the code is the project's; else why not. */
    async reserve(code: string, cause: Order): Promise<Refusal | undefined> {
      const projectId = cause.streamId.slice('project-'.length);
      const streamId = projectCodeStream(code);
      const stale = await staleReservation(store, streamId, clock());
      const outcome = await executor.execute({
        slice: projectCodeSlice,
        streamId,
        command: { type: 'ReserveProjectCode', data: { projectId, code, ...(stale && { abandoned: stale.id }) } },
        commandId: derivedId(cause.commandId, 'code', code, stale?.id ?? ''),
        actor: cause.actor,
        source: cause.source,
        correlationId: cause.correlationId,
        causationId: cause.commandId,
        ...(cause.filedAt !== undefined && { filedAt: cause.filedAt }),
      });
      return outcome.kind === 'refused' ? outcome.refusal : undefined;
    },
  };
}

/** The reservation of a project that never came. */
async function staleReservation(
  store: EventStore,
  streamId: string,
  now: number,
): Promise<Recorded<ProjectCodeReserved> | undefined> {
  const last = await lastEvent<Recorded<ProjectCodeEvent>>(store, streamId);
  if (last?.type !== 'ProjectCodeReserved') return undefined;
  if (last.metadata.recordedAt > instantOf(now - RESERVATION_MS)) return undefined;
  return (await lastEvent(store, `project-${last.data.projectId}`))
    ? undefined
    : (last as Recorded<ProjectCodeReserved>);
}

async function lastEvent<E extends Recorded>(store: EventStore, stream: string): Promise<E | undefined> {
  try {
    for await (const event of store.readStream(stream, { direction: 'backwards', limit: 1 }))
      return event as Recorded as E;
    return undefined;
  } catch (error) {
    if (error instanceof StreamNotFound) return undefined;
    throw error;
  }
}
