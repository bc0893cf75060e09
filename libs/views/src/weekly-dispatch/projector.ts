import type { Rows, Sequenced, View } from '#database';
import { PROJECT_EVENTS, type ProjectEvent } from '#ledger';
import { carryingOn, type Entered } from '../carry-on.ts';
import { partsOf } from './parts.ts';
import { DISPATCH_PARTS, dispatchRowsOf } from './rows.ts';
import { candidates, money, movements, silences, slips, waits, type CandidateRow } from './schema.ts';

/** What weekly dispatch asks for: what moved, slipped, waits, is silent, and the money of the year. */
export const weeklyDispatch: View<ProjectEvent> = {
  name: 'weekly-dispatch',
  version: 2,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { movements, slips, waits, silences, money, candidates },
  project: carryingOn((project, facts, more, history) => {
    const touched = more ? partsOf(more.fact) : DISPATCH_PARTS;
    const before = more?.rows;
    const rows = DISPATCH_PARTS.map((part) => [
      part,
      before && !touched.includes(part) ? before[part] : dispatchRowsOf(part, project, facts),
    ]);
    const known = before?.['candidates'] as readonly CandidateRow[] | undefined;
    const named = candidatesAfter(known ?? [], project, known ? history.slice(-1) : history);
    return { rows: { ...(Object.fromEntries(rows) as Rows), candidates: named }, made: undefined };
  }),
};

/** Every zone that any event names, mended or not: replaying needs the projects that lay there by what was known then. */
function candidatesAfter(
  before: readonly CandidateRow[],
  project: Entered,
  events: readonly Sequenced<ProjectEvent>[],
): readonly CandidateRow[] {
  const known = new Set(before.map(({ zone_id }) => zone_id));
  const fresh = new Set(events.map(zoneNamed).filter((zone) => zone !== undefined && !known.has(zone)));
  if (fresh.size === 0) return before;
  return [...before, ...[...fresh].map((zone_id) => ({ ...project, zone_id: zone_id as string }))];
}

function zoneNamed({ type, data }: ProjectEvent): string | undefined {
  const named = type === 'FactCorrected' ? data.data : data;
  const zone = (named as { readonly zoneId?: unknown }).zoneId;
  return typeof zone === 'string' ? zone : undefined;
}
