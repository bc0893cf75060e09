import { changedField, isNew } from './changes.ts';

const changed = (...fields: string[]) => ({ changes: fields.map((field) => ({ field })) }) as never;

describe('which cell a change is shown in', () => {
  it.each([
    ['leader', 'leaderId'],
    ['total', 'totalInvestment'],
    ['completed', 'plan.completed.二期'],
    ['completed', 'reached.completed'],
    ['stage', 'possibleStage'],
  ] as const)('the column %s shows %s', (column, field) =>
    expect(changedField(changed('zoneId', field), column)).toBe(field),
  );

  it('is that of the date at which a milestone was reached, before that of its plan', () =>
    expect(changedField(changed('plan.completed', 'reached.completed.一期'), 'completed')).toBe(
      'reached.completed.一期',
    ));

  it('is none where nothing of the column changed, or nothing of it is compared', () => {
    expect(changedField(changed('leaderId'), 'stage')).toBeUndefined();
    expect(changedField(changed('invested'), 'year')).toBeUndefined();
    expect(changedField(undefined, 'stage')).toBeUndefined();
  });

  it('is none of a project that was not there before: it is new as a whole', () => {
    const added = changed('leaderId', 'listed', 'stage');
    expect(isNew(added)).toBe(true);
    expect(changedField(added, 'stage')).toBeUndefined();
  });
});
