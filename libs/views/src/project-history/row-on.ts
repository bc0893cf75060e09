import { mendingsOf, type Recorded } from '#kernel';
import { factsOf, type EffectiveFact, type ProjectEvent } from '#ledger';
import { segmentsOf, type LedgerSegment } from '../project-ledger/segments.ts';
import type { AsOfDay } from '../today.ts';
import type { KnownHistory } from './queries.ts';

/**
 * The ledger's row of a project on any day. Lists leave out a project that is voided, merged, withdrawn, or not there yet on the
 * day; its own page shows what was registered all the same, because an auditor who asks for it must see it.
 */
export function rowOn({ id, number, events }: KnownHistory, on: AsOfDay): LedgerSegment | undefined {
  return segmentOn(segmentsOf(id, number, shownFacts(events)), on);
}

/** The facts that a project's own page shows its row by. */
export function shownFacts(events: readonly Recorded<ProjectEvent>[]): readonly EffectiveFact[] {
  return factsOf(reinstated(events)).filter(isShown);
}

/** Whether a fact counts for the row on a project's own page: that the project has left the lists does not. */
export function isShown({ type }: EffectiveFact): boolean {
  return type !== 'ProjectVoided' && type !== 'ProjectMergedInto';
}

/** The segment of a day; on a day before all of them, what was registered. */
export function segmentOn(segments: readonly LedgerSegment[], on: AsOfDay): LedgerSegment | undefined {
  const [first] = segments;
  if (first && on.number < first.valid_from) return beforeAnything(first);
  return segments.find(({ valid_from, valid_to }) => valid_from <= on.number && on.number < valid_to);
}

/** What was registered, on a day before anything is certain of it: nobody in charge, nothing invested. */
function beforeAnything(first: LedgerSegment): LedgerSegment {
  return {
    ...first,
    stage: 0,
    possible_stage: null,
    leader_id: null,
    co_leader_ids: '[]',
    responsible_person_id: null,
    unit_id: null,
    agent_unit_id: null,
    invested_year: 0,
    invested_in_year_fen: 0,
    invested_fen: 0,
  };
}

/** The history as if nobody had revoked a registration. */
function reinstated(events: readonly Recorded<ProjectEvent>[]): readonly Recorded<ProjectEvent>[] {
  if (factsOf(events).some(({ type }) => type === 'ProjectRegistered')) return events;
  const { revokedBy } = mendingsOf(events);
  const registered = events.findLast(({ type, id }) => type === 'ProjectRegistered' && revokedBy.has(id));
  return events.filter((event) => event.type !== 'FactRevoked' || event.data.factId !== registered?.id);
}
