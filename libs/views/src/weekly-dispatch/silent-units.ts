import { monthFromNumber, monthNumber, type Day } from '#kernel';
import { dueDay } from '#ledger';
import { NOBODY } from './schema.ts';
import { projectsShown, type Asked, type DispatchQuery } from './asked.ts';

/** 未报送的责任单位 */
export const silentUnits: DispatchQuery = {
  name: 'silent-units',
  title: { zh: '未报送的责任单位', en: 'units that have not reported' },
  rule: {
    zh: '截止日前最后一个应报月份（month，月末到期）的月报，到截止日仍无任何单位填报进展或投资的项目，归于到期日的责任单位（有协同单位的，各单位各计一次；无责任单位的 unit 为 null）。每月须报：从入库次月起，到投产或退出的前一月止，停工也须报。代办单位不在此列。按项目数多少和单位编号排列，最多 200 家，每家最多列 5 个项目，count、projects 为全部。',
    en: 'Projects of which, at the cut-off, nobody has filed progress or investment for the last month due by then (month; due on its last day), under the unit responsible on the day it was due; of two that answer together each is asked, and where nobody was responsible unit is null. A month is due from the one after entry until that before production or exit, also while work stands still. Agent units are not asked here. Units with the most projects first, then by id, at most 200, with at most 5 projects each; count and projects are of all.',
  },
  views: ['weekly-dispatch', 'project-ledger'],
  async run(asked: Asked) {
    const { total, projects, units, rows } = await asked.cut.silent();
    const { projectOf, nameOf } = await projectsShown(
      asked,
      rows.map(({ project_id }) => project_id),
      units.map(({ unitId }) => unitId),
    );
    return {
      month: lastMonthDue(asked.cut.day),
      count: total,
      projects,
      items: units.map(({ unitId, projects: n }) => ({
        unit: unitId === NOBODY ? null : nameOf(unitId),
        projects: n,
        first: rows.filter(({ unit_id }) => unit_id === unitId).map(({ project_id }) => projectOf(project_id)),
      })),
    };
  },
};

/** The month whose report is the last to have fallen due by a day. */
function lastMonthDue(day: Day): string {
  const month = monthNumber(day);
  return monthFromNumber(dueDay(month) === day ? month : month - 1);
}
