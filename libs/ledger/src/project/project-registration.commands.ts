import type { Money } from '#kernel';
import { Amount, Id, Nested, OneOf, ProjectCode, Text, WholeNumber, Year } from '#http';
import type { DataOf, RowsFor } from '../command-row.ts';
import { zoneId, otherProjectId, otherZoneId, yi } from './example.ts';
import {
  CAPITALS,
  KEY_LIST_CATEGORIES,
  KEY_LIST_LEVELS,
  NATURES,
  type Builder,
  type Industry,
  type ListedAsKeyProject,
  type ProjectRegistered,
} from './events.ts';
import { FactData } from './fact-data.commands.ts';
import type { ProjectCommand } from './project.ts';

type Registered = ProjectRegistered['data'];
type Listed = ListedAsKeyProject['data'];

class BuilderData implements Builder {
  @Text({ about: '建设单位名称 / name of the company', example: '湖北示例新材料有限公司' })
  name!: string;
  @Text({
    optional: true,
    max: 18,
    about: '统一社会信用代码 / unified social credit code',
    example: '91350100M000100Y43',
  })
  creditCode?: string;
}

class IndustryData implements Industry {
  @Text({ max: 20, about: '国民经济行业分类版本 / edition of GB/T 4754', example: '2017' })
  edition!: string;
  @Text({ max: 20, about: '行业代码 / code in that edition', example: 'C3099' })
  code!: string;
}

class RegisterProject extends FactData implements DataOf<ProjectCommand, 'RegisterProject'> {
  @Text({ about: '项目名称 / name', example: '年产2万吨新材料项目' })
  name!: string;
  @Id({ about: '所在开发区 / the zone, which must be defined' })
  zoneId!: string;
  @ProjectCode({ optional: true, about: '项目代码，全台账唯一 / project code, unique over the ledger' })
  code?: string;
  @OneOf(NATURES, { optional: true, about: '新建 | 扩建 | 改建 | 迁建 | 恢复 / nature' })
  nature?: Registered['nature'];
  @Text({ optional: true, multiline: true, about: '建设内容 / what is built' })
  content?: string;
  @Nested(BuilderData, { optional: true })
  builder?: Builder;
  @Nested(IndustryData, { optional: true })
  industry?: Industry;
  @OneOf(CAPITALS, { optional: true, about: '内资 | 外资 / capital' })
  capital?: Registered['capital'];
  @Amount({ optional: true })
  totalInvestment?: Money;
  @Text({ optional: true, about: '建设地点 / place' })
  place?: string;
  @Text({ optional: true, about: '项目来源 / where the project came from' })
  source?: string;
}

class RenameProject extends FactData implements DataOf<ProjectCommand, 'RenameProject'> {
  @Text({ about: '新名称 / the new name' })
  name!: string;
}

class GiveProjectCode extends FactData implements DataOf<ProjectCommand, 'GiveProjectCode'> {
  @ProjectCode({ about: '项目代码，全台账唯一 / project code, unique over the ledger' })
  code!: string;
}

class ChangeBuilder extends FactData implements DataOf<ProjectCommand, 'ChangeBuilder'> {
  @Nested(BuilderData)
  builder!: Builder;
}

class ReviseContent extends FactData implements DataOf<ProjectCommand, 'ReviseContent'> {
  @Text({ multiline: true, about: '建设内容 / what is built' })
  content!: string;
}

