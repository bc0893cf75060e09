import { dayNumber, type FactDate, type Recorded } from '#kernel';
import { dialects } from '#database/testing';
import { factsOf, plansOf, STAGES, type ProjectCommand, type ProjectEvent, type Stage } from '#ledger';
import type { HistoryTables } from '../project-history/schema.ts';
import type { LedgerFilter } from '../project-ledger/queries.ts';
import type { LedgerTables } from '../project-ledger/schema.ts';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import { chance } from '../testing/random-ledger.ts';
import { turnsDuring } from '../testing/turns.ts';
import { changesOf, type Numbered } from './project-changes.ts';
import { comparedCounts, comparedPage, type AskedPoint, type Comparison } from './queries.ts';
import { COMPARED_KINDS, kindsOf, type ComparedKind, type Stand } from './stand.ts';

const PROJECTS = 24;
const ZONES = ['z1', 'z2'];
const PEOPLE = ['a', 'b'];
const FILED = ['2026-01-20', '2026-03-05', '2026-06-30', '2026-09-14', '2026-11-20'];

/** Projects that go on from round to round, with corrections and revocations of what was said; whatever is refused is left out. */
async function fill(ledger: TestLedger): Promise<void> {
  for (const zone of ZONES) await ledger.zone(zone, zone);
  const next = chance(7);
  const one = <T>(of: readonly T[]): T => of[next(of.length)] as T;
  const date = (): FactDate => one(['2025-11', '2026-02-14', '2026', '2026-Q2', 'unknown', '2026-06-T3', '2026-08']);
  for (const day of FILED) {
    for (let i = 0; i < PROJECTS; i++) {
      const id = `p${String(i).padStart(2, '0')}`;
      const tell = (command: ProjectCommand): Promise<void> =>
        ledger.tell(id, command, `${day}T04:00:00.000Z`).catch(() => undefined);
      if (next(2)) await tell({ type: 'RegisterProject', data: { name: `甲${i}`, zoneId: one(ZONES) } });
      const planned = { milestone: 'completed', on: date() } as const;
      const commands: ProjectCommand[] = [
        { type: 'SignProject', data: { on: date() } },
        { type: 'StartConstruction', data: { on: date() } },
        { type: 'AssignLeader', data: { personId: one(PEOPLE), lead: true, from: date() } },
        { type: 'AssignResponsiblePerson', data: { personId: one(PEOPLE), from: date() } },
        { type: 'PlanMilestone', data: planned },
        { type: 'SuspendProject', data: { on: date(), reason: '资金' } },
        {
          type: 'ReportInvestment',
          data: { period: one(['2026-01', '2026-04', '2026-07']), inPeriod: { fen: '100', currency: 'CNY' } },
        },
        { type: 'MoveToZone', data: { zoneId: one(ZONES), reason: '调整' } },
        {
          type: 'ChangeTotalInvestment',
          data: { amount: { fen: String(next(900)), currency: 'CNY' }, reason: '追加' },
        },
      ];
      await tell(one(commands));
      await tell(one(commands));
      const history = await ledger.history(id);
      const mended = history[next(history.length || 1)];
      if (mended && next(3) === 0) await tell({ type: 'RevokeFact', data: { factId: mended.id, reason: '误报' } });
      const start = history.find(({ type }) => type === 'ConstructionStarted');
      if (start && next(2)) {
        await tell({ type: 'CorrectFact', data: { factId: start.id, data: { on: date() }, reason: '更正' } });
      }
      const plan = plansOf(factsOf(history))[0];
      const moved = { milestone: 'completed', to: date(), reason: '征地' } as const;
      if (plan) await tell({ type: 'RescheduleMilestone', data: { ...moved, from: plan.current } });
      if (next(25) === 0) await tell({ type: 'VoidProject', data: { reason: '重复' } });
    }
  }
  await ledger.settled();
}

