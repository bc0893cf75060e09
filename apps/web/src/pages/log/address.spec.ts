import { dayIn, isFiltered, isRange, placeIn, queryIn, rangeOf, withFilter } from './address.ts';

const search = (text: string): URLSearchParams => new URLSearchParams(text);

describe('the address of the log', () => {
  it('asks for the newest first, unless it says otherwise', () => {
    expect(queryIn(search(''))).toEqual({ sort: '-seq' });
    expect(queryIn(search('sort=seq&type=ProjectSigned,FactCorrected&since=42&until=&stage=x'))).toEqual({
      sort: 'seq',
      type: 'ProjectSigned,FactCorrected',
      since: '42',
    });
  });

  it('keeps the rest when a filter changes', () => {
    expect(withFilter(search('knownAt=9&actor=a'), 'source', 'import').toString()).toBe(
      'knownAt=9&actor=a&source=import',
    );
    expect(withFilter(search('knownAt=9&actor=a'), 'actor', undefined).toString()).toBe('knownAt=9');
  });

  it('begins at a place only where it says one', () => {
    expect(['goTo=42', 'goTo=2026-06-30', 'goTo=2026-13-01', 'goTo=', ''].map((text) => placeIn(search(text)))).toEqual(
      ['42', '2026-06-30', null, null, null],
    );
  });

  it('takes days as people write them, and numbers of events', () => {
    expect(
      [
        '2026年11月1日',
        '２０２６－１１－０１',
        '2026/11/1',
        ' 42 ',
        '４２',
        '2026-06-30T10:00:00Z',
        '2026年11月',
        '2026-13-01',
      ].map(rangeOf),
    ).toEqual(['2026-11-01', '2026-11-01', '2026-11-01', '42', '42', '2026-06-30T10:00:00Z', undefined, undefined]);
    expect(['20261101', '42'].map(dayIn)).toEqual(['2026-11-01', undefined]);
  });

  it('knows what is a filter and what a range', () => {
    expect([isFiltered(search('sort=seq&knownAt=9')), isFiltered(search('subject=a'))]).toEqual([false, true]);
    expect(['42', '2026-06-30', '2026-06-30T10:00:00Z', 'June', '0'].map(isRange)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
