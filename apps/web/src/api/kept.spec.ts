import { keep, kept, withoutLimit, type NotKept, type Shelf } from './kept.ts';
import { emptyShelf } from './testing/shelf.ts';

describe('a shelf', () => {
  it('holds in memory what there is no room for, says so, and leaves what was there before for the next page', () => {
    const small = emptyShelf(20);
    const told: NotKept[] = [];
    const shelf = withoutLimit(
      () => small,
      (why) => told.push(why),
    );
    keep(shelf, 'draft', 'short');
    keep(shelf, 'draft', 'much longer than there is room for');
    expect(kept(shelf, 'draft')).toBe('much longer than there is room for');
    expect(
      kept(
        withoutLimit(() => small),
        'draft',
      ),
    ).toBe('short');
    expect(told).toEqual(['full']);
    keep(shelf, 'draft', 'fits');
    expect(
      kept(
        withoutLimit(() => small),
        'draft',
      ),
    ).toBe('fits');
    keep(shelf, 'draft', undefined);
    expect(kept(shelf, 'draft')).toBeUndefined();
  });

  it('is memory where the browser allows none, and says so', () => {
    const told: NotKept[] = [];
    const shelf = withoutLimit(
      (): Shelf => {
        throw new DOMException('denied', 'SecurityError');
      },
      (why) => told.push(why),
    );
    expect(kept(shelf, 'draft')).toBeUndefined();
    expect(shelf.keys()).toEqual([]);
    keep(shelf, 'draft', { on: '2026-05' });
    expect(kept(shelf, 'draft')).toEqual({ on: '2026-05' });
    expect(shelf.keys()).toEqual(['draft']);
    expect(told).toEqual(['blocked']);
    keep(shelf, 'draft', undefined);
    expect(kept(shelf, 'draft')).toBeUndefined();
  });
});
