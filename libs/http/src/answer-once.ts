import type { Digest } from '#kernel';
import type { AnswerScope, Answers } from '#registry';
import type { Answer } from './answer.ts';
import { problem } from './problem.ts';

/** What a command came to: its answer, and whether it must be kept because no event in the log remembers it. */
export interface Settled {
  readonly answer: Answer;
  readonly keep: boolean;
}

interface Given {
  readonly digest: string;
  readonly answer: Answer;
}

export const REPLAYED = { 'idempotency-replayed': 'true' };

/**
 * Answers an idempotency key once. The same command again gets the first answer, byte for byte, with
 * `Idempotency-Replayed`; another command under the same key is a 422. Of two at once one runs, the other waits for it.
 *
 * An answer that appended events needs no keeping: the log remembers the command id, and the executor finds it there.
 */
export class AnswerOnce {
  private readonly running = new Map<string, Promise<Given>>();
  private readonly answers: Answers;

  constructor(answers: Answers) {
    this.answers = answers;
  }

  async answer(scope: AnswerScope, digest: Digest, run: () => Promise<Settled>): Promise<Answer> {
    const name = `${scope.actor}\n${scope.route}\n${scope.key}`;
    const running = this.running.get(name);
    if (running) return replayOf(await running, digest);
    let isFirst = false;
    const given = this.give(scope, digest, () => {
      isFirst = true;
      return run();
    });
    this.running.set(name, given);
    try {
      const known = await given;
      return isFirst ? known.answer : replayOf(known, digest);
    } finally {
      this.running.delete(name);
    }
  }

  private async give(scope: AnswerScope, digest: Digest, run: () => Promise<Settled>): Promise<Given> {
    const known = await this.answers.find(scope);
    if (known) {
      const { type, ...headers } = known.headers as Record<string, string> & { type: string };
      return { digest: known.digest, answer: { status: known.status, type, headers, body: known.body as string } };
    }
    const { answer, keep } = await run();
    if (keep) {
      const { status, type, headers, body } = answer;
      await this.answers.keep(scope, { digest, status, headers: { ...headers, type }, body });
    }
    return { digest, answer };
  }
}

/** The first answer given again, if it was to the same command. */
function replayOf({ digest, answer }: Given, asked: Digest): Answer {
  if (digest !== asked) throw problem('IdempotencyKeyReused');
  return { ...answer, headers: { ...answer.headers, ...REPLAYED } };
}
