import { fromSince, sinceDay } from './since.ts';

describe('the day that a change is counted from', () => {
  it.each([
    ['a week before, where none is chosen', undefined, '2026-11-16'],
    ['the chosen one', '2026-10-01', '2026-10-01'],
    ['not the day itself', '2026-11-23', '2026-11-16'],
    ['not a day after it', '2026-12-01', '2026-11-16'],
    ['nothing that is no day', '2026-13-01', '2026-11-16'],
  ])('is %s', (_, chosen, day) => expect(sinceDay(chosen, '2026-11-23')).toBe(day));
});

describe('the point that a change is counted from', () => {
  it.each([
    ['both clocks, where the log reaches back', { first: '2026-11-01', last: '2026-11-23' }, true],
    ['both clocks from the first day of the log on', { first: '2026-11-16', last: '2026-11-23' }, true],
    ['the business day alone, where it does not', { first: '2026-11-17', last: '2026-11-23' }, false],
    ['the business day alone, where no more was known later', { first: '2026-11-01', last: '2026-11-16' }, false],
    ['the business day alone in an empty log', { first: undefined, last: undefined }, false],
  ])('is %s', (_, log, isKnown) =>
    expect(fromSince('2026-11-16', log)).toEqual({
      ...(isKnown && { fromKnownAt: '2026-11-16' }),
      fromEffectiveOn: '2026-11-16',
    }),
  );
});
