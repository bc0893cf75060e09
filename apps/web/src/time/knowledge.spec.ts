import { knowledgeIn, knownAtIn } from './knowledge.ts';

describe('what is chosen as known', () => {
  it.each(['42', '2026-06-30', '2026-06-30T18:00:00+08:00', undefined])('comes back as it was given: %s', (knownAt) =>
    expect(knownAtIn(knowledgeIn(knownAt))).toBe(knownAt),
  );

  it.each([
    ['seq', '0'],
    ['seq', '2026-06-30'],
    ['day', ''],
    ['day', '42'],
    ['instant', ''],
  ] as const)('is nothing yet as %s "%s"', (kind, text) => expect(knownAtIn({ kind, text })).toBeNull());
});
