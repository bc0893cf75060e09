import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { dialects } from '#database/testing';
import { differenceOf, type Asked } from './agree.ts';
import { Contents } from './contents.ts';
import { ledgers, points, told, type Dialect, type ToldEvent } from './ledgers.ts';
import { minimal, reportOf, type Found } from './minimal.ts';
import { byLeader } from './questions/by-leader.ts';
import { compare, compareProject, compareSums } from './questions/compare.ts';
import { definitions } from './questions/definitions.ts';
import { deadlines, findings, findingsSummary } from './questions/findings.ts';
import { actions, tenures } from './questions/leader-record.ts';
import { leader, leaders, nobody, unit } from './questions/leaders.ts';
import { list, summary } from './questions/ledger.ts';
import { facts, page, timeline } from './questions/project.ts';
import { replay } from './questions/replay.ts';
import { questionsOf } from './questions/question.ts';
import { series } from './questions/series.ts';
import { target, targets } from './questions/targets.ts';

/** Every kind of question there is about a point. */
const KINDS = [
  questionsOf(list),
  questionsOf(summary),
  questionsOf(byLeader),
  questionsOf(findings),
  questionsOf(findingsSummary),
  questionsOf(deadlines),
  questionsOf(series),
  questionsOf(compare),
  questionsOf(compareSums),
  questionsOf(compareProject),
  questionsOf(leaders),
  questionsOf(nobody),
  questionsOf(leader),
  questionsOf(unit),
  questionsOf(tenures),
  questionsOf(actions),
  questionsOf(targets),
  questionsOf(target),
  questionsOf(page),
  questionsOf(facts),
  questionsOf(timeline),
  questionsOf(replay),
  questionsOf(definitions),
];

/** So many cases are tried on every database; `npm run oracle -- --cases <n>` asks for more. */
const CASES = Number(process.env['ORACLE_CASES'] ?? 2000);
const SEED = Number(process.env['ORACLE_SEED'] ?? Date.now() % 2 ** 31);
/** Where the cases are counted for whoever asked for them, one line of JSON for each database. */
const COUNTED_IN = process.env['ORACLE_COUNTED_IN'];
/** After so many ledgers a long run says how far it is. */
const LEDGERS_SAID = 50;
/** Of each kind; a ledger costs as much as all of them. */
const QUESTIONS_PER_LEDGER = 5;
const LEDGERS = Math.ceil(CASES / (QUESTIONS_PER_LEDGER * KINDS.length));
/** Among so many ledgers everything must be that one can have in it. */
const LEDGERS_MANY = 150;

const asked: fc.Arbitrary<Asked[]> = fc
  .tuple(
    ...KINDS.map((question) =>
      fc.array(fc.record({ question, point: points }), {
        minLength: QUESTIONS_PER_LEDGER,
        maxLength: QUESTIONS_PER_LEDGER,
      }),
    ),
  )
  .map((kinds) => kinds.flat());

/** The first of some questions that the ledger answers otherwise than its log. */
async function differing(
  dialect: Dialect,
  events: readonly ToldEvent[],
  all: readonly Asked[],
  counts: Map<string, number>,
): Promise<Found | undefined> {
  return told(dialect, events, async (context, log) => {
    for (const one of all) {
      const difference = await differenceOf(context, log, one);
      if (difference) return { ...one, events, difference };
      counts.set(one.question.name, (counts.get(one.question.name) ?? 0) + 1);
    }
    return undefined;
  });
}

it('tells ledgers with everything in them that an answer may go wrong about', () => {
  const contents = new Contents();
  for (const events of fc.sample(ledgers, { seed: SEED, numRuns: LEDGERS_MANY })) contents.add(events);
  expect([...contents.counts].filter(([, n]) => n === 0)).toEqual([]);
});

it.each(dialects)(
  'answers on %s at any point what folding the log answers',
  async (...dialect) => {
    const counts = new Map<string, number>();
    let tried = 0;
    const { errorInstance } = await fc.check(
      fc.asyncProperty(ledgers, asked, async (events, all) => {
        const found = await differing(dialect, events, all, counts);
        // Smaller histories are looked for here: of a ledger that was told by turns no smaller one can be drawn.
        if (found) throw new Error(reportOf(await minimal(dialect, found), SEED));
        if (COUNTED_IN !== undefined && ++tried % LEDGERS_SAID === 0)
          process.stderr.write(`${dialect[0]}: ${tried} of ${LEDGERS} ledgers\n`);
      }),
      { endOnFailure: true, numRuns: LEDGERS, seed: SEED },
    );
    // Not as fast-check would report it: with every event of the ledger and every question.
    if (errorInstance instanceof Error) throw errorInstance;
    if (COUNTED_IN !== undefined) {
      const line = { database: dialect[0], seed: SEED, ledgers: LEDGERS, kinds: Object.fromEntries(counts) };
      appendFileSync(COUNTED_IN, `${JSON.stringify(line)}\n`);
    }
    expect(counts.size).toBe(KINDS.length);
    expect([...counts.values()].every((n) => n === LEDGERS * QUESTIONS_PER_LEDGER)).toBe(true);
    expect(LEDGERS * QUESTIONS_PER_LEDGER * KINDS.length).toBeGreaterThanOrEqual(CASES);
  },
  24 * 3_600_000,
);
