import type { Texts } from '#kernel';

/** What a finding says of one project. Codes are never used again for something else. */
export const FINDING_TEXTS = {
  StartedBeforeLand: {
    zh: '未供先建：{started}开工，{land}供地',
    en: 'started {started}, before land was supplied ({land})',
  },
  StartedBeforePermit: {
    zh: '先开工后许可：{started}开工，{permit}取得施工许可',
    en: 'started {started}, before the construction permit ({permit})',
  },
  CompletedBeforeStarted: {
    zh: '竣工（{completed}）早于开工（{started}）',
    en: 'completed {completed}, before its start {started}',
  },
  StartWithoutDate: { zh: '已开工，但没有开工日期', en: 'started, but nobody said when' },
  ResumedBeforeSuspended: {
    zh: '复工（{on}）之前没有停工',
    en: 'resumed {on}, and there is no suspension before it',
  },
  InvestmentBeforeStart: {
    zh: '尚未开工已填报完成投资（自{period}起 {count} 期）',
    en: 'investment was reported before any start ({count} reports from {period} on)',
  },
  CumulativeAboveTotal: {
    zh: '累计完成投资 {invested}，超过总投资 {total}',
    en: 'invested {invested}, above the total of {total}',
  },
  CumulativeFell: {
    zh: '累计完成投资从 {from}降到 {to}（{period}）',
    en: 'the cumulative investment fell from {from} to {to} in {period}',
  },
  CumulativeWithoutHistory: {
    zh: '{period}首次填报即为累计完成投资 {cumulative}，此前没有逐期填报',
    en: 'the first report, of {period}, is a cumulative {cumulative} with no history before it',
  },
  PeriodsOverlap: {
    zh: '{period}与{other}重叠，同一笔投资可能算了两次',
    en: '{period} overlaps {other}: the same money may be counted twice',
  },
  SameNumberTwice: {
    zh: '{period}的完成投资与上一期相同',
    en: 'the investment of {period} repeats the report before it',
  },
  SameTextTwice: { zh: '{period}的进展文字与上一期相同', en: 'the text of {period} repeats the report before it' },
  FiledLate: {
    zh: '{on}的事，{filedOn}才填报，迟 {days} 天',
    en: 'happened {on}, filed {filedOn}: {days} days late',
  },
  NoReportForPeriod: {
    zh: '{first}至{last}无人填报',
    en: 'nobody reported from {first} to {last}',
  },
  PlanSlipped: {
    zh: '{milestone}计划推迟 {times} 次：最初{baseline}，现为{current}',
    en: 'the plan for "{milestone}" slipped from {baseline} to {current} (changes: {times})',
  },
  ContractStartOverdue: {
    zh: '合同约定{agreed}开工，逾期未开工',
    en: 'the contract agreed a start by {agreed}; it has not started',
  },
  LandIdleOneYear: {
    zh: '应于{startBy}前动工的土地，满一年未动工',
    en: 'land on which work was to start by {startBy} has lain idle for a year',
  },
  LandIdleTwoYears: {
    zh: '应于{startBy}前动工的土地，满两年未动工',
    en: 'land on which work was to start by {startBy} has lain idle for two years',
  },
  PermitLapsed: {
    zh: '{permit}取得的施工许可，三个月内（至{lapsed}）未开工',
    en: 'the permit of {permit} saw no start within three months (by {lapsed})',
  },
  RoleHeldTwice: {
    zh: '自{from}起有 {count} 个{role}',
    en: '{count} hold one role from {from} on: {role}',
  },
  ReleaseWithoutTenure: {
    zh: '免去{role}（{until}），但当时没有可以结束的任期',
    en: 'a release ({role}) on {until} ends no tenure',
  },
} as const satisfies Readonly<Record<string, Texts>>;
export type FindingCode = keyof typeof FINDING_TEXTS;
export const FINDING_CODES = Object.keys(FINDING_TEXTS) as FindingCode[];

/** A finding's rule in one sentence, and where it comes from. */
export interface FindingRule extends Texts {
  readonly source: string;
}

const PHASES = 'the order of a project’s life';

