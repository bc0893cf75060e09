import { askedOf, totalOf } from '../deadlines/asked.ts';
import { codesIn } from '../findings/codes.ts';
import { addressWith } from './addresses.ts';
import { dueRows } from './due-counts.ts';
import { sortedZones, turned, type ZoneRow } from './sort-rows.ts';

const texts = { zh: '', en: '' };
const summary = (due: number, land: number) => ({
  overdue: 3,
  due: due + land,
  kinds: [
    { kind: 'plan' as const, label: texts, overdue: 3, due },
    { kind: 'contract' as const, label: texts, overdue: 0, due: 0 },
    { kind: 'land' as const, label: texts, overdue: 0, due: land },
  ],
});

it('counts deadlines by kind and window, and leaves out kinds of which there are none', () => {
  expect(dueRows([summary(1, 0), summary(2, 0), summary(4, 1)])).toEqual([
    { kind: 'plan', overdue: 3, within: [1, 2, 4] },
    { kind: 'land', overdue: 0, within: [0, 0, 1] },
    { kind: undefined, overdue: 3, within: [1, 2, 5] },
  ]);
  expect(dueRows([{ overdue: 0, due: 0, kinds: [] }])).toHaveLength(1);
});

describe('the deadlines of an address', () => {
  it.each([
    ['', { days: 30 }],
    ['days=60&kind=land', { kind: 'land', days: 60 }],
    ['days=0&kind=x', { days: 30 }],
    ['days=367', { days: 30 }],
    ['overdue=true&days=60&scope=zone:1&leaderId=2', { scope: 'zone:1', leaderId: '2', overdue: 'true' }],
  ])('%s', (search, asked) => expect(askedOf(new URLSearchParams(search))).toEqual(asked));

  it('are as many as their summary says', () => {
    expect(totalOf(summary(4, 1), undefined, false)).toBe(5);
    expect(totalOf(summary(4, 1), 'land', false)).toBe(1);
    expect(totalOf(summary(4, 1), 'plan', true)).toBe(3);
    expect(totalOf(summary(4, 1), 'permit', true)).toBe(0);
  });
});

it('takes the kinds of findings that there are, each once', () => {
  expect(codesIn('FiledLate,Nonsense,FiledLate,StartedBeforeLand')).toEqual(['StartedBeforeLand', 'FiledLate']);
  expect(codesIn(undefined)).toEqual([]);
});

it('leaves out of an address what says nothing', () => {
  expect(addressWith('/projects', { zoneId: undefined, stage: 'signed', text: '' })).toBe('/projects?stage=signed');
  expect(addressWith('/projects', {})).toBe('/projects');
});

describe('zones in order', () => {
  const money = (fen: string) => ({ fen, currency: 'CNY' });
  const zone = (name: string, projects: number, fen: string): ZoneRow => ({
    zone: { id: name, name },
    projects,
    packages: projects,
    count: projects,
    suspended: 0,
    exited: 0,
    totalInvestment: money(fen),
    investedThisYear: money('0'),
    invested: money('0'),
    stages: [],
  });
  const zones = [zone('乙', 2, '90071992547409930'), zone('甲', 2, '90071992547409931'), zone('丙', 9, '1')];
  const names = (...order: Parameters<typeof sortedZones>) => sortedZones(...order).map((row) => row.zone.name);

  it('go by any column, exactly', () => {
    expect(names(zones, { by: 'totalInvestment', descending: true })).toEqual(['甲', '乙', '丙']);
    expect(names(zones, { by: 'projects', descending: true })[0]).toBe('丙');
    expect(names(zones, { by: 'suspended', descending: true })[0]).toBe('丙');
  });

  it('are turned by a second click', () => {
    expect(turned({ by: 'projects', descending: true }, 'projects')).toEqual({ by: 'projects', descending: false });
    expect(turned({ by: 'projects', descending: true }, 'zone')).toEqual({ by: 'zone', descending: false });
    expect(turned({ by: 'zone', descending: false }, 'invested')).toEqual({ by: 'invested', descending: true });
  });
});
