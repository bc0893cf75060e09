import { EVER, FOREVER, type Row, type Rows, type Sequenced, type View } from '#database';
import { dayOf, isMending } from '#kernel';
import { factsOf, isVoided, PROJECT_EVENTS, registrationSteps, type ProjectEvent } from '#ledger';
import { unmended } from '../carry-on.ts';
import { changesBetween, factChange, standOf, standWith, type Change, type Stand } from './changes.ts';
import { history as table, links, type HistoryRow, type LinkRow } from './schema.ts';

/** Every event of a project in order: what it said, and what it changed. */
export const projectHistory: View<ProjectEvent> = {
  name: 'project-history',
  version: 4,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { history: table, links },
  project(stream: string, history: readonly Sequenced<ProjectEvent>[], previous: Answer | undefined): Rows {
    const id = stream.slice('project-'.length);
    const known = (previous?.['history'] ?? []) as readonly HistoryRow[];
    const rows = [...known];
    let stand = previous?.[STAND] ?? (known.length > 0 ? standAfter(history.slice(0, known.length)) : undefined);
    for (const [i, event] of history.entries()) {
      if (i < known.length) continue;
      const before = stand;
      stand = before && !isMending(event) ? standWith(before, unmended(event)) : standAfter(history.slice(0, i + 1));
      const mended = isMending(event) ? factChange(history.slice(0, i), event) : [];
      rows.push(rowOf(id, event, [...mended, ...changesBetween(before, stand)]));
    }
    const answer: Answer = {
      history: rows,
      links: linksAfter(id, history, previous),
      ...(stand && { [STAND]: stand }),
    };
    return answer;
  },
};

/** With an answer goes what the project amounted to: the next event changes a part of it. */
const STAND = Symbol('stand');
type Answer = Rows & { readonly [STAND]?: Stand };

function standAfter(history: readonly Sequenced<ProjectEvent>[]): Stand {
  return standOf(factsOf(history));
}

const CHANGES_LINKS: ReadonlySet<ProjectEvent['type']> = new Set<ProjectEvent['type']>([
  'ProjectRegistered',
  'ProjectRenamed',
  'ProjectVoided',
  'ProjectMergedInto',
  'ProjectSplitFrom',
  'FactCorrected',
  'FactRevoked',
]);

/** Which projects it was merged into or split from; the rows of before where nothing since can have changed them. */
function linksAfter(
  id: string,
  history: readonly Sequenced<ProjectEvent>[],
  previous: Rows | undefined,
): readonly Row[] {
  const known = previous?.['history']?.length ?? 0;
  const before = previous?.['links'];
  if (before && !history.slice(known).some(({ type }) => CHANGES_LINKS.has(type))) return before;
  const facts = factsOf(history);
  const name = registrationSteps(facts).at(-1)?.registration.name;
  if (name === undefined || isVoided(facts) || !facts.some(({ type }) => type === 'ProjectRegistered')) return [];
  const rows = facts.flatMap((fact): LinkRow[] => {
    const row = { project_id: id, valid_from: EVER, valid_to: FOREVER, name };
    if (fact.type === 'ProjectMergedInto') {
      return [{ ...row, kind: 'mergedInto', other_id: fact.data.projectId, share: null }];
    }
    if (fact.type !== 'ProjectSplitFrom') return [];
    return [{ ...row, kind: 'splitFrom', other_id: fact.data.projectId, share: fact.data.share ?? null }];
  });
  // A revocation that is revoked can bring back a second one of a kind: the last one holds.
  return [...new Map(rows.map((row) => [row.kind, row])).values()];
}

function rowOf(project_id: string, event: Sequenced<ProjectEvent>, changes: readonly Change[]): HistoryRow {
  return {
    project_id,
    revision: Number(event.revision),
    seq: event.seq,
    event_id: event.id,
    type: event.type,
    filed_on: dayOf(event.metadata.filedAt),
    data: JSON.stringify(event.data),
    metadata: JSON.stringify(event.metadata),
    changes: JSON.stringify(changes),
  };
}
