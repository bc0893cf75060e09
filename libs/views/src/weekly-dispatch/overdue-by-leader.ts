import { LEADERS_MAX } from './cut.ts';
import type { Asked, DispatchQuery } from './asked.ts';

/** 各领导名下逾期 */
export const overdueByLeaderQuery: DispatchQuery = {
  name: 'overdue-by-leader',
  title: { zh: '各牵头领导名下逾期的节点', en: 'what is overdue, by lead' },
  rule: {
    zh: `截止日仍逾期的计划节点：计划日期最后一天已过、节点尚未确定到达、项目未退出；停工不停算。天数只算该领导牵头以来、项目在该开发区以来（前任期间的不算），各节点相加，含截止日：days 对现行计划，daysFirst 对最初计划；无人牵头的 leader 为 null。按 days 多者在前，最多 ${LEADERS_MAX} 人。`,
    en: `Planned milestones that are overdue at the cut-off: the last day of the plan is past, the milestone not certain, the project not exited; a suspension stops nothing. Days are counted since the lead holds the project in its zone (those under the lead before are not theirs), added up over milestones, the cut-off included: days against the current plans, daysFirst against the first ones; leader is null where nobody leads. The most days first, at most ${LEADERS_MAX}.`,
  },
  views: ['leader-accountability'],
  async run({ cut, names }: Asked) {
    const leaders = await cut.overdue();
    const nameOf = await names({ people: leaders.map(({ holderId }) => holderId) });
    return {
      items: leaders.map(({ holderId, projects, days, daysFirst }) => ({
        leader: holderId === null ? null : nameOf(holderId),
        projects,
        days,
        daysFirst,
      })),
    };
  },
};
