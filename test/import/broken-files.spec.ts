import { readdirSync } from 'node:fs';
import { inventedSet, LIST, listCsv, MONTHS, monthsCsv, PROJECT, SET, type InventedFiles } from './invented-set.ts';
import { eventsIn, faultsOf, folderWith, imported, remove } from './ledger.ts';

const folders: string[] = [];
const folder = (files = {}): string => {
  const made = folderWith(files);
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach(remove));

/** 序号,名称 … in GB18030, which no encoder of the platform writes: the bytes of the rows a test needs. */
const GB18030_MONTHS = Buffer.concat([
  Buffer.from('d0f2bac52ccce1bdbb2cd4c2b7dd2cd7b4ccac2cbfaab9a42cbfa2b9a42ccdb6d7caa3a8cdf2d4aaa3a92cbdf8d5b9', 'hex'),
  Buffer.from('\n7,2020-03-05,2020-03,'),
  Buffer.from('ceb4bfaa', 'hex'),
  Buffer.from(',,,5,'),
  Buffer.from('d1a1d6b7', 'hex'),
  Buffer.from('\n'),
]);

const BOM = '\ufeff';

it.each([
  ['UTF-8', monthsCsv('7,2020-03-05,2020-03,未开,,,5,选址'), 'utf-8'],
  ['UTF-8 with a byte order mark', BOM + monthsCsv('7,2020-03-05,2020-03,未开,,,5,选址'), 'utf-8-bom'],
  ['UTF-8 with Windows line ends', monthsCsv('7,2020-03-05,2020-03,未开,,,5,选址').replaceAll('\n', '\r\n'), 'utf-8'],
  ['GB18030', GB18030_MONTHS, 'gb18030'],
])('reads %s and names it', async (_, months, encoding) => {
  const dataDir = folder();
  const { files } = await imported(folder(inventedSet({ months })), dataDir);
  expect(files[1]?.encoding).toBe(encoding);
  const said = (await eventsIn(dataDir)).find(({ type }) => type === 'ProgressReported');
  expect(said?.data['text']).toBe('选址');
});

const refused: readonly (readonly [string, InventedFiles, readonly object[]])[] = [
  [
    'rows that are not as wide as the header',
    { list: listCsv(PROJECT, '8,纸船厂', '9,灯笼厂,扩建,1,2020,A1,欧某某,区水局,,多') },
    [
      { code: 'CsvRowUneven', file: 'list.csv', row: 3, params: { cells: 2, columns: 9 } },
      { code: 'CsvRowUneven', file: 'list.csv', row: 4, params: { cells: 10, columns: 9 } },
    ],
  ],
  [
    'a quote that never closes',
    { list: listCsv('7,"风筝\n厂",扩建,1,2020,,,,', '8,"纸船厂,扩建,1,2020,,,,', '9,灯笼厂,扩建,1,2020,,,,') },
    [{ code: 'CsvQuoteNotClosed', file: 'list.csv', row: 3, params: { row: 3, line: 4 } }],
  ],
  ['a quote inside a cell', { list: listCsv('7,风"筝"厂,扩建,1,2020,,,,') }, [{ code: 'CsvQuoteMisplaced', row: 2 }]],
  [
    'a missing column',
    { months: monthsCsv().replace('投资（万元）', '投资') },
    [{ code: 'ColumnMissing', file: 'months.csv', row: 1, columns: ['投资(万元)'] }],
  ],
  [
    'a column that stands there twice',
    { list: listCsv().replace('备注', '名称') },
    [{ code: 'ColumnTwice', columns: ['名称'] }],
  ],
  [
    'two rows of one key',
    { months: monthsCsv('7,2020-03-05,2020-03,,,,,甲', '7,2020-03-06,2020年3月,,,,,乙') },
    [{ code: 'KeyTwice', file: 'months.csv', row: 3, params: { row: 3, other: 2, key: '7 2020-03' } }],
  ],
  [
    'a row without its key',
    { list: listCsv(PROJECT, ',合计,,1,,,,,') },
    [{ code: 'KeyBlank', file: 'list.csv', row: 3 }],
  ],
  ['an empty file', { list: '' }, [{ code: 'CsvEmpty', file: 'list.csv' }]],
  [
    'an Excel file',
    { list: Buffer.from('504b030414000600', 'hex') },
    [{ code: 'FileIsNoText', params: { kind: 'xlsx' } }],
  ],
  ['UTF-16', { list: Buffer.from('\ufeff序号', 'utf16le') }, [{ code: 'EncodingUnsupported' }]],
  [
    'bytes that are no text at all',
    { list: Buffer.from('a,b\n\xff\xff\xff\n', 'latin1') },
    [{ code: 'EncodingUnknown' }],
  ],
  [
    'another encoding than the mapping declares',
    {
      months: GB18030_MONTHS,
      monthsMapping: { ...MONTHS, encoding: 'utf-8' },
    },
    [{ code: 'EncodingDiffers', file: 'months.csv', params: { declared: 'utf-8' } }],
  ],
];

