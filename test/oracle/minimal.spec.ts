import fc from 'fast-check';
import { dialects } from '#database/testing';
import { differenceOf, type Difference } from './agree.ts';
import { ledgers, told, type Dialect, type ToldEvent } from './ledgers.ts';
import type { Log } from './log.ts';
import { minimal, reportOf } from './minimal.ts';
import type { Question } from './questions/question.ts';

const SEED = 7;

/** Who asks it is told that no start was ever taken back, whatever the log says. */
const wrong: Question = {
  name: 'revocations that were revoked',
  asked: {},
  isOfNoDay: false,
  answered: (_, point, log) => {
    const { seq, day } = log.at(point) as { seq: number; day: string };
    return Promise.resolve({ asOf: { seq }, effectiveOn: day, compared: 0 });
  },
  refused: () => undefined,
  expected: (log, { seq }) => revokedTwice(log, seq),
};

function revokedTwice({ events }: Log, seq: number): number {
  const revoking = events.filter((event) => event.seq <= seq && event.type === 'FactRevoked');
  const about = (event: object): string => (event as { data: { factId: string } }).data.factId;
  return revoking.filter((event) => revoking.some((other) => other.id === about(event))).length;
}

/** Long enough for it to matter, with a revocation that was revoked. */
function isFit(events: readonly ToldEvent[]): boolean {
  const revoking = events.filter(({ event }) => event.type === 'FactRevoked').map(({ event }) => event);
  const ids = new Set(revoking.map(({ id }) => id));
  return events.length > 60 && revoking.some(({ data }) => ids.has((data as { factId: string }).factId));
}

it('leaves of a ledger of many projects what one question is answered wrongly about, and says it in a few lines', async () => {
  const dialect = dialects[0] as Dialect;
  const events = fc.sample(ledgers, { seed: SEED, numRuns: 50 }).find(isFit) as readonly ToldEvent[];
  const point = { place: events.length - 1, named: 'day', effectiveOn: undefined } as const;
  const asked = { question: wrong, point };
  const difference = (await told(dialect, events, (context, log) => differenceOf(context, log, asked))) as Difference;
  const smallest = await minimal(dialect, { ...asked, events, difference });
  // The fact, both revocations, and where it is not the fact itself what its stream begins with.
  expect(smallest.events.length).toBeLessThanOrEqual(4);
  expect(smallest.events.slice(-2).map(({ event }) => event.type)).toEqual(['FactRevoked', 'FactRevoked']);
  expect(smallest.point.named).toBe('latest');
  const n = smallest.events.length;
  const lines = reportOf(smallest, SEED).split('\n');
  expect(lines[0]).toBe('revocations that were revoked {} at {}');
  expect(lines[1]).toBe('the log (again with --seed 7):');
  expect(lines[2]).toMatch(/^ {2}#1 (project|zone)-\w+ \w+ \{.*\} filed .*Z recorded .*Z$/);
  expect(lines[n]).toContain(`  #${n - 1} `);
  expect(lines[n]).toContain(`FactRevoked {"factId":"#${n - 2}",`);
  expect(lines[n + 1]).toContain(`FactRevoked {"factId":"#${n - 1}",`);
}, 240_000);
