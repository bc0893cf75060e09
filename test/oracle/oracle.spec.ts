import fc from 'fast-check';
import { dialects } from '#database/testing';
import { Problem } from '#http';
import type { QueryContext } from '../../libs/views/src/query-context.ts';
import { pointIn, points, tellings, told } from './ledgers.ts';
import type { Log } from './log.ts';
import { compare } from './questions/compare.ts';
import { deadlines, findings, findingsSummary } from './questions/findings.ts';
import { list, summary } from './questions/ledger.ts';
import { questionsOf } from './questions/question.ts';

/** Every kind of question there is about a point. */
const questions = fc.oneof(
  questionsOf(list),
  questionsOf(summary),
  questionsOf(findings),
  questionsOf(findingsSummary),
  questionsOf(deadlines),
  questionsOf(compare),
);

/** So many cases are tried on every database; `npm run oracle -- --cases <n>` asks for more. */
const CASES = Number(process.env['ORACLE_CASES'] ?? 2000);
const SEED = process.env['ORACLE_SEED'];
const QUESTIONS_PER_LEDGER = 60;

const asked = fc.record({ question: questions, point: points });
type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never;

/** Asks the ledger and folds the log, at one point. */
async function agree(context: QueryContext, log: Log, { question, point }: Asked): Promise<void> {
  const { name, asked } = question;
  const at = pointIn(log, point);
  const then = log.at(at);
  const code = then ? question.refused(log, then) : 'KnownBeforeFirst';
  if (!then || code !== undefined) {
    const refused = await question.answered(context, at, log).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect((refused as Problem).parts.code).toBe(code);
    return;
  }
  const { asOf, effectiveOn, compared } = await question.answered(context, at, log);
  // What was asked stands in one line, so that it is shown with what differs.
  const about = JSON.stringify({ question: name, asked, ...at });
  expect({ about, seq: asOf.seq, effectiveOn, compared }).toEqual({
    about: `${about}`,
    seq: then.seq,
    effectiveOn: then.day,
    compared: question.expected(log, then),
  });
}

it.each(dialects)(
  'answers on %s at any point what folding the log answers',
  async (...dialect) => {
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(
        tellings,
        fc.array(asked, { minLength: QUESTIONS_PER_LEDGER, maxLength: QUESTIONS_PER_LEDGER }),
        async (telling, all) => {
          await told(dialect, telling, async (context, log) => {
            for (const one of all) {
              await agree(context, log, one);
              cases++;
            }
          });
        },
      ),
      {
        endOnFailure: true,
        numRuns: Math.ceil(CASES / QUESTIONS_PER_LEDGER),
        ...(SEED !== undefined && { seed: Number(SEED) }),
      },
    );
    expect(cases).toBeGreaterThanOrEqual(CASES);
  },
  24 * 3_600_000,
);
