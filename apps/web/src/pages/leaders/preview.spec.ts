import { withNames, type PreviewItem } from './preview.ts';

it('a refusal is read with names in place of ids', () => {
  const item: PreviewItem = {
    project: { id: 'p-1', name: '新材料项目' },
    holders: [{ id: 'a-1', name: null, role: 'lead', since: '2026' }],
    person: { id: 'b-2', name: '邰问渠' },
    lead: true,
    replaces: null,
    events: [],
    refusal: null,
    row: null,
  };
  expect(withNames('p-1：b-2 当日已是牵头领导，a-1 不是', item)).toBe('新材料项目：邰问渠 当日已是牵头领导，a-1 不是');
});
