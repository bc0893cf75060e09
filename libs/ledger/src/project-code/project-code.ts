import { refused, type Command, type Decider } from '#kernel';
import type { ProjectCodeEvent } from './events.ts';

/** `abandoned`: the reservation in force, by its event, if the project it was made for never came. */
export type ProjectCodeCommand =
  | Command<'ReserveProjectCode', { readonly projectId: string; readonly code: string; readonly abandoned?: string }>
  | Command<'ReleaseProjectCode', { readonly projectId: string; readonly reason: string }>;

/** The project that holds the code, and by which reservation. */
export type ProjectCode = { readonly holder: string; readonly reservation: string } | undefined;

/**
 * A project code is unique over the ledger because its reservation is a stream of its own: of two that reserve at once
 * one append fails. It is reserved before the project's own append; one whose project never came is taken over.
 */
export const projectCode: Decider<ProjectCode, ProjectCodeCommand, ProjectCodeEvent> = {
  initial: undefined,
  decide(command, state) {
    const { projectId } = command.data;
    if (command.type === 'ReleaseProjectCode') {
      return state?.holder === projectId
        ? [{ type: 'ProjectCodeReleased', data: { projectId, reason: command.data.reason } }]
        : [];
    }
    const reserved = { type: 'ProjectCodeReserved', data: { projectId } } as const;
    if (state === undefined) return [reserved];
    const { holder, reservation } = state;
    const abandoned = command.data.abandoned === reservation;
    // One that comes late after all reserves anew: whoever is about to take over loses the race to this.
    if (holder === projectId) return abandoned ? [reserved] : [];
    if (!abandoned) return refused('ProjectCodeTaken', { code: command.data.code, projectId: holder });
    return [{ type: 'ProjectCodeReleased', data: { projectId: holder, reason: 'the project never came' } }, reserved];
  },
  evolve: (_, event) =>
    event.type === 'ProjectCodeReserved' ? { holder: event.data.projectId, reservation: event.id } : undefined,
};
