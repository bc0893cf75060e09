import { eventId, scenario } from '#kernel/scenario';
import { projectCode } from './project-code.ts';
import type { ProjectCodeEvent } from './events.ts';

const given = scenario(projectCode);
const reserved = (projectId: string): ProjectCodeEvent => ({ type: 'ProjectCodeReserved', data: { projectId } });
const released = (projectId: string, reason: string): ProjectCodeEvent => ({
  type: 'ProjectCodeReleased',
  data: { projectId, reason },
});
const reserve = (projectId: string, abandoned?: string) =>
  ({ type: 'ReserveProjectCode', data: { projectId, code: 'C-1', ...(abandoned && { abandoned }) } }) as const;
const NEVER_CAME = 'the project never came';

describe('a project code', () => {
  it('goes to the first who reserves it', () => given().when(reserve('a')).then(reserved('a')));
  it('is reserved once', () => given(reserved('a')).when(reserve('a')).then());
  it('is refused to another, who is told who has it', () =>
    given(reserved('a')).when(reserve('b')).thenRefused('ProjectCodeTaken', { code: 'C-1', projectId: 'a' }));
  it('is taken over from a project that never came', () =>
    given(reserved('a'))
      .when(reserve('b', eventId(1)))
      .then(released('a', NEVER_CAME), reserved('b')));
  it('is reserved anew by a project that comes late after all', () =>
    given(reserved('a'))
      .when(reserve('a', eventId(1)))
      .then(reserved('a')));
  it('is not taken over from one that has just reserved it anew', () =>
    given(reserved('a'), reserved('a'))
      .when(reserve('b', eventId(1)))
      .thenRefused('ProjectCodeTaken'));
  it('is free once it is released', () =>
    given(reserved('a'), released('a', 'mistaken')).when(reserve('b')).then(reserved('b')));
  it('is released by its holder only', () =>
    given(reserved('a'))
      .when({ type: 'ReleaseProjectCode', data: { projectId: 'b', reason: 'x' } })
      .then());
});
