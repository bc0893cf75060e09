import { canonicalJson, derivedId, type Command, type JsonObject } from '#kernel';
import { eventId, scenario } from '#kernel/scenario';
import { APPEND_BYTES_MAX } from '#event-store';
import type { ProjectEvent } from './project/events.ts';
import { reassignedProjectSlice, reassignLeader, SKIP_TEXTS } from './reassigned-project.ts';
import { REASSIGNMENT_ROWS_MAX } from './reassignment/events.ts';

const given = scenario<unknown, Command, ProjectEvent>(reassignedProjectSlice.decider as never);
const terms = { from: '2026-11-01', reason: '分工调整', doc: '15号' };
const hand = (personId: string, lead: boolean, replaces?: string) =>
  reassignLeader({ personId, lead, ...(replaces !== undefined && { replaces }) }, terms, 'order-1');

const registered: ProjectEvent = { type: 'ProjectRegistered', data: { name: '新材料项目', zoneId: 'z1' } };
const leads = (personId: string, from = '2026-01-01'): ProjectEvent => ({
  type: 'LeaderAssigned',
  data: { personId, lead: true, from },
});
const coLeads = (personId: string, from = '2026-01-01'): ProjectEvent => ({
  type: 'LeaderAssigned',
  data: { personId, lead: false, from },
});
const assigned = (personId: string, lead: boolean): ProjectEvent => ({
  type: 'LeaderAssigned',
  data: { personId, lead, from: '2026-11-01', doc: '15号', orderId: 'order-1', note: '分工调整' },
});
const released = (personId: string): ProjectEvent => ({
  type: 'LeaderReleased',
  data: { personId, until: '2026-11-01', reason: '分工调整' },
});

describe('a row of an order', () => {
  it('hands a lead over by the assignment alone, under one reason and document number', () =>
    given(registered, leads('li')).when(hand('zhang', true)).then(assigned('zhang', true)));
  it('gives a lead to a project that has none', () =>
    given(registered).when(hand('zhang', true)).then(assigned('zhang', true)));
  it('makes a co-lead the lead', () =>
    given(registered, leads('li'), coLeads('zhang')).when(hand('zhang', true)).then(assigned('zhang', true)));
  it('adds a co-lead', () => given(registered, leads('li')).when(hand('zhang', false)).then(assigned('zhang', false)));
  it('releases the co-lead whom it replaces, first', () =>
    given(registered, leads('wang'), coLeads('li'))
      .when(hand('zhang', false, 'li'))
      .then(released('li'), assigned('zhang', false)));

  it('replaces nobody who is no co-lead on that day', () => {
    given(registered, leads('li'))
      .when(hand('zhang', false, 'li'))
      .thenRefused('RoleNotHeld', { id: 'li' });
    given(registered, coLeads('li', '2026-11-20'))
      .when(hand('zhang', false, 'li'))
      .thenRefused('TenureEndsBeforeItStarts');
    given(registered)
      .when(hand('zhang', false, 'li'))
      .thenRefused('RoleNotHeld', { id: 'li' });
  });
  it('assigns nobody what they hold already, and takes no lead away from a project', () => {
    given(registered, leads('zhang')).when(hand('zhang', true)).thenRefused('PersonLeadsAlready', { id: 'zhang' });
    given(registered, leads('zhang'), coLeads('li'))
      .when(hand('zhang', false, 'li'))
      .thenRefused('PersonLeadsAlready', { id: 'zhang' });
    given(registered, coLeads('zhang')).when(hand('zhang', false)).thenRefused('PersonCoLeadsAlready', { id: 'zhang' });
  });
  it('cannot hand over on the day of another handover', () =>
    given(registered, leads('li'), leads('wang', '2026-11-01'))
      .when(hand('zhang', true))
      .thenRefused('RoleTakenFromThatDay', { id: 'wang', factId: eventId(3) }));
  it('is refused by the project as its own command would be', () => {
    given().when(hand('zhang', true)).thenRefused('ProjectNotFound');
    given(registered, leads('zhang'), { type: 'ProjectVoided', data: { reason: '重复' } })
      .when(hand('zhang', true))
      .thenRefused('ProjectIsVoided');
    given(registered, coLeads('li'), { type: 'ProjectMergedInto', data: { projectId: 'p2', reason: '合并' } })
      .when(hand('zhang', false, 'li'))
      .thenRefused('ProjectIsMerged');
    given(registered, coLeads('li'), {
      type: 'ProjectExited',
      data: { on: '2026-10-01', kind: 'agreed', reason: '终止' },
    })
      .when(hand('zhang', false, 'li'))
      .thenRefused('ProjectHasExited');
    given(registered)
      .when(hand('zhang', true), { missing: new Set(['person-zhang']) })
      .thenRefused('PersonUnknown', { id: 'zhang' });
  });
});

it('every reason to skip a project has its text in both languages', () => {
  for (const { zh, en } of Object.values(SKIP_TEXTS)) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[\x20-\x7e]+$/);
  }
  expect(Object.keys(SKIP_TEXTS)).toEqual(expect.arrayContaining(['ChangedSincePreview', 'PersonLeadsAlready']));
});

describe('the longest order', () => {
  const id = derivedId('some', 'project');
  const weight = (data: JsonObject): number => Buffer.byteLength(canonicalJson(data)) + METADATA_BYTES;
  const METADATA_BYTES = 4_000;
  const rows = <T>(row: T): T[] => Array.from({ length: REASSIGNMENT_ROWS_MAX }, () => row);

  it('is taken by the log in one append', () => {
    const row = { projectId: id, personId: id, lead: false, replaces: id, revision: '9'.repeat(15) };
    const texts = { from: '2026-11-T2', reason: '原'.repeat(2000), doc: '号'.repeat(200) };
    expect(weight({ rows: rows(row), ...texts })).toBeLessThan(APPEND_BYTES_MAX);
  });

  it('is recorded as carried out in one append, whatever left every project as it was', () => {
    const row = { projectId: id, why: 'RoleTakenFromThatDay', params: { from: '2026-11-01', id, factId: id } };
    expect(weight({ skipped: rows(row) })).toBeLessThan(APPEND_BYTES_MAX);
  });
});
