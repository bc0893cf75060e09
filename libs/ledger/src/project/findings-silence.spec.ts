import { eventId } from '#kernel/scenario';
import type { Instant } from '#kernel';
import type { ProjectEvent, ProjectFact } from './events.ts';
import { factsOf } from './facts.ts';
import { findingsOf, findingsOn } from './findings.ts';
import { given, revoked } from './project.harness.ts';
import type { Project } from './project.ts';

type Filed = ProjectEvent & { readonly filedAt: Instant };
const on = (day: string, fact: ProjectFact): Filed => ({ ...fact, filedAt: `${day}T04:00:00.000Z` });
const registered = on('2018-01-10', { type: 'ProjectRegistered', data: { name: '甲', zoneId: 'z1' } });
const explained = (month: string, day: string, text: string): Filed =>
  on(day, { type: 'FindingExplained', data: { finding: `NoReportForPeriod/${month}`, evidence: [eventId(1)], text } });
const reported = (period: string): Filed =>
  on(`${period}-20`, { type: 'ProgressReported', data: { period, text: period } });

/** First and last month, the days on which they are found, and what was said to it. */
const silences = (history: Project): string[] =>
  findingsOf(factsOf(history))
    .filter(({ code }) => code === 'NoReportForPeriod')
    .map(({ params, from, until = '', explanation }) => {
      const { first, last } = params as { first: string; last: string | null };
      return `${first}..${last ?? ''} ${from}/${until} ${explanation?.text ?? '-'}`;
    });
const unexplainedOn = (day: string) => (history: Project) =>
  findingsOn(factsOf(history), day)
    .filter(({ code, explanation }) => code === 'NoReportForPeriod' && !explanation)
    .map(({ id }) => id);

describe('an explanation of silence', () => {
  it('covers the months missed when it was filed, and no later one', () => {
    const once = [registered, explained('2018-02', '2018-04-10', '机构改革')] as const;
    given(...once).shows(silences, [
      '2018-02.. 2018-03-01/2018-04-01 -',
      '2018-02..2018-03 2018-04-01/2018-04-10 -',
      '2018-02..2018-03 2018-04-10/ 机构改革',
      '2018-04.. 2018-05-01/ -',
    ]);
    given(...once).shows(unexplainedOn('2018-04-30'), []);
    given(...once).shows(unexplainedOn('2018-05-01'), ['NoReportForPeriod/2018-04']);
  });
  it('can be given of the months after it, too, and be given anew', () =>
    given(
      registered,
      explained('2018-02', '2018-03-10', '机构改革'),
      explained('2018-03', '2018-05-10', '等待用地'),
      explained('2018-02', '2018-06-10', '机构改革，无人填报'),
      reported('2018-07'),
      reported('2018-08'),
    ).shows(
      (history) => silences(history).filter((line) => !line.endsWith('-')),
      [
        '2018-02..2018-02 2018-03-10/2018-06-10 机构改革',
        '2018-02..2018-02 2018-06-10/ 机构改革，无人填报',
        '2018-03..2018-04 2018-05-10/ 等待用地',
      ],
    ));
  it('is taken of the months that are silent after those that were explained, once one was missed', () => {
    const told = { finding: 'NoReportForPeriod/2018-03', evidence: [eventId(1)], text: '等待用地' };
    const history = [registered, explained('2018-02', '2018-03-10', '机构改革')] as const;
    given(...history)
      .when({ type: 'ExplainFinding', data: told }, { filedAt: '2018-03-31T04:00:00.000Z', filedOn: '2018-03-31' })
      .thenRefused('FindingNotFound');
    given(...history)
      .when({ type: 'ExplainFinding', data: told }, { filedAt: '2018-04-01T04:00:00.000Z', filedOn: '2018-04-01' })
      .then({ type: 'FindingExplained', data: told });
  });
  it('leaves one silence where it is revoked', () =>
    given(registered, explained('2018-02', '2018-04-10', '机构改革'), revoked(2)).shows(silences, [
      '2018-02.. 2018-03-01/ -',
    ]));
});
