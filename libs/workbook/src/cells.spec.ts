import { readCell, readDate, splitNames } from './cells.ts';
import type { Column } from './mapping.ts';

const cell = (column: Column, text: string) => readCell(column, () => text);

it.each([
  ['2018', '2018'],
  ['2018-5', '2018-05'],
  ['2018.05', '2018-05'],
  ['2018/5/12', '2018-05-12'],
  ['2018年5月', '2018-05'],
  ['2018年5月12日', '2018-05-12'],
  ['2018年5月上旬', '2018-05-T1'],
  ['２０１８－０５', '2018-05'],
])('reads the date %s with the precision it is written in', (text, date) => {
  expect(readDate(text)).toBe(date);
});

it.each(['2018-13', '2018-02-30', '18.5', '已开工', '2018-05-12-1', '0', '年底前'])('takes %s for no date', (text) => {
  expect(readDate(text)).toBeUndefined();
});

it.each([
  ['万元', '6,477,394', '6477394000000'],
  ['万元', '12.5', '12500000'],
  ['万元', '12.50000000', '12500000'],
  ['亿元', '1.2', '12000000000'],
  ['元', '3.07', '307'],
  ['元', '０', '0'],
] as const)('reads an amount in %s exactly: %s', (unit, text, fen) => {
  expect(cell({ column: '金额', type: 'money', unit }, text)).toEqual({ fen, currency: 'CNY' });
});

it.each(['-5', '约16.2', '1,23', '5万', '1e3', '0.001', '99999999999999'])('takes %s 元 for no amount', (text) => {
  expect(cell({ column: '金额', type: 'money', unit: '元' }, text)).toMatchObject({ misfit: text });
});

it('reads times of filing in the zone they were stored in', () => {
  const at = (zone: 'UTC' | 'Asia/Shanghai', text: string) => cell({ column: '时间', type: 'instant', zone }, text);
  expect(at('UTC', '2018-05-27 16:28:35')).toBe('2018-05-27T16:28:35.000Z');
  expect(at('Asia/Shanghai', '2018/5/28 0:28')).toBe('2018-05-27T16:28:00.000Z');
  expect(at('Asia/Shanghai', '2018-05-28')).toBe('2018-05-27T16:00:00.000Z');
  expect(at('UTC', '2018-02-30 10:00:00')).toMatchObject({ misfit: '2018-02-30 10:00:00' });
  expect(at('UTC', '2018-05-27 24:00')).toMatchObject({ misfit: '2018-05-27 24:00' });
});

it('takes blanks of every kind for blank, and a choice for what the mapping calls it', () => {
  const column: Column = { column: '性质', type: 'choice', values: { 新建: 'new', 续建: null } };
  expect(['', ' \u3000\u00a0\t', '续建'].map((text) => cell(column, text))).toEqual([undefined, undefined, undefined]);
  expect(cell(column, ' 新建\u3000')).toBe('new');
  expect(cell(column, '改建')).toMatchObject({ misfit: '改建', what: { zh: '新建、续建之一' } });
});

it.each([
  ['甲某某', ['甲某某']],
  ['甲  某', ['甲某']],
  ['甲某某\n乙  某', ['甲某某', '乙某']],
  ['甲某某             乙某某', ['甲某某', '乙某某']],
  ['甲\u00a0某、乙某某，丙某', ['甲某', '乙某某', '丙某']],
  ['甲  某  乙  某', ['甲某', '乙某']],
])('tells the names in %j apart', (text, names) => {
  expect(splitNames(text)).toEqual(names);
});

it('believes no name of a cell where a blank was lost between two', () => {
  const people: Column = { column: '编号', type: 'people', separator: ';', names: { column: '姓名' } };
  const read = (ids: string, names: string) => readCell(people, (header) => (header === '编号' ? ids : names));
  expect(read('A;B', '甲某某乙  某')).toEqual([{ id: 'A' }, { id: 'B' }]);
  expect(read('A;B', '甲某某')).toEqual([{ id: 'A' }, { id: 'B' }]);
  expect(read('A; B', '甲某某 乙  某')).toEqual([
    { id: 'A', name: '甲某某' },
    { id: 'B', name: '乙某' },
  ]);
});

it('takes the kind of a unit from its name, by the first rule that fits', () => {
  const column: Column = {
    column: '单位',
    type: 'unit',
    kinds: [
      { kind: 'committee', contains: ['开发区'] },
      { kind: 'department', endsWith: ['局', '委'] },
    ],
    otherwise: 'other',
  };
  expect(['开发区商务局', '住建局', '指挥部'].map((name) => cell(column, name))).toMatchObject([
    { kind: 'committee' },
    { kind: 'department' },
    { kind: 'other' },
  ]);
});

it.each(['——', ' —— ', '无', ''])('takes %p for a blank cell where the column says so', (text) => {
  expect(cell({ column: 'x', type: 'money', unit: '万元', blank: ['——', '无'] }, text)).toBeUndefined();
});

it('takes for no amount what no column calls blank', () => {
  expect(cell({ column: 'x', type: 'money', unit: '万元' }, '——')).toMatchObject({ misfit: '——' });
});
