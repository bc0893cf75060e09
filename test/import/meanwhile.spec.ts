import { derivedId, isRefusal } from '#kernel';
import { openEmbeddedStore } from '#event-store';
import { Executor, projectSlice, projectStream } from '#ledger';
import { projectIdOf } from '#workbook';
import { join } from 'node:path';
import { openLedger } from '../http/harness.ts';
import { inventedSet, listCsv, monthsCsv, PROJECT } from './invented-set.ts';
import { eventsIn, folderWith, identityOf, imported, remove } from './ledger.ts';

const folders: string[] = [];
const folder = (files = {}): string => {
  const made = folderWith(files);
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach(remove));

const MARCH = '7,2020-03-05,2020-03,未开,2020-06,,1,甲';
const APRIL = '7,2020-04-05,2020-04,未开,2020-08,,2,乙';
const MAY = '7,2020-05-05,2020-05,未开,2020-08,,2,丙';
const ID = projectIdOf('invented', '7');

/** Somebody files a command of their own on the project. */
async function meanwhile(dataDir: string, type: string, data: object): Promise<void> {
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db') });
  try {
    const executor = new Executor({ store, clock: () => Date.parse('2020-04-01T00:00:00Z'), knows: async () => true });
    const outcome = await executor.execute({
      slice: projectSlice,
      streamId: projectStream(ID),
      command: { type, data },
      commandId: derivedId('somebody', type),
      actor: { id: 'somebody', role: 'coordinator' },
      source: { kind: 'api' },
      correlationId: derivedId('somebody'),
    });
    expect(isRefusal(outcome)).toBe(false);
    expect(outcome.kind).toBe('accepted');
  } finally {
    await store.close();
  }
}

it('adds only what is new of a file that has grown and was sorted anew', async () => {
  const dataDir = folder();
  await imported(folder(inventedSet({ months: monthsCsv(MARCH, APRIL) })), dataDir);
  const before = (await eventsIn(dataDir)).map(identityOf);
  const { total, rows } = await imported(folder(inventedSet({ months: monthsCsv(MAY, APRIL, MARCH) })), dataDir);
  expect(total).toMatchObject({ imported: 1, unchanged: 3, refused: 0, events: 2 });
  expect(rows.find(({ status }) => status === 'imported')).toMatchObject({
    file: 'months.csv',
    row: 2,
    key: ['7', '2020-05'],
  });
  const after = (await eventsIn(dataDir)).map(identityOf);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length).map(({ type }) => type)).toEqual(['InvestmentReported', 'ProgressReported']);
});

it('refuses a row that says something else than when it was imported, and names the step', async () => {
  const dataDir = folder();
  await imported(folder(inventedSet({ months: monthsCsv(MARCH) })), dataDir);
  const changed = monthsCsv(MARCH.replace('甲', '改了'));
  const { total, rows } = await imported(folder(inventedSet({ months: changed })), dataDir);
  expect(total).toMatchObject({ imported: 0, unchanged: 1, refused: 1, events: 0 });
  expect(rows.find(({ status }) => status === 'refused')?.refusals).toMatchObject([
    { code: 'ImportedDifferently', file: 'months.csv', row: 2, params: { step: 'ProgressReported' } },
  ]);
});

it('reports what the ledger refuses because somebody changed the project meanwhile, and takes the rest of the row', async () => {
  const dataDir = folder();
  await imported(folder(inventedSet({ months: monthsCsv(MARCH) })), dataDir);
  await meanwhile(dataDir, 'RescheduleMilestone', {
    milestone: 'constructionStarted',
    from: '2020-06',
    to: '2020-07',
    reason: '征迁',
  });
  const { total, rows } = await imported(folder(inventedSet({ months: monthsCsv(MARCH, APRIL) })), dataDir);
  expect(total).toMatchObject({ imported: 0, unchanged: 2, refused: 1, events: 2 });
  expect(rows.find(({ status }) => status === 'refused')).toMatchObject({
    row: 3,
    events: 2,
    refusals: [{ code: 'PlanNotCurrent', columns: ['状态', '开工'], params: { current: '2020-07' } }],
  });
});

it('adds nothing for what somebody already filed', async () => {
  const dataDir = folder();
  await imported(folder(inventedSet({ months: monthsCsv(MARCH) })), dataDir);
  await meanwhile(dataDir, 'ReportProgress', { period: '2020-04', text: '乙' });
  const { total } = await imported(folder(inventedSet({ months: monthsCsv(MARCH, APRIL) })), dataDir);
  expect(total).toMatchObject({ imported: 1, refused: 0, events: 2 });
  const texts = (await eventsIn(dataDir)).filter(({ type }) => type === 'ProgressReported');
  expect(texts.map(({ metadata }) => metadata.source.kind)).toEqual(['import', 'api']);
});

it('refuses the rows of a project that was voided, and imports the others', async () => {
  const dataDir = folder();
  await imported(folder(inventedSet({ months: monthsCsv(MARCH) })), dataDir);
  await meanwhile(dataDir, 'VoidProject', { reason: '重复入库' });
  const list = listCsv(PROJECT, '8,纸船厂,扩建,1,2020,A1,欧某某,区水局,');
  const months = monthsCsv(MARCH, APRIL, '8,2020-04-06,2020-04,未开,,,3,丙');
  const { rows } = await imported(folder(inventedSet({ list, months })), dataDir);
  const outcome = rows.map(({ key, status, refusals = [] }) => [
    ...key,
    status,
    ...new Set(refusals.map(({ code }) => code)),
  ]);
  expect(outcome).toEqual([
    ['7', 'unchanged'],
    ['7', '2020-03', 'unchanged'],
    ['7', '2020-04', 'refused', 'ProjectIsVoided'],
    ['8', 'imported'],
    ['8', '2020-04', 'imported'],
  ]);
});

it('imports beside a running server, which shows it', async () => {
  const ledger = await openLedger();
  try {
    const before = await ledger.get('/api/projects').expect(200);
    expect((before.body as { items: unknown[] }).items).toEqual([]);
    await imported(folder(inventedSet({ months: monthsCsv(MARCH) })), ledger.dataDir);
    // The import goes by the machine's clock, and time does not go back: a name holds from the day it is filed.
    ledger.time.now = Date.now();
    // A command through the server comes after the import, and its token waits for all before it.
    const own = await ledger.post(`/api/projects/${ID}/rename`, { name: '大风筝厂' }).expect(201);
    const { after } = own.body as { after: string };
    const list = await ledger.get(`/api/projects?after=${encodeURIComponent(after)}`).expect(200);
    const [item] = (list.body as { items: object[] }).items;
    expect(item).toMatchObject({ id: ID, name: '大风筝厂', leaderName: '欧某某' });
  } finally {
    await ledger.close();
  }
});
