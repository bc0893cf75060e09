import type { Rows, Sequenced, View } from '#database';
import { isMending } from '#kernel';
import { factsOf, PROJECT_EVENTS, type EffectiveFact, type ProjectEvent } from '#ledger';
import { unmended } from '../project-ledger/projector.ts';
import { partsOf } from './parts.ts';
import { DISPATCH_PARTS, dispatchRowsOf, type Entered } from './rows.ts';
import { candidates, money, movements, silences, slips, waits, type CandidateRow } from './schema.ts';

/** What weekly dispatch asks for: what moved, slipped, waits, is silent, and the money of the year. */
export const weeklyDispatch: View<ProjectEvent> = {
  name: 'weekly-dispatch',
  version: 1,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { movements, slips, waits, silences, money, candidates },
  project(stream: string, history: readonly Sequenced<ProjectEvent>[], previous: Answer | undefined): Rows {
    const newest = history[history.length - 1] as Sequenced<ProjectEvent>;
    const before = previous?.[MADE]?.after === history[history.length - 2]?.id ? previous : undefined;
    // A mending changes facts in the middle: then everything is derived.
    const fact = before?.[MADE] && !isMending(newest) ? unmended(newest) : undefined;
    const touched = fact ? partsOf(fact) : DISPATCH_PARTS;
    const facts = fact && before?.[MADE] ? [...before[MADE].facts, fact] : factsOf(history);
    const project: Entered = {
      project_id: stream.slice('project-'.length),
      number: (history[0] as Sequenced<ProjectEvent>).seq,
    };
    const rows = DISPATCH_PARTS.map((part) => [
      part,
      touched.includes(part) ? dispatchRowsOf(part, project, facts) : before?.[part],
    ]);
    const answer: Answer = {
      ...(Object.fromEntries(rows) as Rows),
      candidates: candidatesAfter(newest, project, (before?.['candidates'] ?? []) as readonly CandidateRow[], history),
      [MADE]: { facts, after: newest.id },
    };
    return answer;
  },
};

/** With an answer go the facts it was made of, and the event after which: most events only add to them. */
const MADE = Symbol('made of');
type Answer = Rows & { readonly [MADE]?: { readonly facts: readonly EffectiveFact[]; readonly after: string } };

/** Every zone that any event names, mended or not: replaying needs the projects that lay there by what was known then. */
function candidatesAfter(
  newest: Sequenced<ProjectEvent>,
  project: Entered,
  before: readonly CandidateRow[],
  history: readonly Sequenced<ProjectEvent>[],
): readonly CandidateRow[] {
  const known = new Set(before.map(({ zone_id }) => zone_id));
  const events = before.length > 0 ? [newest] : history;
  const fresh = new Set(events.map(zoneNamed).filter((zone) => zone !== undefined && !known.has(zone)));
  if (fresh.size === 0) return before;
  return [...before, ...[...fresh].map((zone_id) => ({ ...project, zone_id: zone_id as string }))];
}

function zoneNamed({ type, data }: ProjectEvent): string | undefined {
  const named = type === 'FactCorrected' ? data.data : data;
  const zone = (named as { readonly zoneId?: unknown }).zoneId;
  return typeof zone === 'string' ? zone : undefined;
}
