import { inventedSet, LIST, listCsv, monthsCsv, PROJECT, SET } from './invented-set.ts';

/** The invented ledger with three files more: items of permits, where they stand, and what a quarter is to bring. */

export const ITEMS = {
  format: 'taizhang-mapping/1',
  key: ['edition', 'code'],
  filedAt: { firstOf: 'months' },
  columns: {
    edition: { column: '版', type: 'text', required: true },
    code: { column: '编号', type: 'text', required: true },
    name: { column: '事项', type: 'text', required: true },
    level: { column: '层', type: 'choice', values: { 阶段: 'group', 事项: 'item' } },
  },
  rows: { edition: '甲版' },
  catalogue: {
    name: '云边事项目录',
    from: '2020-01-01',
    items: { when: { level: 'item' }, id: '$code', name: '$name' },
    groups: { when: { level: 'group' }, id: '$code', name: '$name', before: '.' },
  },
};

export const STATES = {
  format: 'taizhang-mapping/1',
  key: ['no', 'code'],
  project: 'no',
  filedAt: { lastOf: 'months' },
  columns: {
    no: { column: '序号', type: 'text', required: true },
    code: { column: '编号', type: 'text', required: true },
    name: { column: '事项', type: 'text' },
    state: { column: '办理', type: 'choice', values: { 在办: 'inProgress', 办完: 'done' }, required: true },
  },
  steps: [{ say: 'PermitStatusReported', data: { catalogue: '$id.items', item: '$code', state: '$state' } }],
  checks: [
    {
      code: 'ItemNameDiffers',
      text: { zh: '{left} 不是 {right}', en: '{left} is not {right}' },
      left: '$name',
      is: 'equal',
      right: { of: 'items.name', by: { code: 'code' } },
    },
  ],
};

export const QUARTERS = {
  format: 'taizhang-mapping/1',
  key: ['no'],
  project: 'no',
  filedAt: { firstOf: 'months' },
  columns: {
    no: { column: '序号', type: 'text', required: true },
    place: { column: '地点', type: 'text' },
    goal: { column: '一季度', type: 'text', blank: ['无'] },
    money: { column: '一季度投资', type: 'money', unit: '万元', blank: ['——', '无'] },
  },
  steps: [{ say: 'QuarterPlanSet', data: { year: 2020, quarter: 1, goal: '$goal', investment: '$money?' } }],
  warnings: [
    {
      code: 'MoneyWithoutGoal',
      text: { zh: '只有投资', en: 'only money' },
      when: { goal: { given: false }, money: { given: true } },
    },
  ],
};

/** The list takes the place of a project from the quarters. */
const [registered, ...others] = LIST.steps;
const LIST_WITH_PLACE = {
  ...LIST,
  elsewhere: { place: 'quarters.place' },
  steps: [{ ...registered, data: { ...(registered as { data: object }).data, place: '$place?' } }, ...others],
};

export interface PermitFiles {
  readonly items?: readonly string[];
  readonly states?: readonly string[];
  readonly quarters?: readonly string[];
  readonly itemsMapping?: object;
  readonly statesMapping?: object;
  readonly quartersMapping?: object;
  readonly listMapping?: object;
  readonly list?: readonly string[];
  readonly months?: readonly string[];
}

export const ITEM_ROWS = ['甲版,a,立项,阶段', '甲版,a.1,备案,事项', '甲版,a.2,环评,事项', '乙版,a.1,用地,事项'];
const MONTH_ROWS = ['7,2020-03-05 10:00:00,2020-03,未开,,,0,甲', '7,2020-04-05 10:00:00,2020-04,未开,,,0,乙'];

export function permitSet(files: PermitFiles = {}): Record<string, string | Uint8Array> {
  const set = {
    ...SET,
    files: [
      ...SET.files,
      { id: 'items', file: 'items.csv', mapping: 'items.json' },
      { id: 'states', file: 'states.csv', mapping: 'states.json' },
      { id: 'quarters', file: 'quarters.csv', mapping: 'quarters.json' },
    ],
  };
  const csv = (header: string, rows: readonly string[] = []) => [header, ...rows, ''].join('\n');
  return {
    ...inventedSet({
      set,
      listMapping: files.listMapping ?? LIST_WITH_PLACE,
      list: listCsv(...(files.list ?? [PROJECT])),
      months: monthsCsv(...(files.months ?? MONTH_ROWS)),
    }),
    'items.json': JSON.stringify(files.itemsMapping ?? ITEMS),
    'states.json': JSON.stringify(files.statesMapping ?? STATES),
    'quarters.json': JSON.stringify(files.quartersMapping ?? QUARTERS),
    'items.csv': csv('版,编号,事项,层', files.items ?? ITEM_ROWS),
    'states.csv': csv('序号,编号,事项,办理', files.states),
    'quarters.csv': csv('序号,地点,一季度,一季度投资', files.quarters),
  };
}
