import { dateInChinese, dayFromNumber, precisionOf } from '#kernel';
import { MILESTONE_TEXTS, STAGE_TEXTS } from '#ledger';
import { daysOf, projectsShown, dateShown, type Asked, type DispatchProject, type DispatchQuery } from './asked.ts';
import type { Found } from './cut.ts';
import type { MovementRow } from './schema.ts';

type ProjectOf = (id: string) => DispatchProject;

/** 本期签约、供地、开工、竣工、投产 */
export const moved: DispatchQuery = {
  name: 'moved',
  title: { zh: '本期签约、供地、开工、竣工、投产', en: 'signed, land supplied, started, completed, in production' },
  rule: {
    zh: '整个项目在本期内到达的节点，每个项目每个节点计一次：签约、供地、开工以首期为准，竣工、投产以各期全部完成为准。日期不到日的按其最后一天计，并注明精度；日期不详的不计入任何时段。late 为本期内才首次填报、业务日期早于本期的节点。列表按日期和入库次序，最多列 100 项，count 为全部。',
    en: 'Milestones that the whole project reached within the period, each project once a milestone: signing, land and start with the first phase, completion and production with the last of all phases. A date less precise than a day counts on its last day, its precision given; an unknown one counts in no period. late are milestones of before the period of which the first report was only filed in it. Lists are in order of days and of entry, at most 100 each; count is of all.',
  },
  views: ['weekly-dispatch', 'project-ledger'],
  async run(asked: Asked) {
    const moves = await asked.cut.moved(daysOf(asked.period));
    const rows = moves.flatMap(({ happened, late }) => [...happened.rows, ...late.rows]);
    const { projectOf } = await projectsShown(
      asked,
      rows.map(({ project_id }) => project_id),
    );
    return {
      items: moves.map(({ milestone, happened, late }) => ({
        milestone,
        label: STAGE_TEXTS[milestone],
        ...movements(happened, projectOf),
        late: movements(late, projectOf),
      })),
    };
  },
};

function movements({ total, rows }: Found<MovementRow>, projectOf: ProjectOf): object {
  return {
    count: total,
    projects: rows.map((row) => ({
      project: projectOf(row.project_id),
      ...dateShown(row.on_date, row.valid_from),
      precision: precisionOf(row.on_date),
      filedOn: dayFromNumber(row.filed),
      factId: row.fact_id,
    })),
  };
}

/** 本期推迟的计划 */
export const slipped: DispatchQuery = {
  name: 'slipped',
  title: { zh: '本期推迟的计划节点', en: 'plans that were moved later' },
  rule: {
    zh: '本期内填报、把计划日期改到更晚（按各自最后一天比较）的改动；在原计划之内写得更准确不算推迟。times 为该节点（该期）累计推迟次数，含本次；baseline 为最初计划。按填报日和入库次序，最多列 100 项，count 为全部，projects 为涉及项目数。',
    en: 'Moves filed within the period that put a plan later, by the last days of both dates; saying it more precisely inside the plan before is no slip. times counts how often the plan of that milestone and phase has been put later, this time included; baseline is the first plan. In order of filing and of entry, at most 100; count is of all, projects how many projects they are in.',
  },
  views: ['weekly-dispatch', 'project-ledger'],
  async run(asked: Asked) {
    const { total, projects, rows } = await asked.cut.slipped(daysOf(asked.period));
    const { projectOf } = await projectsShown(
      asked,
      rows.map(({ project_id }) => project_id),
    );
    return {
      count: total,
      projects,
      items: rows.map((row) => ({
        project: projectOf(row.project_id),
        milestone: row.milestone,
        label: MILESTONE_TEXTS[row.milestone],
        phase: row.phase,
        from: row.from_date,
        fromText: dateInChinese(row.from_date),
        to: row.to_date,
        toText: dateInChinese(row.to_date),
        times: row.times,
        baseline: row.baseline,
        reason: row.reason,
        filedOn: dayFromNumber(row.valid_from),
        factId: row.fact_id,
      })),
    };
  },
};
