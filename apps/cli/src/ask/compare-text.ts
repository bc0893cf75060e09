import { STAGE_TEXTS, type Stage } from '#ledger';
import type { ComparedListShape, ComparedProjectShape, ComparedSummaryShape } from '#views/module';
import { bilingual } from '../output.ts';
import type { NameOf } from '../replay/names.ts';
import { changeText, inShanghai } from '../replay/step-text.ts';
import { both } from '../replay/values.ts';
import { listed, money, named, NONE, standing } from './texts.ts';

type Change = ComparedProjectShape['changes'][number];
type Summed = ComparedSummaryShape['between'];

/** Each project that differs, and under it what changed and by which events. */
export function comparedProjectsText(answer: ComparedListShape): string {
  const nameOf = namesOf(answer.names);
  const projects = answer.items.flatMap(({ id, kinds, changes, ...project }) => [
    `${named(project)} (${id}) · ${kindsText(kinds)}`,
    ...changes.map((change) => `  ${causedText(change, nameOf)}`),
  ]);
  return standing(answer, fromText(answer.from), ...(projects.length === 0 ? [bilingual(NONE)] : projects));
}

/** What changed of one project. */
export function comparedProjectText(answer: ComparedProjectShape): string {
  const nameOf = namesOf(answer.names);
  const changes = answer.changes.map((change) => causedText(change, nameOf));
  return standing(
    answer,
    fromText(answer.from),
    ...(changes.length === 0 ? [bilingual(NONE)] : [kindsText(answer.kinds), ...changes]),
  );
}

/** The summary at both points, and what lies between: each line is the first, and what was learned and what happened since. */
export function comparedSummaryText(answer: ComparedSummaryShape): string {
  const parts = [answer.from, answer.learned, answer.happened, answer.to];
  const row = (name: string, of: (summed: Summed) => string | number): (string | number)[] => [name, ...parts.map(of)];
  const figures = [
    row('项目 projects', ({ projects }) => projects),
    row('停工 suspended', ({ suspended }) => suspended),
    row('退出 exited', ({ exited }) => exited),
    row('总投资 total investment', ({ totalInvestment }) => money(totalInvestment)),
    row('本年完成 invested this year', ({ investedThisYear }) => money(investedThisYear)),
    row('累计完成 invested', ({ invested }) => money(invested)),
  ];
  const stages = answer.from.stages.map(({ stage }, i) =>
    row(both(STAGE_TEXTS[stage as Stage]), ({ stages: of }) => of[i]?.projects ?? 0),
  );
  const columns = ['', '起点 from', '此后得知 learned', '期间发生 happened', '终点 to'];
  return standing(
    answer,
    fromText(answer.from),
    listed(columns, [...figures, ...stages]),
    bilingual({ zh: `${answer.projects} 个项目有变化`, en: `${answer.projects} projects differ` }),
    listed(
      ['变化 change', '项目 projects'],
      answer.kinds.filter(({ projects }) => projects > 0).map(({ label, projects }) => [both(label), projects]),
    ),
  );
}

function fromText({ seq, recordedAt, effectiveOn }: ComparedProjectShape['from']): string {
  const recorded = recordedAt === null ? '' : ` (${inShanghai(recordedAt)})`;
  return `比较自事件 compared from event ${seq}${recorded} · 业务日期 effective on ${effectiveOn}`;
}

const kindsText = (kinds: ComparedProjectShape['kinds']): string => kinds.map(({ label }) => both(label)).join('、');

/** What changed, why it shows only now, and the events that did it. */
function causedText(change: Change, nameOf: NameOf): string {
  const events = change.events.map(
    ({ seq, label, filedAt }) => `#${seq} ${both(label)} (填报 filed ${inShanghai(filedAt)})`,
  );
  return [changeText(change, nameOf), both(change.causeLabel), ...events].join(' · ');
}

function namesOf(names: object): NameOf {
  const known = new Map(Object.entries(names as Readonly<Record<string, string | null>>));
  return (id) => known.get(id) ?? id;
}
