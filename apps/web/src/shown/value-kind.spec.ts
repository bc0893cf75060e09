import { valueKind } from './value-kind.ts';

describe('what a value is', () => {
  it.each([
    ['stage', 'completed', 'milestone'],
    ['milestone', 'inStatistics', 'milestone'],
    ['plan.completed.二期', '2026-05', 'date'],
    ['plan.completed', 'soon', 'text'],
    ['on', 'unknown', 'date'],
    ['invested', { fen: '-100', currency: 'CNY' }, 'money'],
    ['area', 1234, 'area'],
    ['share', 2700, 'share'],
    ['year', 2026, 'number'],
    ['coLeaderIds', ['a'], 'list'],
    ['leaderId', 'a', 'person'],
    ['leaderId', null, 'nothing'],
    ['builder', { name: '某公司' }, 'builder'],
    ['fact', { on: '2026-05' }, 'object'],
    ['lead', true, 'yesNo'],
    ['permit.p-2024.env.二期', 'done', 'choice'],
    ['item', 'env', 'permit'],
    ['reason', '笔误', 'text'],
  ] as const)('%s %j is %s', (field, value, kind) => expect(valueKind(field, value)).toBe(kind));
});