/** What each finding rests on; the reference prints it. */
export const FINDING_RULES: Readonly<Record<FindingCode, FindingRule>> = {
  StartedBeforeLand: {
    zh: '某一期（或整个项目）开工的最后可能日，早于其最早一宗供地的最早可能日；没有供地的不算。',
    en: 'The last day of the start lies before the first day of the earliest land supplied for that phase or the whole; without any land supply it is not found.',
    source: '土地管理法',
  },
  StartedBeforePermit: {
    zh: '开工的最后可能日，早于同一期施工许可的最早可能日。',
    en: 'The last day of the start lies before the first day of the construction permit of that phase or the whole.',
    source: '建筑法 §7',
  },
  CompletedBeforeStarted: {
    zh: '竣工的最后可能日，早于同一期开工的最早可能日。',
    en: 'The last day of the completion lies before the first day of the earliest start of that phase or the whole.',
    source: PHASES,
  },
  StartWithoutDate: {
    zh: '报了开工，日期不详。',
    en: 'A start was reported with an unknown date.',
    source: 'a district ledger of 2018: one start in six without a date',
  },
  ResumedBeforeSuspended: {
    zh: '按业务日期排列，复工之前不是停工。',
    en: 'In the order of their days, what stands before a resumption is no suspension.',
    source: PHASES,
  },
  InvestmentBeforeStart: {
    zh: '填报了完成投资，其时期在项目首次确定开工之前已结束，或至今没有开工。',
    en: 'Investment was reported for a period that ended before the first certain start, or there is no start.',
    source: 'a district ledger of 2018: 29 of 54 projects in preparation reported investment',
  },
  CumulativeAboveTotal: {
    zh: '按填报累计的完成投资，大于当时登记的总投资。',
    en: 'What the reports add up to exceeds the total investment registered at the time.',
    source: 'a district ledger of 2018: sums of five times the total investment',
  },
  CumulativeFell: {
    zh: '同一填报主体、同一项目分期的累计数，比其上一期小。',
    en: 'A cumulative figure is smaller than the one before it of the same filer and phase.',
    source: 'a district ledger of 2018: placeholders carried forward',
  },
  CumulativeWithoutHistory: {
    zh: '项目第一期投资填报就是自开工以来的累计数，没有本期数，或大于本期数。',
    en: "The project's first investment report gives a sum since the beginning without an amount of its own period, or above it.",
    source: 'a district ledger of 2020: the months of 108 projects wiped, one sum left',
  },
  PeriodsOverlap: {
    zh: '同一填报主体、同一项目分期两期非零的本期数，时期有重叠。',
    en: 'Two amounts of one filer and phase, both more than nothing, are for periods that share days.',
    source: 'a district ledger of 2018',
  },
  SameNumberTwice: {
    zh: '同一填报主体、同一项目分期本期数不为零，且与其上一期相同。',
    en: 'An amount of the period, not nothing, repeats the report before it of the same filer and phase.',
    source: 'a district ledger of 2018: 102 of 541 pairs of months',
  },
  SameTextTwice: {
    zh: '同一填报主体、同一项目分期的进展文字，与其上一期相同。',
    en: 'The text of a report repeats the report before it of the same filer and phase.',
    source: 'a district ledger of 2018: 35 of 541 pairs of months',
  },
  FiledLate: {
    zh: '事情（最后可能日）发生 35 天之后才填报；日期不详的不算。',
    en: 'It was filed more than 35 days after the last day of its date; an unknown date is never late.',
    source: 'one reporting month and a few days',
  },
  NoReportForPeriod: {
    zh: '入库次月起、投产或退出前，某月到月底没有任何填报；补报之日起该月不再算；说明只涵盖说明当日已缺的月份，之后的另算。',
    en: 'From the month after registration until production or exit, a month for which nothing was filed by its last day; from the day it is filed after all it is not missed. An explanation covers the months missed by then; later ones are found anew.',
    source: 'monthly reporting (0020)',
  },
  PlanSlipped: {
    zh: '节点计划的最后日向后移动；仅写得更精确的不算。',
    en: "A milestone's plan moved to a later last day; one that is only said more precisely did not.",
    source: 'a district ledger of 2018: 27 moves in seven months',
  },
  ContractStartOverdue: {
    zh: '合同约定的开工日已过，尚未确定开工或任何更后的节点，也未退出。',
    en: 'The start that the contract agreed has passed, without a certain start, anything after one, or an exit.',
    source: 'the contract',
  },
  LandIdleOneYear: {
    zh: '超过出让合同约定的动工日满一年、不满两年未动工；政府迟交地的，动工日顺延所迟天数；未约定动工日的不推定；已动工后停工的（办法规定开发面积不足三分之一或投资不足百分之二十五并中止满一年的）不在此判断。',
    en: 'One year, and not yet two, past the start that the land contract agreed, put off by as many days as the land was handed over late; where no start was agreed none is assumed. Land on which work began and then stopped (by the rule, with under a third built or under a quarter invested, for a year) is not judged here.',
    source: '闲置土地处置办法（国土资源部令第53号）§2; 城市房地产管理法 §26',
  },
  LandIdleTwoYears: {
    zh: '同上，满两年未动工；已动工后停工的不在此判断。',
    en: 'As for one year: two years past the agreed start. Land on which work began and then stopped is not judged here.',
    source: '闲置土地处置办法（国土资源部令第53号）§14; 城市房地产管理法 §26',
  },
  PermitLapsed: {
    zh: '取得施工许可三个月后仍未开工（或到更后的节点）；延期不在台账中，如已获准请说明。',
    en: 'No start, nor anything after one, within three months of the construction permit; an extension is not in the ledger: explain it where there is one.',
    source: '建筑法 §9',
  },
  RoleHeldTwice: {
    zh: '同一天起有两个牵头领导、责任人或主责单位：填报时会被拒绝，更正可能造成；日期不详的按填报日算。',
    en: 'Two leads, responsible persons or main units begin on one day; commands are refused for it, a correction can bring it. A tenure without a date begins on the day it was filed.',
    source: 'one lead, one responsible person and one main unit at a time',
  },
  ReleaseWithoutTenure: {
    zh: '免职（免除）之日没有任期结束：从未任职、尚未开始或早已结束。',
    en: 'On the day of a release no tenure of the one released ends: there was none, it had not begun, or was over.',
    source: 'a release ends the tenure of whom it names',
  },
};
