import type {
  OrganizationEvent,
  PersonEvent,
  ProjectCodeEvent,
  ProjectEvent,
  ReassignmentEvent,
  TargetEvent,
  ZoneEvent,
} from '#ledger';
import type { View } from '#database';
import { dialects } from '#database/testing';
import type { definitions } from './definitions/projector.ts';
import { namesOf } from './definitions/queries.ts';
import { testLedger } from './testing/ledger.ts';
import { VIEWS } from './index.ts';
import type { reassignments } from './reassignments/projector.ts';
import type { projectLedger } from './project-ledger/projector.ts';
import type { targets } from './targets/projector.ts';
import { historyPage, knownMendings } from './project-history/queries.ts';
import type { HistoryTables } from './project-history/schema.ts';
import { timelineItem } from './project-history/timeline.ts';

type Written =
  ReassignmentEvent | ProjectEvent | ZoneEvent | OrganizationEvent | PersonEvent | ProjectCodeEvent | TargetEvent;
type EventsOf<V> = V extends View<infer E> ? E : never;
type Consumed =
  | EventsOf<typeof projectLedger>
  | EventsOf<typeof definitions>
  | EventsOf<typeof reassignments>
  | EventsOf<typeof targets>;

it('consume every event that can be written: one that no view takes does not compile', () => {
  type NobodyTakes = Exclude<Written['type'], Consumed['type']>;
  const every: [NobodyTakes] extends [never] ? 'taken' : NobodyTakes = 'taken';
  expect(every).toBe('taken');
  expect(VIEWS.map(({ name }) => name)).toEqual([
    'project-ledger',
    'project-history',
    'leader-accountability',
    'weekly-dispatch',
    'findings',
    'deadlines',
    'definitions',
    'reassignments',
    'targets',
    'event-log',
  ]);
});

it.each(dialects)('show on %s what each event changed, and what mended it since', async (_, fresh) => {
  const ledger = await testLedger(fresh);
  try {
    await ledger.zone('z1', '示例区');
    await ledger.tell('p1', { type: 'RegisterProject', data: { name: '甲', zoneId: 'z1' } });
    await ledger.tell('p1', { type: 'StartConstruction', data: { on: '2026-05' } }, '2026-06-01T00:00:00.000Z');
    const [, started] = await ledger.history('p1');
    const factId = started!.id;
    await ledger.tell('p1', { type: 'CorrectFact', data: { factId, data: { on: '2026-04' }, reason: '以开工令为准' } });
    await ledger.tell('p1', {
      type: 'ReportInvestment',
      data: { period: '2026-10', inPeriod: { fen: '300', currency: 'CNY' } },
    });
    await ledger.tell('p1', { type: 'RevokeFact', data: { factId, reason: '误报' } });
    await ledger.settled();
    const db = ledger.views.reader<HistoryTables>('project-history');
    const rows = await historyPage(db, { projectId: 'p1' });
    const [, , correction, , revocation] = rows;
    const mendings = await knownMendings(db, 'p1', 'latest');
    const items = rows.map((row) => timelineItem(row, mendings));
    expect(items.map(({ type, seq, status, changes }) => ({ type, seq, status, changes }))).toEqual([
      {
        type: 'ProjectRegistered',
        seq: 2,
        status: 'effective',
        changes: [
          { field: 'name', from: null, to: '甲' },
          { field: 'stage', from: null, to: 'registered' },
          { field: 'standing', from: null, to: 'active' },
          { field: 'zoneId', from: null, to: 'z1' },
        ],
      },
      {
        type: 'ConstructionStarted',
        seq: 3,
        status: 'revoked',
        changes: [
          { field: 'reached.constructionStarted', from: null, to: '2026-05' },
          { field: 'stage', from: 'registered', to: 'constructionStarted' },
        ],
      },
      {
        type: 'FactCorrected',
        seq: 4,
        status: 'effective',
        changes: [
          { field: 'fact', from: { on: '2026-05' }, to: { on: '2026-04' } },
          { field: 'reached.constructionStarted', from: '2026-05', to: '2026-04' },
        ],
      },
      {
        type: 'InvestmentReported',
        seq: 5,
        status: 'effective',
        changes: [
          { field: 'invested', from: null, to: { fen: '300', currency: 'CNY' } },
          { field: 'investedIn.2026', from: null, to: { fen: '300', currency: 'CNY' } },
        ],
      },
      {
        type: 'FactRevoked',
        seq: 6,
        status: 'effective',
        changes: [
          { field: 'fact', from: { on: '2026-04' }, to: null },
          { field: 'reached.constructionStarted', from: '2026-04', to: null },
          { field: 'stage', from: 'constructionStarted', to: 'registered' },
        ],
      },
    ]);
    expect(items[1]).toMatchObject({
      correctedBy: correction!.event_id,
      revokedBy: revocation!.event_id,
      filedAt: '2026-06-01T00:00:00.000Z',
      filedAtClaimed: true,
      recordedAt: '2026-11-22T04:00:00.000Z',
    });
  } finally {
    await ledger.close();
  }
});

it.each(dialects)('find names on %s among more ids than one statement takes', async (_, fresh) => {
  const ledger = await testLedger(fresh);
  try {
    await ledger.zone('z1', '示例区');
    await ledger.zone('z2', '另一区');
    await ledger.settled();
    const nobody = Array.from({ length: 70_000 }, (_, i) => `nobody-${i}`);
    const names = await namesOf(ledger.views.reader('definitions'), ['z1', ...nobody, 'z2']);
    expect([...names].map(([id, spans]) => [id, spans.map(({ name }) => name)])).toEqual([
      ['z1', ['示例区']],
      ['z2', ['另一区']],
    ]);
  } finally {
    await ledger.close();
  }
});
