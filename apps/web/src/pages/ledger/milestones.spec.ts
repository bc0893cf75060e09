import { dataOf } from '../../forms/fields.ts';
import { fieldsInRow, nextVerb, verbIn } from './milestones.ts';

describe('a milestone entered in the row', () => {
  it('is by default the next one on the spine, and for a suspended project its resumption', () => {
    expect(nextVerb({ stage: 'permitted', standing: 'active' })).toBe('start-construction');
    expect(nextVerb({ stage: 'constructionStarted', standing: 'suspended' })).toBe('resume');
  });

  it('is the one that was chosen, if there is such a one', () => {
    expect(verbIn({ verb: 'exit' })).toBe('exit');
    expect(verbIn({ verb: 'void' })).toBeUndefined();
  });

  it.each([
    ['start-construction', ['on!', 'phase', 'proof', 'note']],
    ['file', ['on!', 'kind!', 'phase', 'proof', 'note']],
    ['supply-land', ['on!', 'mode!', 'area!', 'phase', 'proof', 'note']],
    ['suspend', ['on!', 'reason!', 'proof', 'note']],
    ['exit', ['on!', 'kind!', 'reason!', 'proof', 'note']],
  ] as const)('asks for %s what it needs and what is said beside it, the phase too', (verb, fields) =>
    expect(fieldsInRow(verb)).toEqual(fields),
  );

  it('is sent with its date as it was typed, and without what another milestone needs', () => {
    const typed = { verb: 'start-construction', on: '2026-05-T1', phase: '二期', note: '  ', reason: '资金' };
    expect(dataOf(fieldsInRow('start-construction'), typed)).toEqual({
      data: { on: '2026-05-T1', phase: '二期' },
      missing: [],
      unread: [],
    });
  });
});
