import { knownAtOf, type Instant, type KnownAt as KnownPoint } from '#kernel';
import type { Sequence, SequencePoint, Views } from '#database';
import type { EventStore } from '#event-store';
import { positionOfAfter } from './after.ts';
import { fault, field, good } from './fields/index.ts';
import { problem } from './problem.ts';

/** How long a query waits for its view to reach `?after=`; then it answers as it is and says the lag. */
export const AFTER_WAIT_MS = 2000;
const TOKEN_MAX = 200;

/** The `after` field of a query: decorate `after?: string` with it. */
export function After(): PropertyDecorator {
  return field(
    (value) => (typeof value === 'string' && value.length <= TOKEN_MAX ? good : [fault('NotText')]),
    { type: String },
    {
      optional: true,
      about: '命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it',
    },
  );
}

/** What a query does before it reads: it finds the point that it is asked at, and waits until its views have come so far. */
export class Reading {
  private readonly views: Views;
  private readonly store: Pick<EventStore, 'storeId' | 'readLast'>;
  private readonly clock: () => number;

  /** `clock` in epoch ms. */
  constructor(views: Views, store: Pick<EventStore, 'storeId' | 'readLast'>, clock: () => number) {
    this.views = views;
    this.store = store;
    this.clock = clock;
  }

  /** Waits for the view to see what the token names. False: it has not, in time. Throws 400 for a token that is not ours. */
  async reached(view: string, after: string | undefined): Promise<boolean> {
    if (after === undefined) return true;
    return this.views.waitFor(view, positionOfAfter(this.store.storeId, after), AFTER_WAIT_MS);
  }

  /** Whether a position is one that `after` names, or a later one. */
  isAfter(position: bigint, after: string | undefined): boolean {
    return after === undefined || position >= positionOfAfter(this.store.storeId, after);
  }

  /**
   * The last event that was known at a point (`knownAt` as {@link knownAtOf} takes it). It stays the same for ever: a point
   * that more events may still fall before is refused. Throws 400 KnownAtAhead, KnownSeqAhead, KnownBeforeFirst,
   * NothingKnown, and 503 ViewBehind while events that are there have no number yet. `view` numbers events.
   */
  async knownAt(text: string, view: string): Promise<SequencePoint> {
    const asked = knownAtOf(text) as KnownPoint;
    const sequence = await this.views.sequence();
    if (asked.kind === 'seq') {
      const { seq } = asked;
      const found =
        (await sequence.bySeq(seq)) ?? (await this.numbered(sequence, view, seq), await sequence.bySeq(seq));
      if (found) return found;
      const head = await sequence.head();
      throw head ? problem('KnownSeqAhead', { seq, last: head.seq }) : problem('NothingKnown');
    }
    const { instant } = asked;
    if (Date.parse(instant) > this.clock()) throw problem('KnownAtAhead', { instant });
    const head = await sequence.head();
    // Nothing that comes later can fall before an event that has come.
    if (!head || head.knownAt <= instant) await this.numbered(sequence, view, instant);
    const point = await sequence.atInstant(instant);
    if (point) return point;
    const first = await sequence.bySeq(1);
    throw first ? problem('KnownBeforeFirst', { instant, first: first.knownAt }) : problem('NothingKnown');
  }

  /** Waits until every event that is in the log has its number. Throws 503 ViewBehind. */
  private async numbered(sequence: Sequence, view: string, asked: number | Instant): Promise<void> {
    const last = await this.store.readLast();
    const head = await sequence.head();
    if (!last || (head && head.position >= last.position)) return;
    if (await this.views.waitFor(view, last.position, AFTER_WAIT_MS)) return;
    throw problem('ViewBehind', { view, seq: head?.seq ?? 0, asked }, { headers: { 'retry-after': '1' } });
  }
}
