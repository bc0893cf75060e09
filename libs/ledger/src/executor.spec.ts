import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId } from '#kernel';
import { openEmbeddedStore, type EventStore } from '#event-store';
import { Executor, type Order } from './executor.ts';
import { projectSlice, zoneSlice } from './slices.ts';

const NOON = Date.parse('2026-11-22T04:00:00.000Z');

describe('the executor', () => {
  let folder: string;
  let store: EventStore;
  let executor: Executor;
  const anotherExecutor = () =>
    new Executor({ store, clock: () => NOON, knows: (id) => Promise.resolve(id !== 'person-nobody') });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-executor-'));
    store = await openEmbeddedStore({ file: join(folder, 'log.db'), clock: () => NOON });
    executor = anotherExecutor();
    await executor.execute(order('zone-z1', 'zone', defineZone, { slice: zoneSlice }));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const defineZone = {
    type: 'DefineZone',
    data: { name: '示例区', level: 'provincial', kind: 'economic', hostCounty: '示例县', from: '2013-01-01' },
  };
  const register = (name: string) => ({ type: 'RegisterProject', data: { name, zoneId: 'z1' } });
  const start = (on: string) => ({ type: 'StartConstruction', data: { on } });

  function order(streamId: string, key: string, command: Order['command'], more: Partial<Order> = {}): Order {
    const commandId = derivedId('executor', key);
    const actor = { id: 'local', role: 'coordinator' };
    return {
      slice: projectSlice,
      streamId,
      command,
      commandId,
      actor,
      source: { kind: 'api' },
      correlationId: key,
      ...more,
    };
  }
  const events = async (stream: string) => (await Array.fromAsync(store.readStream(stream))).map(({ type }) => type);

  it('takes a command once, whoever brings it again, also where the stream is said to be new', async () => {
    const first = await executor.execute(order('project-p', 'a', register('甲'), { isNew: true }));
    expect(first).toMatchObject({ kind: 'accepted', revision: 0n });
    for (const again of [executor, anotherExecutor()]) {
      const outcome = await again.execute(order('project-p', 'a', register('甲'), { isNew: true }));
      expect(outcome).toEqual({ ...first, replayed: true });
    }
    expect(await events('project-p')).toEqual(['ProjectRegistered']);
  });

  it('says that an id was used for another command, also where the stream is said to be new', async () => {
    await executor.execute(order('project-p', 'a', register('甲'), { isNew: true }));
    for (const other of [executor, anotherExecutor()]) {
      expect(await other.execute(order('project-p', 'a', register('乙'), { isNew: true }))).toEqual({
        kind: 'keyReused',
      });
      expect(await other.execute(order('project-p', 'a', start('2026-05')))).toEqual({ kind: 'keyReused' });
    }
    expect(await events('project-p')).toEqual(['ProjectRegistered']);
  });

  it('decides anew on what another executor appended meanwhile', async () => {
    await executor.execute(order('project-p', 'a', register('甲')));
    await anotherExecutor().execute(order('project-p', 'b', start('2026-05')));
    expect(await executor.execute(order('project-p', 'c', start('2026-06')))).toMatchObject({
      kind: 'refused',
      refusal: { refused: 'FactAlreadyFiled' },
    });
    expect(await executor.execute(order('project-p', 'd', start('2026-05')))).toMatchObject({
      kind: 'unchanged',
      revision: 1n,
    });
    expect(
      await executor.execute(order('project-p', 'e', { type: 'CompleteProject', data: { on: '2026-07' } })),
    ).toMatchObject({
      kind: 'accepted',
      revision: 2n,
    });
  });

  it('lets twenty at once all have their turn, each fact once', async () => {
    await executor.execute(order('project-p', 'a', register('甲')));
    const months = Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
    const report = (period: string) => ({ type: 'ReportProgress', data: { period, text: '进展' } });
    const outcomes = await Promise.all(
      [executor, anotherExecutor()].flatMap((one, i) =>
        months.map((month) => one.execute(order('project-p', `${i}${month}`, report(month)))),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'accepted')).toHaveLength(10);
    expect(outcomes.filter(({ kind }) => kind === 'unchanged')).toHaveLength(10);
    expect(await events('project-p')).toHaveLength(11);
  });

  it('answers a lost If-Match with what happened since', async () => {
    await executor.execute(order('project-p', 'a', register('甲')));
    await executor.execute(order('project-p', 'b', start('2026-05')));
    const late = await executor.execute(
      order('project-p', 'c', { type: 'CompleteProject', data: { on: '2026-07' } }, { ifMatch: 0n }),
    );
    expect(late).toMatchObject({ kind: 'changedSince', revision: 1n, events: [{ type: 'ConstructionStarted' }] });
  });

  it('refuses what names nobody, and appends nothing', async () => {
    const lost = { type: 'RegisterProject', data: { name: '甲', zoneId: 'z9' } };
    expect(await executor.execute(order('project-p', 'a', lost))).toMatchObject({
      refusal: { refused: 'ZoneUnknown' },
    });
    await executor.execute(order('project-p', 'b', register('甲')));
    const nobody = { type: 'AssignLeader', data: { personId: 'nobody', lead: true, from: '2026-01' } };
    expect(await executor.execute(order('project-p', 'c', nobody))).toMatchObject({
      refusal: { refused: 'PersonUnknown' },
    });
    expect(await events('project-p')).toEqual(['ProjectRegistered']);
  });

  it('puts on every event who, why, from where and when', async () => {
    await executor.execute(order('project-p', 'a', register('甲'), { filedAt: '2018-03-06T09:25:53.000Z' }));
    const [event] = await Array.fromAsync(store.readStream('project-p'));
    expect(event?.metadata).toEqual({
      recordedAt: '2026-11-22T04:00:00.000Z',
      filedAt: '2018-03-06T09:25:53.000Z',
      filedAtClaimed: true,
      commandId: derivedId('executor', 'a'),
      commandDigest: event?.metadata.commandDigest,
      actor: { id: 'local', role: 'coordinator' },
      correlationId: 'a',
      causationId: derivedId('executor', 'a'),
      source: { kind: 'api' },
      schema: 1,
    });
    expect(event?.metadata.commandDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
