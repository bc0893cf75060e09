import { dayOf, type StoredEvent } from '#kernel';
import { catalogueStream } from '#ledger';
import { ownIdOf } from '#workbook';
import type { ImportReport } from '../../apps/cli/src/import/report.ts';
import { eventsIn, faultsOf, folderWith, identityOf, imported, remove } from './ledger.ts';
import { ITEM_ROWS, ITEMS, permitSet, QUARTERS, STATES, type PermitFiles } from './permits-set.ts';

const folders: string[] = [];
const kept = (folder: string): string => {
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach(remove));

async function importing(
  files: PermitFiles,
  dataDir = kept(folderWith()),
): Promise<{ report: ImportReport; events: StoredEvent[] }> {
  const report = await imported(kept(folderWith(permitSet(files))), dataDir);
  return { report, events: await eventsIn(dataDir) };
}

const rowsOf = ({ rows }: ImportReport, file: string) => rows.filter((row) => row.file === file);
const became = (report: ImportReport, file: string) =>
  rowsOf(report, file).map(({ row, status, refusals = [], listed }) => [
    row,
    status,
    ...[...refusals, ...(listed ? [listed] : [])].map(({ code }) => code),
  ]);
const all = (events: readonly StoredEvent[], type: string) => events.filter((event) => event.type === type);

describe('a permit catalogue', () => {
  it('is adopted once, its items under their groups, and rows of another edition are listed', async () => {
    const { report, events } = await importing({});
    expect(all(events, 'PermitCatalogueAdopted')).toMatchObject([
      {
        stream: catalogueStream(ownIdOf('invented', 'items')),
        data: {
          name: '云边事项目录',
          from: '2020-01-01',
          items: [
            { id: 'a.1', name: '备案', group: '立项' },
            { id: 'a.2', name: '环评', group: '立项' },
          ],
        },
        metadata: {
          filedAt: '2020-03-05T02:00:00.000Z',
          source: { file: 'items.csv', row: 2, columns: ['编号', '事项'] },
        },
      },
    ]);
    expect(became(report, 'items.csv')).toEqual([
      [2, 'imported'],
      [3, 'imported'],
      [4, 'imported'],
      [5, 'listed', 'RowNotTaken'],
    ]);
  });

  it('is adopted whole or not at all', async () => {
    const { report, events } = await importing({
      items: [...ITEM_ROWS, '甲版,a.3,,事项'],
      states: ['7,a.1,备案,办完'],
    });
    expect(became(report, 'items.csv')).toEqual(
      expect.arrayContaining([
        [2, 'refused', 'CatalogueIncomplete'],
        [3, 'refused', 'CatalogueIncomplete'],
        [6, 'refused', 'CellRequired'],
      ]),
    );
    expect(became(report, 'states.csv')).toEqual([[2, 'refused', 'PermitItemUnknown']]);
    expect(all(events, 'PermitCatalogueAdopted')).toEqual([]);
  });

  it('is never empty', async () => {
    const { report, events } = await importing({ items: ['甲版,a,立项,阶段'] });
    expect(became(report, 'items.csv')).toEqual([[2, 'refused', 'CommandInvalid']]);
    expect(all(events, 'PermitCatalogueAdopted')).toEqual([]);
  });

  it('does not change when it is imported again with other items', async () => {
    const dataDir = kept(folderWith());
    const { events } = await importing({}, dataDir);
    const { report, events: after } = await importing({ items: [...ITEM_ROWS, '甲版,a.3,能评,事项'] }, dataDir);
    expect(became(report, 'items.csv')).toEqual(
      expect.arrayContaining([
        [2, 'refused', 'ImportedDifferently'],
        [6, 'refused'],
      ]),
    );
    expect(after.map(identityOf)).toEqual(events.map(identityOf));
  });

  it('adds nothing when it is imported again as it was', async () => {
    const dataDir = kept(folderWith());
    await importing({ states: ['7,a.1,备案,办完'] }, dataDir);
    const { report } = await importing({ states: ['7,a.1,备案,办完'] }, dataDir);
    expect(report.total).toMatchObject({ imported: 0, refused: 0, listed: 1, events: 0 });
  });
});

