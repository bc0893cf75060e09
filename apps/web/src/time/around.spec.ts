import { around } from './around.ts';

describe('the points around an event', () => {
  it('judge what was filed late on the day it was filed', () =>
    expect(around({ seq: 42, filedAt: '2026-05-01T17:00:00Z', recordedAt: '2026-11-22T18:33:22Z' })).toEqual({
      before: { knownAt: '41', effectiveOn: '2026-05-02' },
      after: { knownAt: '42', effectiveOn: '2026-05-02' },
    }));

  it('leave the day open where it was filed as it was recorded, and begin with the first event', () =>
    expect(around({ seq: 1, filedAt: '2026-05-01T01:00:00Z', recordedAt: '2026-05-01T02:00:00Z' })).toEqual({
      before: undefined,
      after: { knownAt: '1' },
    }));
});
