import { dayNumber, intervalOf } from '#kernel';
import { dateShown, projectsShown, type Asked, type DispatchQuery } from './asked.ts';
import type { WaitKind } from './schema.ts';

export const signedNotStarted: DispatchQuery = {
  name: 'signed-not-started',
  title: { zh: '已签约未开工前 10 位', en: 'signed and not started: the ten that wait longest' },
  rule: {
    zh: '截止日已确定签订正式合同、未退出、尚未确定开工（或更后的节点）的项目；框架协议不算签约。days 为签约日（不到日的按最后一天，日期不详的按填报日，dated 为 false）至截止日的天数，长者在前；possiblyEnded 表示截止日可能已经开工。count 为全部。',
    en: 'Projects with a contract signed for certain by the cut-off, not exited, and no start (or anything further) certain by then; a framework agreement is no signing. days run from the signing (its last day where it is less precise; the day it was filed where unknown, dated being false) to the cut-off, the longest first; possiblyEnded says that a start is possible by then. count is of all.',
  },
  views: ['weekly-dispatch', 'project-ledger'],
  run: (asked) => waiting(asked, 'signedNotStarted'),
};

export const startedNotProducing: DispatchQuery = {
  name: 'started-not-producing',
  title: { zh: '已开工未投产前 10 位', en: 'started and not in production: the ten that wait longest' },
  rule: {
    zh: '截止日已确定开工（首期）或竣工、未退出、尚未确定投产或达产（各期全部）的项目，停工的也在内。days 为开工日（不到日的按最后一天，日期不详的按填报日，dated 为 false）至截止日的天数，长者在前；possiblyEnded 表示截止日可能已经投产。count 为全部。',
    en: 'Projects started (first phase) or completed for certain by the cut-off, not exited, and not for certain in production with all phases; suspended ones are among them. days run from the start (its last day where it is less precise; the day it was filed where unknown, dated being false) to the cut-off, the longest first; possiblyEnded says that production is possible by then. count is of all.',
  },
  views: ['weekly-dispatch', 'project-ledger'],
  run: (asked) => waiting(asked, 'startedNotProducing'),
};

async function waiting(asked: Asked, kind: WaitKind): Promise<object> {
  const { total, rows } = await asked.cut.waiting(kind);
  const day = dayNumber(asked.cut.day);
  const { projectOf } = await projectsShown(
    asked,
    rows.map(({ project_id }) => project_id),
  );
  return {
    count: total,
    items: rows.map((row) => ({
      project: projectOf(row.project_id),
      ...dateShown(row.since_date, row.since),
      dated: intervalOf(row.since_date) !== undefined,
      days: day - row.since,
      possiblyEnded: row.possibly_to !== null && row.possibly_to <= day,
    })),
  };
}
