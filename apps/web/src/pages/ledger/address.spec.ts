import {
  changed,
  entryIn,
  filterIn,
  groupingIn,
  openIn,
  seenAs,
  sortAfter,
  sortIn,
  toggled,
  viewOf,
  withoutFilters,
} from './address.ts';

const search = (text: string): URLSearchParams => new URLSearchParams(text);
const ID = '2a4a6a52-0000-4000-8000-000000000001';

describe('the address of the ledger', () => {
  it('says the filter, and nothing that is none', () => {
    const text = 'stage=signed&text=%20新材料%20&leaderId=&colour=red&knownAt=42&sort=name';
    expect(filterIn(search(text))).toEqual({ stage: 'signed', text: '新材料' });
  });

  it.each([
    ['sort=-invested', '-invested'],
    ['sort=name', 'name'],
    ['sort=--name', undefined],
    ['sort=leader', undefined],
    ['', undefined],
  ])('orders by %j as %s', (text, sort) => expect(sortIn(search(text))).toBe(sort));

  it('groups by what can be grouped by', () => {
    expect(groupingIn(search('group=leader'))).toBe('leader');
    expect(groupingIn(search('group=weather'))).toBeUndefined();
  });

  it('says which groups are open, and closes them where others are asked for', () => {
    const open = openIn(search('group=stage&open=signed,filed'));
    expect([...open]).toEqual(['signed', 'filed']);
    expect(toggled(open, 'signed')).toBe('filed');
    expect(toggled(open, 'planned')).toBe('signed,filed,planned');
    expect([...openIn(search('open='))]).toEqual([]);
    expect(changed(search('group=stage&open=signed'), { group: 'zone' }).toString()).toBe('group=zone');
    expect(changed(search('group=stage&open=signed'), { zoneId: 'z' }).get('open')).toBe('signed');
  });

  it('says what is being entered in which row', () => {
    expect(entryIn(search(`entry=month:${ID}`))).toEqual({ kind: 'month', id: ID });
    expect(entryIn(search('entry=month:1'))).toBeUndefined();
    expect(entryIn(search(`entry=rename:${ID}`))).toBeUndefined();
  });

  it('changes one thing and keeps the others and the point, but leaves what is being entered', () => {
    const now = search(`stage=signed&knownAt=42&entry=month:${ID}`);
    expect(changed(now, { zoneId: 'z', stage: undefined }).toString()).toBe('knownAt=42&zoneId=z');
    expect(withoutFilters(search('text=a&unitId=u&group=zone')).toString()).toBe('group=zone');
  });

  it('begins with the largest sums and with the first names, turns round, and ends', () => {
    expect([undefined, '-invested', 'invested'].map((now) => sortAfter(now as never, 'invested'))).toEqual([
      '-invested',
      'invested',
      undefined,
    ]);
    expect([undefined, 'name', '-name', 'code'].map((now) => sortAfter(now as never, 'name'))).toEqual([
      'name',
      '-name',
      undefined,
      'name',
    ]);
  });

  it('is kept as a view without the point, and seen again at the point of the page', () => {
    const view = viewOf(search(`stage=signed&knownAt=42&columns=money&entry=month:${ID}&effectiveOn=2026-05-01`));
    expect(view).toBe('columns=money&stage=signed');
    expect(seenAs(view, search('text=x&knownAt=7')).toString()).toBe('columns=money&stage=signed&knownAt=7');
  });
});
