import { eventId } from '#kernel/scenario';
import type { ProjectFact } from './events.ts';
import { factsOf, hasLeftTheLists, leadsTo } from './facts.ts';
import type { ProjectCommand } from './project.ts';
import {
  corrected,
  given,
  merged,
  registered,
  revoked,
  start,
  startedOn,
  voided,
  without,
  yuan,
} from './project.harness.ts';
import { registrationSteps } from './registration.ts';

describe('registering', () => {
  const register = (name: string): ProjectCommand => ({ type: 'RegisterProject', data: { name, zoneId: 'z1' } });
  it('takes a project once', () => given().when(register('甲项目')).then(registered));
  it('takes the same registration twice as one', () => given(registered).when(register('甲项目')).then());
  it('refuses another registration of the same project', () =>
    given(registered)
      .when(register('乙项目'))
      .thenRefused('ProjectAlreadyRegistered', { factId: eventId(1) }));
  it('refuses a zone nobody defined', () =>
    given()
      .when(register('甲项目'), { missing: new Set(['zone-z1']) })
      .thenRefused('ZoneUnknown', { id: 'z1' }));
  it('refuses facts about a project that is not there', () =>
    given().when(start('2026')).thenRefused('ProjectNotFound'));
});

describe('registration data', () => {
  it('change by the newer report', () => {
    given(registered)
      .when({ type: 'RenameProject', data: { name: '乙项目' } })
      .then({ type: 'ProjectRenamed', data: { name: '乙项目' } });
    given(registered)
      .when({ type: 'RenameProject', data: { name: '甲项目' } })
      .then();
    given(registered, { type: 'ProjectRenamed', data: { name: '乙项目' } })
      .when({ type: 'RenameProject', data: { name: '甲项目' } })
      .then({ type: 'ProjectRenamed', data: { name: '甲项目' } });
  });
});

describe('a merger', () => {
  const merge = (projectId: string): ProjectCommand => ({
    type: 'MergeInto',
    data: { projectId, reason: merged.data.reason },
  });
  it('is into a project that is in the ledger', () => {
    given(registered).when(merge('q')).then(merged);
    given(registered).when(merge('q'), without('project-q')).thenRefused('ProjectUnknown', { id: 'q' });
  });
  it('is never into itself, nor into what leads back to it', () => {
    given(registered)
      .when(merge('1'), { leadsTo: ['stream-1'] })
      .thenRefused('ProjectLeadsToItself', { projectId: '1' });
    given(registered)
      .when(merge('q'), { leadsTo: ['project-q', 'project-r', 'stream-1'] })
      .thenRefused('ProjectLeadsToItself', { projectId: 'q' });
  });
  it('is corrected by the same rules', () =>
    given(registered, merged)
      .when(
        { type: 'CorrectFact', data: corrected(2, { ...merged.data, projectId: 'r' }).data },
        { leadsTo: ['stream-1'] },
      )
      .thenRefused('ProjectLeadsToItself', { projectId: 'r' }));
  it('is not brought back where it leads back meanwhile', () => {
    const told = given(registered, merged, revoked(2));
    const revokeAgain: ProjectCommand = { type: 'RevokeFact', data: revoked(3).data };
    told
      .when(revokeAgain, { leadsTo: ['project-q', 'stream-1'] })
      .thenRefused('ProjectLeadsToItself', { projectId: 'q' });
    told.when(revokeAgain, { leadsTo: ['project-q'] }).then(revoked(3));
  });
  it('ends what can be filed here, but not what can be mended', () => {
    const told = given(registered, startedOn('2026-05'), merged);
    told.when(start('2026-06')).thenRefused('ProjectIsMerged', { projectId: 'q', factId: eventId(3) });
    told.when({ type: 'VoidProject', data: voided.data }).thenRefused('ProjectIsMerged');
    told.when(merge('q')).then();
    told.when(merge('r')).thenRefused('ProjectIsMerged');
    told
      .when({ type: 'CorrectFact', data: corrected(2, { on: '2026-04' }).data })
      .then(corrected(2, { on: '2026-04' }));
    told.when({ type: 'RevokeFact', data: revoked(3).data }).then(revoked(3));
    given(registered, merged, revoked(2)).when(start('2026-05')).then(startedOn('2026-05'));
  });
  it('takes the project out of the lists', () => {
    given(registered, merged).shows((history) => hasLeftTheLists(factsOf(history)), true);
    given(registered, merged, revoked(2)).shows((history) => hasLeftTheLists(factsOf(history)), false);
  });
});

