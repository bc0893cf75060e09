import { DraftShelf, type DraftSeen } from '../../api/draft-shelf.ts';
import { emptyShelf } from '../../api/testing/shelf.ts';
import { keepTyped, keptMonths, monthDraft, typedFor } from './month-drafts.ts';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const NONE = new Set<string>();

describe('what is typed for a month', () => {
  it('is kept of each project and month by itself, whole', () => {
    const shelf = emptyShelf();
    const typed = { amount: '1200', text: '封顶', nextSteps: '砌筑', difficulties: '' };
    keepTyped(new DraftShelf(shelf), '2026-10', A, typed);
    keepTyped(new DraftShelf(shelf), '2026-10', B, { amount: '5' });
    const drafts = new DraftShelf(shelf);
    expect(typedFor(drafts, '2026-10', A)).toEqual({ amount: '1200', text: '封顶', nextSteps: '砌筑' });
    expect(typedFor(drafts, '2026-10', B)).toEqual({ amount: '5' });
    expect(typedFor(drafts, '2026-09', A)).toEqual({});
  });

  it('loses what has arrived, and nothing that was typed since', () => {
    const drafts = new DraftShelf(emptyShelf());
    const sent = { amount: '1200', text: '封顶' };
    keepTyped(drafts, '2026-10', A, sent);
    const seen = (['investment', 'progress'] as const).map(
      (part) => drafts.seen(monthDraft('2026-10', A, part)) as DraftSeen,
    );
    keepTyped(drafts, '2026-10', A, { ...sent, text: '封顶，开始砌筑' });
    keepTyped(drafts, '2026-10', B, { amount: '7' });
    for (const one of seen) drafts.arrived(one);
    expect(typedFor(drafts, '2026-10', A)).toEqual({ text: '封顶，开始砌筑' });
    expect(typedFor(drafts, '2026-10', B)).toEqual({ amount: '7' });
  });

  it('is found again by its month, but not where all was deleted or is on its way', () => {
    const drafts = new DraftShelf(emptyShelf());
    keepTyped(drafts, '2026-09', B, { text: '开工' });
    keepTyped(drafts, '2026-10', B, { amount: '7' });
    keepTyped(drafts, '2026-10', A, { amount: '1', text: '开工' });
    drafts.write('sign:p', {});
    expect(keptMonths(drafts, NONE)).toEqual([
      { period: '2026-10', ids: [A, B] },
      { period: '2026-09', ids: [B] },
    ]);
    keepTyped(drafts, '2026-09', B, { text: '' });
    expect(keptMonths(drafts, new Set([monthDraft('2026-10', A, 'investment')]))).toEqual([
      { period: '2026-10', ids: [A, B] },
    ]);
    expect(keptMonths(drafts, new Set([monthDraft('2026-10', B, 'investment')]))).toEqual([
      { period: '2026-10', ids: [A] },
    ]);
  });
});
