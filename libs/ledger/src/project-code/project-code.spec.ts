import { eventId, scenario } from '#kernel/scenario';
import { projectCode } from './project-code.ts';
import type { ProjectCodeEvent } from './events.ts';

const given = scenario(projectCode);
const reserved = (projectId: string): ProjectCodeEvent => ({ type: 'ProjectCodeReserved', data: { projectId } });
const released = (projectId: string, reason: string): ProjectCodeEvent => ({
  type: 'ProjectCodeReleased',
  data: { projectId, reason },
});
const NEVER_CAME = 'the project never came';
const reserve = (projectId: string, reservation?: string) => {
  const lapsed = reservation === undefined ? {} : { lapsed: { reservation, reason: NEVER_CAME } };
  return { type: 'ReserveProjectCode', data: { projectId, code: 'C-1', ...lapsed } } as const;
};

describe('a project code', () => {
  it('goes to the first who reserves it', () => given().when(reserve('a')).then(reserved('a')));
  it('is reserved anew for each command that brings it to its project', () =>
    given(reserved('a')).when(reserve('a')).then(reserved('a')));
  it('is refused to another, who is told who has it', () =>
    given(reserved('a')).when(reserve('b')).thenRefused('ProjectCodeTaken', { code: 'C-1', projectId: 'a' }));
  it('is taken over from a project that does not have it', () =>
    given(reserved('a'))
      .when(reserve('b', eventId(1)))
      .then(released('a', NEVER_CAME), reserved('b')));
  it('is not taken over from one that has just reserved it anew', () =>
    given(reserved('a'), reserved('a'))
      .when(reserve('b', eventId(1)))
      .thenRefused('ProjectCodeTaken'));
  it('is not taken over by two', () =>
    given(reserved('a'), released('a', NEVER_CAME), reserved('b'))
      .when(reserve('c', eventId(1)))
      .thenRefused('ProjectCodeTaken', { projectId: 'b' }));
  it('is free once it is released', () =>
    given(reserved('a'), released('a', 'mistaken')).when(reserve('b')).then(reserved('b')));
});