describe('a split', () => {
  const split: ProjectCommand = { type: 'SplitFrom', data: { projectId: 'q', share: 4000 } };
  const parted = { type: 'ProjectSplitFrom', data: { projectId: 'q', share: 4000 } } as const;
  it('makes it a part of the package, once', () => {
    given(registered).when(split).then(parted);
    given(registered, parted).when(split).then();
    given(registered, parted)
      .when({ type: 'SplitFrom', data: { projectId: 'r' } })
      .thenRefused('FactAlreadyFiled', { factId: eventId(2) });
    given(registered, parted).shows((history) => registrationSteps(factsOf(history)).at(-1)?.registration.partOf, 'q');
  });
  it('is never from what is a part of itself', () =>
    given(registered)
      .when(split, { leadsTo: ['project-q', 'stream-1'] })
      .thenRefused('ProjectLeadsToItself'));
});

describe('what a project leads to', () => {
  it('are all the projects it was merged into or split from', () =>
    given(registered, { type: 'ProjectSplitFrom', data: { projectId: 'package' } }, merged).shows(
      (history) => leadsTo(factsOf(history)),
      ['project-package', 'project-q'],
    ));
});

describe('facts about the whole project', () => {
  const about: ProjectCommand[] = [
    { type: 'VoidProject', data: { ...voided.data, phase: '一期' } },
    { type: 'MergeInto', data: { ...merged.data, phase: '一期' } },
    { type: 'SplitFrom', data: { projectId: 'q', phase: '一期' } },
    { type: 'SuspendProject', data: { on: '2026-05', reason: '资金', phase: '一期' } },
    { type: 'RenameProject', data: { name: '乙项目', phase: '一期' } },
    { type: 'GiveProjectCode', data: { code: 'C-1', phase: '一期' } },
    { type: 'ChangeBuilder', data: { builder: { name: '甲公司' }, phase: '一期' } },
    { type: 'ReviseContent', data: { content: '两条生产线', phase: '一期' } },
    { type: 'ChangeTotalInvestment', data: { amount: yuan('100'), reason: '增资', phase: '一期' } },
    { type: 'ReclassifyIndustry', data: { edition: '2017', code: 'C2651', phase: '一期' } },
    { type: 'MoveToZone', data: { zoneId: 'z2', reason: '区划调整', phase: '一期' } },
    { type: 'ListAsKeyProject', data: { level: 'city', year: 2026, category: 'newStart', phase: '一期' } },
    { type: 'RemoveFromKeyList', data: { level: 'city', year: 2026, reason: '不具备条件', phase: '一期' } },
    { type: 'AssignLeader', data: { personId: 'p1', lead: true, from: '2026-01', phase: '一期' } },
    { type: 'ReleaseLeader', data: { personId: 'p1', until: '2026-05', phase: '一期' } },
    { type: 'AssignResponsiblePerson', data: { personId: 'p1', from: '2026-01', phase: '一期' } },
    { type: 'AssignResponsibleUnit', data: { unitId: 'u1', from: '2026-01', phase: '一期' } },
    { type: 'ReleaseResponsibleUnit', data: { unitId: 'u1', until: '2026-05', phase: '一期' } },
    { type: 'AssignAgentUnit', data: { unitId: 'u1', from: '2026-01', phase: '一期' } },
  ];
  it.each(about)('$type is of no phase', (command) =>
    given(registered).when(command).thenRefused('WholeProjectOnly', { phase: '一期' }),
  );
  it('are a registration too', () =>
    given()
      .when({ type: 'RegisterProject', data: { ...registered.data, phase: '一期' } })
      .thenRefused('WholeProjectOnly', { phase: '一期' }));
  it('are no visits and no help, which may be to a phase', () => {
    const visit = { on: '2026-06-11', personId: 'p1', phase: '一期' } as const;
    given(registered).when({ type: 'RecordSiteVisit', data: visit }).then({ type: 'SiteVisited', data: visit });
    const help = { ...visit, text: '协调供电' };
    given(registered).when({ type: 'RecordHelpAction', data: help }).then({ type: 'HelpActionRecorded', data: help });
  });
  it('are not corrected into ones of a phase either', () =>
    given(registered, merged)
      .when({ type: 'CorrectFact', data: corrected(2, { ...merged.data, phase: '一期' }).data })
      .thenRefused('WholeProjectOnly', { phase: '一期' }));
});

