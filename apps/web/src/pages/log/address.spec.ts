import { isFiltered, isRange, queryIn, withFilter } from './address.ts';

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
