import { given, openLedger, type Ledger } from './harness.ts';

interface Change {
  readonly field: string;
  readonly kind: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly cause: string;
  readonly events: readonly { readonly seq: number; readonly type: string; readonly on: string | null }[];
}
interface Compared {
  readonly id: string;
  readonly kinds: readonly { readonly kind: string }[];
  readonly changes: readonly Change[];
}
interface ComparedList {
  readonly items: readonly Compared[];
  readonly next: string | null;
  readonly asOf: { readonly seq: number };
  readonly names: Readonly<Record<string, string>>;
}

const noon = (day: string): number => Date.parse(`${day}T04:00:00.000Z`);
const shortly = ({ changes }: Pick<Compared, 'changes'>): string[] =>
  changes.map(({ field, from, to, cause, events }) =>
    [field, JSON.stringify(from), '→', JSON.stringify(to), cause, events.map(({ seq }) => seq).join()].join(' '),
  );

describe('what changed between two points', () => {
  let ledger: Ledger;
  let after: string;
  let id: string;
  let factId: string;
  let leader: string;
  beforeAll(async () => {
    ledger = await openLedger();
    const tell = async (verb: string, body: object): Promise<string> => {
      const told = await ledger.post(`/api/projects/${id}/${verb}`, body).expect(201);
      const { eventIds, after: last } = told.body as { eventIds: string[]; after: string };
      after = last;
      return eventIds[0] as string;
    };
    ledger.time.now = noon('2026-02-02');
    const made = await given(ledger);
    id = made.projectId;
    const person = await ledger.post('/api/people', { name: '欧某某' }).expect(201);
    leader = (person.body as { id: string }).id;
    await tell('sign', { on: '2026-01' });
    await tell('plan-milestone', { milestone: 'completed', on: '2026-12' });
    ledger.time.now = noon('2026-05-08');
    await tell('assign-leader', { personId: leader, lead: true, from: '2026-05-01' });
    ledger.time.now = noon('2026-06-20');
    factId = await tell('start-construction', { on: '2026-05' });
    const slip = { milestone: 'completed', from: '2026-12', to: '2027-03', reason: '征地' };
    await tell('reschedule', slip);
    ledger.time.now = noon('2026-09-01');
    await tell('correct', { factId, data: { on: '2026-08' }, reason: '报早了', doc: '审计〔2026〕3号' });
    await ledger.post('/api/projects', { name: '后来的项目', zoneId: made.zoneId }).expect(201);
    await ledger.get('/api/projects').query({ after }).expect(200);
  });
  afterAll(() => ledger.close());

  const one = async (query: Record<string, string>): Promise<Compared> =>
    (await ledger.get(`/api/projects/${id}/compare`).query(query).expect(200)).body as Compared;
  const list = async (query: Record<string, string>): Promise<ComparedList> =>
    (await ledger.get('/api/projects/compare').query(query).expect(200)).body as ComparedList;

  it('shows of a project what happened, and apart from it what was filed late or corrected', async () => {
    expect(shortly(await one({ fromKnownAt: '2026-05-31', knownAt: '2026-06-30' }))).toEqual([
      'reached.constructionStarted null → "2026-05" late 6',
      'stage "signed" → "constructionStarted" late 6',
      'plan.completed "2026-12" → "2027-03" happened 7',
    ]);
    const sameDay = { fromEffectiveOn: '2026-06-30', effectiveOn: '2026-06-30' };
    const known = await one({ ...sameDay, fromKnownAt: '2026-06-30' });
    expect(shortly(known)).toEqual([
      'reached.constructionStarted "2026-05" → null corrected 8',
      'stage "constructionStarted" → "signed" corrected 8',
    ]);
    expect(known).toMatchObject({
      kinds: [
        { kind: 'stage', label: { zh: '阶段变化' } },
        { kind: 'reached' },
        { kind: 'learned' },
        { kind: 'corrected' },
      ],
      before: { stage: 'constructionStarted' },
      between: { stage: 'signed' },
      after: { stage: 'signed' },
      from: { seq: 7, effectiveOn: '2026-06-30', recordedAt: '2026-06-20T04:00:00.000Z' },
      to: { seq: 9, effectiveOn: '2026-06-30' },
    });
    expect(known.changes[1]).toMatchObject({
      label: { zh: '阶段', en: 'stage' },
      causeLabel: { zh: '事后更正' },
      events: [{ type: 'FactCorrected', label: { zh: '更正' }, filedAt: '2026-09-01T04:00:00.000Z', actor: {} }],
    });
  });

  it('lists the projects of the ledger that differ, with what changed and who it is about', async () => {
    const all = await list({ fromKnownAt: '2026-02-28' });
    expect(all.items.map(({ id: of, kinds }) => [of === id, kinds.map(({ kind }) => kind)])).toEqual([
      [true, ['stage', 'slipped', 'reached', 'leader']],
      [false, ['added']],
    ]);
    expect(all.names).toMatchObject({ [leader]: '欧某某' });
    expect((await list({ fromKnownAt: '2026-02-28', kind: 'slipped' })).items).toHaveLength(1);
    expect((await list({ fromKnownAt: '2026-02-28', kind: 'gone' })).items).toEqual([]);
    const started = await list({ fromKnownAt: '2026-02-28', stage: 'constructionStarted' });
    expect(started.items.map(({ kinds }) => kinds.map(({ kind }) => kind))).toEqual([
      ['added', 'stage', 'slipped', 'reached', 'leader'],
    ]);
    expect((await list({ fromKnownAt: '9' })).items).toEqual([]);
  });

  it('compares only the projects that are named, with the same answer for each', async () => {
    const all = await list({ fromKnownAt: '2026-02-28' });
    expect((await list({ fromKnownAt: '2026-02-28', ids: id })).items).toEqual(all.items.slice(0, 1));
    const every = all.items.map((item) => item.id).reverse();
    expect((await list({ fromKnownAt: '2026-02-28', ids: every.join() })).items).toEqual(all.items);
    expect((await list({ fromKnownAt: '9', ids: every.join() })).items).toEqual([]);
    const other = '2a4a6a52-0000-4000-8000-000000000001';
    expect((await list({ fromKnownAt: '2026-02-28', ids: other })).items).toEqual([]);
    for (const ids of ['', 'x', `${id},${id}`]) {
      const refused = await ledger.get('/api/projects/compare').query({ fromKnownAt: '2026-02-28', ids }).expect(400);
      expect(refused.body).toMatchObject({ errors: [{ field: 'ids' }] });
    }
  });

  it('adds up to the difference of the two summaries, what was filed late or corrected apart from what happened', async () => {
    const answer = await ledger.get('/api/projects/compare/summary').query({ fromKnownAt: '2026-06-30', knownAt: '9' });
    expect(answer.body).toMatchObject({
      from: { seq: 7, effectiveOn: '2026-06-30', projects: 1 },
      between: { projects: 1 },
      to: { seq: 9, effectiveOn: '2026-09-01', projects: 2 },
      difference: { projects: 1, invested: { fen: '0' } },
      learned: { projects: 0 },
      happened: { projects: 1 },
      projects: 2,
      asOf: { seq: 9 },
    });
    const { difference, learned, happened, kinds, moves } = answer.body as Record<string, unknown>;
    const byStage = (sums: unknown): [string, number][] =>
      (sums as { stages: { stage: string; count: number }[] }).stages
        .filter(({ count }) => count !== 0)
        .map(({ stage, count }) => [stage, count]);
    expect(byStage(difference)).toEqual([['registered', 1]]);
    expect(byStage(learned)).toEqual([
      ['signed', 1],
      ['constructionStarted', -1],
    ]);
    expect(byStage(happened)).toEqual([
      ['registered', 1],
      ['signed', -1],
      ['constructionStarted', 1],
    ]);
    const counts = (kinds as { kind: string; projects: number }[]).filter(({ projects }) => projects > 0);
    expect(counts.map(({ kind, projects }) => [kind, projects])).toEqual([
      ['added', 1],
      ['reached', 1],
      ['learned', 1],
      ['corrected', 1],
    ]);
    expect(moves).toEqual([
      { from: null, fromLabel: null, to: 'registered', toLabel: { zh: '入库', en: 'registered' }, projects: 1 },
    ]);
    await ledger.get('/api/projects/compare/summary').expect(400);
  });

  it('goes on by a cursor from the point that it began at', async () => {
    const first = await list({ fromKnownAt: '2026-02-28', limit: '1' });
    expect(first.items).toHaveLength(1);
    const zones = await ledger.get('/api/zones').expect(200);
    const zoneId = (zones.body as { items: { id: string }[] }).items[0]?.id;
    const told = await ledger.post('/api/projects', { name: '第三个项目', zoneId }).expect(201);
    const later = (told.body as { after: string }).after;
    const second = await list({ fromKnownAt: '2026-02-28', limit: '1', cursor: first.next as string, after: later });
    expect(second).toMatchObject({ next: null, asOf: { seq: 9 } });
    expect(second.items).toHaveLength(1);
  });

  it('asks about one day at both points where only that day is given, and calls nobody late who filed in time', async () => {
    const day = await one({ fromKnownAt: '5', knownAt: '6', effectiveOn: '2026-06-20' });
    expect(shortly(day)).toEqual([
      'reached.constructionStarted null → "2026-05" learned 6',
      'stage "signed" → "constructionStarted" learned 6',
    ]);
    const before = await one({ fromKnownAt: '5', knownAt: '6', effectiveOn: '2026-06-10' });
    expect(shortly(before)).toEqual([
      'reached.constructionStarted null → "2026-05" late 6',
      'stage "signed" → "constructionStarted" late 6',
    ]);
    expect(day.changes[0]?.events[0]).toMatchObject({ type: 'ConstructionStarted', on: '2026-05' });
    const [slip] = (await one({ fromKnownAt: '6', knownAt: '7', effectiveOn: '2026-06-20' })).changes;
    expect(slip?.events[0]).toMatchObject({ type: 'MilestoneRescheduled', on: null });
  });

  it('refuses points that are none, and points that are swapped', async () => {
    const refused = async (query: Record<string, string>): Promise<unknown> =>
      (await ledger.get('/api/projects/compare').query(query).expect(400)).body;
    expect(await refused({})).toMatchObject({ errors: [{ field: 'fromKnownAt', code: 'NoAmount' }] });
    expect(await refused({ fromKnownAt: '8', knownAt: '5' })).toMatchObject({ code: 'PointsSwapped' });
    expect(await refused({ fromEffectiveOn: '2026-09-01', effectiveOn: '2026-08-01' })).toMatchObject({
      code: 'PointsSwapped',
      params: { fromDay: '2026-09-01', toDay: '2026-08-01' },
    });
    expect(await refused({ fromKnownAt: '99' })).toMatchObject({ code: 'KnownSeqAhead' });
    expect(await refused({ fromKnownAt: '-1' })).toMatchObject({ errors: [{ code: 'NotAKnownAt' }] });
    expect(await refused({ fromKnownAt: '2020-01-01' })).toMatchObject({ code: 'KnownBeforeFirst' });
    expect(await refused({ fromKnownAt: '2026-12-31' })).toMatchObject({ code: 'KnownAtAhead' });
    expect(await refused({ fromEffectiveOn: '2026-06-30T12:00:00Z' })).toMatchObject({ errors: [{ code: 'NotADay' }] });
    await ledger.get(`/api/projects/${id}/compare`).query({ fromKnownAt: '1', knownAt: '1' }).expect(404);
  });
});