describe('a list of key projects', () => {
  const list = (category: 'newStart' | 'continued'): ProjectCommand => ({
    type: 'ListAsKeyProject',
    data: { level: 'city', year: 2026, category },
  });
  const remove: ProjectCommand = {
    type: 'RemoveFromKeyList',
    data: { level: 'city', year: 2026, reason: '不具备条件' },
  };
  const listed = { type: 'ListedAsKeyProject', data: { level: 'city', year: 2026, category: 'newStart' } } as const;
  const removed = { type: 'RemovedFromKeyList', data: remove.data } as ProjectFact;
  it('names a project once a year and level', () => {
    given(registered, listed).when(list('newStart')).then();
    given(registered, listed)
      .when(list('continued'))
      .thenRefused('FactAlreadyFiled', { factId: eventId(2) });
    const provincial = { ...listed, data: { ...listed.data, level: 'province' } } as const;
    given(registered, listed).when({ type: 'ListAsKeyProject', data: provincial.data }).then(provincial);
  });
  it('lets go of who is on it, and takes back who was', () => {
    given(registered).when(remove).thenRefused('NotOnKeyList', { level: 'city', year: 2026 });
    given(registered, listed).when(remove).then(removed);
    given(registered, listed, removed).when(remove).then();
    given(registered, listed, removed)
      .when({ type: 'RemoveFromKeyList', data: { level: 'city', year: 2026, reason: '另有原因' } })
      .thenRefused('NotOnKeyList');
    given(registered, listed, removed)
      .when(list('continued'))
      .then({
        ...listed,
        data: { ...listed.data, category: 'continued' },
      });
  });
});

describe('changes of who the project is', () => {
  const industry = { edition: '2017', code: 'C2651' };
  const moved = { type: 'ProjectMovedToZone', data: { zoneId: 'z2', reason: '区划调整' } } as const;
  it('keep the edition of an industry', () => {
    const first = {
      ...registered,
      data: { ...registered.data, industry: { edition: '2011', code: 'C2651' } },
    } as const;
    given(first)
      .when({ type: 'ReclassifyIndustry', data: industry })
      .then({ type: 'IndustryReclassified', data: industry });
    given({ ...first, data: { ...first.data, industry } })
      .when({ type: 'ReclassifyIndustry', data: industry })
      .then();
  });
  it('move to a zone that is there, and to another one', () => {
    given(registered).when({ type: 'MoveToZone', data: moved.data }).then(moved);
    given(registered)
      .when({ type: 'MoveToZone', data: { ...moved.data, zoneId: 'z1' } })
      .then();
    given(registered)
      .when({ type: 'MoveToZone', data: moved.data }, without('zone-z2'))
      .thenRefused('ZoneUnknown', { id: 'z2' });
  });
  it('are read in the order of filing', () =>
    given(registered, moved, { type: 'IndustryReclassified', data: industry }).shows(
      (history) => {
        const last = registrationSteps(factsOf(history)).at(-1)?.registration;
        return [last?.zoneId, last?.industry];
      },
      ['z2', industry],
    ));
});
