import { refused, type Command, type Decider } from '#kernel';
import type { ProjectCodeEvent } from './events.ts';

/** `abandonedBy`: the project that holds it according to this stream, but whose own registration never came. */
export type ProjectCodeCommand =
  | Command<'ReserveProjectCode', { readonly projectId: string; readonly code: string; readonly abandonedBy?: string }>
  | Command<'ReleaseProjectCode', { readonly projectId: string; readonly reason: string }>;

/** The project that holds the code, if any. */
export type ProjectCode = string | undefined;

/**
 * A project code is unique over the ledger because its reservation is a stream of its own: of two that reserve at once
 * one append fails. It is reserved before the project's own append; one whose project never came is taken over.
 */
export const projectCode: Decider<ProjectCode, ProjectCodeCommand, ProjectCodeEvent> = {
  initial: undefined,
  decide(command, holder) {
    const { projectId } = command.data;
    if (command.type === 'ReleaseProjectCode') {
      return holder === projectId
        ? [{ type: 'ProjectCodeReleased', data: { projectId, reason: command.data.reason } }]
        : [];
    }
    if (holder === projectId) return [];
    if (holder === undefined) return [{ type: 'ProjectCodeReserved', data: { projectId } }];
    if (command.data.abandonedBy !== holder)
      return refused('ProjectCodeTaken', { code: command.data.code, projectId: holder });
    return [
      { type: 'ProjectCodeReleased', data: { projectId: holder, reason: 'the project never came' } },
      { type: 'ProjectCodeReserved', data: { projectId } },
    ];
  },
  evolve: (_, event) => (event.type === 'ProjectCodeReserved' ? event.data.projectId : undefined),
};
