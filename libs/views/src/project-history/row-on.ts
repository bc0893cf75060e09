import { mendedFacts, mendingsOf } from '#kernel';
import type { EffectiveFact } from '#ledger';
import { segmentsOf, type LedgerSegment } from '../project-ledger/segments.ts';
import type { AsOfDay } from '../today.ts';
import type { KnownReports } from './queries.ts';

/**
 * The ledger's row of a project on any day. Lists leave out a project that is voided, merged, withdrawn, or not there yet on the
 * day; its own page shows what was registered all the same, because an auditor who asks for it must see it.
 */
export function rowOn(known: KnownReports, on: AsOfDay): LedgerSegment | undefined {
  return segmentOn(segmentsOf(known.id, known.number, shownFacts(known)), on);
}

/** The facts that a project's own page shows its row by. */
export function shownFacts(known: Pick<KnownReports, 'reports' | 'facts'>): readonly EffectiveFact[] {
  return reinstated(known).filter(isShown);
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

/** The facts as if nobody had revoked a registration. */
function reinstated({ reports, facts }: Pick<KnownReports, 'reports' | 'facts'>): readonly EffectiveFact[] {
  if (facts.some(({ type }) => type === 'ProjectRegistered')) return facts;
  const { revokedBy } = mendingsOf(reports);
  const registered = reports.findLast(({ type, id }) => type === 'ProjectRegistered' && revokedBy.has(id));
  return mendedFacts(reports.filter(({ type, data }) => type !== 'FactRevoked' || data.factId !== registered?.id));
}
