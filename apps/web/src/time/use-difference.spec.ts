import { differenceOf } from './use-difference.ts';

it('tells what came into a list and what is gone from it', () => {
  const before = [{ id: 'a' }, { id: 'b' }];
  const after = [{ id: 'b' }, { id: 'c' }];
  expect(differenceOf(before, after, ({ id }) => id)).toEqual({ added: new Set(['c']), gone: [{ id: 'a' }] });
});
