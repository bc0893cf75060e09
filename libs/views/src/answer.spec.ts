import { Cursors, Problem, Reading } from '#http';
import { dialects } from '#database/testing';
import { answer, pageOf, type Answering, type At, type Question } from './answer.ts';
import { isKnown } from './known.ts';
import type { LedgerTables } from './project-ledger/schema.ts';
import { testLedger, type TestLedger } from './testing/ledger.ts';

const NOW = Date.parse('2026-11-22T04:00:00.000Z');

const ids = (n: number): string => `p${n}`;
const register = (ledger: TestLedger, n: number): Promise<void> =>
  ledger.tell(ids(n), { type: 'RegisterProject', data: { name: `项目${n}`, zoneId: 'z' } });

const named = (asked: Question, context: Answering) => async (at: At) => {
  const { rows, next } = await pageOf<{ project_id: string }>(context, asked, at, {
    keyOf: ({ project_id }) => [project_id],
    rows: (key, limit) => {
      const query = context.views
        .reader<LedgerTables>('project-ledger')
        .selectFrom('segments')
        .innerJoin('projects', 'projects.number', 'segments.number')
        .select('project_id')
        .where(isKnown(at.known('project-ledger'), 'segments'))
        .where('segments.valid_to', '>', at.on.number)
        .where('segments.valid_from', '<=', at.on.number)
        .orderBy('project_id')
        .limit(limit);
      return (key ? query.where('project_id', '>', String(key[0])) : query).execute();
    },
  });
  return { items: rows.map(({ project_id }) => project_id), next };
};

describe.each(dialects)('answers at a point, %s', (_, fresh) => {
  let ledger: TestLedger;
  let context: Answering;

  beforeAll(async () => {
    ledger = await testLedger(fresh);
    const { views, store } = ledger;
    context = {
      views,
      reading: new Reading(views, store, () => NOW),
      cursors: new Cursors(store.storeId),
      clock: () => NOW,
    };
  });
  afterAll(() => ledger.close());

  const ask = (query: Question['query'], question: Question['question'] = { list: 'named' }) => {
    const asked: Question = { views: ['project-ledger', 'definitions'], query, question };
    return answer(context, asked, named(asked, context));
  };
  const refusal = async (knownAt: string): Promise<object> => {
    const error: unknown = await ask({ knownAt }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Problem);
    const { status, code, params } = (error as Problem).parts;
    return { status, code, params };
  };

  it('says that an empty ledger has no past', async () => {
    await ledger.settled();
    expect(await ask({})).toEqual({
      items: [],
      next: null,
      effectiveOn: '2026-11-22',
      asOf: { seq: 0, recordedAt: null },
      lag: 0,
    });
    expect(await refusal('1')).toMatchObject({ status: 400, code: 'NothingKnown' });
    expect(await refusal('2026-11-21')).toMatchObject({ status: 400, code: 'NothingKnown' });
  });

  it('answers every point as it was answered then, whatever comes later', async () => {
    await ledger.zone('z', '示例开发区');
    await register(ledger, 1);
    await ledger.settled();
    const then = await ask({});
    expect(then).toMatchObject({ items: ['p1'], asOf: { seq: 2, recordedAt: '2026-11-22T04:00:00.000Z' } });
    await register(ledger, 2);
    await ledger.settled();
    expect(await ask({ knownAt: '2' })).toEqual(then);
    expect(await ask({ knownAt: '1' })).toMatchObject({ items: [], asOf: { seq: 1 } });
    expect(await ask({ knownAt: '2026-11-22T12:00:00+08:00' })).toMatchObject({
      items: ['p1', 'p2'],
      asOf: { seq: 3 },
    });
  });

  it('refuses points that are none', async () => {
    expect(await refusal('9')).toEqual({ status: 400, code: 'KnownSeqAhead', params: { seq: 9, last: 3 } });
    expect(await refusal('2026-11-22')).toMatchObject({ status: 400, code: 'KnownAtAhead' });
    expect(await refusal('2026-11-22T04:00:00.001Z')).toMatchObject({ status: 400, code: 'KnownAtAhead' });
    expect(await refusal('2026-11-21')).toEqual({
      status: 400,
      code: 'KnownBeforeFirst',
      params: { instant: '2026-11-21T15:59:59.999Z', first: '2026-11-22T04:00:00.000Z' },
    });
  });

  it('judges the day asked for, else the day of the point, else today', async () => {
    expect(await ask({ knownAt: '3', effectiveOn: '2027-01-01' })).toMatchObject({ effectiveOn: '2027-01-01' });
    expect(await ask({ knownAt: '3' })).toMatchObject({ effectiveOn: '2026-11-22' });
    expect(await ask({ knownAt: '3', effectiveOn: '2020-01-01' })).toMatchObject({ items: [] });
  });

  it('pages through the ledger as it was when the first page was asked for', async () => {
    const first = await ask({ limit: '1' });
    expect(first).toMatchObject({ items: ['p1'], asOf: { seq: 3 } });
    await ledger.tell('p2', { type: 'VoidProject', data: { reason: '重复' } });
    await register(ledger, 3);
    await ledger.settled();
    const second = await ask({ limit: '1', cursor: first.next as string });
    expect(second).toMatchObject({ items: ['p2'], next: null, asOf: { seq: 3 } });
    expect(await ask({})).toMatchObject({ items: ['p1', 'p3'], asOf: { seq: 5 } });
    await expect(ask({ cursor: first.next as string, knownAt: '3' })).rejects.toMatchObject({
      parts: { code: 'CursorInvalid' },
    });
  });

  it('reads again where a view moves on under an answer', async () => {
    const asked: Question = { views: ['project-ledger', 'definitions'], query: {} };
    const known: unknown[] = [];
    const read = await answer(context, asked, async (at) => {
      known.push(at.known('project-ledger'));
      if (known.length === 1) {
        await register(ledger, 4);
        await ledger.settled();
      }
      return named(asked, context)(at);
    });
    expect(known).toEqual(['latest', 5]);
    expect(read).toMatchObject({ items: ['p1', 'p3'], asOf: { seq: 5 } });
    expect(await ask({})).toMatchObject({ items: ['p1', 'p3', 'p4'], asOf: { seq: 6 } });
  });
});
