import { derivedId, type Refusal } from '#kernel';
import { StreamNotFound, type EventStore } from '#event-store';
import type { Executor, Order } from '../executor.ts';
import { slice } from '../slice.ts';
import { projectCodeStream, type ProjectCodeEvent } from './events.ts';
import { projectCode } from './project-code.ts';

export const projectCodeSlice = slice({
  category: 'code',
  decider: projectCode,
  refusals: {},
  references: () => [],
});

/** Reserves codes for projects, as a command of its own that the project's command causes. */
export function codeReserver(executor: Executor, store: EventStore) {
  return {
    /** Undefined once the code is the project's; else why not. */
    async reserve(code: string, cause: Order): Promise<Refusal | undefined> {
      const projectId = cause.streamId.slice('project-'.length);
      const streamId = projectCodeStream(code);
      const abandonedBy = await holderThatNeverCame(store, streamId, projectId);
      const outcome = await executor.execute({
        slice: projectCodeSlice,
        streamId,
        command: { type: 'ReserveProjectCode', data: { projectId, code, ...(abandonedBy && { abandonedBy }) } },
        commandId: derivedId(cause.commandId, 'code', code, abandonedBy ?? ''),
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

async function holderThatNeverCame(
  store: EventStore,
  streamId: string,
  projectId: string,
): Promise<string | undefined> {
  const last = await lastEvent<ProjectCodeEvent>(store, streamId);
  if (last?.type !== 'ProjectCodeReserved' || last.data.projectId === projectId) return undefined;
  return (await lastEvent(store, `project-${last.data.projectId}`)) ? undefined : last.data.projectId;
}

async function lastEvent<E extends { type: string }>(store: EventStore, stream: string): Promise<E | undefined> {
  try {
    for await (const event of store.readStream(stream, { direction: 'backwards', limit: 1 }))
      return event as unknown as E;
    return undefined;
  } catch (error) {
    if (error instanceof StreamNotFound) return undefined;
    throw error;
  }
}
