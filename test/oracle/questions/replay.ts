import fc from 'fast-check';
import { dayOf, isMending, type Day, type Instant } from '#kernel';
import { ReplayController } from '../../../libs/views/src/project-history/replay.controller.ts';
import type { EffectiveFact } from '#ledger';
import { factsIn } from '../facts.ts';
import type { KnownProject } from '../log.ts';
import {
  askedHistory,
  changesBy,
  rowFields,
  rowIn,
  shownChanges,
  standingOn,
  unknownProject,
  type AskedHistory,
  type ProjectTold,
} from './project.ts';
import { everyPage, type Kind } from './question.ts';

interface AskedReplay extends AskedHistory {
  readonly by: 'recorded' | 'filed';
}

interface Placed {
  readonly event: ProjectTold;
  readonly at: Instant;
}

/** Events with the time by which they are placed: a mending is never before what it mends. */
function placed(events: readonly ProjectTold[], by: AskedReplay['by']): Placed[] {
  const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
  if (by === 'recorded') {
    const times = events.map(({ metadata }) => metadata.recordedAt);
    return events.map((event, i) => ({ event, at: times.slice(0, i + 1).reduce(later) }));
  }
  const filed = (event: ProjectTold): Instant => {
    const { factId } = event.data as { readonly factId?: string };
    const mended = isMending(event) ? events.find(({ id }) => id === factId) : undefined;
    return mended ? later(filed(mended), event.metadata.filedAt) : event.metadata.filedAt;
  };
  return events.map((event) => ({ event, at: filed(event) })).sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** Step by step, how a project came about. */
export const replay: Kind<AskedReplay> = {
  name: 'a project’s replay',
  isOfNoDay: () => true,
  drawn: fc
    .tuple(askedHistory, fc.constantFrom<AskedReplay['by']>('recorded', 'filed'))
    .map(([asked, by]) => ({ ...asked, by })),
  async answered(context, { id, ...asked }, point, log) {
    const controller = new ReplayController(context);
    const { items, ...rest } = await everyPage((cursor) => controller.replay(id, { ...asked, ...point, ...cursor }));
    const project = log.project(id, rest.asOf.seq) as KnownProject;
    const steps = placed(project.events, asked.by);
    const compared = items.map(({ step, seq, mends, changes, after }, i) => {
      const { day, standing } = after as { readonly day: Day; readonly standing: string };
      const facts = factsIn<EffectiveFact>(steps.slice(0, i + 1).map(({ event }) => event));
      const isShown = rowIn({ ...project, facts }, day) !== undefined;
      return {
        step,
        seq,
        mends: (mends as { readonly seq: number } | undefined)?.seq,
        changes: shownChanges(changes),
        after: { day, standing, ...(isShown && rowFields(after as object)) },
      };
    });
    return { ...rest, compared };
  },
  refused: (log, { id }, then) => unknownProject(log, id, then),
  expected(log, { id, by }, { seq }) {
    const project = log.project(id, seq) as KnownProject;
    const steps = placed(project.events, by);
    return steps.map(({ event, at }, i) => {
      const before = steps.slice(0, i).map((step) => step.event);
      const after = [...before, event];
      const facts = factsIn<EffectiveFact>(after);
      const day = dayOf(at);
      const row = rowIn({ ...project, facts }, day);
      const isRegistered = after.some(({ type }) => type === 'ProjectRegistered');
      const { factId } = event.data as { readonly factId?: string };
      return {
        step: i + 1,
        seq: event.seq,
        mends: isMending(event) ? project.events.find((one) => one.id === factId)?.seq : undefined,
        changes: changesBy(before, event),
        after: {
          day,
          standing: isRegistered ? standingOn(facts, day) : 'unregistered',
          ...(row && rowFields(row)),
        },
      };
    });
  },
};
