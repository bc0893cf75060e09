import fc from 'fast-check';
import type { Event } from '#kernel';
import { recorded } from '#kernel/scenario';
import { dialects } from '#database/testing';
import { DeadlinesController } from '../deadlines/deadlines.controller.ts';
import type { QueryContext } from '../query-context.ts';
import { askedWhileGrowing, turns, type Ask, type Course } from '../testing/growing.ts';
import { histories, ZONES } from '../testing/histories.ts';
import { FindingsController } from './findings.controller.ts';

const zone = (id: string): Course => ({
  stream: `zone-${id}`,
  history: recorded<Event>(
    [
      {
        type: 'ZoneDefined',
        data: { name: id, level: 'national', kind: 'other', hostCounty: '420303', from: '2018-01-01' },
      },
      { type: 'ZoneRenamed', data: { name: `新${id}`, from: '2026-02-01' } },
    ],
    `zone-${id}`,
  ),
});
const ledgers = fc
  .array(histories, { minLength: 8, maxLength: 12 })
  .map((projects) => [
    ...ZONES.map(zone),
    ...projects.map((history, i): Course => ({ stream: `project-p${i}`, history })),
  ]);

function ask(context: QueryContext): Ask[] {
  const [findings, deadlines] = [new FindingsController(context), new DeadlinesController(context)];
  return [
    (point) => findings.list({ ...point, limit: '4' }),
    (point) => findings.list({ ...point, sort: 'project', scope: 'zone:z1', limit: '4' }),
    (point) => findings.list({ ...point, leaderId: 'a', explained: 'false', limit: '4' }),
    (point) => findings.list({ ...point, unitId: 'b', projectId: 'p1' }),
    (point) => findings.summary(point),
    (point) => findings.summary({ ...point, scope: 'zone:z2' }),
    (point) => findings.summary({ ...point, leaderId: 'a' }),
    (point) => deadlines.list({ ...point, days: '366', limit: '2' }),
    (point) => deadlines.list({ ...point, days: '366', kind: 'plan', leaderId: 'a' }),
    (point) => deadlines.summary({ ...point, days: '366' }),
    (point) => deadlines.list({ ...point, overdue: 'true', limit: '2' }),
    (point) => deadlines.list({ ...point, overdue: 'true', scope: 'county:420303', unitId: 'b' }),
  ];
}

it.each(dialects)(
  'what was found and what fell due at a point on %s stays, whatever is told later',
  async (_, fresh) => {
    let listed = 0;
    await fc.assert(
      fc.asyncProperty(ledgers, turns, async (courses, order) => {
        const growing = { courses, turns: order, times: 4 };
        const days = [undefined, '2026-03-31', '2025-06-01'];
        const { then, later } = await askedWhileGrowing(fresh, growing, { days, ask });
        expect(later).toEqual(then);
        listed += then.filter((one) => 'items' in one && (one.items as object[]).length > 0).length;
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect(listed).toBeGreaterThan(30);
  },
);
