import { given, openLedger, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

interface Change {
  readonly field: string;
  readonly label: object;
  readonly from: unknown;
  readonly to: unknown;
}
interface Step {
  readonly step: number;
  readonly seq: number;
  readonly eventId: string;
  readonly type: string;
  readonly changes: readonly Change[];
}
interface Replay {
  readonly items: readonly Step[];
  readonly next: string | null;
  readonly asOf: { readonly seq: number };
  readonly [field: string]: unknown;
}

async function replay(id: string, query: Readonly<Record<string, string>> = {}): Promise<Replay> {
  return (await ledger.get(`/api/projects/${id}/replay`).query(query).expect(200)).body as Replay;
}

/** A project that was signed, started, corrected, taken back and given a leader; and the id of each event. */
async function told() {
  const { projectId: id } = await given(ledger, { totalInvestment: { fen: '500', currency: 'CNY' } });
  const person = await ledger.post('/api/people', { name: '欧某某' }).expect(201);
  const { id: leaderId } = person.body as { id: string };
  let after = '';
  const tell = async (verb: string, body: object): Promise<string> => {
    const answer = await ledger.post(`/api/projects/${id}/${verb}`, body).expect(201);
    const { eventIds, after: token } = answer.body as { eventIds: string[]; after: string };
    after = token;
    return eventIds[0] as string;
  };
  await tell('sign', { on: '2026-03' });
  const started = await tell('start-construction', { on: '2026-05', phase: '一期' });
  await tell('correct', { factId: started, data: { on: '2026-04-08', phase: '一期' }, reason: '以开工令为准' });
  await tell('plan-milestone', { milestone: 'completed', on: '2026-Q4' });
  await tell('assign-leader', { personId: leaderId, lead: true, from: '2026-04-01' });
  await tell('revoke', { factId: started, reason: '误报' });
  return { id, leaderId, started, after, tell, latest: () => after };
}

describe('the replay of a project', () => {
  it('steps through its events with what each said, changed and left', async () => {
    const { id, leaderId, started, after } = await told();
    const { items, next, by, total, note } = await replay(id, { after });
    expect({ next, by, total, note }).toEqual({ next: null, by: 'recorded', total: 7, note: undefined });
    expect(items.map(({ step, type }) => [step, type])).toEqual([
      [1, 'ProjectRegistered'],
      [2, 'ProjectSigned'],
      [3, 'ConstructionStarted'],
      [4, 'FactCorrected'],
      [5, 'MilestonePlanned'],
      [6, 'LeaderAssigned'],
      [7, 'FactRevoked'],
    ]);
    const instant = '2026-11-22T04:00:00.000Z';
    expect(items[2]).toMatchObject({
      revision: '2',
      eventId: started,
      label: { zh: '开工', en: 'construction started' },
      data: { on: '2026-05', phase: '一期' },
      on: { date: '2026-05', precision: 'month', text: { zh: '2026年5月', en: '2026-05' } },
      filedAt: instant,
      filedAtClaimed: false,
      recordedAt: instant,
      actor: { id: 'local' },
      source: { kind: 'api' },
      changes: [
        {
          field: 'reached.constructionStarted.一期',
          label: { zh: '一期：实际 开工', en: '一期: reached · under construction' },
          from: null,
          to: '2026-05',
        },
        { field: 'stage', label: { zh: '阶段', en: 'stage' }, from: 'signed', to: 'constructionStarted' },
      ],
      after: {
        day: '2026-11-22',
        standing: 'active',
        standingLabel: { zh: '在建' },
        stage: 'constructionStarted',
        leaderId: null,
        totalInvestment: { fen: '500', currency: 'CNY' },
      },
    });
    expect(items[3]).toMatchObject({
      on: null,
      mends: { eventId: started, seq: items[2]?.seq, type: 'ConstructionStarted', label: { zh: '开工' } },
      changes: [{ field: 'fact', from: { on: '2026-05' }, to: { on: '2026-04-08' } }, { to: '2026-04-08' }],
    });
    expect(items[4]).toMatchObject({ on: null, changes: [{ field: 'plan.completed', label: { zh: '计划 竣工' } }] });
    expect(items[6]).toMatchObject({ mends: { eventId: started }, after: { stage: 'signed', leaderId } });
  });

  it('tells of each event what the timeline tells', async () => {
    const { id, after } = await told();
    const { items } = await replay(id, { after });
    const timeline = (await ledger.get(`/api/projects/${id}/timeline`).expect(200)).body as {
      items: readonly { readonly changes: readonly object[] }[];
    };
    expect(items.map(({ changes }) => changes.map(({ label: _, ...change }) => change))).toEqual(
      timeline.items.map(({ changes }) => changes),
    );
  });

  it('is paged through as it was at first, and as it was known then', async () => {
    const { id, after, tell } = await told();
    const whole = await replay(id, { after });
    const paged: Step[] = [];
    for (let query: Record<string, string> | undefined = {}; query;) {
      const page: Replay = await replay(id, { limit: '2', ...query });
      paged.push(...page.items);
      expect([page.asOf.seq, page['total']]).toEqual([whole.asOf.seq, 7]);
      query = page.next === null ? undefined : { cursor: page.next };
      await tell('report-progress', { period: `2026-0${paged.length}`, text: '桩基' });
    }
    expect(paged).toEqual(whole.items);
    const early = await replay(id, { knownAt: String(whole.items[2]?.seq) });
    expect(early.items).toEqual(whole.items.slice(0, 3));
    await ledger.get(`/api/projects/${id}/replay`).query({ by: 'filed', cursor: 'x' }).expect(400);
  });

  it('shows a project that was taken back and reinstated as what it was', async () => {
    const { id, after, tell, latest } = await told();
    const { eventId } = (await replay(id, { after })).items[0] as Step;
    const revoked = await tell('revoke', { factId: eventId, reason: '误登' });
    await tell('revoke', { factId: revoked, reason: '并未误登' });
    await tell('void', { reason: '重复' });
    expect((await replay(id, { after: latest() })).items.slice(7)).toMatchObject([
      { after: { standing: 'withdrawn', name: '新材料项目', stage: 'signed' } },
      { after: { standing: 'active', stage: 'signed' } },
      { after: { standing: 'voided', name: '新材料项目', stage: 'signed' } },
    ]);
  });

  it('refuses what has no sense', async () => {
    const { id, after } = await told();
    await ledger.get(`/api/projects/${id}/replay?by=claimed`).expect(400);
    await ledger.get(`/api/projects/${id}/replay?limit=201`).expect(400);
    await ledger.get(`/api/projects/${id}/replay?effectiveOn=2026-01-01`).expect(400);
    await ledger.get('/api/projects/nobody/replay').expect(404);
    await ledger.get('/api/projects/00000000-0000-4000-8000-000000000000/replay').expect(404);
    const { seq } = (await replay(id, { after })).items[0] as Step;
    const answer = await ledger.get(`/api/projects/${id}/replay`).query({ knownAt: seq - 1 });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'ProjectNotKnownYet' }]);
  });
});
