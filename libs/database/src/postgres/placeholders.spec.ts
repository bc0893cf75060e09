import { numbered } from './placeholders.ts';

describe('placeholders', () => {
  it.each([
    ['SELECT a FROM t WHERE b = ? AND c = ?', 'SELECT a FROM t WHERE b = $1 AND c = $2'],
    [`SELECT '?', 'it''s ?', "?" FROM t WHERE a = ?`, `SELECT '?', 'it''s ?', "?" FROM t WHERE a = $1`],
    ['SELECT 1', 'SELECT 1'],
  ])('are counted where they are ones: %s', (sql, expected) => {
    expect(numbered(sql)).toBe(expected);
    expect(numbered(sql)).toBe(expected);
  });
});
