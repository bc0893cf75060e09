import type { Day } from '#kernel';
import { fault, field, OnDay, OneOf, Text, textFaults, within, type FieldFault } from '#http';
import { exampleFactId, rowsOf, type CommandTable, type DataOf } from '../command-row.ts';
import { LABEL_TEXTS } from '../labels.ts';
import { mendingRows } from '../mending.commands.ts';
import { zoneSlice } from '../slices.ts';
import { ZONE_KINDS, ZONE_LEVELS, type ZoneDefined } from './events.ts';
import type { ZoneCommand } from './zone.ts';

type Defined = ZoneDefined['data'];

const LABEL_MAX = 20;
const LABEL_KEYS = Object.keys(LABEL_TEXTS);

class DefineZone implements Defined {
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

class RenameZone implements DataOf<ZoneCommand, 'RenameZone'> {
  @Text({ about: '新名称 / the new name', example: '示例高新技术产业开发区' })
  name!: string;
  @OnDay({ about: '自何日起用新名称 / first day of the new name', example: '2022-06-01' })
  from!: Day;
}

class RetierZone implements DataOf<ZoneCommand, 'RetierZone'> {
  @Text({ max: 50, about: '档次 / tier', example: '一类' })
  tier!: string;
  @OnDay({ about: '自何日起 / from which day on', example: '2024-01-01' })
  from!: Day;
}

class RelabelZone implements DataOf<ZoneCommand, 'RelabelZone'> {
  @Labels({
    about: `本开发区对阶段和角色的叫法（中文），整套填写；没有写的恢复通用叫法 / what stages and roles are called here, in Chinese, as a whole; what is left out has its usual name. 可写 / keys: ${LABEL_KEYS.join(', ')}`,
    example: { 'stage.signed': '签约落地', 'role.lead': '挂点领导' },
  })
  labels!: Readonly<Record<string, string>>;
}

function Labels(options: { readonly about: string; readonly example: object }): PropertyDecorator {
  const label = { type: 'string', minLength: 1, maxLength: LABEL_MAX };
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [fault('NotAnObject')];
      return Object.entries(value).flatMap(labelFaults);
    },
    {
      type: 'object',
      properties: Object.fromEntries(LABEL_KEYS.map((key) => [key, label])),
      additionalProperties: false,
    } as never,
    options,
  );
}

function labelFaults([key, label]: [string, unknown]): readonly FieldFault[] {
  return Object.hasOwn(LABEL_TEXTS, key)
    ? within(key, textFaults(label, LABEL_MAX, false))
    : [fault('UnknownField', { known: LABEL_KEYS }, key)];
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
    RenameZone: {
      dto: RenameZone,
      verb: 'rename',
      summary: { zh: '开发区更名', en: 'Rename a zone' },
      example: { name: '示例高新技术产业开发区', from: '2022-06-01' },
    },
    RetierZone: {
      dto: RetierZone,
      verb: 'retier',
      summary: { zh: '开发区调档', en: 'Put a zone into a tier' },
      example: { tier: '一类', from: '2024-01-01' },
    },
    RelabelZone: {
      dto: RelabelZone,
      verb: 'relabel',
      summary: { zh: '设定阶段和角色的叫法', en: 'Set what stages and roles are called' },
      example: { labels: { 'stage.signed': '签约落地', 'role.lead': '挂点领导' } },
    },
    ...mendingRows('Zone', {
      correct: {
        factId: exampleFactId('rename', 'zones'),
        data: { name: '示例高新技术产业开发区', from: '2022-07-01' },
        reason: '日期填错',
      },
      revoke: { factId: exampleFactId('retier', 'zones'), reason: '尚未批复' },
    }),
  }),
};
