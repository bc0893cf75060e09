import { measureText, periodsOf, scopeText, targetRows, valueText } from './target-rows.ts';

type Target = Parameters<typeof targetRows>[0][number];
const ratio = (rounded: string) => ({ numerator: '1', denominator: '2', rounded, cut: rounded });
const step = { value: 1, filedOn: '2026-01-01', eventId: 'e' };
const value = (more: object) => ({ tier: null, value: 10, set: step, revisions: [], isReached: false, ...more });
const target = (id: string, scope: string, ...values: Target['values']): Target => ({
  id,
  scope,
  period: '2026',
  first: '2026-01-01',
  last: '2026-12-31',
  indicator: 'started',
  label: { zh: '', en: '' },
  unit: 'projects',
  threshold: null,
  industrial: false,
  calendar: ratio('89.59'),
  values,
});
const zone = (id: string, ahead: string, isReached = false) => ({
  zone: { id, name: id },
  reached: 1,
  rate: ratio('10'),
  ahead: ratio(ahead),
  isReached,
  undetermined: 0,
});

const all = target('a', 'all', value({ reached: 2, rate: ratio('6.25'), ahead: ratio('-83.34') }));
const tiers = target('b', 'all', value({ tier: '一类', zones: [zone('z1', '-90'), zone('z2', '3', true)] }));
const own = target('c', 'zone:z1', value({ reached: 9, rate: ratio('90'), ahead: ratio('0.41') }));

describe('the numbers of targets', () => {
  it('come the furthest behind first, and what is reached last', () => {
    expect(targetRows([own, all, tiers]).map(({ key, ahead }) => [key, ahead])).toEqual([
      ['b/一类/z1', -90],
      ['a//', -83.34],
      ['c//', 0.41],
      ['b/一类/z2', 3],
    ]);
  });

  it('are of a zone those that it alone answers for', () => {
    expect(targetRows([own, all, tiers], 'z1').map(({ key }) => key)).toEqual(['b/一类/z1', 'c//']);
  });

  it('are none where no zone lies in the tier', () => {
    expect(targetRows([target('d', 'all', value({ noZones: true }))])).toEqual([]);
  });
});

it('says a measure as what it is', () => {
  expect(
    [1200, { fen: '1000000000000', currency: 'CNY' }, ratio('48.75'), undefined].map((m) =>
      measureText(m, 'zh', false),
    ),
  ).toEqual(['1,200', '100 亿元', '48.75%', '—']);
  expect(measureText({ fen: '1000000000001', currency: 'CNY' }, 'zh', true)).toBe('10,000,000,000.01 元');
  const [row] = targetRows([{ ...all, unit: 'share', values: [value({ value: 6050 })] }]);
  expect(row && valueText(row, 'zh', false)).toBe('60.5%');
});

it('calls a scope by its name', () => {
  const name = (id: string) => (id === 'z1' ? '甲区' : undefined);
  expect(['all', 'zone:z1', 'zone:z2', 'county:990101'].map((scope) => scopeText(scope, name))).toEqual([
    undefined,
    '甲区',
    'z2',
    '990101',
  ]);
});

it('knows the periods of a day', () => {
  expect(['2026-11-23', '2026-03-31', '2026-04-01'].map(periodsOf)).toEqual([
    ['2026', '2026-Q4', '2026-11'],
    ['2026', '2026-Q1', '2026-03'],
    ['2026', '2026-Q2', '2026-04'],
  ]);
});
