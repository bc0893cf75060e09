import type { Schemas } from '../../api/client.ts';

export type Tenure = Schemas['LeaderTenureShape'];

/** How some of the projects that were taken on together went on: to the same end, on the same day, to the same person. */
export interface Course {
  readonly until: string | null;
  readonly end: Tenure['end'];
  readonly successor: Tenure['successor'];
  readonly tenures: readonly Tenure[];
}

/** Projects that somebody took on from the same person by the same document on the same day, and how they went on. */
export interface Taking {
  /** As it was filed. */
  readonly from: string;
  readonly day: string;
  readonly predecessor: Tenure['predecessor'];
  readonly doc: string | null;
  readonly orderId: string | null;
  readonly count: number;
  readonly courses: readonly Course[];
}

/** What somebody took on, by their tenures, in the order in which these come. */
export function takingsOf(tenures: readonly Tenure[]): readonly Taking[] {
  const together = Map.groupBy(tenures, ({ from, fromDay, predecessor, doc, orderId }) =>
    JSON.stringify([from, fromDay, predecessor?.id, doc, orderId]),
  );
  return [...together.values()].map((taken) => {
    const { from, fromDay: day, predecessor, doc, orderId } = taken[0] as Tenure;
    return { from, day, predecessor, doc, orderId, count: taken.length, courses: coursesOf(taken) };
  });
}

/** Those still held first, then those that ended last. */
function coursesOf(tenures: readonly Tenure[]): readonly Course[] {
  const together = Map.groupBy(tenures, ({ until, end, successor }) =>
    JSON.stringify([until, end, successor?.id, successor?.doc]),
  );
  const courses = [...together.values()].map((ended): Course => {
    const { until, end, successor } = ended[0] as Tenure;
    return { until, end, successor, tenures: ended };
  });
  const last = ({ until }: Course): string => until ?? '9999';
  return courses.sort((a, b) => (last(a) > last(b) ? -1 : last(a) < last(b) ? 1 : 0));
}
