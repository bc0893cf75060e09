import { dayOf, knownAtOf, type Day, type Instant, type Json } from '#kernel';
import type { AsOf } from '#database';
import { After, AFTER_WAIT_MS, KnownAt, limitOf, OnDay, PageQuery, problem, type Cursor, type ListAnswer } from '#http';
import type { Known } from './known.ts';
import type { QueryContext } from './query-context.ts';
import { asOfDay, type AsOfDay } from './today.ts';

const EFFECTIVE_ON = {
  optional: true,
  about:
    '业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today',
} as const;

/** What every question about a point takes. */
export class PointQuery {
  @KnownAt()
  knownAt?: string;
  @OnDay(EFFECTIVE_ON)
  effectiveOn?: string;
  @After()
  after?: string;
}

/** The same for a list. */
export class PointPageQuery extends PageQuery {
  @KnownAt()
  knownAt?: string;
  @OnDay(EFFECTIVE_ON)
  effectiveOn?: string;
  @After()
  after?: string;
}

/** What of the context decides on a point. */
export type Answering = Pick<QueryContext, 'views' | 'reading' | 'cursors' | 'clock'>;

/** What somebody asks, and of which views. */
export interface Question {
  /** The views that the answer rests on, the one it is mainly about first. */
  readonly views: readonly [string, ...string[]];
  readonly query: {
    readonly knownAt?: string;
    readonly effectiveOn?: string;
    readonly after?: string;
    readonly cursor?: string;
    readonly limit?: string;
  };
  /**
   * Of a list: everything that decides which rows there are and in which order, but for the point. A cursor is good for
   * the same question only.
   */
  readonly question?: Readonly<Record<string, Json>>;
}

/** The point at which a question is answered: what was known, and the business day judged. */
export interface At {
  /** The last event known; 0 for an empty ledger. */
  readonly seq: number;
  readonly on: AsOfDay;
  /** What to ask one of the question's views for. Never take what is newer than this. */
  readonly known: (view: string) => Known;
  /** Where the page before ended. */
  readonly from: Cursor['key'] | undefined;
}

/** What an answer says of the point it stands on, beside what it is about. */
export type Standing = Pick<ListAnswer<never>, 'asOf' | 'lag'> & { readonly effectiveOn: string };

/**
 * Answers at one point: at `knownAt`, else at the one that a cursor was begun at, else at the last event that all the views
 * have seen, after waiting for `after`. The body may be asked twice: where a view has moved on under it, what it read as the
 * latest is read again as what was known, so that all parts of an answer fit together and the answer is the one that the
 * same point gives for ever. Throws 400 for a point that is none, and 503 ViewBehind where a view has not come so far.
 */
export async function answer<T extends object>(
  context: Answering,
  asked: Question,
  body: (at: At) => Promise<T>,
): Promise<T & Standing> {
  const { views, reading, clock } = context;
  const { query } = asked;
  const cursor = query.cursor === undefined ? undefined : context.cursors.read(query.cursor, questionOf(asked));
  for (const view of asked.views) await reading.reached(view, query.after);
  const point = query.knownAt === undefined ? undefined : await knownPoint(context, query.knownAt, asked.views[0]);
  const wanted = cursor?.seq ?? point?.seq;
  const stands = await seen(context, asked.views, wanted);
  const standing = [...stands.values()];
  const seq = wanted ?? Math.min(...standing.map((stand) => stand.seq));
  const day = query.effectiveOn ?? cursor?.on ?? point?.day;
  const on = asOfDay(day, clock());
  const latest = new Set(asked.views.filter((view) => stands.get(view)?.seq === seq));
  const at = { seq, on, from: cursor?.key };
  let answered = await body({ ...at, known: (view) => (latest.has(view) ? 'latest' : seq) });
  const seqs = await Promise.all([...latest].map((view) => views.seqOf(view)));
  if (seqs.some((now) => now !== seq)) answered = await body({ ...at, known: () => seq });
  const known = standing.find((stand) => stand.seq === seq) ?? (await (await views.sequence()).bySeq(seq));
  const recordedAt = (known && ('knownAt' in known ? known.knownAt : known.recordedAt)) ?? null;
  const lag = Math.max(...standing.map((stand) => behind(context, stand, query.after)));
  return { ...answered, effectiveOn: on.day, asOf: { seq, recordedAt }, lag };
}

/** How far the views are, once they have seen an event. */
async function seen(
  { views }: Answering,
  names: readonly string[],
  wanted: number | undefined,
): Promise<ReadonlyMap<string, AsOf>> {
  const stands = new Map<string, AsOf>();
  for (const view of names) {
    let stand = await views.asOf(view);
    if (wanted !== undefined && stand.seq < wanted) {
      const point = await (await views.sequence()).bySeq(wanted);
      if (point) await views.waitFor(view, point.position, AFTER_WAIT_MS);
      stand = await views.asOf(view);
      if (stand.seq < wanted) {
        throw problem('ViewBehind', { view, seq: stand.seq, asked: wanted }, { headers: { 'retry-after': '1' } });
      }
    }
    stands.set(view, stand);
  }
  return stands;
}

/** A view that has not seen what `after` names lags, also where the numbers do not know of it yet. */
function behind({ reading }: Answering, { position, lag }: AsOf, after: string | undefined): number {
  return reading.isAfter(position, after) ? lag : Math.max(1, lag);
}

/** The last event that was known at a point, and the business day that the point means. Throws as {@link Reading.knownAt}. */
export async function knownPoint(
  { reading }: Pick<QueryContext, 'reading'>,
  text: string,
  view: string,
): Promise<{ readonly seq: number; readonly recordedAt: Instant; readonly day: Day }> {
  const { seq, knownAt: recordedAt } = await reading.knownAt(text, view);
  const asked = knownAtOf(text);
  const day = asked?.kind === 'day' ? asked.day : dayOf(asked?.kind === 'instant' ? asked.instant : recordedAt);
  return { seq, recordedAt, day };
}

/** A list's question with the point as it was asked for: what a cursor is signed for. */
export function questionOf({ query, question = {} }: Pick<Question, 'query' | 'question'>): Json {
  return { ...question, knownAt: query.knownAt ?? null, effectiveOn: query.effectiveOn ?? null };
}

/** A list's rows, in order. */
export interface Listed<Row> {
  /** At most `limit` rows, after the row whose key is given. */
  rows(after: Cursor['key'] | undefined, limit: number): Promise<readonly Row[]>;
  /** The values a row is sorted by, its id last. */
  keyOf(row: Row): Cursor['key'];
}

/** One page of the list that was asked for, and the cursor of the next one. Asks for one row more than it shows. */
export async function pageOf<Row>(
  { cursors }: Pick<QueryContext, 'cursors'>,
  asked: Pick<Question, 'query' | 'question'>,
  at: At,
  list: Listed<Row>,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }> {
  const limit = limitOf(asked.query);
  const found = await list.rows(at.from, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { rows, next: null };
  const cursor = { key: list.keyOf(last), seq: at.seq, on: at.on.day };
  return { rows, next: cursors.write(cursor, questionOf(asked)) };
}
