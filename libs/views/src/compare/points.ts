import { dayNumber, type Day, type Instant } from '#kernel';
import { fault, invalid, KnownAt, OnDay, problem } from '#http';
import { knownPoint, type At } from '../answer.ts';
import type { Known } from '../known.ts';
import type { QueryContext } from '../query-context.ts';
import type { Point } from './project-changes.ts';

/** The point that a comparison begins at; the one it leads to is the point of the question itself. */
export class FromQuery {
  @KnownAt({
    about:
      '起点：当时所知；默认与终点相同；与 fromEffectiveOn 至少写一个 / to compare from: as it was known then; default as known at the other point; one of this and fromEffectiveOn is required',
  })
  fromKnownAt?: string;
  @OnDay({
    optional: true,
    about:
      '起点的业务日期；默认 effectiveOn，再默认 fromKnownAt 之日；与 fromKnownAt 至少写一个 / to compare from: the business day; default effectiveOn, else the day of fromKnownAt; one of the two is required',
  })
  fromEffectiveOn?: string;
}

/** A point of a comparison: as it is said in the answer, and as a view is asked for it. */
export interface ComparedPoint extends Point {
  readonly on: Day;
  readonly recordedAt: Instant | null;
  readonly known: (view: string) => Known;
}

/**
 * The two points of a comparison. Throws 400 where neither part of the first one is given, PointsSwapped where it is later on
 * either clock, and what a `knownAt` is refused with.
 */
export async function pointsOf(
  context: QueryContext,
  query: FromQuery & { readonly effectiveOn?: string },
  at: At,
  view: string,
): Promise<{ readonly from: ComparedPoint; readonly to: ComparedPoint }> {
  const { fromKnownAt, fromEffectiveOn } = query;
  if (fromKnownAt === undefined && fromEffectiveOn === undefined) {
    throw invalid([fault('NoAmount', { fields: 'fromKnownAt, fromEffectiveOn' }, 'fromKnownAt')]);
  }
  const recordedAt = (await (await context.views.sequence()).bySeq(at.seq))?.knownAt ?? null;
  const to = { seq: at.seq, day: at.on.number, on: at.on.day, recordedAt, known: (of: string) => at.known(of) };
  const then = fromKnownAt === undefined ? undefined : await knownPoint(context, fromKnownAt, view);
  const on = fromEffectiveOn ?? query.effectiveOn ?? then?.day ?? to.on;
  const seq = then?.seq ?? to.seq;
  const from = {
    seq,
    day: dayNumber(on),
    on,
    recordedAt: then?.recordedAt ?? recordedAt,
    known: (of: string) => (seq === to.seq ? at.known(of) : seq),
  };
  if (from.seq > to.seq || from.day > to.day) {
    throw problem('PointsSwapped', { fromSeq: from.seq, fromDay: from.on, toSeq: to.seq, toDay: to.on });
  }
  return { from, to };
}

/** A point as an answer says it. */
export function pointItem({ seq, recordedAt, on }: ComparedPoint): object {
  return { seq, recordedAt, effectiveOn: on };
}
