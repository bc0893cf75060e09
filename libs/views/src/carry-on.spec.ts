import fc from 'fast-check';
import type { Rows, Sequenced } from '#database';
import type { ProjectEvent } from '#ledger';
import { VIEWS } from './index.ts';
import { histories } from './testing/histories.ts';

const ofProjects = VIEWS.filter(({ categories }) => categories.includes('project'));
const tablesIn = (rows: Rows): object => Object.fromEntries(Object.entries(rows));

it.each(ofProjects)('$name answers event by event what it answers at once', (view) => {
  fc.assert(
    fc.property(histories, (events) => {
      const history: Sequenced<ProjectEvent>[] = events.map((event, i) => ({
        ...event,
        seq: i + 7,
        position: BigInt(i),
        knownAt: event.metadata.recordedAt,
      }));
      let answer: Rows | undefined;
      for (let n = 1; n <= history.length; n++) {
        const some = history.slice(0, n);
        answer = view.project('project-p1', some, answer);
        expect(tablesIn(answer)).toEqual(tablesIn(view.project('project-p1', some, undefined)));
      }
    }),
    { numRuns: 200 },
  );
});
