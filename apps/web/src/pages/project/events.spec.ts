import { countsOf, eventsOf, pointOf, stepAt, type Step } from './events.ts';

const label = { zh: '事件', en: 'event' };
const step = (number: number, type: string, mends?: number): Step => ({
  step: number,
  seq: number * 10,
  revision: String(number),
  eventId: `e${number}`,
  type,
  label,
  data: {},
  on: null,
  filedAt: '2024-05-12T01:00:00.000Z',
  filedAtClaimed: false,
  recordedAt: '2024-05-12T01:00:00.000Z',
  actor: { id: 'demo', role: 'coordinator' },
  source: {},
  commandId: `c${number}`,
  changes: [],
  ...(mends !== undefined && { mends: { eventId: `e${mends}`, seq: mends * 10, type: 'ProjectSigned', label } }),
  after: {
    day: '2024-05-12',
    standing: 'active',
    standingLabel: label,
    name: null,
    code: null,
    zoneId: null,
    stage: null,
    leaderId: null,
    coLeaderIds: [],
    responsiblePersonId: null,
    responsibleUnitId: null,
    agentUnitId: null,
    totalInvestment: null,
    investedThisYear: null,
    invested: null,
  },
});
const statuses = (...steps: Step[]) => eventsOf(steps).map(({ status }) => status);

describe('what became of an event', () => {
  it('is corrected, by the event that says so', () => {
    const events = eventsOf([step(1, 'ProjectSigned'), step(2, 'FactCorrected', 1)]);
    expect(events.map(({ status }) => status)).toEqual(['corrected', 'effective']);
    expect(events[0]?.mendedBy.map(({ eventId }) => eventId)).toEqual(['e2']);
  });

  it('is revoked, and holds again when the revocation is', () => {
    const [signed, revoked] = [step(1, 'ProjectSigned'), step(2, 'FactRevoked', 1)];
    expect(statuses(signed, revoked)).toEqual(['revoked', 'effective']);
    expect(statuses(signed, revoked, step(3, 'FactRevoked', 2))).toEqual(['effective', 'revoked', 'effective']);
  });

  it('is as it was filed when its correction is revoked', () =>
    expect(statuses(step(1, 'ProjectSigned'), step(2, 'FactCorrected', 1), step(3, 'FactRevoked', 2))).toEqual([
      'effective',
      'revoked',
      'effective',
    ]));
});

describe('the replay', () => {
  const steps = [step(1, 'ProjectRegistered'), step(2, 'ProjectSigned'), step(5, 'SiteVisited')];

  it('stands on the last step that was known', () =>
    expect([5, 10, 49, 50, 99].map((seq) => stepAt(steps, seq)?.step)).toEqual([undefined, 1, 2, 5, 5]));

  it('judges a live entry by its own day, and an imported one by the day it was filed', () => {
    expect(pointOf(step(3, 'ProjectSigned'))).toEqual({ knownAt: '30' });
    expect(pointOf({ ...step(3, 'ProjectSigned'), recordedAt: '2026-11-22T18:29:22.000Z' })).toEqual({
      knownAt: '30',
      effectiveOn: '2024-05-12',
    });
  });

  it('counts its events by what they are about', () =>
    expect([...countsOf(steps)]).toEqual([
      ['registration', 1],
      ['milestone', 1],
      ['site', 1],
    ]));
});
