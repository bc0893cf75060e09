import { folderWith } from './ledger.ts';

/** Invented notes of changes to projects that no list names, in wordings of another district than the real one. */

export const CHANGES = {
  format: 'taizhang-mapping/1',
  key: ['at', 'note'],
  filedAt: '$at',
  columns: {
    at: { column: '时间', type: 'instant', zone: 'Asia/Shanghai', required: true },
    day: { column: '日期', type: 'date' },
    note: { column: '说明', type: 'text', required: true },
  },
  notes: {
    text: '$note',
    slots: {
      unit: { type: 'unit', kinds: [{ kind: 'department', endsWith: ['局'] }], otherwise: 'other' },
      number: { type: 'integer' },
      name: { type: 'text' },
      amount: { type: 'money', unit: '万元' },
    },
    rules: [
      {
        id: 'agent',
        like: ['{project}号增加{unit}({number})', '{project}号由{unit}代办'],
        steps: [{ say: 'AgentUnitAssigned', data: { unitId: '$unit', from: '$day', joint: true } }],
      },
      {
        id: 'total',
        like: ['{project}号改为{amount}万'],
        steps: [{ say: 'TotalInvestmentChanged', data: { amount: '$amount', reason: '改报' } }],
      },
      {
        id: 'renamed',
        like: ['{unit}更名为{name}'],
        steps: [{ say: 'OrganizationRenamed', of: 'unit', data: { name: '$name', from: '$day' } }],
      },
      { id: 'new unit', like: ['新设{unit}'], steps: [{ define: 'unit', from: '$day' }] },
    ],
  },
};

export const CHANGES_SET = {
  format: 'taizhang-set/1',
  name: 'changes',
  zone: { name: '云边高新区', level: 'national', kind: 'highTech', hostCounty: '云边县', from: '2020-01-01' },
  unitsFrom: '2020-01-01',
  placeholder: { name: '第{$project}号', zoneId: '$zone', source: '只知编号：{$project}' },
  files: [{ id: 'changes', file: 'changes.csv', mapping: 'changes.json' }],
};

export interface Changes {
  /** Each `time,date,note`. */
  readonly rows?: readonly string[];
  readonly mapping?: object;
  readonly set?: object;
}

export function changesFolder({ rows = [], mapping = CHANGES, set = CHANGES_SET }: Changes): string {
  return folderWith({
    'set.json': JSON.stringify(set),
    'changes.json': JSON.stringify(mapping),
    'changes.csv': ['时间,日期,说明', ...rows, ''].join('\n'),
  });
}

/** The mapping with one rule's members changed. */
export function withRule(rule: object): object {
  const [first, ...others] = CHANGES.notes.rules;
  return { ...CHANGES, notes: { ...CHANGES.notes, rules: [{ ...first, ...rule }, ...others] } };
}
