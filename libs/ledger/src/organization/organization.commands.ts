import type { Day } from '#kernel';
import { Id, OnDay, OneOf, Text } from '#http';
import { exampleFactId, exampleId, rowsOf, type CommandTable, type DataOf } from '../command-row.ts';
import { mendingRows } from '../mending.commands.ts';
import { organizationSlice } from '../slices.ts';
import { ORGANIZATION_KINDS, type OrganizationDefined } from './events.ts';
import type { OrganizationCommand } from './organization.ts';

type Defined = OrganizationDefined['data'];

class DefineOrganization implements Defined {
  @Text({ about: '名称 / name', example: '示例区经济和信息化局' })
  name!: string;
  @OneOf(ORGANIZATION_KINDS, { about: '政府部门 | 管委会 | 街道乡镇 | 企业 | 其他 / kind' })
  kind!: Defined['kind'];
  @Id({ optional: true, about: '上级单位 / the unit above it' })
  parent?: string;
  @OnDay({ about: '自何日起 / from which day on', example: '2018-01-01' })
  from!: Day;
}

class RenameOrganization implements DataOf<OrganizationCommand, 'RenameOrganization'> {
  @Text({ about: '新名称 / the new name', example: '示例区工业和信息化局' })
  name!: string;
  @OnDay({ about: '自何日起用新名称 / first day of the new name', example: '2019-03-01' })
  from!: Day;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

class MergeOrganization implements DataOf<OrganizationCommand, 'MergeOrganization'> {
  @Id({ about: '并入的单位，须已定义 / the unit it goes on in, which must be defined' })
  into!: string;
  @OnDay({ about: '自何日起并入 / first day on which it is a part of it', example: '2024-01-01' })
  from!: Day;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

export const organizationCommands: CommandTable = {
  slice: organizationSlice,
  collection: 'organizations',
  label: { zh: '单位', en: 'organization' },
  rows: rowsOf<OrganizationCommand>({
    DefineOrganization: {
      dto: DefineOrganization,
      verb: undefined,
      summary: { zh: '定义单位', en: 'Define an organization' },
      example: { name: '示例区经济和信息化局', kind: 'department', from: '2018-01-01' },
    },
    RenameOrganization: {
      dto: RenameOrganization,
      verb: 'rename',
      summary: { zh: '单位更名', en: 'Rename an organization' },
      example: { name: '示例区工业和信息化局', from: '2019-03-01', doc: '区编发〔2019〕5号' },
    },
    MergeOrganization: {
      dto: MergeOrganization,
      verb: 'merge-into',
      summary: { zh: '并入另一单位', en: 'Merge into another organization' },
      example: { into: exampleId('organizations', 'other'), from: '2024-01-01', doc: '区编发〔2024〕1号' },
    },
    ...mendingRows('Organization', {
      correct: {
        factId: exampleFactId('rename', 'organizations'),
        data: { name: '示例区工业和信息化局', from: '2019-04-01', doc: '区编发〔2019〕5号' },
        reason: '日期填错',
      },
      revoke: { factId: exampleFactId('merge-into', 'organizations'), reason: '未予批准' },
    }),
  }),
};