describe('states of permits', () => {
  it('are filed with the last report, under the catalogue of the set', async () => {
    const { events } = await importing({ states: ['7,a.1,备案,办完', '7,a.2,环评,在办'] });
    const found = all(events, 'PermitStatusReported');
    expect(found.map(({ data }) => data)).toEqual([
      { catalogue: ownIdOf('invented', 'items'), item: 'a.1', state: 'done' },
      { catalogue: ownIdOf('invented', 'items'), item: 'a.2', state: 'inProgress' },
    ]);
    expect(found.map(({ metadata }) => dayOf(metadata.filedAt))).toEqual(['2020-04-05', '2020-04-05']);
  });

  it('are refused row by row where the item or the project is not there, and the others are taken', async () => {
    const { report, events } = await importing({
      months: ['7,2020-03-05,2020-03,,,,,甲', '9,2020-03-06,2020-03,,,,,乙'],
      states: ['7,a.1,备案,办完', '7,b.9,备案,办完', '8,a.1,备案,办完', '9,a.1,备案,办完', '7,a.2,环评,不明'],
      quarters: ['8,东街,动工,5', '9,西街,动工,5'],
    });
    expect(became(report, 'states.csv').toSorted()).toEqual([
      [2, 'imported'],
      [3, 'refused', 'PermitItemUnknown'],
      [4, 'refused', 'FiledAtUnknown'],
      [5, 'refused', 'ProjectNotFound'],
      [6, 'refused', 'CellInvalid'],
    ]);
    expect(became(report, 'quarters.csv').toSorted()).toEqual([
      [2, 'refused', 'FiledAtUnknown'],
      [3, 'refused', 'ProjectNotFound'],
    ]);
    expect(all(events, 'ProjectRegistered')).toHaveLength(1);
    expect(all(events, 'PermitStatusReported')).toHaveLength(1);
  });

  it('warn where the item is called otherwise than in the catalogue', async () => {
    const { report } = await importing({ states: ['7,a.1,备案,办完', '7,a.2,能评,办完'] });
    expect(rowsOf(report, 'states.csv').map(({ warnings = [] }) => warnings.map(({ params }) => params))).toEqual([
      [],
      [{ left: '能评', right: '环评' }],
    ]);
  });
});

describe('values of another file', () => {
  it('are taken from the project’s row there, and named with their file as the source', async () => {
    const { events } = await importing({ quarters: ['7,东街,动工,5'] });
    const [registered] = all(events, 'ProjectRegistered');
    expect(registered?.data['place']).toBe('东街');
    expect(registered?.metadata.source).toMatchObject({
      columns: expect.arrayContaining(['quarters.csv:地点']) as string[],
    });
  });

  it.each([
    ['there is no row', []],
    ['the cell is blank', ['7,,动工,5']],
  ])('say nothing where %s', async (_, quarters) => {
    const { events } = await importing({ quarters });
    expect(all(events, 'ProjectRegistered')[0]?.data).not.toHaveProperty('place');
  });
});

describe('cells that say nothing in words', () => {
  it('count as blank, and a plan needs its goal', async () => {
    const list = ['1,甲厂,,,,,,,', '2,乙厂,,,,,,,', '3,丙厂,,,,,,,', '4,丁厂,,,,,,,'];
    const months = ['1', '2', '3', '4'].map((no) => `${no},2020-03-05,2020-03,,,,,甲`);
    const quarters = ['1,,动工,5', '2,,动工,——', '3,,无,5', '4,,,无'];
    const { report, events } = await importing({ list, months, quarters });
    expect(all(events, 'QuarterPlanSet').map(({ data }) => data)).toEqual([
      { year: 2020, quarter: 1, goal: '动工', investment: { fen: '5000000', currency: 'CNY' } },
      { year: 2020, quarter: 1, goal: '动工' },
    ]);
    const warned = rowsOf(report, 'quarters.csv').map(({ row, warnings = [] }) => [
      row,
      ...warnings.map((w) => w.code),
    ]);
    expect(warned).toEqual([[2], [3], [4, 'MoneyWithoutGoal'], [5]]);
  });
});

describe('a day that the mapping names', () => {
  it('is when every row was filed', async () => {
    const { events } = await importing({
      quarters: ['7,东街,动工,5'],
      quartersMapping: { ...QUARTERS, filedAt: { at: '2020-06-30' } },
    });
    expect(all(events, 'QuarterPlanSet').map(({ metadata }) => metadata.filedAt)).toEqual(['2020-06-29T16:00:00.000Z']);
  });
});

const settings: readonly (readonly [string, PermitFiles, string])[] = [
  ['a day that is none', { quartersMapping: { ...QUARTERS, filedAt: { at: '六月' } } }, 'quarters.json /filedAt/at'],
  [
    'times of a file that has none of its own',
    { statesMapping: { ...STATES, filedAt: { lastOf: 'quarters' } } },
    'states.json /filedAt',
  ],
  [
    'a value that another file does not have',
    {
      listMapping: { ...ITEMS, catalogue: undefined, project: 'code', steps: [], elsewhere: { x: 'quarters.colour' } },
    },
    'list.json /elsewhere/x',
  ],
  [
    'a column with a name that means something else',
    { quartersMapping: { ...QUARTERS, columns: { ...QUARTERS.columns, item: { column: '地点', type: 'text' } } } },
    'quarters.json /columns/item',
  ],
  [
    'items that no column gives',
    { itemsMapping: { ...ITEMS, catalogue: { ...ITEMS.catalogue, items: { id: '$number', name: '$name' } } } },
    'items.json /catalogue/items',
  ],
  ['rows by a value that no column gives', { itemsMapping: { ...ITEMS, rows: { year: '2020' } } }, 'items.json /rows'],
  ['a mapping that says nothing of its rows', { itemsMapping: { ...ITEMS, catalogue: undefined } }, 'items.json /'],
];

it.each(settings)('names the place of %s in its settings', async (_, files, path) => {
  const faults = await faultsOf(kept(folderWith(permitSet(files))), kept(folderWith()));
  expect(faults[0]).toMatchObject({ code: 'SetInvalid', params: { path } });
});
