import fc from 'fast-check';
import { dayNumber } from '#kernel';
import { recorded } from '#kernel/scenario';
import { EVER, FOREVER, type Sequenced } from '#database';
import type { TargetEvent } from '#ledger';
import { calendarOn, NOTHING, progressOf } from './progress.ts';
import { ratioOf } from './ratio.ts';
import { targetRowsOf } from './target-rows.ts';

describe('a ratio', () => {
  it.each<[string, bigint[], string | null, string | null]>([
    ['published as 96.82 %, cut', [61n, 63n], '96.83', '96.82'],
    ['that is nothing', [0n, 5n], '0.00', '0.00'],
    ['less than nothing', [-1n, 6n], '-16.67', '-16.66'],
    ['hardly less than nothing', [-1n, 1_000_000n], '0.00', '0.00'],
    ['of more than the whole', [7n, 2n], '350.00', '350.00'],
    ['half of the last decimal', [1n, 20_000n], '0.01', '0.00'],
    ['of no denominator', [0n, 0n], null, null],
  ])('%s', (_, [numerator = 0n, denominator = 0n], ...percent) => {
    const ratio = ratioOf(numerator, denominator);
    expect([ratio.rounded, ratio.cut]).toEqual(percent);
    expect([ratio.numerator, ratio.denominator]).toEqual([String(numerator), String(denominator)]);
  });

  it('is never further than half of the last decimal from what it is, cut never beyond it', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 30n), (numerator, denominator) => {
        const { rounded, cut } = ratioOf(numerator, denominator);
        const off = (text: string | null): bigint =>
          BigInt(String(text).replace('.', '')) * denominator - numerator * 10_000n;
        const abs = (value: bigint): bigint => (value < 0n ? -value : value);
        expect(2n * abs(off(rounded)) <= denominator).toBe(true);
        expect(abs(off(cut)) < denominator).toBe(true);
        expect(off(cut) * numerator <= 0n).toBe(true);
      }),
    );
  });
});

describe('the calendar', () => {
  const year = { first_day: dayNumber('2026-01-01'), last_day: dayNumber('2026-12-31') };
  it.each([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-07-02', 183],
    ['2026-12-31', 365],
    ['2027-06-01', 365],
  ])('on %s is %s of 365 days in', (day, elapsed) =>
    expect(calendarOn(year, dayNumber(day))).toEqual({ elapsed, days: 365 }),
  );
});

describe('progress', () => {
  const halfway = { elapsed: 1, days: 2 };
  it('of a count is ahead by the points it is past the calendar', () =>
    expect(progressOf('signed', 4, { ...NOTHING, n: 3 }, halfway)).toMatchObject({
      reached: 3,
      rate: { rounded: '75.00' },
      ahead: { numerator: '2', denominator: '8', rounded: '25.00' },
      isReached: false,
    }));
  it('of money is exact beyond what a number holds', () => {
    const amount = 9_007_199_254_740_993n;
    const value = { fen: '9999999999999', currency: 'CNY' } as const;
    expect(progressOf('fundsArrived', value, { ...NOTHING, amount }, halfway)).toMatchObject({
      reached: { fen: '9007199254740993', currency: 'CNY' },
      rate: { numerator: '9007199254740993', denominator: '9999999999999' },
      isReached: true,
    });
  });
  it('of a share has no rate where no industrial land was supplied, and is not reached', () =>
    expect(progressOf('standardLandShare', 8000, NOTHING, halfway)).toMatchObject({
      reached: { numerator: '0', denominator: '0', rounded: null },
      rate: { rounded: null },
      ahead: { rounded: null },
      isReached: false,
    }));
  it('of a share is reached with the share, to the last 0.01 ㎡', () => {
    const amount = 10_000n;
    expect(progressOf('standardLandShare', 8000, { ...NOTHING, amount, standard: 8000n }, halfway).isReached).toBe(
      true,
    );
    expect(progressOf('standardLandShare', 8000, { ...NOTHING, amount, standard: 7999n }, halfway).isReached).toBe(
      false,
    );
  });
});

describe('the rows of a target', () => {
  const subject = { scope: 'all', period: '2026-Q2', indicator: 'started' } as const;
  const events = (...told: (TargetEvent & { filedAt?: string })[]) =>
    recorded<TargetEvent>(told, 'target-t1') as Sequenced<TargetEvent>[];
  const set = (tier: string, value: number) => ({ type: 'TargetSet', data: { ...subject, tier, value } }) as const;
  const revised = (tier: string, value: number, filedAt: string) =>
    ({ type: 'TargetRevised', data: { tier, value, reason: '调整' }, filedAt }) as const;
  const shown = (...told: (TargetEvent & { filedAt?: string })[]) =>
    targetRowsOf('t1', events(...told)).map(({ place, tier, valid_from, valid_to, value, steps }) => [
      place,
      tier,
      valid_from,
      valid_to,
      value,
      (JSON.parse(steps) as { value: number }[]).map((step) => step.value),
    ]);

  it('are one, for ever, until it is revised', () =>
    expect(targetRowsOf('t1', events({ type: 'TargetSet', data: { ...subject, value: 3 } }))).toMatchObject([
      {
        target_id: 't1',
        valid_from: EVER,
        valid_to: FOREVER,
        place: 0,
        tier: null,
        first_day: dayNumber('2026-04-01'),
        last_day: dayNumber('2026-06-30'),
        threshold_fen: null,
        industrial: 0,
        value: '3',
      },
    ]));

  it('are one for each tier and value, each from the day it was filed; of two on one day the later', () => {
    const [may, june] = [dayNumber('2026-05-01'), dayNumber('2026-06-01')];
    expect(
      shown(
        set('一类', 8),
        set('二类', 4),
        revised('二类', 5, '2026-05-01T01:00:00.000Z'),
        revised('二类', 6, '2026-05-01T02:00:00.000Z'),
        revised('二类', 4, '2026-06-01T02:00:00.000Z'),
      ),
    ).toEqual([
      [0, '一类', EVER, FOREVER, '8', [8]],
      [1, '二类', EVER, may, '4', [4]],
      [1, '二类', may, june, '6', [4, 5, 6]],
      [1, '二类', june, FOREVER, '4', [4, 5, 6, 4]],
    ]);
  });
});
