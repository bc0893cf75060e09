import { emptyShelf } from '../../api/testing/shelf.ts';
import { keepViews, viewsOn, VIEWS_MAX, withoutView, withView, type SavedView } from './views.ts';

describe('saved views', () => {
  it('are there again', () => {
    const shelf = emptyShelf();
    const views = [{ name: '本月签约', view: 'stage=signed&columns=money' }];
    expect(withView([], views[0] as SavedView)).toEqual(views);
    keepViews(shelf, views);
    expect(viewsOn(shelf)).toEqual(views);
    keepViews(shelf, withoutView(views, '本月签约'));
    expect(viewsOn(shelf)).toEqual([]);
  });

  it('replace one of the same name in its place, and are refused where there are too many', () => {
    const two = [
      { name: 'a', view: '1' },
      { name: 'b', view: '2' },
    ];
    expect(withView(two, { name: 'a', view: '3' })).toEqual([{ name: 'a', view: '3' }, two[1]]);
    const many = Array.from({ length: VIEWS_MAX }, (_, i) => ({ name: String(i), view: '' }));
    expect(withView(many, { name: 'new', view: '' })).toBeUndefined();
    expect(withView(many, { name: '7', view: '3' })).toHaveLength(VIEWS_MAX);
  });

  it('leave out what is none', () => {
    const shelf = emptyShelf();
    shelf.setItem('taizhang.ledger.views', '[{"name":"a","view":"stage=signed"},{"name":1},null,"x"]');
    expect(viewsOn(shelf)).toEqual([{ name: 'a', view: 'stage=signed' }]);
    shelf.setItem('taizhang.ledger.views', '{');
    expect(viewsOn(shelf)).toEqual([]);
  });
});
