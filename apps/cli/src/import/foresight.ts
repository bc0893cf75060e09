import { dayOf, derivedId, isRefusal, type Event, type Recorded } from '#kernel';
import { project, type ProjectCommand, type ProjectEvent } from '#ledger';
import type { PlannedCommand } from './planned.ts';

/**
 * What the projects will be once the commands planned so far are filed, by the ledger's own decider. Rows behind them are
 * judged against this and not against the log, so that a second run plans what the first one did.
 */
export class Foresight {
  private readonly histories = new Map<string, readonly Recorded<ProjectEvent>[]>();

  of(streamId: string): readonly Recorded<ProjectEvent>[] {
    return this.histories.get(streamId) ?? [];
  }

  /** Adds what a command of a project will make; a command that is refused makes nothing. */
  take(planned: PlannedCommand): void {
    const { streamId, filedAt, command } = planned;
    const history = this.of(streamId);
    const context = { filedAt, filedOn: dayOf(filedAt), missing: new Set<string>(), leadsTo: [] };
    const decision = project.decide(command as ProjectCommand, history, context);
    if (isRefusal(decision)) return;
    const made = decision.map((event, i) => foreseen(event, planned, { revision: history.length + i, index: i }));
    this.histories.set(streamId, [...history, ...made]);
  }
}

/** An event as the executor will make it: the id is the same, so that later rows can mend it. */
function foreseen(
  event: Event,
  { commandId, filedAt, source, streamId }: PlannedCommand,
  { revision, index }: { readonly revision: number; readonly index: number },
): Recorded<ProjectEvent> {
  return {
    ...(event as ProjectEvent),
    id: derivedId(commandId, String(index)),
    stream: streamId,
    revision: BigInt(revision),
    metadata: {
      commandId,
      commandDigest: '',
      actor: { id: 'import', role: 'import' },
      correlationId: commandId,
      causationId: commandId,
      source,
      schema: 1,
      filedAt,
      recordedAt: filedAt,
    },
  };
}
