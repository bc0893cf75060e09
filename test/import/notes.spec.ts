import { dayOf, type StoredEvent } from '#kernel';
import { projectStream } from '#ledger';
import { projectIdOf, unitIdOf } from '#workbook';
import type { ImportReport } from '../../apps/cli/src/import/report.ts';
import { CHANGES, CHANGES_SET, changesFolder, withRule, type Changes } from './changes-set.ts';
import { eventsIn, faultsOf, folderWith, identityOf, imported, remove } from './ledger.ts';

const folders: string[] = [];
const kept = (folder: string): string => {
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach(remove));

async function importing(
  changes: Changes,
  dataDir = kept(folderWith()),
): Promise<{ report: ImportReport; events: StoredEvent[] }> {
  const report = await imported(kept(changesFolder(changes)), dataDir);
  return { report, events: await eventsIn(dataDir) };
}

const statusOf = ({ rows }: ImportReport) =>
  rows.map(({ row, status, listed, refusals = [] }) => [row, status, listed?.code ?? refusals[0]?.code].slice(0, 3));
const ofProject = (events: readonly StoredEvent[], number: string) =>
  events.filter(({ stream }) => stream === projectStream(projectIdOf('changes', number)));
const note = (text: string, day = '2020-05-26') => `${day},${day},${text}`;

it('registers a project that no list names with the first note about it, and says what is not known', async () => {
  const { events } = await importing({ rows: [note('7号改为800万'), note('7号改为900万', '2020-06-01')] });
  const [registered, ...changed] = ofProject(events, '7');
  expect(registered).toMatchObject({
    type: 'ProjectRegistered',
    data: { name: '第7号', source: '只知编号：7' },
    metadata: { source: { kind: 'import', file: 'changes.csv', row: 2, columns: ['说明'] } },
  });
  expect(registered?.data).not.toHaveProperty('totalInvestment');
  expect(changed.map(({ type, data, metadata }) => [type, data['amount'], dayOf(metadata.filedAt)])).toEqual([
    ['TotalInvestmentChanged', { fen: '800000000', currency: 'CNY' }, '2020-05-26'],
    ['TotalInvestmentChanged', { fen: '900000000', currency: 'CNY' }, '2020-06-01'],
  ]);
});

it('keeps one of two notes that say the same in two wordings, and names the other', async () => {
  const { report, events } = await importing({
    rows: [note('7号增加 水局（12）'), note('7 号 由水局代办'), note('7号由山局代办'), note('7号由水局代办')],
  });
  expect(statusOf(report)).toEqual([
    [2, 'imported', undefined],
    [3, 'listed', 'DuplicateNote'],
    [4, 'imported', undefined],
    [5, 'listed', 'DuplicateNote'],
  ]);
  expect(report.rows[1]?.listed).toMatchObject({ row: 3, params: { row: 2 } });
  expect(report.total).toMatchObject({ rows: 4, imported: 2, listed: 2, refused: 0, warned: 0 });
  expect(ofProject(events, '7').map(({ type }) => type)).toEqual([
    'ProjectRegistered',
    'AgentUnitAssigned',
    'AgentUnitAssigned',
  ]);
});

it('takes what is noted again on another day for another note', async () => {
  const rows = [note('7号改为800万'), note('7号改为900万', '2020-05-27'), note('7号改为800万', '2020-05-28')];
  const { report, events } = await importing({ rows });
  expect(report.total).toMatchObject({ imported: 3, listed: 0 });
  expect(ofProject(events, '7')).toHaveLength(4);
});

it('says a note about several projects of each, and of those that were not told yet', async () => {
  const { report, events } = await importing({
    rows: [note('3-5号由水局代办'), note('5 和 6 号由水局代办'), note('4号由水局代办')],
  });
  expect(report.rows.map(({ status, events: made }) => [status, made])).toEqual([
    ['imported', 7],
    ['imported', 2],
    ['listed', 0],
  ]);
  const assigned = events.filter(({ type }) => type === 'AgentUnitAssigned').map(({ stream }) => stream);
  expect(assigned).toEqual(['3', '4', '5', '6'].map((number) => projectStream(projectIdOf('changes', number))));
});

it.each([
  ['says something else', '刘局修改'],
  ['gives a slot what it cannot hold', '7号改为约800万'],
  ['names no projects', '那个号改为800万'],
  ['names too many projects', '1-9999号改为800万'],
  ['is longer than anybody words one', `7号由${'水'.repeat(1_000)}局代办`],
])('lists a note with its text where it %s, and makes nothing of it', async (_, text) => {
  const { report, events } = await importing({ rows: [note(text), note(text)] });
  expect(report.rows.map(({ listed }) => [listed?.code, listed?.params])).toEqual([
    ['NoteNotRead', { note: text }],
    ['DuplicateNote', { row: 2 }],
  ]);
  expect(events.map(({ type }) => type)).toEqual(['ZoneDefined']);
});

it('takes nothing from an empty file of notes', async () => {
  const { report, events } = await importing({ rows: [] });
  expect([report.total, events]).toMatchObject([{ rows: 0, listed: 0, events: 0 }, []]);
});

