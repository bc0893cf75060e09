import { dateInChinese, type Texts } from '#kernel';
import { CHOICE_TEXTS, MILESTONE_TEXTS } from '#ledger';

/** What each thing that an event can change is called. What a field is about stands behind a dot: see {@link fieldText}. */
export const FIELD_TEXTS = {
  fact: { zh: '该事实', en: 'the fact' },
  listed: { zh: '在列', en: 'listed' },
  name: { zh: '项目名称', en: 'name' },
  code: { zh: '项目代码', en: 'project code' },
  zoneId: { zh: '开发区', en: 'zone' },
  builder: { zh: '建设单位', en: 'builder' },
  industry: { zh: '行业', en: 'industry' },
  capital: { zh: '资金性质', en: 'capital' },
  content: { zh: '建设内容', en: 'content' },
  totalInvestment: { zh: '总投资', en: 'total investment' },
  partOf: { zh: '所属打包项目', en: 'package that it is a part of' },
  mergedInto: { zh: '并入的项目', en: 'merged into' },
  stage: { zh: '阶段', en: 'stage' },
  possibleStage: { zh: '可能已到的阶段', en: 'stage it may have reached' },
  standing: { zh: '状态', en: 'standing' },
  leaderId: { zh: '牵头领导', en: 'lead' },
  coLeaderIds: { zh: '协助领导', en: 'co-leads' },
  responsiblePersonId: { zh: '责任人', en: 'responsible person' },
  responsibleUnitId: { zh: '责任单位', en: 'responsible unit' },
  agentUnitId: { zh: '代办单位', en: 'agent unit' },
  jointUnitIds: { zh: '并列的责任、代办单位', en: 'units beside them' },
  reached: { zh: '实际', en: 'reached' },
  plan: { zh: '计划', en: 'plan' },
  annualPlan: { zh: '年度计划投资', en: 'planned investment of the year' },
  annualGoal: { zh: '年度目标', en: 'goal of the year' },
  quarterPlan: { zh: '季度目标', en: 'goal of the quarter' },
  quarterInvestment: { zh: '季度计划投资', en: 'planned investment of the quarter' },
  keyList: { zh: '重点项目名单', en: 'list of key projects' },
  permit: { zh: '审批事项', en: 'permit' },
  explained: { zh: '疑点说明', en: 'explanation of a finding' },
  invested: { zh: '累计完成投资', en: 'invested' },
  investedIn: { zh: '当年完成投资', en: 'invested in the year' },
  funds: { zh: '到位资金', en: 'funds arrived' },
  progressReportedFor: { zh: '最近一次进展报告', en: 'latest progress report' },
  progressReports: { zh: '进展报告份数', en: 'progress reports' },
  siteVisits: { zh: '现场走访次数', en: 'site visits' },
  helpActions: { zh: '帮扶次数', en: 'help actions' },
} as const satisfies Readonly<Record<string, Texts>>;

export type FieldName = keyof typeof FIELD_TEXTS;
/** A field of what a project amounts to: `stage`, `reached.completed`, of a phase `reached.completed.二期`. */
export type Field = FieldName | `${FieldName}.${string}`;

/** What a field of a change is called, with what it is about: 一期：计划竣工 / 一期: plan completed. */
export function fieldText(field: string): Texts {
  const [name, ...about] = field.split('.');
  const text: Texts | undefined = FIELD_TEXTS[name as FieldName];
  if (!text) return { zh: field, en: field };
  switch (name as FieldName) {
    case 'reached':
    case 'plan':
      return ofPhase(about.slice(1), beside(text, textIn(MILESTONE_TEXTS, about[0])));
    case 'annualPlan':
    case 'annualGoal':
    case 'quarterPlan':
    case 'quarterInvestment':
      return ofPhase(about.slice(1), beside(text, period(about[0])));
    case 'keyList':
      return beside(text, textIn(CHOICE_TEXTS.keyListLevel, about[0]), period(about[1]));
    case 'permit':
      return ofPhase(about.slice(2), beside(text, same(about.slice(0, 2).join('/'))));
    case 'investedIn':
      return beside(text, period(about[0]));
    case 'explained':
    case 'funds':
      return beside(text, same(about.join('.')));
    default:
      return text;
  }
}

const same = (text: string): Texts => ({ zh: text, en: text });

/** 实际开工, reached: under construction. */
function beside(text: Texts, ...about: readonly Texts[]): Texts {
  return {
    zh: [text.zh, ...about.map(({ zh }) => zh)].join(' '),
    en: [text.en, ...about.map(({ en }) => en)].join(' · '),
  };
}

function ofPhase(phase: readonly string[], text: Texts): Texts {
  const name = phase.join('.');
  return name === '' ? text : { zh: `${name}：${text.zh}`, en: `${name}: ${text.en}` };
}

function textIn(texts: Readonly<Record<string, Texts>>, id = ''): Texts {
  return Object.hasOwn(texts, id) ? (texts[id] as Texts) : same(id);
}

const period = (id = ''): Texts => ({ zh: dateInChinese(id), en: id });
