import fc from 'fast-check';
import { knownAtOf } from './knowledge.ts';

it('reads an event by its number', () => {
  expect(knownAtOf('4711')).toEqual({ kind: 'seq', seq: 4711 });
});

it('reads a day as its end in Shanghai', () => {
  expect(knownAtOf('2026-06-30')).toEqual({ kind: 'day', day: '2026-06-30', instant: '2026-06-30T15:59:59.999Z' });
});

it.each([
  ['2026-06-30T18:00+08:00', '2026-06-30T10:00:00.000Z'],
  ['2026-07-01T00:30:15+08:00', '2026-06-30T16:30:15.000Z'],
  ['2026-06-30T23:59:59.5-05:30', '2026-07-01T05:29:59.500Z'],
  ['2026-06-30T10:00:00.123Z', '2026-06-30T10:00:00.123Z'],
])('reads the instant %s', (text, instant) => {
  expect(knownAtOf(text)).toEqual({ kind: 'instant', instant });
});

it.each([
  '',
  '0',
  '-1',
  '1.5',
  '01',
  '1e3',
  '9999999999999999',
  '2026-02-30',
  '2026-06',
  '2026-06-30T18:00',
  '2026-06-30 18:00+08:00',
  '2026-06-30T24:00Z',
  '2026-06-30T18:60Z',
  '2026-02-30T18:00Z',
  '2026-06-30T18:00+15:00',
  'unknown',
  'today',
])('takes %j for no point', (text) => {
  expect(knownAtOf(text)).toBeUndefined();
});

it('agrees with the clock on every instant', () => {
  const years = { min: new Date('1900-01-02T00:00:00Z'), max: new Date('2199-12-30T00:00:00Z'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(years), (date) => {
      const text = date.toISOString();
      expect(knownAtOf(text)).toEqual({ kind: 'instant', instant: text });
      const shanghai = new Date(date.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
      expect(knownAtOf(shanghai)).toEqual({ kind: 'instant', instant: text });
    }),
  );
});
