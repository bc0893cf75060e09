import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId } from '#kernel';
import { Conflict, openEmbeddedStore, type EventStore } from '#event-store';
import { Executor, type Order } from './executor.ts';
import { organizationSlice, projectSlice, zoneSlice } from './slices.ts';

const NOON = Date.parse('2026-11-22T04:00:00.000Z');

describe('the executor', () => {
  let folder: string;
  let store: EventStore;
  let executor: Executor;
  let now = NOON;
  const anotherExecutor = () =>
    new Executor({ store, clock: () => now, knows: (id) => Promise.resolve(id !== 'person-nobody') });

  beforeEach(async () => {
    now = NOON;
    folder = mkdtempSync(join(tmpdir(), 'taizhang-executor-'));
    store = await openEmbeddedStore({ file: join(folder, 'log.db'), clock: () => now });
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

  it('says that a command lost every race, as a conflict that may be tried again', async () => {
    await executor.execute(order('project-p', 'a', register('甲')));
    const busy = Object.create(store) as EventStore;
    busy.readStream = (...asked) => store.readStream(...asked);
    busy.append = (stream) => Promise.reject(new Conflict(stream, 0n, 1n));
    const loser = new Executor({ store: busy, clock: () => now, knows: () => Promise.resolve(true) });
    const error: unknown = await loser.execute(order('project-p', 'b', start('2026-05'))).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Conflict);
    expect(String(error)).toBe(
      'Conflict: stream project-p grew 20 times while a command was decided on it, last after 0',
    );
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

  describe('of projects that are merged and split', () => {
    const run = (stream: string, key: string, command: Order['command']) =>
      executor.execute(order(stream, key, command));
    const into = (projectId: string) => ({ type: 'MergeInto', data: { projectId, reason: '同一宗地' } });
    const from = (projectId: string) => ({ type: 'SplitFrom', data: { projectId } });
    const back = (projectId: string) => ({
      kind: 'refused',
      refusal: { refused: 'ProjectLeadsToItself', params: { projectId } },
    });
    beforeEach(async () => {
      for (const id of ['a', 'b', 'c']) await run(`project-${id}`, id, register(id));
    });

    it('refuses a project that nobody registered, and one that was voided', async () => {
      const unknown = { kind: 'refused', refusal: { refused: 'ProjectUnknown' } };
      expect(await run('project-a', '1', into('x'))).toMatchObject(unknown);
      await run('project-b', '2', { type: 'VoidProject', data: { reason: '重复' } });
      expect(await run('project-a', '3', into('b'))).toMatchObject(unknown);
      expect(await events('project-a')).toEqual(['ProjectRegistered']);
    });

    it('refuses a merger into itself, and one that closes a circle', async () => {
      expect(await run('project-a', '1', into('a'))).toMatchObject(back('a'));
      await run('project-a', '2', into('b'));
      await run('project-b', '3', into('c'));
      expect(await run('project-c', '4', into('a'))).toMatchObject(back('a'));
      expect(await run('project-c', '5', from('a'))).toMatchObject(back('a'));
    });

    it('refuses a circle through a split, also one that a later merger leads away from', async () => {
      await run('project-b', '1', from('a'));
      expect(await run('project-a', '2', into('b'))).toMatchObject(back('b'));
      await run('project-b', '3', into('c'));
      expect(await run('project-a', '4', into('b'))).toMatchObject(back('b'));
      expect(await run('project-a', '5', into('c'))).toMatchObject({ kind: 'accepted' });
    });
  });

  describe('of projects whose mergers are mended', () => {
    const factOf = async (stream: string, key: string, command: Order['command']): Promise<string> => {
      const outcome = await executor.execute(order(stream, key, command));
      if (outcome.kind !== 'accepted') throw new Error(`${command.type} was ${outcome.kind}`);
      return outcome.eventIds[0] as string;
    };
    const into = (projectId: string) => ({ type: 'MergeInto', data: { projectId, reason: '同一宗地' } });
    const revoke = (factId: string) => ({ type: 'RevokeFact', data: { factId, reason: '误操作' } });
    const correct = (factId: string, projectId: string) => ({
      type: 'CorrectFact',
      data: { factId, data: into(projectId).data, reason: '填错' },
    });
    const back = { kind: 'refused', refusal: { refused: 'ProjectLeadsToItself', params: { projectId: 'b' } } };
    beforeEach(async () => {
      for (const id of ['a', 'b', 'c']) await executor.execute(order(`project-${id}`, id, register(id)));
    });

    it('brings back no merger into what was merged here meanwhile, by revoking its revocation', async () => {
      const merger = await factOf('project-a', '1', into('b'));
      const revocation = await factOf('project-a', '2', revoke(merger));
      const other = await factOf('project-b', '3', into('a'));
      expect(await executor.execute(order('project-a', '4', revoke(revocation)))).toMatchObject(back);
      await factOf('project-b', '5', revoke(other));
      expect(await executor.execute(order('project-a', '6', revoke(revocation)))).toMatchObject({ kind: 'accepted' });
    });

    it('brings back no merger by revoking its correction', async () => {
      const merger = await factOf('project-a', '1', into('b'));
      const correction = await factOf('project-a', '2', correct(merger, 'c'));
      await factOf('project-b', '3', into('a'));
      expect(await executor.execute(order('project-a', '4', revoke(correction)))).toMatchObject(back);
    });

    it('lets a revocation pass that takes a merger back, and a chain through a project that is merged', async () => {
      const merger = await factOf('project-a', '1', into('b'));
      await factOf('project-b', '2', into('c'));
      expect(await executor.execute(order('project-c', '3', into('a')))).toMatchObject({
        refusal: { refused: 'ProjectLeadsToItself' },
      });
      expect(await executor.execute(order('project-a', '4', revoke(merger)))).toMatchObject({ kind: 'accepted' });
      expect(await executor.execute(order('project-a', '5', into('b')))).toMatchObject({ kind: 'accepted' });
    });
  });

  describe('of units over time', () => {
    const unit = (from: string) => ({ type: 'DefineOrganization', data: { name: '经信局', kind: 'department', from } });
    const assign = (unitId: string, from: string) => ({ type: 'AssignResponsibleUnit', data: { unitId, from } });
    const notThere = (id: string, from: string) => ({
      kind: 'refused',
      refusal: { refused: 'UnitNotThereThen', params: { id, from } },
    });
    let n = 0;
    const run = (command: Order['command'], stream = 'project-p', slice = projectSlice) =>
      executor.execute(order(stream, `unit-${n++}`, command, { slice }));
    beforeEach(async () => {
      await run(register('甲'));
      for (const [id, from] of [
        ['old', '2015-01-01'],
        ['new', '2025-03-10'],
      ] as const)
        await run(unit(from), `organization-${id}`, organizationSlice);
    });

    it('assigns no unit before it was there, as far as the date tells', async () => {
      expect(await run(assign('new', '2018'))).toMatchObject(notThere('new', '2018'));
      expect(await run(assign('new', '2025-03-09'))).toMatchObject(notThere('new', '2025-03-09'));
      expect(await run({ ...assign('new', '2025-02'), type: 'AssignAgentUnit' })).toMatchObject(
        notThere('new', '2025-02'),
      );
      expect(await run(assign('nobody', '2025'))).toMatchObject({ refusal: { refused: 'UnitUnknown' } });
      for (const from of ['2025-03', 'unknown'])
        expect(await run(assign('new', from))).toMatchObject({ kind: 'accepted' });
    });

    it('assigns no unit from the day on which it was merged into another one', async () => {
      const merge = { type: 'MergeOrganization', data: { into: 'new', from: '2025-06-01' } };
      expect(await run(merge, 'organization-old', organizationSlice)).toMatchObject({ kind: 'accepted' });
      expect(await run(assign('old', '2025-06-01'))).toMatchObject(notThere('old', '2025-06-01'));
      expect(await run(assign('old', '2025-05-31'))).toMatchObject({ kind: 'accepted' });
    });

    it('corrects no assignment to a day on which its unit was not there', async () => {
      const outcome = await run(assign('new', '2025-03-10'));
      if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
      const data = { factId: outcome.eventIds[0], data: assign('new', '2024').data, reason: '填错' };
      expect(await run({ type: 'CorrectFact', data })).toMatchObject(notThere('new', '2024'));
    });
  });

  describe('of project codes', () => {
    const registerWith = (code: string, name = '甲') => ({
      type: 'RegisterProject',
      data: { name, zoneId: 'z1', code },
    });
    const give = (code: string) => ({ type: 'GiveProjectCode', data: { code } });
    const voided = { type: 'VoidProject', data: { reason: '重复入库' } };
    const revoke = (factId: string) => ({ type: 'RevokeFact', data: { factId, reason: '误操作' } });
    const run = (stream: string, key: string, command: Order['command']) =>
      executor.execute(order(stream, key, command));
    const factOf = async (stream: string, key: string, command: Order['command']): Promise<string> => {
      const outcome = await run(stream, key, command);
      if (outcome.kind !== 'accepted') throw new Error(`${command.type} was ${outcome.kind}`);
      return outcome.eventIds[0] as string;
    };
    const correct = async (project: string, code: string) => {
      const [registered] = await Array.fromAsync(store.readStream(project));
      return {
        type: 'CorrectFact',
        data: { factId: registered?.id, data: { ...registered?.data, code }, reason: '代码填错' },
      };
    };
    /** Who had the code, one after the other. */
    const holders = async (code: string) =>
      (await Array.fromAsync(store.readStream(`code-${code}`))).map(
        ({ type, data }) => `${type === 'ProjectCodeReserved' ? '+' : '-'}${data['projectId'] as string}`,
      );
    const takenBy = (projectId: string) => ({
      kind: 'refused',
      refusal: { refused: 'ProjectCodeTaken', params: { projectId } },
    });
    /** Reserves, and dies before the project's own append. */
    const dies = async (stream: string, key: string, command: Order['command']) => {
      const dying = Object.create(store) as EventStore;
      dying.readStream = (...asked) => store.readStream(...asked);
      dying.append = (to, ...rest) =>
        to === stream ? Promise.reject(new Error('the process died')) : store.append(to, ...rest);
      const process = new Executor({ store: dying, clock: () => now, knows: () => Promise.resolve(true) });
      await expect(process.execute(order(stream, key, command))).rejects.toThrow('the process died');
    };
    const MINUTE = 60_000;

    it('never gives a code to the retry of one that died, once another has it', async () => {
      await dies('project-p', 'p', registerWith('C-1'));
      expect(await run('project-q', 'early', registerWith('C-1', '乙'))).toMatchObject(takenBy('p'));
      now += 11 * MINUTE;
      expect(await run('project-q', 'q', registerWith('C-1', '乙'))).toMatchObject({ kind: 'accepted' });
      expect(await run('project-p', 'p', registerWith('C-1'))).toMatchObject(takenBy('q'));
      expect(await holders('C-1')).toEqual(['+p', '-p', '+q']);
      expect(await executor.history('project-p')).toEqual([]);
    });

    it('lets the retry of one that died have what it reserved, at once and late', async () => {
      await dies('project-p', 'p', registerWith('C-1'));
      expect(await run('project-p', 'p', registerWith('C-1'))).toMatchObject({ kind: 'accepted' });
      expect(await holders('C-1')).toEqual(['+p']);
      await dies('project-q', 'q', registerWith('C-2'));
      now += 11 * MINUTE;
      expect(await run('project-q', 'q', registerWith('C-2'))).toMatchObject({ kind: 'accepted' });
      expect(await holders('C-2')).toEqual(['+q', '+q']);
    });

    it('finds a code free as soon as its project was voided, and keeps the void then', async () => {
      await run('project-p', 'p', registerWith('C-1'));
      const voidId = await factOf('project-p', 'void', voided);
      expect(await run('project-q', 'q', registerWith('c-1', '乙'))).toMatchObject({ kind: 'accepted' });
      expect(await holders('C-1')).toEqual(['+p', '-p', '+q']);
      expect(await run('project-p', 'back', revoke(voidId))).toMatchObject(takenBy('q'));
      expect(await events('project-p')).toEqual(['ProjectRegistered', 'ProjectVoided']);
      await run('project-q', 'void-q', voided);
      expect(await run('project-p', 'again', revoke(voidId))).toMatchObject({ kind: 'accepted' });
      expect(await run('project-r', 'r', registerWith('C-1', '丙'))).toMatchObject(takenBy('p'));
    });

    it('finds a code free that was corrected away, and keeps the correction then', async () => {
      await run('project-p', 'p', registerWith('AAA-1'));
      const correction = await factOf('project-p', 'correct', await correct('project-p', 'BBB-1'));
      expect(await run('project-q', 'q', registerWith('AAA-1', '乙'))).toMatchObject({ kind: 'accepted' });
      const before = await holders('AAA-1');
      expect(await run('project-p', 'back', revoke(correction))).toMatchObject(takenBy('q'));
      expect(await events('project-p')).toEqual(['ProjectRegistered', 'FactCorrected']);
      expect(await holders('AAA-1')).toEqual(before);
      expect(await run('project-r', 'r', registerWith('BBB-1', '丙'))).toMatchObject(takenBy('p'));
    });

    it('refuses to revoke the code given since, where the one before has gone', async () => {
      await run('project-p', 'p', registerWith('C-1'));
      const given = await factOf('project-p', 'give', give('C-2'));
      await run('project-q', 'q', registerWith('C-1', '乙'));
      expect(await run('project-p', 'back', revoke(given))).toMatchObject(takenBy('q'));
      expect(await events('project-p')).toEqual(['ProjectRegistered', 'ProjectCodeGiven']);
    });

    it('reserves a code that is being brought back anew, so that no other takes it over meanwhile', async () => {
      await run('project-p', 'p', registerWith('C-1'));
      const voidId = await factOf('project-p', 'void', voided);
      await dies('project-p', 'back', revoke(voidId));
      expect(await holders('C-1')).toEqual(['+p', '+p']);
      expect(await run('project-q', 'q', registerWith('C-1', '乙'))).toMatchObject(takenBy('p'));
      now += 11 * MINUTE;
      expect(await run('project-q', 'q2', registerWith('C-1', '乙'))).toMatchObject({ kind: 'accepted' });
      expect(await holders('C-1')).toEqual(['+p', '+p', '-p', '+q']);
    });

    it('gives a code to one of two that race for it: who brings it back, or who takes it over', async () => {
      for (let i = 0; i < 10; i++) {
        const [p, q] = [`project-p${i}`, `project-q${i}`];
        await run(p, `p${i}`, registerWith(`R-${i}`));
        const voidId = await factOf(p, `void${i}`, voided);
        const outcomes = await Promise.all([
          run(p, `back${i}`, revoke(voidId)),
          anotherExecutor().execute(order(q, `q${i}`, registerWith(`R-${i}`, '乙'))),
        ]);
        expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['accepted', 'refused']);
      }
    });

    it('heals what a death between release and reservation would leave', async () => {
      await dies('project-p', 'p', registerWith('C-1'));
      const released = { projectId: 'p', reason: 'the project never came' };
      const id = derivedId('executor', 'released');
      await store.append(
        'code-C-1',
        [{ id, type: 'ProjectCodeReleased', data: released, metadata: { commandId: id, commandDigest: 'sha256:0' } }],
        0n,
      );
      expect(await run('project-q', 'q', registerWith('C-1', '乙'))).toMatchObject({ kind: 'accepted' });
      expect(await run('project-p', 'p', registerWith('C-1'))).toMatchObject(takenBy('q'));
    });

    it('touches no code for a command that is there already', async () => {
      const first = await executor.execute(order('project-p', 'p', registerWith('C-1'), { isNew: true }));
      await run('project-p', 'void', voided);
      await run('project-q', 'q', registerWith('C-1', '乙'));
      const again = await anotherExecutor().execute(order('project-p', 'p', registerWith('C-1'), { isNew: true }));
      expect(again).toEqual({ ...first, replayed: true });
      expect(await holders('C-1')).toEqual(['+p', '-p', '+q']);
    });

    it('takes a change of anything else without a look at the code', async () => {
      await run('project-p', 'p', registerWith('C-1'));
      await run('project-p', 'name', { type: 'RenameProject', data: { name: '乙' } });
      await run('project-p', 'same', give('c-1'));
      expect(await holders('C-1')).toEqual(['+p']);
    });
  });
});
