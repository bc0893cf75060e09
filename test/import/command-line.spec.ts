import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '../../apps/cli/src/import/report.ts';
import { changesFolder } from './changes-set.ts';
import { taizhang, type Ended } from './command-line.ts';
import { inventedSet, listCsv, monthsCsv, PROJECT } from './invented-set.ts';
import { eventsIn, folderWith, remove } from './ledger.ts';

const folders: string[] = [];
const folder = (files = {}): string => {
  const made = folderWith(files);
  folders.push(made);
  return made;
};
const kept = (made: string): string => {
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach(remove));

const importing = (data: string, ...more: readonly string[]) => [
  'import',
  'set',
  join(data, 'set.json'),
  '--data',
  data,
  ...more,
];

it('ends with 0 and one JSON document, and nothing else on standard output', async () => {
  const data = folder(inventedSet());
  const { code, stdout, stderr } = await taizhang(importing(data, '--json'), folder()).ended;
  expect([code, stderr]).toEqual([0, '']);
  const report = JSON.parse(stdout) as ImportReport;
  expect(report).toMatchObject({
    set: 'invented',
    dryRun: false,
    total: { rows: 2, imported: 2, unchanged: 0, refused: 0, warned: 0, events: 8 },
  });
  expect(report.files.map(({ id, encoding }) => [id, encoding])).toEqual([
    ['list', 'utf-8'],
    ['months', 'utf-8'],
  ]);
});

it('writes a table for people, in both languages', async () => {
  const { code, stdout } = await taizhang(importing(folder(inventedSet())), folder()).ended;
  expect(code).toBe(0);
  expect(stdout).toContain('list.csv (utf-8)');
  expect(stdout).toContain('导入 imported');
});

it('names the rows of a warning with their keys', async () => {
  const twice = monthsCsv('7,2020-03-05,2020-03,未开,,,5,甲', '7,2020-04-05,2020-04,未开,,,5,乙');
  const { stdout } = await taizhang(importing(folder(inventedSet({ months: twice }))), folder()).ended;
  expect(stdout).toMatch(/SameNumber × 1 {2}months\.csv 行（键） \/ rows \(key\) 3 \(7 2020-04\)/);
});

it('prints the notes that no rule reads, and the rows of what else it lists', async () => {
  const rows = ['7号改为8万', '刘局修改', '7 号改为 8 万'].map((note) => `2020-05-26,2020-05-26,${note}`);
  const { code, stdout } = await taizhang(importing(kept(changesFolder({ rows }))), folder()).ended;
  expect(code).toBe(0);
  expect(stdout).toMatch(/NoteNotRead × 1 {2}changes\.csv\s+3: 刘局修改/);
  expect(stdout).toMatch(/DuplicateNote × 1 {2}changes\.csv 4\n/);
});

it('decides everything in a dry run and makes not even the folder', async () => {
  const data = folder(inventedSet());
  const dataDir = join(folder(), 'new');
  const { code, stdout } = await taizhang(importing(data, '--dry-run', '--json'), dataDir).ended;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ dryRun: true, total: { imported: 2, events: 8 } });
  expect(existsSync(dataDir)).toBe(false);
});

it('says in a dry run what a further import would add, and adds it not', async () => {
  const months = monthsCsv('7,2020-03-05,2020-03,未开,,,1,甲', '7,2020-04-05,2020-04,未开,,,2,乙');
  const dataDir = folder();
  await taizhang(importing(folder(inventedSet({ months: months.split('\n').slice(0, 2).join('\n') }))), dataDir).ended;
  const before = await eventsIn(dataDir);
  const { stdout } = await taizhang(importing(folder(inventedSet({ months })), '--dry-run', '--json'), dataDir).ended;
  expect((JSON.parse(stdout) as ImportReport).total).toMatchObject({ imported: 1, unchanged: 2, events: 2 });
  expect(await eventsIn(dataDir)).toEqual(before);
});