class ChangeTotalInvestment extends FactData implements DataOf<ProjectCommand, 'ChangeTotalInvestment'> {
  @Amount()
  amount!: Money;
  @Text({ multiline: true, max: 2000, about: '原因 / reason' })
  reason!: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

class VoidProject extends FactData implements DataOf<ProjectCommand, 'VoidProject'> {
  @Text({ multiline: true, max: 2000, about: '作废原因 / why it is void' })
  reason!: string;
}

class ListAsKeyProject extends FactData implements DataOf<ProjectCommand, 'ListAsKeyProject'> {
  @OneOf(KEY_LIST_LEVELS, { about: '省 | 市 | 县 / level' })
  level!: Listed['level'];
  @Year({ about: '名单年度 / year of the list' })
  year!: number;
  @OneOf(KEY_LIST_CATEGORIES, { about: '新开工 | 续建 | 保投产 | 预备 | 竣工 / category' })
  category!: Listed['category'];
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

class RemoveFromKeyList extends FactData implements DataOf<ProjectCommand, 'RemoveFromKeyList'> {
  @OneOf(KEY_LIST_LEVELS, { about: '省 | 市 | 县 / level' })
  level!: Listed['level'];
  @Year({ about: '名单年度 / year of the list' })
  year!: number;
  @Text({ multiline: true, max: 2000, about: '移出原因 / reason' })
  reason!: string;
}

class ReclassifyIndustry extends FactData implements DataOf<ProjectCommand, 'ReclassifyIndustry'> {
  @Text({ max: 20, about: '国民经济行业分类版本 / edition of GB/T 4754', example: '2017' })
  edition!: string;
  @Text({ max: 20, about: '行业代码 / code in that edition', example: 'C3099' })
  code!: string;
}

class MoveToZone extends FactData implements DataOf<ProjectCommand, 'MoveToZone'> {
  @Id({ about: '划入的开发区，须已定义 / the zone it moves to, which must be defined' })
  zoneId!: string;
  @Text({ multiline: true, max: 2000, about: '划转原因 / reason' })
  reason!: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

class MergeInto extends FactData implements DataOf<ProjectCommand, 'MergeInto'> {
  @Id({ about: '并入的项目 / the project it is counted in from now on' })
  projectId!: string;
  @Text({ multiline: true, max: 2000, about: '并入原因 / reason' })
  reason!: string;
}

/** 0.01 % */
const WHOLE_SHARE = 10_000;

class SplitFrom extends FactData implements DataOf<ProjectCommand, 'SplitFrom'> {
  @Id({ about: '打包项目：本项目是它的一部分 / the package that this project is a part of' })
  projectId!: string;
  @WholeNumber(1, WHOLE_SHARE, {
    optional: true,
    about: '占总投资的份额，单位万分之一 / share of its total, in 1/100 %',
  })
  share?: number;
}

/** Who the project is. */
export const registrationRows: RowsFor<
  ProjectCommand,
  | 'RegisterProject'
  | 'RenameProject'
  | 'GiveProjectCode'
  | 'ChangeBuilder'
  | 'ReviseContent'
  | 'ChangeTotalInvestment'
  | 'ListAsKeyProject'
  | 'ReclassifyIndustry'
  | 'MoveToZone'
  | 'SplitFrom'
  | 'RemoveFromKeyList'
  | 'MergeInto'
  | 'VoidProject'
> = {
  RegisterProject: {
    dto: RegisterProject,
    verb: undefined,
    summary: { zh: '项目入库', en: 'Register a project' },
    example: {
      name: '年产2万吨新材料项目',
      zoneId,
      nature: 'new',
      content: '新建厂房三座、生产线两条',
      builder: { name: '湖北示例新材料有限公司', creditCode: '91350100M000100Y43' },
      industry: { edition: '2017', code: 'C3099' },
      capital: 'domestic',
      totalInvestment: yi(12),
      place: '工业园一路',
      source: '2026年春季招商会',
    },
  },
  RenameProject: {
    dto: RenameProject,
    verb: 'rename',
    summary: { zh: '项目更名', en: 'Rename the project' },
    example: { name: '年产3万吨新材料项目', note: '备案变更' },
  },
  GiveProjectCode: {
    dto: GiveProjectCode,
    verb: 'give-code',
    summary: { zh: '赋项目代码', en: 'Give the project its code' },
    example: { code: '2603-141124-89-05-346948' },
  },
  ChangeBuilder: {
    dto: ChangeBuilder,
    verb: 'change-builder',
    summary: { zh: '变更建设单位', en: 'Change the builder' },
    example: { builder: { name: '湖北示例新材料科技有限公司', creditCode: '91350100M000100Y43' } },
  },
  ReviseContent: {
    dto: ReviseContent,
    verb: 'revise-content',
    summary: { zh: '调整建设内容', en: 'Revise what is built' },
    example: { content: '新建厂房四座、生产线三条' },
  },
  ChangeTotalInvestment: {
    dto: ChangeTotalInvestment,
    verb: 'change-total-investment',
    summary: { zh: '调整总投资', en: 'Change the total investment' },
    example: { amount: yi(15), reason: '增加一条生产线', doc: '发改备〔2026〕17号' },
  },
  ListAsKeyProject: {
    dto: ListAsKeyProject,
    verb: 'list-as-key-project',
    summary: { zh: '列入重点项目名单', en: 'List as a key project of a year' },
    example: { level: 'city', year: 2026, category: 'newStart', doc: '市政办发〔2026〕3号' },
  },
  ReclassifyIndustry: {
    dto: ReclassifyIndustry,
    verb: 'reclassify-industry',
    summary: { zh: '变更行业分类', en: 'Reclassify the industry' },
    example: { edition: '2017', code: 'C2651' },
  },
  MoveToZone: {
    dto: MoveToZone,
    verb: 'move-to-zone',
    summary: { zh: '划转开发区', en: 'Move to another zone' },
    example: { zoneId: otherZoneId, reason: '区划调整', doc: '市政函〔2026〕4号' },
  },
  SplitFrom: {
    dto: SplitFrom,
    verb: 'split-from',
    summary: { zh: '从打包项目拆分', en: 'Split from a package' },
    example: { projectId: otherProjectId, share: 4000 },
  },
  RemoveFromKeyList: {
    dto: RemoveFromKeyList,
    verb: 'remove-from-key-list',
    summary: { zh: '移出重点项目名单', en: 'Remove from the key projects of a year' },
    example: { level: 'city', year: 2026, reason: '本年不具备开工条件' },
  },
  MergeInto: {
    dto: MergeInto,
    verb: 'merge-into',
    summary: { zh: '并入另一项目', en: 'Merge into another project' },
    example: { projectId: otherProjectId, reason: '同一主体、同一宗地，合并管理' },
  },
  VoidProject: {
    dto: VoidProject,
    verb: 'void',
    summary: { zh: '作废（误入库）', en: 'Void: registered by mistake' },
    example: { reason: '重复入库' },
  },
};
