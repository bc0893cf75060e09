import fc from 'fast-check';
import { derivedId, type Recorded } from '#kernel';
import { recorded } from '#kernel/scenario';
import { Problem } from '#http';
import { dialects } from '#database/testing';
import type { ProjectEvent, ZoneEvent } from '#ledger';
import type { QueryContext } from '../query-context.ts';
import { askedWhileGrowing, turns, type Ask, type Course } from '../testing/growing.ts';
import { histories, ZONES } from '../testing/histories.ts';
import { ProjectHistoryController } from './project-history.controller.ts';
import { ReplayController } from './replay.controller.ts';

const PROJECTS = [0, 1, 2].map((n) => derivedId('project', String(n)));

const zone = (id: string): Course => ({
  stream: `zone-${id}`,
  history: recorded<ZoneEvent>(
    [
      {
        type: 'ZoneDefined',
        data: { name: id, level: 'national', kind: 'other', hostCounty: '420303', from: '2018-01-01' },
      },
      { type: 'ZoneRenamed', data: { name: `新${id}`, from: '2026-02-01' } },
      { type: 'ZoneRelabelled', data: { labels: { 'stage.signed': '落地' } } },
    ],
    `zone-${id}`,
  ),
});

/** A project of a random history, in which every other project is one of these. */
function course(history: readonly Recorded<ProjectEvent>[], i: number): Course {
  const other = PROJECTS[(i + 1) % PROJECTS.length] as string;
  const events = history.map((event) =>
    event.type === 'ProjectSplitFrom' ? { ...event, data: { ...event.data, projectId: other } } : event,
  );
  return { stream: `project-${PROJECTS[i]}`, history: events };
}

const ledgers = fc
  .tuple(histories, histories, histories)
  .map((projects) => [...ZONES.map(zone), ...projects.map((history, i) => course(history, i))]);

/** Whether a project is not there yet, or not there at all, is told apart later only. */
function orNothing(ask: Ask): Ask {
  return (point) =>
    ask(point).catch((error: unknown) => {
      if (error instanceof Problem && error.parts.code.startsWith('ProjectNot')) return { nothing: true };
      throw error;
    });
}

const reply = { header: () => undefined } as never;

function ask(context: QueryContext): Ask[] {
  const [history, replay] = [new ProjectHistoryController(context, null as never), new ReplayController(context)];
  const [first = '', second = ''] = PROJECTS;
  const asks: Ask[] = [
    (point) => history.page(first, point, reply),
    (point) => history.page(second, point, reply),
    ({ effectiveOn: _, ...point }) => history.timeline(first, { ...point, limit: '7' }),
    ({ effectiveOn: _, ...point }) => replay.replay(first, { ...point, limit: '7' }),
    ({ effectiveOn: _, ...point }) => replay.replay(second, { ...point, by: 'filed', limit: '7' }),
  ];
  return asks.map(orNothing);
}

it.each(dialects)(
  'what was known on %s of a project stays, whatever is told later',
  async (_, fresh) => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(ledgers, turns, async (courses, order) => {
        const growing = { courses, turns: order, times: 5 };
        const { then, later } = await askedWhileGrowing(fresh, growing, { days: [undefined, '2026-03-31'], ask });
        expect(later).toEqual(then);
        shown += new Set(then.map((one) => JSON.stringify(one))).size;
      }),
      { numRuns: 3, endOnFailure: true },
    );
    expect(shown).toBeGreaterThan(45);
  },
  120_000,
);
