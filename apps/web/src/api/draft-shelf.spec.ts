import { DraftShelf, type DraftSeen } from './draft-shelf.ts';
import { emptyShelf } from './testing/shelf.ts';

describe('a draft', () => {
  it('is there for the next page', () => {
    const shelf = emptyShelf();
    new DraftShelf(shelf).write('sign:p', { on: '2026-05' });
    expect(new DraftShelf(shelf).read('sign:p')).toEqual({ on: '2026-05' });
    expect(new DraftShelf(shelf).read('sign:q')).toBeUndefined();
  });

  it('is gone once its command has arrived, and the form is told', () => {
    const drafts = new DraftShelf(emptyShelf());
    const told: string[] = [];
    const stop = drafts.onChanged((key) => told.push(key));
    drafts.write('sign:p', { on: '2026-05' });
    const seen = drafts.seen('sign:p') as DraftSeen;
    drafts.arrived(seen);
    expect(drafts.read('sign:p')).toBeUndefined();
    drafts.write('sign:p', { on: '2026-05' });
    stop();
    drafts.arrived(seen);
    expect(told).toEqual(['sign:p']);
  });

  it('is found by how its key begins', () => {
    const shelf = emptyShelf();
    shelf.setItem('sign:r', 'of another');
    const drafts = new DraftShelf(shelf);
    for (const key of ['sign:p', 'sign:q', 'start:p']) drafts.write(key, {});
    expect(drafts.keys('sign:')).toEqual(['sign:p', 'sign:q']);
  });

  it('that is typed in another tab is there for the same form in this one', () => {
    const shelf = emptyShelf();
    const [mine, other] = [new DraftShelf(shelf), new DraftShelf(shelf)];
    const seen: unknown[] = [];
    mine.onChanged((key) => seen.push([key, mine.read(key)]));
    other.write('sign:p', { note: 'a long note' });
    mine.elsewhere('taizhang.draft.sign:p');
    other.write('sign:p', undefined);
    mine.elsewhere('taizhang.draft.sign:p');
    mine.elsewhere('taizhang.language');
    expect(seen).toEqual([
      ['sign:p', { note: 'a long note' }],
      ['sign:p', undefined],
    ]);
  });

  it('stays when something else was typed since', () => {
    const drafts = new DraftShelf(emptyShelf());
    drafts.write('sign:p', { on: '2026-05' });
    const seen = drafts.seen('sign:p') as DraftSeen;
    drafts.write('sign:p', { on: '2026-06' });
    drafts.arrived(seen);
    expect(drafts.read('sign:p')).toEqual({ on: '2026-06' });
    expect(drafts.seen('sign:q')).toBeUndefined();
  });
});
