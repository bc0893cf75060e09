import type fc from 'fast-check';
import type { QueryContext } from '../../../libs/views/src/query-context.ts';
import type { Log, Point, Then } from '../log.ts';

export type { Then } from '../log.ts';

/** One kind of question: how it is drawn, how the ledger answers it, and how the log alone does. */
export interface Kind<Asked> {
  readonly name: string;
  readonly drawn: fc.Arbitrary<Asked>;
  /** It takes no `effectiveOn`: it is about everything that was known, or about days of its own. */
  isOfNoDay?(asked: Asked): boolean;
  /** What the ledger answers, brought to what can be compared, with the point that it says it stands on. */
  answered(context: QueryContext, asked: Asked, point: Point, log: Log): Promise<Answered>;
  /** The code that the question is refused with at the point, if it is. */
  refused?(log: Log, asked: Asked, then: Then): string | undefined;
  /** The same from the log, folded. */
  expected(log: Log, asked: Asked, then: Then): unknown;
}

/** One question, drawn. */
export interface Question {
  readonly name: string;
  readonly asked: unknown;
  readonly isOfNoDay: boolean;
  answered(context: QueryContext, point: Point, log: Log): Promise<Answered>;
  refused(log: Log, then: Then): string | undefined;
  expected(log: Log, then: Then): unknown;
}

export function questionsOf<Asked>(kind: Kind<Asked>): fc.Arbitrary<Question> {
  return kind.drawn.map((asked) => ({
    name: kind.name,
    asked,
    isOfNoDay: kind.isOfNoDay?.(asked) === true,
    answered: (context, point, log) => kind.answered(context, asked, point, log),
    refused: (log, then) => kind.refused?.(log, asked, then),
    expected: (log, then) => kind.expected(log, asked, then),
  }));
}

export interface Answered {
  readonly asOf: { readonly seq: number };
  readonly effectiveOn: string;
  readonly compared: unknown;
}

/** Every page of a list. */
export async function everyPage(
  page: (cursor: { readonly cursor?: string }) => Promise<object>,
): Promise<{ readonly items: readonly Record<string, unknown>[] } & Omit<Answered, 'compared'>> {
  const items: Record<string, unknown>[] = [];
  for (let cursor: string | undefined; ;) {
    const one = (await page(cursor === undefined ? {} : { cursor })) as Omit<Answered, 'compared'> & {
      readonly items: readonly Record<string, unknown>[];
      readonly next: string | null;
    };
    items.push(...one.items);
    if (one.next === null) return { items, asOf: one.asOf, effectiveOn: one.effectiveOn };
    cursor = one.next;
  }
}
