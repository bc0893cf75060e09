import { dialects, type Fresh } from '#database/testing';
import { openKept } from '#database';
import {
  ANSWERS_KEPT_DAYS,
  InvalidCursor,
  openRegistry,
  REGISTRY_MIGRATIONS,
  type Registry,
  type RegistryTables,
  type ReportLine,
} from './index.ts';

const ANN = { id: '00000000-0000-4000-8000-00000000000a', name: '安 Ann', unit: '招商局', post: '局长' };
const BO = { id: '00000000-0000-4000-8000-00000000000b', name: 'Bo_50%' };
const SCOPE = { actor: 'ann', route: 'POST /projects/{id}/sign', key: 'k1' };
const ANSWER = { digest: 'sha256:1', status: 201, headers: { etag: '"3"' }, body: { revision: '3' } };

describe.each(dialects)('the registry on %s', (_, fresh) => {
  let place: Fresh;
  let registry: Registry;
  let now: number;

  const open = async (): Promise<Registry> => openRegistry({ database: place.database, clock: () => now });

  beforeEach(async () => {
    now = Date.parse('2026-11-22T04:00:00.000Z');
    place = await fresh();
    registry = await open();
  });

  afterEach(async () => {
    await registry.close();
    await place.remove();
  });

  const reopen = async (): Promise<void> => {
    await registry.close();
    registry = await open();
  };

  describe('people', () => {
    it('defines a person once: the same again is unchanged, another description is told and not written', async () => {
      expect(await registry.people.definePerson(ANN)).toEqual({ outcome: 'defined', person: ANN });
      expect(await registry.people.definePerson(ANN)).toEqual({ outcome: 'unchanged', person: ANN });
      expect(await registry.people.definePerson({ ...ANN, post: '科长' })).toEqual({ outcome: 'differs', person: ANN });
      await reopen();
      expect(await registry.people.getPeople([ANN.id, BO.id, ANN.id])).toEqual(new Map([[ANN.id, ANN]]));
      expect([await registry.people.exists(ANN.id), await registry.people.exists(BO.id)]).toEqual([true, false]);
    });

    it('describes a known person anew, once for a command, and keeps what was said before', async () => {
      await registry.people.definePerson({ ...ANN, phone: '138 1234 5678' });
      const revise = (commandId: string, change: object, remove: ('unit' | 'post' | 'phone')[] = []) =>
        registry.people.revisePerson({ id: ANN.id, change, remove, actor: 'eve', commandId });
      expect(await revise('c1', { post: '书记' }, ['unit'])).toEqual({
        id: ANN.id,
        name: ANN.name,
        post: '书记',
        phone: '138****5678',
      });
      expect(await revise('c2', { post: '书记' })).toMatchObject({ post: '书记' });
      now += 60_000;
      expect(await revise('c3', { name: '安', phone: '0719-8123456' })).toMatchObject({ phone: '0719****56' });
      expect(await revise('c1', { post: '科长' })).toMatchObject({ name: '安', post: '书记' });
      expect(await registry.people.revisePerson({ ...BO, change: { name: 'x' }, actor: 'eve', commandId: 'c4' })).toBe(
        undefined,
      );
      await reopen();
      expect(await registry.people.getPeople([ANN.id, BO.id])).toEqual(
        new Map([[ANN.id, { id: ANN.id, name: '安', post: '书记', phone: '0719****56' }]]),
      );
      const said = { name: ANN.name, phone: '138****5678', revisedBy: 'eve' };
      const former = [
        { ...said, post: '书记', revisedAt: now },
        { ...said, unit: ANN.unit, post: ANN.post, revisedAt: now - 60_000 },
      ];
      expect(await registry.people.formerDescriptions(ANN.id, 9)).toEqual(former);
      expect(await registry.people.formerDescriptions(ANN.id, 1)).toEqual(former.slice(0, 1));
      expect((await registry.people.listPeople({ text: '书记', limit: 9 })).items).toHaveLength(1);
      expect((await registry.people.listPeople({ text: '局长', limit: 9 })).items).toEqual([]);
    });

    it('tells a phone from another one, shows it masked, and finds nobody by it', async () => {
      const person = { ...BO, phone: '13812345678' };
      const shown = { ...BO, phone: '138****5678' };
      expect(await registry.people.definePerson(person)).toEqual({ outcome: 'defined', person: shown });
      expect(await registry.people.definePerson(person)).toEqual({ outcome: 'unchanged', person: shown });
      const other = { ...person, phone: '13899995678' };
      expect(await registry.people.definePerson(other)).toEqual({ outcome: 'differs', person: shown });
      expect((await registry.people.listPeople({ limit: 9 })).items).toEqual([shown]);
      expect((await registry.people.listPeople({ text: '1381234', limit: 9 })).items).toEqual([]);
    });

    it('knows the people of a registry from before there were phones', async () => {
      const older = await fresh();
      const migrations = REGISTRY_MIGRATIONS.slice(0, 1);
      const kept = await openKept<RegistryTables>({ database: older.database, migrations, clock: () => now });
      const row = { person_id: ANN.id, name: ANN.name, unit: ANN.unit, post: ANN.post, search: '安 ann' };
      await kept.write('durable', (transaction) => transaction.insertInto('people').values(row).execute());
      await kept.close();
      const newer = await openRegistry({ database: older.database, clock: () => now });
      const revision = { id: ANN.id, change: { phone: '13812345678' }, actor: 'eve', commandId: 'c1' };
      expect(await newer.people.revisePerson(revision)).toEqual({ ...ANN, phone: '138****5678' });
      expect(await newer.people.formerDescriptions(ANN.id, 9)).toMatchObject([{ name: ANN.name, post: ANN.post }]);
      await newer.close();
      await older.remove();
    });

    it('finds part of a name, unit or post in any case, taking no letter for a wildcard', async () => {
      await registry.people.definePerson(ANN);
      await registry.people.definePerson(BO);
      const found = async (text: string) => (await registry.people.listPeople({ text, limit: 9 })).items;
      expect(await found('aNN')).toEqual([ANN]);
      expect(await found('招商')).toEqual([ANN]);
      expect(await found('_50%')).toEqual([BO]);
      expect(await found('5_%')).toEqual([]);
      expect(await found('\\')).toEqual([]);
    });

    it('sorts names by their bytes, whatever the database thinks of languages', async () => {
      const names = ['b', 'Ä', 'a', '张三', 'B', '安娜', 'A', 'é', '𠮷野'];
      const people = names.map((name, i) => ({ id: `00000000-0000-4000-8000-00000000000${i}`, name }));
      for (const person of people) await registry.people.definePerson(person);
      const listed = (await registry.people.listPeople({ limit: 20 })).items.map(({ name }) => name);
      expect(listed).toEqual(['A', 'B', 'a', 'b', 'Ä', 'é', '安娜', '张三', '𠮷野']);
    });

    it('keeps a mark where a text has what no database can hold', async () => {
      await registry.people.definePerson({ ...BO, name: 'Nul\0 and half\ud800' });
      expect((await registry.people.listPeople({ text: 'nul\0', limit: 9 })).items).toEqual([
        { ...BO, name: 'Nul\ufffd and half\ufffd' },
      ]);
    });

    it('lists by name, page by page, people of one name too', async () => {
      const people = ['Bo', 'Ann', 'Ann', 'Cy'].map((name, i) => ({ ...BO, id: BO.id.slice(0, -1) + i, name }));
      for (const person of people) await registry.people.definePerson(person);
      const first = await registry.people.listPeople({ limit: 1 });
      const second = await registry.people.listPeople({ limit: 2, cursor: first.next as string });
      const third = await registry.people.listPeople({ limit: 2, cursor: second.next as string });
      expect([...first.items, ...second.items, ...third.items]).toEqual([1, 2, 0, 3].map((i) => people[i]));
      expect(third.next).toBeUndefined();
      await expect(registry.people.listPeople({ limit: 1, cursor: 'x' })).rejects.toThrow(InvalidCursor);
    });
  });

  describe('answers', () => {
    it('gives the first answer again, at once and after a new start', async () => {
      const kept = registry.answers.keep(SCOPE, ANSWER);
      expect(await registry.answers.find(SCOPE)).toEqual(ANSWER);
      await kept;
      await registry.answers.keep(SCOPE, { ...ANSWER, status: 409 });
      await reopen();
      expect(await registry.answers.find(SCOPE)).toEqual(ANSWER);
      for (const other of [{ actor: 'bo' }, { route: 'POST /projects' }, { key: 'k2' }]) {
        expect(await registry.answers.find({ ...SCOPE, ...other })).toBeUndefined();
      }
    });

    it('keeps everything of a burst, and an answer without a body', async () => {
      const scopes = Array.from({ length: 3_000 }, (_, i) => ({ ...SCOPE, key: `k${i}` }));
      const { body, ...bare } = ANSWER;
      await Promise.all(scopes.map((scope) => registry.answers.keep(scope, body ? bare : ANSWER)));
      void registry.answers.keep({ ...SCOPE, key: 'last' }, ANSWER);
      await reopen();
      expect(await registry.answers.find({ ...SCOPE, key: 'last' })).toEqual(ANSWER);
      for (const scope of scopes) expect(await registry.answers.find(scope)).toEqual(bare);
    });

    it('forgets answers after their time, some at once', async () => {
      await Promise.all(
        Array.from({ length: 1_500 }, (_, i) => registry.answers.keep({ ...SCOPE, key: `k${i}` }, ANSWER)),
      );
      now += ANSWERS_KEPT_DAYS * 86_400_000;
      expect(await registry.answers.purge()).toBe(0);
      await registry.answers.keep(SCOPE, ANSWER);
      await registry.answers.keep({ ...SCOPE, key: 'new' }, ANSWER);
      now += 1;
      expect([await registry.answers.purge(), await registry.answers.purge()]).toEqual([1_000, 500]);
      expect(await registry.answers.purge()).toBe(0);
      expect(await registry.answers.find({ ...SCOPE, key: 'new' })).toEqual(ANSWER);
    });
  });

  describe('import batches', () => {
    const batch = { id: ANN.id, set: 'zone-2018', files: [{ name: 'a.xlsx', digest: 'sha256:1' }], actor: BO.id };
    const lines: readonly ReportLine[] = [
      { status: 'imported', file: 'a.xlsx', row: 2 },
      { status: 'refused', file: 'a.xlsx', row: 3, rule: 'FactInTheFuture', params: { on: '2027-01' } },
      { status: 'imported', file: 'a.xlsx', row: 4 },
      { status: 'warned', file: 'a.xlsx', rule: 'NoHeader' },
    ];

    it('tells what became of each row', async () => {
      const started = { ...batch, startedAt: now };
      expect(await registry.importBatches.start(batch)).toEqual(started);
      now += 5_000;
      expect(await registry.importBatches.start(batch)).toEqual(started);
      await registry.importBatches.addLines(batch.id, lines.slice(0, 3));
      await registry.importBatches.addLines(batch.id, lines.slice(3));
      const counts = { imported: 2, unchanged: 0, warned: 1, refused: 1 };
      expect(await registry.importBatches.finish(batch.id)).toEqual({ ...started, finishedAt: now, counts });
      await reopen();
      expect(await registry.importBatches.get(batch.id)).toEqual({ ...started, finishedAt: now, counts });
      const numbered = lines.map((line, i) => ({ ...line, line: i + 1 }));
      const first = await registry.importBatches.lines(batch.id, { limit: 3 });
      const rest = await registry.importBatches.lines(batch.id, { limit: 3, cursor: first.next as string });
      expect([first.items, rest.items, rest.next]).toEqual([numbered.slice(0, 3), numbered.slice(3), undefined]);
      const imported = await registry.importBatches.lines(batch.id, { status: 'imported', limit: 1 });
      expect(imported.items).toEqual([numbered[0]]);
      expect(
        await registry.importBatches.lines(batch.id, { status: 'imported', limit: 1, cursor: imported.next as string }),
      ).toEqual({ items: [numbered[2]], next: undefined });
    });

    it('takes a report longer than a statement', async () => {
      await registry.importBatches.start(batch);
      const long = Array.from(
        { length: 2_500 },
        (_, i) => ({ status: 'unchanged', file: 'a.xlsx', row: i + 2 }) as const,
      );
      await registry.importBatches.addLines(batch.id, long);
      expect((await registry.importBatches.finish(batch.id))?.counts?.unchanged).toBe(2_500);
    });

    it('lists the latest first, and knows no batch that was never begun', async () => {
      await registry.importBatches.start(batch);
      await registry.importBatches.start({ ...batch, id: BO.id });
      now += 1;
      const latest = { ...batch, id: '00000000-0000-4000-8000-000000000001' };
      await registry.importBatches.start(latest);
      const first = await registry.importBatches.list({ limit: 2 });
      expect(first.items.map(({ id }) => id)).toEqual([latest.id, BO.id]);
      const rest = await registry.importBatches.list({ limit: 2, cursor: first.next as string });
      expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[batch.id], undefined]);
      expect(await registry.importBatches.get(SCOPE.key)).toBeUndefined();
      expect(await registry.importBatches.finish(SCOPE.key)).toBeUndefined();
    });
  });
});
