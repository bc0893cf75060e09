import type { Money } from '#kernel';
import { Amount, Id, Nested, OneOf, ProjectCode, Text, Year } from '#http';
import type { DataOf } from '../command-row.ts';
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

export class BuilderData implements Builder {
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

export class IndustryData implements Industry {
  @Text({ max: 20, about: '国民经济行业分类版本 / edition of GB/T 4754', example: '2017' })
  edition!: string;
  @Text({ max: 20, about: '行业代码 / code in that edition', example: 'C3099' })
  code!: string;
}

export class RegisterProject extends FactData implements DataOf<ProjectCommand, 'RegisterProject'> {
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

export class RenameProject extends FactData implements DataOf<ProjectCommand, 'RenameProject'> {
  @Text({ about: '新名称 / the new name' })
  name!: string;
}

export class GiveProjectCode extends FactData implements DataOf<ProjectCommand, 'GiveProjectCode'> {
  @ProjectCode({ about: '项目代码，全台账唯一 / project code, unique over the ledger' })
  code!: string;
}

export class ChangeBuilder extends FactData implements DataOf<ProjectCommand, 'ChangeBuilder'> {
  @Nested(BuilderData)
  builder!: Builder;
}

export class ReviseContent extends FactData implements DataOf<ProjectCommand, 'ReviseContent'> {
  @Text({ multiline: true, about: '建设内容 / what is built' })
  content!: string;
}

export class ChangeTotalInvestment extends FactData implements DataOf<ProjectCommand, 'ChangeTotalInvestment'> {
  @Amount()
  amount!: Money;
  @Text({ multiline: true, max: 2000, about: '原因 / reason' })
  reason!: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

export class VoidProject extends FactData implements DataOf<ProjectCommand, 'VoidProject'> {
  @Text({ multiline: true, max: 2000, about: '作废原因 / why it is void' })
  reason!: string;
}

export class ListAsKeyProject extends FactData implements DataOf<ProjectCommand, 'ListAsKeyProject'> {
  @OneOf(KEY_LIST_LEVELS, { about: '省 | 市 | 县 / level' })
  level!: Listed['level'];
  @Year({ about: '名单年度 / year of the list' })
  year!: number;
  @OneOf(KEY_LIST_CATEGORIES, { about: '新开工 | 续建 | 保投产 | 预备 | 竣工 / category' })
  category!: Listed['category'];
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}
