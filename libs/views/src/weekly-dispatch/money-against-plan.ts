import { yuan } from '#kernel';
import type { Asked, DispatchQuery } from './asked.ts';
import type { ZoneMoney } from './cut.ts';
import { calendarAt, minus, shareOf, type Fraction } from './shares.ts';

/** 年度计划与完成投资 */
export const moneyAgainstPlan: DispatchQuery = {
  name: 'money-against-plan',
  title: { zh: '年度投资计划与完成', en: 'money against the annual plan' },
  rule: {
    zh: '截止日所在年度：planned 为截止日前填报的年度计划投资合计（改报的以后一次为准），invested 为这些项目截止日的本年完成投资；没有年度计划的项目另列，不进入完成率。rate = invested ÷ planned；calendar（序时）= 已过月份 ÷ 12，不足一月的按天折算；ahead = rate − calendar，单位为百分点，负数为落后。分子分母均为准确值，percent 同时给出截断（cut）和四舍五入（rounded）两位小数；比较应以分子分母为准。已退出的项目在内；只计人民币。',
    en: 'Of the year of the cut-off: planned adds up the annual plans filed by then (of several for one project the last), invested what these projects had invested this year at the cut-off; projects without an annual plan stand apart and are not in the rate. rate = invested / planned; calendar = months passed / 12, a begun month by its days; ahead = rate - calendar in percentage points, negative being behind. Numerators and denominators are exact; percent gives two decimals both cut off and rounded half away from zero, and is not to be compared by. Exited projects are included; only yuan is counted.',
  },
  views: ['weekly-dispatch'],
  async run({ cut, names }: Asked) {
    const zones = await cut.money();
    const nameOf = await names({ defined: zones.map(({ zoneId }) => zoneId) });
    const calendar = calendarAt(cut.day);
    const total = zones.reduce(add, { ...NOTHING, zoneId: '' });
    return {
      year: Number(cut.day.slice(0, 4)),
      calendar: shareOf(calendar),
      ...figures(total, calendar),
      items: zones.map((zone) => ({ zone: nameOf(zone.zoneId), ...figures(zone, calendar) })),
    };
  },
};

type Sums = Omit<ZoneMoney, 'zoneId'>;
const NOTHING: Sums = {
  plannedProjects: 0,
  plannedFen: 0n,
  investedFen: 0n,
  unplannedProjects: 0,
  unplannedInvestedFen: 0n,
};

function add(a: ZoneMoney, b: ZoneMoney): ZoneMoney {
  return {
    zoneId: a.zoneId,
    plannedProjects: a.plannedProjects + b.plannedProjects,
    plannedFen: a.plannedFen + b.plannedFen,
    investedFen: a.investedFen + b.investedFen,
    unplannedProjects: a.unplannedProjects + b.unplannedProjects,
    unplannedInvestedFen: a.unplannedInvestedFen + b.unplannedInvestedFen,
  };
}

/** Without a plan there is no rate. */
function figures(sums: Sums, calendar: Fraction): object {
  const { plannedFen, investedFen } = sums;
  const rate = plannedFen === 0n ? undefined : { numerator: investedFen, denominator: plannedFen };
  return {
    projects: sums.plannedProjects,
    planned: yuan(plannedFen),
    invested: yuan(investedFen),
    rate: rate ? shareOf(rate) : null,
    ahead: rate ? shareOf(minus(rate, calendar)) : null,
    withoutPlan: { projects: sums.unplannedProjects, invested: yuan(sums.unplannedInvestedFen) },
  };
}
