import type { Rows, Sequenced, View } from '#database';
import { factsOf, PROJECT_EVENTS, type ProjectEvent } from '#ledger';
import { gramsOf, searchable } from './grams.ts';
import { grams, gramTotals, roles, segments, stageTotals, words } from './schema.ts';
import { rolesOf, segmentsOf, type LedgerSegment } from './segments.ts';

/** The ledger: one row a project and span of days, who held which role, and the words it is found by. */
export const projectLedger: View<ProjectEvent> = {
  name: 'project-ledger',
  version: 1,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { segments, roles, words, grams, stage_totals: stageTotals, gram_totals: gramTotals },
  project(stream: string, history: readonly Sequenced<ProjectEvent>[], previous: Rows | undefined): Rows {
    const projectId = stream.slice('project-'.length);
    const facts = factsOf(history);
    const number = (history[0] as Sequenced<ProjectEvent>).seq;
    const rows = segmentsOf(projectId, number, facts);
    return {
      segments: rows,
      roles: rows.length === 0 ? [] : rolesOf(projectId, facts),
      ...searchRows(projectId, rows.at(-1), previous),
    };
  },
};

/** Searched is what the project is called now; the rows of before are given back where that did not change. */
function searchRows(project_id: string, last: LedgerSegment | undefined, previous: Rows | undefined): Rows {
  if (!last) return { words: [], grams: [] };
  const named = [last.name, last.code, last.builder ?? ''];
  const text = named.map(searchable).join('\n');
  if (previous?.['words']?.[0]?.['text'] === text) return { words: previous['words'], grams: previous['grams'] ?? [] };
  return { words: [{ project_id, text }], grams: gramsOf(...named).map((gram) => ({ project_id, gram })) };
}
