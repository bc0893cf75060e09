import { refused, type Command, type Decider } from '#kernel';
import type { ProjectCodeEvent } from './events.ts';

/** A reservation whose project was found not to have the code, by its event, and why not. */
export interface Lapsed {
  readonly reservation: string;
  readonly reason: string;
}

export type ProjectCodeCommand = Command<
  'ReserveProjectCode',
  { readonly projectId: string; readonly code: string; readonly lapsed?: Lapsed }
>;

/** The project that holds the code, and by which reservation. */
export type ProjectCode = { readonly holder: string; readonly reservation: string } | undefined;

/**
 * A project code is unique over the ledger because its reservation is a stream of its own: of two that reserve at once
 * one append fails. It is reserved before the project's own append, for every command that brings the code to a project.
 * It is released by whoever wants it next, who has seen that its project does not have it: so there is no step that a
 * crash could leave out.
 */
export const projectCode: Decider<ProjectCode, ProjectCodeCommand, ProjectCodeEvent> = {
  initial: undefined,
  decide({ data: { projectId, code, lapsed } }, state) {
    const reserved = { type: 'ProjectCodeReserved', data: { projectId } } as const;
    // Its own project reserves anew, too: whoever has judged the reservation before loses the race to this.
    if (state === undefined || state.holder === projectId) return [reserved];
    const { holder, reservation } = state;
    if (lapsed?.reservation !== reservation) return refused('ProjectCodeTaken', { code, projectId: holder });
    return [{ type: 'ProjectCodeReleased', data: { projectId: holder, reason: lapsed.reason } }, reserved];
  },
  evolve: (_, event) =>
    event.type === 'ProjectCodeReserved' ? { holder: event.data.projectId, reservation: event.id } : undefined,
};
