import type { Ledger } from './harness.ts';

/** Points that no ledger can be asked for, and why. */
const WRONG: readonly (readonly [string, string, string?])[] = [
  ['knownAt=', 'ValidationFailed', 'NotAKnownAt'],
  ['knownAt=0', 'ValidationFailed', 'NotAKnownAt'],
  ['knownAt=-1', 'ValidationFailed', 'NotAKnownAt'],
  ['knownAt=1.5', 'ValidationFailed', 'NotAKnownAt'],
  ['knownAt=2026-02-30', 'ValidationFailed', 'NotAKnownAt'],
  ['knownAt=2026-02-03T04:05:06', 'ValidationFailed', 'NotAKnownAt'],
  ['effectiveOn=2026-02-03T04:05:06Z', 'ValidationFailed'],
  ['knownAt=2099-01-01', 'KnownAtAhead'],
  ['knownAt=2099-01-01T00:00:00Z', 'KnownAtAhead'],
  ['knownAt=999999999', 'KnownSeqAhead'],
  ['knownAt=1999-12-31', 'KnownBeforeFirst'],
];

/** A path that takes a point refuses each of them by its code, in both languages, and names the field of a malformed one. */
export async function refusesPoints(ledger: Ledger, path: string): Promise<void> {
  for (const [query, code, field] of WRONG) {
    const answer = await ledger.get(`${path}?${query}`).expect(400);
    expect(answer.body).toMatchObject({
      code,
      messages: { zh: expect.stringMatching(/./) as string, en: expect.stringMatching(/./) as string },
      ...(field !== undefined && { errors: [{ field: 'knownAt', code: field }] }),
    });
  }
}
