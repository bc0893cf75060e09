import type { Day } from '#kernel';
import { OnDay, OneOf, Text } from '#http';
import { rowsOf, type CommandTable } from '../command-row.ts';
import { zoneSlice } from '../slices.ts';
import { ZONE_KINDS, ZONE_LEVELS, type ZoneDefined } from './events.ts';
import type { ZoneCommand } from './zone.ts';

type Defined = ZoneDefined['data'];

export class DefineZone implements Defined {
  @Text({ about: '名称 / name', example: '示例经济开发区' })
  name!: string;
  @OneOf(ZONE_LEVELS, { about: '国家级 | 省级 / level' })
  level!: Defined['level'];
  @OneOf(ZONE_KINDS, { about: '经开区 | 高新区 | 综保区 | 其他 / kind' })
  kind!: Defined['kind'];
  @Text({ optional: true, max: 50, about: '档次 / tier' })
  tier?: string;
  @Text({ about: '所在县区，名称或 GB/T 2260 代码 / host county', example: '420303' })
  hostCounty!: string;
  @OnDay({ about: '自何日起 / from which day on', example: '2018-01-01' })
  from!: Day;
}

export const zoneCommands: CommandTable = {
  slice: zoneSlice,
  collection: 'zones',
  label: { zh: '开发区', en: 'zone' },
  rows: rowsOf<ZoneCommand>({
    DefineZone: {
      dto: DefineZone,
      verb: undefined,
      summary: { zh: '定义开发区', en: 'Define a zone' },
      example: {
        name: '示例经济开发区',
        level: 'provincial',
        kind: 'economic',
        hostCounty: '420303',
        from: '2018-01-01',
      },
    },
  }),
};
