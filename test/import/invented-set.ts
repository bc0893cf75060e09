/** A small invented ledger of another district: other columns and another date style than the real one, and no row of it. */

export const SET = {
  format: 'taizhang-set/1',
  name: 'invented',
  zone: { name: '云边高新区', level: 'national', kind: 'highTech', hostCounty: '云边县', from: '2020-01-01' },
  unitsFrom: '2020-01-01',
  files: [
    { id: 'list', file: 'list.csv', mapping: 'list.json' },
    { id: 'months', file: 'months.csv', mapping: 'months.json' },
  ],
};

export const LIST = {
  format: 'taizhang-mapping/1',
  key: ['no'],
  project: 'no',
  filedAt: { firstOf: 'months' },
  columns: {
    no: { column: '序号', type: 'text', required: true },
    name: { column: '名称', type: 'text', required: true },
    kind: { column: '性质', type: 'choice', values: { 扩建: 'expansion', 续建: null } },
    listed: { column: '性质', type: 'choice', values: { 扩建: null, 续建: 'continued' } },
    total: { column: '总投资（亿元）', type: 'money', unit: '亿元' },
    start: { column: '计划开工', type: 'date' },
    people: { column: '领导编号', type: 'people', separator: '/', names: { column: '领导' } },
    unit: {
      column: '牵头单位',
      type: 'unit',
      kinds: [{ kind: 'department', endsWith: ['局'] }],
      otherwise: 'other',
    },
  },
  steps: [
    {
      say: 'ProjectRegistered',
      data: { name: '$name', zoneId: '$zone', nature: '$kind?', totalInvestment: '$total?', source: '第{$no}号' },
    },
    { say: 'ListedAsKeyProject', data: { level: 'city', year: 2020, category: '$listed' } },
    { plan: 'constructionStarted', on: '$start', reason: '改报' },
    { say: 'LeaderAssigned', forEach: 'people', data: { personId: '$item', lead: '$first', from: 'unknown' } },
    { say: 'ResponsibleUnitAssigned', data: { unitId: '$unit', from: 'unknown' } },
  ],
  checks: [
    {
      code: 'AboveTotal',
      text: { zh: '{left} 超过 {right}', en: '{left} is above {right}' },
      left: { sum: 'months.spent' },
      is: 'notAbove',
      right: '$total',
    },
  ],
};

export const MONTHS = {
  format: 'taizhang-mapping/1',
  key: ['no', 'month'],
  project: 'no',
  filedAt: '$at',
  columns: {
    no: { column: '序号', type: 'text', required: true },
    at: { column: '提交', type: 'instant', zone: 'Asia/Shanghai', required: true },
    month: { column: '月份', type: 'date', required: true },
    state: { column: '状态', type: 'choice', values: { 未开: 'before', 在建: 'building', 建成: 'built' } },
    date: { column: '开工', type: 'date' },
    end: { column: '竣工', type: 'date' },
    spent: { column: '投资（万元）', type: 'money', unit: '万元' },
    text: { column: '进展', type: 'text' },
  },
  steps: [
    { takeBack: 'ConstructionStarted', when: { state: 'before' }, reason: '改回' },
    { plan: 'constructionStarted', on: '$date', when: { state: 'before' }, reason: '改报' },
    {
      reach: 'ConstructionStarted',
      on: '$date',
      notAfter: '$month',
      when: { state: ['building', 'built'] },
      reason: '补报',
    },
    { reach: 'ProjectCompleted', on: '$end', notAfter: '$month', when: { state: 'built' }, reason: '补报' },
    { say: 'InvestmentReported', data: { period: '$month', inPeriod: '$spent' } },
    { say: 'ProgressReported', data: { period: '$month', text: '$text' } },
  ],
  warnings: [
    {
      code: 'SameNumber',
      text: { zh: '与上次相同', en: 'the same as before' },
      when: { spent: { sameAsPrevious: true, zero: false } },
    },
  ],
};

const LIST_HEADER = '序　号,名称,性质,总投资（亿元）,计划开工,领导编号,领导,牵头单位,备注';
const MONTHS_HEADER = '序号,提交,月份,状态,开工,竣工,投资（万元）,进展';

export const listCsv = (...rows: readonly string[]): string => [LIST_HEADER, ...rows, ''].join('\n');
export const monthsCsv = (...rows: readonly string[]): string => [MONTHS_HEADER, ...rows, ''].join('\n');

/** One plain project. */
export const PROJECT = '7,风筝厂,扩建,1.5,2020,A1,欧某某,区水局,';

export interface InventedFiles {
  readonly list?: string | Uint8Array;
  readonly months?: string | Uint8Array;
  readonly set?: object;
  readonly listMapping?: object;
  readonly monthsMapping?: object;
}

/** The files of the set, each as it is or as a test wants it. */
export function inventedSet(files: InventedFiles = {}): Record<string, string | Uint8Array> {
  return {
    'set.json': JSON.stringify(files.set ?? SET),
    'list.json': JSON.stringify(files.listMapping ?? LIST),
    'months.json': JSON.stringify(files.monthsMapping ?? MONTHS),
    'list.csv': files.list ?? listCsv(PROJECT),
    'months.csv': files.months ?? monthsCsv('7,2020-03-05 10:00:00,2020年3月,未开,,,0,选址'),
  };
}
