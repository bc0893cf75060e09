import type { Day } from '#kernel';
import { NestedList, OnDay, Text } from '#http';
import { rowsOf, type CommandTable } from '../command-row.ts';
import { catalogueSlice } from '../slices.ts';
import type { CatalogueCommand } from './catalogue.ts';
import type { PermitCatalogueAdopted, PermitItem } from './events.ts';

const ITEMS_MAX = 500;

class PermitItemData implements PermitItem {
  @Text({ max: 100, about: '事项编号，目录内唯一 / id of the item within the catalogue', example: 'env' })
  id!: string;
  @Text({ about: '事项名称 / name', example: '环境影响评价批复' })
  name!: string;
  @Text({ optional: true, about: '所属阶段或类别 / stage or group', example: '立项阶段' })
  group?: string;
}

type Adopted = PermitCatalogueAdopted['data'];

class AdoptPermitCatalogue implements Adopted {
  @Text({ about: '目录名称 / name', example: '示例区审批事项目录（2026）' })
  name!: string;
  @OnDay({ about: '自何日起施行 / in force from', example: '2026-01-01' })
  from!: Day;
  @NestedList(PermitItemData, ITEMS_MAX, { about: '审批事项 / items' })
  items!: PermitItem[];
  @Text({ optional: true, about: '依据 / source' })
  source?: string;
}

export const catalogueCommands: CommandTable = {
  slice: catalogueSlice,
  collection: 'catalogues',
  label: { zh: '审批事项目录', en: 'permit catalogue' },
  rows: rowsOf<CatalogueCommand>({
    AdoptPermitCatalogue: {
      dto: AdoptPermitCatalogue,
      verb: undefined,
      summary: { zh: '采用审批事项目录', en: 'Adopt a permit catalogue' },
      example: {
        name: '示例区审批事项目录（2026）',
        from: '2026-01-01',
        items: [
          { id: 'env', name: '环境影响评价批复', group: '立项阶段' },
          { id: 'construction', name: '施工许可证', group: '建设阶段' },
        ],
        source: '示例区政务服务管理办公室 2026 年公布',
      },
    },
  }),
};
