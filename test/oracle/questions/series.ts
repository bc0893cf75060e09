import fc from 'fast-check';
import { addDays, endOfDay, type Day } from '#kernel';
import { STAGES } from '#ledger';
import { LedgerSeriesController } from '../../../libs/views/src/project-ledger/series.controller.ts';
import { figuresIn, figuresOf, filters, rowsOf, type Filter } from './ledger.ts';
import type { Answered, Kind } from './question.ts';

interface AskedSeries {
  readonly filter: Filter;
  readonly clock: 'known' | 'effective';
  readonly by: 'day' | 'week' | 'month';
  readonly from: Day;
  readonly days: number;
}

/** The last day of each step; of the last one the last that was asked for. */
function lastDays({ by, from, days }: AskedSeries): Day[] {
  const all = Array.from({ length: days }, (_, i) => addDays(from, i));
  const isLast = (day: Day): boolean => {
    if (by === 'month') return addDays(day, 1).endsWith('-01');
    return by === 'day' || new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
  };
  return all.filter((day, i) => isLast(day) || i === all.length - 1);
}

/** The summary at each of some points, on either clock. */
export const series: Kind<AskedSeries> = {
  name: 'the summary over time',
  drawn: fc.record({
    filter: filters,
    clock: fc.constantFrom('known', 'effective'),
    by: fc.constantFrom('day', 'week', 'month'),
    from: fc.constantFrom('2025-12-18', '2026-01-04', '2026-02-10'),
    days: fc.integer({ min: 1, max: 60 }),
  }),
  isOfNoDay: ({ clock }) => clock === 'effective',
  async answered(context, asked, point) {
    const { filter, days, ...rest } = asked;
    const query = { ...filter, ...rest, to: addDays(asked.from, days - 1), ...point } as object;
    const shown = (await new LedgerSeriesController(context).series(query as never)) as Omit<Answered, 'compared'> & {
      readonly items: readonly (Record<string, unknown> & { readonly stages: readonly Record<string, unknown>[] })[];
    };
    const compared = shown.items.map((one) => ({
      day: one['day'],
      seq: one['seq'],
      ...figuresIn(one),
      stages: one.stages.map((stage) => [stage['stage'], stage['possible'], figuresIn(stage)]),
    }));
    return { asOf: shown.asOf, effectiveOn: shown.effectiveOn, compared };
  },
  expected(log, asked, then) {
    return lastDays(asked).map((day) => {
      const known = log.events.filter((event) => event.known <= endOfDay(day)).length;
      const seq = asked.clock === 'known' ? Math.min(then.seq, known) : then.seq;
      const judged = asked.clock === 'known' && then.isDayGiven === true ? then.day : day;
      const rows = rowsOf(log, { seq, day: judged }, asked.filter);
      return {
        day,
        seq,
        ...figuresOf(rows),
        stages: STAGES.map((stage) => [
          stage,
          rows.filter(({ possibleStage }) => possibleStage === stage).length,
          figuresOf(rows.filter((row) => row.stage === stage)),
        ]),
      };
    });
  },
};