it('ends with 1 where a row is refused, and takes the others', async () => {
  const data = folder(inventedSet({ list: listCsv(PROJECT, '8,纸船厂,扩建,三亿,2020,,,,') }));
  const dataDir = folder();
  const { code, stdout } = await taizhang(importing(data, '--json'), dataDir).ended;
  expect(code).toBe(1);
  const report = JSON.parse(stdout) as ImportReport;
  expect(report.total).toMatchObject({ rows: 3, imported: 2, refused: 1 });
  const refused = report.rows.find(({ status }) => status === 'refused');
  expect(refused).toMatchObject({ file: 'list.csv', row: 3, key: ['8'], events: 0 });
  expect(refused?.refusals?.map(({ code: rule, columns }) => [rule, columns])).toEqual([
    ['CellInvalid', ['总投资（亿元）']],
    ['FiledAtUnknown', undefined],
  ]);
});

it('ends with 1 and one document where the set is refused as a whole', async () => {
  const dataDir = folder();
  const { code, stdout } = await taizhang(importing(folder(inventedSet({ list: '序号\n7\n' })), '--json'), dataDir)
    .ended;
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    error: { code: 'SetRefused' },
    faults: [{ code: 'ColumnMissing' }, {}, {}, {}, {}, {}, {}],
  });
  expect(readdirSync(dataDir)).toEqual([]);
});

it.each([
  ['an unknown command', ['bogus']],
  ['no data folder', ['import', 'set', 'set.json']],
  ['an unknown option', ['import', 'set', 'set.json', '--data', '.', '--force']],
])('ends with 2 for %s, with --json in one document', async (_, args) => {
  const runs = [args, [...args, '--json']].map((all) => taizhang(all, folder()).ended);
  const [plain, json] = (await Promise.all(runs)) as [Ended, Ended];
  expect([plain.code, plain.stdout]).toEqual([2, '']);
  expect(plain.stderr).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]* \/ [^\n]+ \[WrongUsage\]\n$/);
  expect([json.code, json.stderr]).toEqual([2, '']);
  expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'WrongUsage' } });
});

it('says in one line that a folder cannot be made where none can be', async () => {
  const { code, stderr } = await taizhang(importing(folder(inventedSet())), join(folder({ file: '' }), 'file', 'data'))
    .ended;
  expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringMatching(/\[FolderNotWritable\]$/)]]);
});

(process.platform === 'linux' ? it : it.skip)('does not wait for ever for a folder under /proc', async () => {
  const { code, stderr } = await taizhang(importing(folder(inventedSet())), '/proc/x/y').ended;
  expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringMatching(/\[FolderNotWritable\]$/)]]);
});

it('tells its version', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const { code, stdout } = await taizhang(['--version'], folder()).ended;
  expect([code, stdout]).toEqual([0, `${version}\n`]);
});

it('puts no demonstration into another ledger, and ends with 1 where nothing else was wanted', async () => {
  const dataDir = folder();
  await taizhang(importing(folder(inventedSet())), dataDir).ended;
  const before = await eventsIn(dataDir);
  const plain = await taizhang(['demo', '--no-serve'], dataDir).ended;
  expect([plain.code, plain.stdout]).toEqual([1, '']);
  expect(plain.stderr).toContain('[FolderOccupied]');
  const json = await taizhang(['demo', '--json'], dataDir).ended;
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'FolderOccupied' } });
  expect(await eventsIn(dataDir)).toEqual(before);
});

it.each([[[]], [['--dry-run']]])('leaves a folder of a newer layout alone (%j)', async (flags) => {
  const dataDir = folder({ format: '2\n' });
  const { code, stderr } = await taizhang(importing(folder(inventedSet()), ...flags), dataDir).ended;
  expect(code).toBe(1);
  expect(stderr).toContain('has format "2", this program knows 1');
  expect(readdirSync(dataDir)).toEqual(['format']);
});