it('refuses a note without its day, and takes the others', async () => {
  const { report } = await importing({ rows: [',,7号改为800万', note('8号改为800万')] });
  expect(statusOf(report)).toEqual([
    [2, 'refused', 'CellRequired'],
    [3, 'imported', undefined],
  ]);
});

it('knows a renamed unit under both names, and a new one from its day', async () => {
  const { report, events } = await importing({
    rows: [
      note('新设山局'),
      note('水局更名为水务局'),
      note('7号由水务局代办'),
      note('8号由水局代办'),
      note('9号由山局代办'),
    ],
  });
  expect(report.total).toMatchObject({ imported: 5, refused: 0 });
  const units = events.filter(({ stream }) => stream.startsWith('organization-'));
  expect(units.map(({ type, data }) => [type, data['name'], data['from']])).toEqual([
    ['OrganizationDefined', '山局', '2020-05-26'],
    ['OrganizationDefined', '水局', '2020-01-01'],
    ['OrganizationRenamed', '水务局', '2020-05-26'],
  ]);
  const [water, hill] = ['水局', '山局'].map((name) => unitIdOf('changes', name));
  expect(events.filter(({ type }) => type === 'AgentUnitAssigned').map(({ data }) => data['unitId'])).toEqual([
    water,
    water,
    hill,
  ]);
});

it('adds nothing when it is run again, also where the notes were sorted anew', async () => {
  const dataDir = kept(folderWith());
  const rows = [note('7号增加水局(12)'), note('7号由水局代办'), note('3-4号改为5万'), note('水局更名为水务局')];
  const { events } = await importing({ rows }, dataDir);
  const { report, events: after } = await importing(
    { rows: [rows[1], rows[0], rows[2], rows[3]] as string[] },
    dataDir,
  );
  expect(report.total).toMatchObject({ imported: 0, unchanged: 3, listed: 1, refused: 0, events: 0 });
  expect(after.map(identityOf)).toEqual(events.map(identityOf));
});

it('makes no project of one that no list names where the set gives no placeholder', async () => {
  const { placeholder: _, ...set } = CHANGES_SET;
  const { report, events } = await importing({ rows: [note('7号改为800万')], set });
  expect(statusOf(report)).toEqual([[2, 'refused', 'ProjectNotFound']]);
  expect(events.map(({ type }) => type)).toEqual(['ZoneDefined']);
});

it('refuses what the API would not take of a note', async () => {
  const { report, events } = await importing({ rows: [note(`7号由${'水'.repeat(300)}局代办`)] });
  expect(report.total).toMatchObject({ imported: 0, refused: 1 });
  expect(events.filter(({ type }) => type === 'OrganizationDefined')).toEqual([]);
});

const settings: readonly (readonly [string, Changes, readonly string[]])[] = [
  [
    'a slot that is not described',
    { mapping: withRule({ like: ['{project}号给{colour}'] }) },
    ['/notes/rules/0/like/0'],
  ],
  ['slots beside each other', { mapping: withRule({ like: ['{project}{unit}代办'] }) }, ['/notes/rules/0/like/0']],
  ['a note that names no project', { mapping: withRule({ like: ['增加{unit}'] }) }, ['/notes/rules/0/like/0']],
  ['two rules of one name', { mapping: withRule({ id: 'total' }) }, ['/notes/rules/1/id']],
  [
    'a fact of a unit that does not exist',
    { mapping: withRule({ steps: [{ say: 'ProjectRenamed', of: 'unit', data: { name: '$name' } }] }) },
    ['/notes/rules/0/steps/0/say'],
  ],
  [
    'a unit that is none',
    { mapping: withRule({ steps: [{ define: 'amount', from: '$day' }] }) },
    ['/notes/rules/0/steps/0'],
  ],
  [
    'a slot named as a column is',
    { mapping: { ...CHANGES, notes: { ...CHANGES.notes, slots: { ...CHANGES.notes.slots, day: { type: 'text' } } } } },
    ['/notes/slots/day'],
  ],
  [
    'a slot of no type',
    { mapping: { ...CHANGES, notes: { ...CHANGES.notes, slots: { ...CHANGES.notes.slots, n: { type: 'regex' } } } } },
    ['/notes/slots/n/type'],
  ],
];

it.each(settings)('names the place of %s in its settings', async (_, changes, places) => {
  const faults = await faultsOf(kept(changesFolder(changes)), kept(folderWith()));
  expect(faults.map(({ code, params }) => [code, params?.['path']])).toEqual(
    places.map((place) => ['SetInvalid', `changes.json ${place}`]),
  );
});

it('names a placeholder that wants what only a row has', async () => {
  const set = { ...CHANGES_SET, placeholder: { name: '{$name}', zoneId: '$zone' } };
  expect(await faultsOf(kept(changesFolder({ set })), kept(folderWith()))).toMatchObject([
    { code: 'SetInvalid', params: { path: 'set.json /placeholder' } },
  ]);
});
