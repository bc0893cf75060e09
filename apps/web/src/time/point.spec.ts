import { between, earlier, later, malformedIn, movedTo, pointIn, withPoint } from './point.ts';

const search = (text: string): URLSearchParams => new URLSearchParams(text);

describe('the point in the address', () => {
  it.each([
    ['knownAt=42', { knownAt: '42' }],
    ['knownAt=2026-06-30&effectiveOn=2026-05-01', { knownAt: '2026-06-30', effectiveOn: '2026-05-01' }],
    ['fromKnownAt=2026-06-30T00:00:00Z&x=1', { fromKnownAt: '2026-06-30T00:00:00Z' }],
    ['knownAt=yesterday&effectiveOn=2026-02-30', {}],
    ['effectiveOn=2026-05', {}],
  ])('is read from %s', (text, point) => expect(pointIn(search(text))).toEqual(point));

  it('goes with every link, beside what the link says itself', () => {
    expect(withPoint('/projects?stage=signed#top', { knownAt: '42', effectiveOn: '2026-05-01' })).toBe(
      '/projects?stage=signed&knownAt=42&effectiveOn=2026-05-01#top',
    );
    expect(withPoint('/projects?knownAt=7', { knownAt: '42' })).toBe('/projects?knownAt=7');
    expect(withPoint('/log', {})).toBe('/log');
  });

  it('is moved without touching the filters, but begins a list anew', () => {
    const moved = movedTo(search('stage=signed&knownAt=42&cursor=c'), { effectiveOn: '2026-05-01' });
    expect(moved.toString()).toBe('stage=signed&effectiveOn=2026-05-01');
  });

  it('names what is no point, and nothing else', () => {
    expect(malformedIn(search('knownAt=yesterday&effectiveOn=2026-02-30&fromKnownAt=42&stage=signed'))).toEqual([
      { key: 'knownAt', text: 'yesterday' },
      { key: 'effectiveOn', text: '2026-02-30' },
    ]);
  });

  it('of a comparison comes apart into two and goes together again', () => {
    const point = { knownAt: '42', effectiveOn: '2026-05-01', fromKnownAt: '7', fromEffectiveOn: '2026-04-01' };
    expect(earlier(point)).toEqual({ knownAt: '7', effectiveOn: '2026-04-01' });
    expect(between(earlier(point), later(point))).toEqual(point);
    expect(between({}, { knownAt: '42' })).toEqual({ knownAt: '42' });
  });
});
