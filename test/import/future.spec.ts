import { dayOf } from '#kernel';
import { inventedSet, listCsv, monthsCsv, PROJECT } from './invented-set.ts';
import { eventsIn, folderWith, identityOf, imported, remove } from './ledger.ts';

const folders: string[] = [];
const folder = (files = {}): string => {
  const made = folderWith(files);
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach(remove));

/** 3 April 2020, 18:00 in Shanghai. */
const clock = () => Date.parse('2020-04-03T10:00:00.000Z');
const later = () => Date.parse('2099-12-31T00:00:00.000Z');

const rows = {
  list: listCsv(PROJECT, '8,纸船厂,扩建,1.5,2020,,,,'),
  months: monthsCsv(
    '7,2020-03-05 10:00:00,2020年3月,未开,,,0,选址',
    '7,2020-04-03 18:00:00,2020年4月,未开,,,1,正好此刻',
    '7,2020-04-03 18:00:01,2020年5月,未开,,,2,晚了一秒',
    '8,2099-01-05,2020年3月,未开,,,3,远在将来',
  ),
};

it.each([false, true])(
  'refuses each row that is filed after now, and takes the others (dry run: %s)',
  async (dryRun) => {
    const report = await imported(folder(inventedSet(rows)), folder(), { dryRun, clock });
    const refused = report.rows.filter(({ status }) => status === 'refused');
    expect(refused.map(({ file, row, events }) => [file, row, events])).toEqual([
      ['months.csv', 4, 0],
      ['list.csv', 3, 0],
      ['months.csv', 5, 0],
    ]);
    expect(refused.flatMap(({ refusals = [] }) => refusals)).toEqual([
      {
        code: 'FiledAtInFuture',
        messages: {
          zh: '填报时间 2020-04-03 18:00:01 晚于现在（2020-04-03 18:00:00）：将来的填报不能导入',
          en: 'filed at 2020-04-03 18:00:01, which is after now (2020-04-03 18:00:00): what will be filed cannot be imported',
        },
        file: 'months.csv',
        row: 4,
        params: { filedAt: '2020-04-03 18:00:01', now: '2020-04-03 18:00:00' },
      },
      expect.objectContaining({ code: 'FiledAtInFuture', row: 3 }),
      expect.objectContaining({ code: 'FiledAtInFuture', row: 5 }),
    ]);
    expect(report.total).toMatchObject({ rows: 6, imported: 3, refused: 3 });
  },
);

it('files nothing at all, not even the zone, where every row lies in the future', async () => {
  const dataDir = folder();
  const past = () => Date.parse('2019-01-01T00:00:00.000Z');
  const report = await imported(folder(inventedSet(rows)), dataDir, { clock: past });
  expect([report.total.imported, report.total.events, await eventsIn(dataDir)]).toEqual([0, 0, []]);
});

it('files the same events in the same order once their time has come, as if it had been run then only', async () => {
  const data = folder(inventedSet(rows));
  const [twice, once] = [folder(), folder()];
  await imported(data, twice, { clock });
  await imported(data, twice, { clock: later });
  await imported(data, once, { clock: later });
  const events = (await eventsIn(twice)).map(identityOf);
  expect(events).toEqual((await eventsIn(once)).map(identityOf));
  expect(events.map(({ metadata }) => dayOf(metadata.filedAt))).toContain('2099-01-05');
});
