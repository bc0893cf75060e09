import { missingIn, previewOf } from './hand-over-terms.ts';

const TERMS = { to: 'p', from: '2026-11', reason: '工作变动' };

describe('the terms of a hand-over', () => {
  it('name what is missing, a day that cannot be read too', () => {
    expect(missingIn(TERMS)).toEqual([]);
    expect(missingIn({ ...TERMS, from: '11月初' })).toEqual(['from']);
    expect(missingIn({ projectIds: [], reason: ' ' })).toEqual(['to', 'from', 'reason', 'which']);
  });

  it('are tried out only when they can be read', () => {
    expect(previewOf('q', { ...TERMS, from: '11月初' }, [])).toBeUndefined();
    expect(previewOf('q', TERMS, [])).toEqual({
      from: '2026-11',
      reason: '工作变动',
      fromPersonId: 'q',
      toPersonId: 'p',
    });
  });

  it("of nobody's projects name each", () =>
    expect(previewOf(undefined, TERMS, [{ id: 'a', name: '甲' }])).toMatchObject({
      rows: [{ projectId: 'a', personId: 'p', lead: true }],
    }));
});
