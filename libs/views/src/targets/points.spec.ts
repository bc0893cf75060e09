import fc from 'fast-check';
import type { Event } from '#kernel';
import { recorded } from '#kernel/scenario';
import { dialects } from '#database/testing';
import type { QueryContext } from '../query-context.ts';
import { askedWhileGrowing, turns, type Ask, type Course } from '../testing/growing.ts';
import { histories, ZONES } from '../testing/histories.ts';
import { TargetsController } from './targets.controller.ts';

const yuan = (fen: string) => ({ fen, currency: 'CNY' });
const SUBJECTS = [
  { indicator: 'signed' },
  { indicator: 'started' },
  { indicator: 'started', threshold: yuan('100') },
  { indicator: 'started', threshold: yuan('5000000000'), industrial: true },
  { indicator: 'standardLandShare' },
  { indicator: 'fundsArrived' },
] as const;
const filedAt = fc.constantFrom('2026-01-05T04:00:00.000Z', '2026-03-06T04:00:00.000Z', '2026-07-14T04:00:00.000Z');

function targetCourse(id: number): fc.Arbitrary<Course> {
  const subject = SUBJECTS[id % SUBJECTS.length] as { readonly indicator: string };
  const value = fc.integer({ min: 1, max: 3 }).map((n) => (subject.indicator === 'fundsArrived' ? yuan(String(n)) : n));
  const about = { scope: fc.constantFrom('all', 'county:420303', 'zone:z1'), period: fc.constantFrom('2026', '2025') };
  const set = fc.record({ ...about, value, tier: fc.constantFrom(undefined, '一') });
  const revision = fc.record({ value, filedAt });
  return fc.tuple(set, fc.array(revision, { maxLength: 2 })).map(([{ tier, ...data }, revisions]) => {
    const ofTier = tier === undefined ? {} : { tier };
    const events: readonly (Event & { readonly filedAt: string })[] = [
      { type: 'TargetSet', data: { ...data, ...subject, ...ofTier }, filedAt: '2025-12-20T04:00:00.000Z' },
      ...revisions.map((one) => ({
        type: 'TargetRevised',
        data: { ...ofTier, value: one.value, reason: '调整' },
        filedAt: one.filedAt,
      })),
    ];
    return { stream: `target-t${id}`, history: recorded(events, `target-t${id}`) };
  });
}

function zoneCourse(id: string): fc.Arbitrary<Course> {
  const day = fc.constantFrom('2018-01-01', '2026-02-01', '2026-06-01');
  const tier = fc.constantFrom('一', '二');
  const defined = { name: id, level: 'national', kind: 'other', hostCounty: '420303', from: '2018-01-01' };
  return fc.array(fc.record({ tier, from: day }), { maxLength: 4 }).map((retiered) => {
    const events: Event[] = [
      { type: 'ZoneDefined', data: { ...defined, tier: '一' } },
      ...retiered.map((data) => ({ type: 'ZoneRetiered', data })),
    ];
    return { stream: `zone-${id}`, history: recorded(events, `zone-${id}`) };
  });
}

const ledgers = fc
  .tuple(
    fc.tuple(...ZONES.map(zoneCourse)),
    fc.tuple(...SUBJECTS.map((_, id) => targetCourse(id))),
    fc.array(histories, { minLength: 8, maxLength: 12 }),
  )
  .map(([zones, targets, projects]) => [
    ...zones,
    ...targets,
    ...projects.map((history, i): Course => ({ stream: `project-p${i}`, history })),
  ]);

function ask(context: QueryContext): Ask[] {
  const targets = new TargetsController(context);
  return [
    (point) => targets.list({ ...point, limit: '4' }),
    (point) => targets.list({ ...point, scope: 'county:420303' }),
    (point) => targets.one('t3', point),
    ...SUBJECTS.flatMap((_, id): Ask[] => [
      (point) => targets.behind(`t${id}`, { ...point, limit: '2' }),
      (point) => targets.behind(`t${id}`, { ...point, of: 'undetermined' }),
    ]),
  ];
}

it.each(dialects)('a figure of a point on %s stays, and so does what stands behind it', async (_, fresh) => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(ledgers, turns, async (courses, order) => {
      const growing = { courses, turns: order, times: 4 };
      const { then, later } = await askedWhileGrowing(fresh, growing, { days: [undefined, '2026-03-31'], ask });
      expect(later).toEqual(then);
      counted += then.filter((one) => 'items' in one && (one.items as object[]).length > 0).length;
    }),
    { numRuns: 3, endOnFailure: true },
  );
  expect(counted).toBeGreaterThan(20);
});