it.each(refused)('refuses the whole set for %s, and appends nothing', async (_, files, expected) => {
  const dataDir = folder();
  expect(await faultsOf(folder(inventedSet(files)), dataDir)).toMatchObject(expected);
  expect(readdirSync(dataDir)).toEqual([]);
});

it('reads records that span lines and counts them as one row', async () => {
  const list = listCsv('7,"风筝厂\n二期",扩建,1,2020,,,,', '', '8,纸船厂,扩建,1,2020,,,,');
  const months = monthsCsv('7,2020-03-05,2020-03,,,,,甲', '8,2020-03-06,2020-03,,,,,乙');
  const { rows } = await imported(folder(inventedSet({ list, months })), folder());
  expect(rows.filter(({ file }) => file === 'list.csv').map(({ row, key }) => [row, ...key])).toEqual([
    [2, '7'],
    [4, '8'],
  ]);
});

const settings: readonly (readonly [string, object, readonly string[]])[] = [
  ['an unknown member', { listMapping: { ...LIST, colour: 'red' } }, ['list.json /colour']],
  [
    'a missing member',
    { set: { ...SET, zone: { name: '云边' } } },
    ['set.json /zone/level', 'set.json /zone/kind', 'set.json /zone/hostCounty', 'set.json /zone/from'],
  ],
  ['a zone of no kind', { set: { ...SET, zone: { ...SET.zone, kind: 'park' } } }, ['set.json /zone']],
  [
    'a column of no type',
    { listMapping: { ...LIST, columns: { ...LIST.columns, total: { column: '总投资', type: 'float' } } } },
    ['list.json /columns/total/type'],
  ],
  [
    'a unit that money does not have',
    {
      listMapping: { ...LIST, columns: { ...LIST.columns, total: { column: '总投资', type: 'money', unit: '美元' } } },
    },
    ['list.json /columns/total/unit'],
  ],
  [
    'a fact that does not exist',
    { listMapping: { ...LIST, steps: [{ say: 'ProjectUpdated', data: {} }] } },
    ['list.json /steps/0/say'],
  ],
  [
    'a value that no column gives',
    { listMapping: { ...LIST, steps: [{ say: 'ProjectRenamed', data: { name: '$title' } }] } },
    ['list.json /steps/0'],
  ],
  [
    'a milestone that does not exist',
    { listMapping: { ...LIST, steps: [{ plan: 'opened', on: '$start', reason: '改' }] } },
    ['list.json /steps/0/plan'],
  ],
  [
    'two steps of one name',
    { listMapping: { ...LIST, steps: [...LIST.steps, LIST.steps[0]] } },
    ['list.json /steps/5/id'],
  ],
  [
    'a file that the set does not have',
    { listMapping: { ...LIST, filedAt: { firstOf: 'weeks' } } },
    ['list.json /filedAt/firstOf'],
  ],
];

it.each(settings)('names the place of %s in its settings', async (_, files, places) => {
  const dataDir = folder();
  const faults = await faultsOf(folder(inventedSet(files as InventedFiles)), dataDir);
  expect(faults.map(({ code, params }) => [code, params?.['path']])).toEqual(
    places.map((place) => ['SetInvalid', place]),
  );
  expect(readdirSync(dataDir)).toEqual([]);
});

it('names settings that are no JSON, and files that are not there', async () => {
  const files = inventedSet();
  const broken = folder({ ...files, 'list.json': '{' });
  expect(await faultsOf(broken, folder())).toMatchObject([{ code: 'SetInvalid', file: 'list.json' }]);
  const { 'list.csv': _, ...missing } = files;
  expect(await faultsOf(folder(missing), folder())).toMatchObject([{ code: 'FileMissing', file: 'list.csv' }]);
});
