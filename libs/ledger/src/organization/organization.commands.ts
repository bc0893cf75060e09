import type { Day } from '#kernel';
import { Id, OnDay, OneOf, Text } from '#http';
import { rowsOf, type CommandTable } from '../command-row.ts';
import { organizationSlice } from '../slices.ts';
import { ORGANIZATION_KINDS, type OrganizationDefined } from './events.ts';
import type { OrganizationCommand } from './organization.ts';

type Defined = OrganizationDefined['data'];

export class DefineOrganization implements Defined {
  @Text({ about: '名称 / name', example: '示例区经济和信息化局' })
  name!: string;
  @OneOf(ORGANIZATION_KINDS, { about: '政府部门 | 管委会 | 街道乡镇 | 企业 | 其他 / kind' })
  kind!: Defined['kind'];
  @Id({ optional: true, about: '上级单位 / the unit above it' })
  parent?: string;
  @OnDay({ about: '自何日起 / from which day on', example: '2018-01-01' })
  from!: Day;
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
  }),
};