describe.each(dialects)('the ledger at two points, %s', (_, fresh) => {
  let ledger: TestLedger;
  const histories = new Map<string, Numbered[]>();
  let last = 0;

  beforeAll(async () => {
    ledger = await testLedger(fresh);
    await fill(ledger);
    histories.clear();
    last = 0;
    for await (const event of ledger.store.readAll()) {
      last += 1;
      if (!event.stream.startsWith('project-')) continue;
      const id = event.stream.slice('project-'.length);
      const numbered = { ...(event as Recorded as Recorded<ProjectEvent>), seq: last };
      histories.set(id, [...(histories.get(id) ?? []), numbered]);
    }
  });
  afterAll(() => ledger.close());

  const fulfils = (stand: Stand, { zoneId, stages, standing, leaderId }: LedgerFilter): boolean =>
    stand['listed'] === true &&
    (zoneId === undefined || stand['zoneId'] === zoneId) &&
    (stages === undefined || stages.includes(stand['stage'] as Stage)) &&
    (standing === undefined || stand['standing'] === standing) &&
    (leaderId === undefined || stand['leaderId'] === leaderId);

  /** Folds every history at both points. */
  function slowly({ filter, from, to }: Comparison): { id: string; kinds: ComparedKind[]; stages: unknown[] }[] {
    return [...histories].flatMap(([id, history]) => {
      const changes = changesOf((history[0] as Numbered).seq, history, from, to);
      const isIn = { from: fulfils(changes.before, filter), to: fulfils(changes.after, filter) };
      const kinds = isIn.from || isIn.to ? kindsOf(changes, isIn) : [];
      const stages = [isIn.from ? changes.before['stage'] : null, isIn.to ? changes.after['stage'] : null];
      return kinds.length > 0 ? [{ id, kinds, stages }] : [];
    });
  }

  it('finds the projects that differ, and counts them by kind', async () => {
    expect(histories.size).toBeGreaterThan(PROJECTS / 2);
    const next = chance(3);
    const days = [...FILED, '2026-02-14', '2026-05-01', '2026-12-31', '2025-01-01'].map(dayNumber).sort();
    const db = ledger.views.reader<LedgerTables>('project-ledger');
    const filters: LedgerFilter[] = [
      {},
      { zoneId: 'z1' },
      { stages: ['signed', 'constructionStarted'] },
      { standing: 'suspended' },
      { leaderId: 'a', zoneId: 'z2' },
    ];
    const counted = Object.fromEntries(COMPARED_KINDS.map((kind) => [kind, 0])) as Record<ComparedKind, number>;
    for (let i = 0; i < 40; i++) {
      const point = (): AskedPoint => {
        const seq = 1 + next(last);
        return { seq, known: seq, day: days[next(days.length)] as number };
      };
      const [a, b] = [point(), i % 4 === 0 ? { ...point(), seq: last, known: 'latest' as const } : point()];
      const [first, second] = a.seq <= b.seq ? [a, b] : [b, a];
      const ordered = first.day <= second.day ? [first.day, second.day] : [second.day, first.day];
      const comparison: Comparison = {
        filter: filters[next(filters.length)] as LedgerFilter,
        from: { ...first, day: ordered[0] as number },
        to: { ...second, day: ordered[1] as number },
        histories: ledger.views.reader<HistoryTables>('project-history'),
      };
      const expected = slowly(comparison);
      const found = await comparedPage(db, comparison, { limit: 100 });
      expect(found.map(({ project_id }) => project_id).sort()).toEqual(expected.map(({ id }) => id).sort());
      const counts = await comparedCounts(db, comparison);
      expect(counts.projects).toBe(expected.length);
      for (const kind of COMPARED_KINDS) {
        const ofKind = expected.filter(({ kinds }) => kinds.includes(kind));
        expect([kind, counts.kinds[kind]]).toEqual([kind, ofKind.length]);
        counted[kind] += ofKind.length;
      }
      const kind = COMPARED_KINDS[i % COMPARED_KINDS.length] as ComparedKind;
      const listed = await comparedPage(db, comparison, { kind, limit: 100 });
      const ofKind = expected.filter(({ kinds }) => kinds.includes(kind));
      expect(listed.map(({ project_id }) => project_id).sort()).toEqual(ofKind.map(({ id }) => id).sort());
      const some = [...histories.keys()].filter((_, place) => place % 3 === 0);
      const named = await comparedPage(db, comparison, { ids: some, limit: 100 });
      expect(named).toEqual(found.filter(({ project_id }) => some.includes(project_id)));
      for (const { from, to, projects } of counts.moves) {
        expect(projects).toBe(expected.filter(({ stages }) => stages[0] === from && stages[1] === to).length);
        expect(from === null || STAGES.includes(from)).toBe(true);
      }
      const [half] = [found.slice(0, Math.ceil(found.length / 2))];
      const rest = await comparedPage(db, comparison, { after: half.at(-1)?.number ?? 0, limit: 100 });
      expect([...half, ...rest]).toEqual(found);
    }
    for (const kind of COMPARED_KINDS) expect([kind, counted[kind] > 0]).toEqual([kind, true]);
  });

  it('gives others their turn between any few projects, with the same answers', async () => {
    const db = ledger.views.reader<LedgerTables>('project-ledger');
    const day = dayNumber('2026-12-31');
    const comparison: Comparison = {
      filter: {},
      from: { seq: 1, known: 1, day },
      to: { seq: last, known: 'latest', day },
      histories: ledger.views.reader<HistoryTables>('project-history'),
    };
    const all = await comparedPage(db, comparison, { limit: 100 });
    expect(all.length).toBeGreaterThan(PROJECTS / 2);
    const turns = await turnsDuring(() => comparedCounts(db, comparison, 2));
    expect(turns).toBeGreaterThanOrEqual(all.length / 2);
    expect(await comparedCounts(db, comparison, 2)).toEqual(await comparedCounts(db, comparison));
    expect(await comparedPage(db, comparison, { limit: 100 }, 2)).toEqual(all);
    expect(await comparedPage(db, comparison, { limit: 3 }, 2)).toEqual(all.slice(0, 3));
  });
});
