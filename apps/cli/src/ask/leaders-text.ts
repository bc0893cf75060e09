import type { Texts } from '#kernel';
import { ROLE_TEXTS, type Role } from '#ledger';
import type { LeaderListShape, LeaderPageShape, TenureListShape, TimePageShape, UnitPageShape } from '#views/module';
import { both, dateText, printable } from '../replay/values.ts';
import { listed, named, standing } from './texts.ts';

type InTime = TimePageShape['items'];
type Measures = Pick<InTime[number], 'overdueDays' | 'slips' | 'missedReports'>;

const MEASURES = ['逾期天数 overdue days', '按首次计划 by the first plan', '推迟 slips', '缺报 missed reports'];

/** Leaders, how much they answer for, and what happened in their time. */
export function leadersText(answer: LeaderListShape): string {
  const columns = ['姓名 name', '编号 id', '项目 projects', '牵头 lead', '协助 co-lead', '逾期 overdue', ...MEASURES];
  const rows = answer.items.map(({ id, projects, lead, coLead, overdueProjects, nobody, ...leader }) => [
    nobody ? both(nobody) : named(leader),
    id ?? '—',
    projects,
    lead,
    coLead,
    overdueProjects.current,
    ...measures(leader),
  ]);
  return standing(answer, listed(columns, rows));
}

/** What a leader holds, and what happened in their own time. */
export function leaderText(answer: LeaderPageShape): string {
  const { projects, lead, coLead, overdueProjects } = answer.now;
  return holderText(
    answer,
    `项目 projects ${projects}，牵头 lead ${lead}，协助 co-lead ${coLead}，逾期 overdue ${overdueProjects.current}`,
  );
}

/** The same of a unit, which leads nothing. */
export function unitText(answer: UnitPageShape): string {
  const { projects, overdueProjects } = answer.now;
  return holderText(answer, `项目 projects ${projects}，逾期 overdue ${overdueProjects.current}`);
}

function holderText(answer: UnitPageShape, now: string): string {
  const { inMyTime } = answer;
  const held = answer.items.map((project) => [
    named(project),
    both(roleText(project)),
    dateText(project.since),
    both(project.stageLabel),
    project.overdue.map(({ label, days }) => `${both(label)} ${days ?? ''}`.trim()).join('、') || '—',
  ]);
  return standing(
    answer,
    who(answer),
    `现任 now: ${now}`,
    listed(['项目 project', '角色 role', '自 since', '阶段 stage', '逾期 overdue'], held),
    `任期内 in their time: ${MEASURES.map((name, i) => `${name} ${measures(inMyTime)[i]}`).join('，')}`,
    ...inTime(inMyTime.items),
    ...(inMyTime.next === null
      ? []
      : [`任期内还有更多 more in their time: --list in-my-time --cursor ${inMyTime.next}`]),
  );
}

/** The projects in a leader's time, and what each charges to it. */
export function timeText(answer: TimePageShape): string {
  return standing(answer, who(answer), ...inTime(answer.items));
}

export function tenuresText(answer: TenureListShape): string {
  const columns = [
    '项目 project',
    '角色 role',
    '起 from',
    '止 until',
    '天数 days',
    '前任 before',
    '继任 after',
    '文号 document',
  ];
  const rows = answer.items.map(({ project, roleLabel, from, until, days, predecessor, successor, doc }) => [
    named(project),
    both(roleLabel),
    dateText(from),
    until ?? '—',
    days,
    named(predecessor),
    named(successor),
    printable(doc ?? '—'),
  ]);
  return standing(answer, who(answer), listed(columns, rows));
}

/** The zone's own word for a role, where it has one. */
function roleText({ role, roleLabels = {} }: UnitPageShape['items'][number]): Texts {
  return (roleLabels as Readonly<Record<string, Texts>>)[role] ?? ROLE_TEXTS[role as Role];
}

function inTime(items: InTime): string[] {
  const projects = items.map((project) => [named(project), ...measures(project)]);
  const charges = items.flatMap((project) =>
    project.charges.map(({ label, milestoneLabel, since, until, days }) => [
      named(project),
      both(label),
      milestoneLabel ? both(milestoneLabel) : '—',
      since,
      until ?? '—',
      days ?? '—',
    ]),
  );
  if (charges.length === 0) return [listed(['项目 project', ...MEASURES], projects)];
  const columns = ['项目 project', '事项 what', '节点 milestone', '自 since', '至 until', '天数 days'];
  return [listed(['项目 project', ...MEASURES], projects), listed(columns, charges)];
}

const measures = ({ overdueDays, slips, missedReports }: Measures): number[] => [
  overdueDays.current,
  overdueDays.first,
  slips,
  missedReports,
];

const who = ({ name, unit, post }: { readonly name: string; readonly unit?: string; readonly post?: string }): string =>
  [name, unit, post]
    .filter((part) => typeof part === 'string')
    .map(printable)
    .join(' · ');
