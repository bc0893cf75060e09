import type { Texts } from '#kernel';
import { FACT_TEXTS, type LedgerEvent } from '#ledger';

/** What every event is called. Correcting and revoking are called the same in every stream. */
export const EVENT_TEXTS: Readonly<Record<LedgerEvent['type'], Texts>> = {
  ...FACT_TEXTS,
  ZoneDefined: { zh: '设立开发区', en: 'zone defined' },
  ZoneRenamed: { zh: '开发区更名', en: 'zone renamed' },
  ZoneRetiered: { zh: '调整开发区档次', en: 'zone put into another tier' },
  ZoneRelabelled: { zh: '调整开发区叫法', en: 'labels of a zone set' },
  OrganizationDefined: { zh: '设立单位', en: 'unit defined' },
  OrganizationRenamed: { zh: '单位更名', en: 'unit renamed' },
  OrganizationMerged: { zh: '单位并入另一单位', en: 'unit merged into another one' },
  PersonAppointed: { zh: '任职', en: 'person appointed' },
  PersonLeftPost: { zh: '离任', en: 'person left a post' },
  PermitCatalogueAdopted: { zh: '发布审批事项目录', en: 'permit catalogue adopted' },
  TargetSet: { zh: '下达目标', en: 'target set' },
  TargetRevised: { zh: '调整目标', en: 'target revised' },
  ReassignmentOrdered: { zh: '下达调整令', en: 'reassignment ordered' },
  ReassignmentCarriedOut: { zh: '调整令执行完毕', en: 'reassignment carried out' },
  ProjectCodeReserved: { zh: '占用项目代码', en: 'project code reserved' },
  ProjectCodeReleased: { zh: '释放项目代码', en: 'project code released' },
};

/** What the streams of a category are about. */
export const CATEGORY_TEXTS = {
  project: { zh: '项目', en: 'project' },
  zone: { zh: '开发区', en: 'zone' },
  organization: { zh: '单位', en: 'unit' },
  person: { zh: '人员', en: 'person' },
  catalogue: { zh: '审批事项目录', en: 'permit catalogue' },
  target: { zh: '目标', en: 'target' },
  reassignment: { zh: '调整令', en: 'reassignment order' },
  code: { zh: '项目代码', en: 'project code' },
} as const satisfies Readonly<Record<string, Texts>>;
export type Category = keyof typeof CATEGORY_TEXTS;

/** The types of events in the streams of each category, for whoever chooses among them. */
export const TYPES_OF: Readonly<Record<Category, readonly LedgerEvent['type'][]>> = {
  project: Object.keys(FACT_TEXTS) as LedgerEvent['type'][],
  zone: ['ZoneDefined', 'ZoneRenamed', 'ZoneRetiered', 'ZoneRelabelled', 'FactCorrected', 'FactRevoked'],
  organization: ['OrganizationDefined', 'OrganizationRenamed', 'OrganizationMerged', 'FactCorrected', 'FactRevoked'],
  person: ['PersonAppointed', 'PersonLeftPost', 'FactCorrected', 'FactRevoked'],
  catalogue: ['PermitCatalogueAdopted'],
  target: ['TargetSet', 'TargetRevised'],
  reassignment: ['ReassignmentOrdered', 'ReassignmentCarriedOut'],
  code: ['ProjectCodeReserved', 'ProjectCodeReleased'],
};
