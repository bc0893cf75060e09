import fc from 'fast-check';
import type { Event } from './events.ts';
import { effectiveFacts, mendingsOf, type FactCorrected, type FactRevoked } from './facts.ts';
import { eventId, recorded } from './scenario.ts';

type Noted = Event<'Noted', { readonly value: number }>;
type Any = Noted | FactCorrected | FactRevoked;

const noted = (value: number): Noted => ({ type: 'Noted', data: { value } });
const corrected = (n: number, value: number): FactCorrected => ({
  type: 'FactCorrected',
  data: { factId: eventId(n), data: { value }, reason: 'misread' },
});
const revoked = (n: number): FactRevoked => ({
  type: 'FactRevoked',
  data: { factId: eventId(n), reason: 'wrong project' },
});

const values = (...events: Any[]): number[] => effectiveFacts<Any>(recorded(events)).map((fact) => fact.data.value);

describe('effective facts', () => {
  it('are the reports as they came where nobody mended', () => expect(values(noted(1), noted(2))).toEqual([1, 2]));
  it('carry the data of the latest correction', () =>
    expect(values(noted(1), corrected(1, 5), corrected(1, 6))).toEqual([6]));
  it('fall back to the correction before when the latest is revoked', () =>
    expect(values(noted(1), corrected(1, 5), corrected(1, 6), revoked(3))).toEqual([5]));
  it('fall back to the report when every correction is revoked', () =>
    expect(values(noted(1), corrected(1, 5), revoked(2))).toEqual([1]));
  it('do not hold once revoked, corrected or not', () =>
    expect(values(noted(1), corrected(1, 5), revoked(1))).toEqual([]));
  it('hold again when the revocation is revoked', () => expect(values(noted(1), revoked(1), revoked(2))).toEqual([1]));
  it('are gone again when the revocation of the revocation is revoked', () =>
    expect(values(noted(1), revoked(1), revoked(2), revoked(3))).toEqual([]));
  it('stay revoked when one of two revocations is taken back', () =>
    expect(values(noted(1), revoked(1), revoked(1), revoked(2))).toEqual([]));
  it('take a correction that was filed while they were revoked', () =>
    expect(values(noted(1), revoked(1), corrected(1, 7), revoked(2))).toEqual([7]));
  it('keep id, place and filing day of the first report', () => {
    const [fact] = effectiveFacts<Any>(
      recorded([{ ...noted(1), filedAt: '2018-03-06T17:00:00.000Z' }, corrected(1, 2)]),
    );
    expect(fact).toEqual({
      type: 'Noted',
      data: { value: 2 },
      id: eventId(1),
      revision: 0n,
      filedOn: '2018-03-07',
      correctedBy: eventId(2),
    });
  });
  it('name the revocation in force', () => {
    expect(mendingsOf(recorded([noted(1), revoked(1), revoked(2), revoked(1)])).revokedBy).toEqual(
      new Map([
        [eventId(1), eventId(4)],
        [eventId(2), eventId(3)],
      ]),
    );
  });
});

/** Obvious and slow: an event holds unless some later event that holds revokes it. */
function oracle(events: readonly Any[]): number[] {
  const holds = (i: number): boolean =>
    !events.some(
      (event, j) => j > i && event.type === 'FactRevoked' && event.data.factId === eventId(i + 1) && holds(j),
    );
  return events.flatMap((event, i) => {
    if (event.type !== 'Noted' || !holds(i)) return [];
    const corrections = events.filter(
      (other, j): other is FactCorrected =>
        other.type === 'FactCorrected' && other.data.factId === eventId(i + 1) && holds(j),
    );
    return [((corrections.at(-1)?.data.data ?? event.data) as { value: number }).value];
  });
}

const anyHistory = fc
  .array(fc.tuple(fc.constantFrom('note', 'note', 'correct', 'revoke'), fc.nat(), fc.nat(9)), { maxLength: 14 })
  .map((steps) =>
    steps.map(([kind, at, value], i): Any => {
      const n = i === 0 ? 1 : (at % i) + 1;
      if (i === 0 || kind === 'note') return noted(value);
      return kind === 'correct' ? corrected(n, value) : revoked(n);
    }),
  );

it('agrees with the obvious definition on any history', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const mendsOnlyFacts = events.filter(
        (event) => event.type !== 'FactCorrected' || events[Number(event.data.factId.slice(-12)) - 1]?.type === 'Noted',
      );
      fc.pre(mendsOnlyFacts.length === events.length);
      expect(values(...events)).toEqual(oracle(events));
    }),
    { numRuns: 1000 },
  );
});

it('shows what was before when a correction, or a revocation, is revoked', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (events, at) => {
      fc.pre(events.length > 0);
      const n = (at % events.length) + 1;
      const mend = events[n - 1]?.type === 'Noted' ? corrected(n, 99) : revoked(n);
      expect(values(...events, mend, revoked(events.length + 1))).toEqual(values(...events));
    }),
    { numRuns: 1000 },
  );
});
