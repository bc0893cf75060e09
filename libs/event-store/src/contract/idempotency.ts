import { randomUUID } from 'node:crypto';
import type { NewEvent, StoredEvent } from '#kernel';
import { Conflict, InvalidAppend } from '../port.ts';
import type { Appended, ExpectedRevision } from '../port.ts';
import { collect, event, events, idsOf, rejection } from './harness.ts';
import type { Log } from './harness.ts';

/** An append is recognised by the ids at the very slots it names, however long ago it was. */
export function idempotencyCases(log: () => Log): void {
  const [a, b, c] = events(3) as [NewEvent, NewEvent, NewEvent];
  const append = (sent: NewEvent[], expected: ExpectedRevision): Promise<Appended> =>
    log().store.append(log().stream('s'), sent, expected);
  /** The answer to what was written before: the same place, and no stamp of its own, because none was made. */
  const expectFound = (answer: Appended, { revision, position }: Pick<Appended, 'revision' | 'position'>): void => {
    expect(answer).toMatchObject({ revision, position });
    expect(answer.recordedAt).toBeUndefined();
  };
  const stored = () => collect(log().store.readStream(log().stream('s')));

  it('18 I1-same-batch-N — the same answer, nothing written', async () => {
    const first = await append([a, b, c], 'none');
    expectFound(await append([a, b, c], 'none'), first);
    expect(await stored()).toHaveLength(3);
  });

  it('19 I1-same-batch-exact — at exact 0 twice', async () => {
    await append([event()], 'none');
    const first = await append([a, b], 0n);
    expectFound(await append([a, b], 0n), first);
    expect(await stored()).toHaveLength(3);
  });

  it('21 I2-prefix — of a batch answers the last resent event', async () => {
    await append([a, b, c], 'none');
    const [first] = await stored();
    expectFound(await append([a], 'none'), first as StoredEvent);
    expect(await stored()).toHaveLength(3);
  });

  it('22 I3-slice — of a batch', async () => {
    const first = await append([a, b, c], 'none');
    expectFound(await append([b, c], 0n), first);
    expect(await stored()).toHaveLength(3);
  });

  it.each([
    ['23 I4-stale-new-id', () => [event()], 0n],
    ['24 I5-overlap-past-end', () => [a, b, c, event()], 'none'],
    ['24 I5-overlap, a later one unknown', () => [a, event()], 'none'],
    ['27 I6-reordered', () => [c, a], 'none'],
    ['27 I6-subset', () => [a, c], 'none'],
  ] as const)('%s — conflicts', async (_, sent, expected) => {
    await append([a, b, c], 'none');
    expect(await rejection(append([...sent()], expected))).toBeInstanceOf(Conflict);
    expect(idsOf(await stored())).toEqual(idsOf([a, b, c]));
  });

  it('28 I7-duplicate-at-end — the same id on the last revision is appended again', async () => {
    await append([a], 'none');
    expect((await append([a], 0n)).revision).toBe(1n);
    expect(idsOf(await stored())).toEqual([a.id, a.id]);
  });

  it('29 I8-same-id-in-batch — is written, and recognised', async () => {
    expect((await append([a, a, a], 'none')).revision).toBe(2n);
    expect((await append([a, a, a], 'none')).revision).toBe(2n);
    expect(await stored()).toHaveLength(3);
  });

  it('30 I10-same-id-two-streams — both are written', async () => {
    await append([a], 'none');
    await log().store.append(log().stream('other'), [a], 'none');
    expect(idsOf(await collect(log().store.readStream(log().stream('other'))))).toEqual([a.id]);
  });

  it('31 I11-same-id-other-payload — the first payload stays', async () => {
    await append([{ ...a, data: { n: 1 } }], 'none');
    await append([{ ...a, data: { n: 2 } }], 'none');
    expect((await stored()).map((one) => one.data)).toEqual([{ n: 1 }]);
  });

  it('32 retry-after-others — 50 events later, and after the log was opened anew', async () => {
    const first = await append([a], 'none');
    await append(events(50), 0n);
    expectFound(await append([a], 'none'), first);
    const again = await log().reopen();
    expectFound(await again.append(log().stream('s'), [a], 'none'), first);
  });

  it('18 I1-same-batch-N — both copies sent at once', async () => {
    const [first, second] = await Promise.all([append([a, b], 'none'), append([a, b], 'none')]);
    expectFound(second, first);
    expect(await stored()).toHaveLength(2);
  });

  it('33 id-case-normalised — stored in lower case, recognised in either', async () => {
    const id = randomUUID();
    await append([{ ...a, id: id.toUpperCase() }], 'none');
    await append([{ ...a, id }], 'none');
    await append([{ ...a, id: id.toUpperCase() }], 'none');
    expect(idsOf(await stored())).toEqual([id]);
  });

  it.each(['not-a-uuid', '', '00000000-0000-0000-0000-000000000000', `${a.id}0`])(
    '34 invalid-id — %j is refused',
    async (id) => {
      expect(await rejection(append([{ ...a, id }], 'none'))).toBeInstanceOf(InvalidAppend);
    },
  );
}
