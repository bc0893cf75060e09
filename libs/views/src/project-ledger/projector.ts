import { EVER, FOREVER, type Rows, type View } from '#database';
import { PROJECT_EVENTS, type ProjectEvent } from '#ledger';
import { carryingOn } from '../carry-on.ts';
import { gramsOf, searchable } from './grams.ts';
import { grams, gramTotals, keyLists, plans, projects, roles, segments, stageTotals, words } from './schema.ts';
import { ledgerRows, ledgerRowsAfter, type LedgerRows, type LedgerSegment } from './segments.ts';

/** The ledger: one row a project and span of days, who held which role, and the words it is found by. */
export const projectLedger: View<ProjectEvent> = {
  name: 'project-ledger',
  version: 7,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: {
    projects,
    segments,
    roles,
    plans,
    key_lists: keyLists,
    words,
    grams,
    stage_totals: stageTotals,
    gram_totals: gramTotals,
  },
  project: carryingOn<LedgerRows>(({ project_id, number }, facts, more) => {
    const made = more ? ledgerRowsAfter(more.made, more.fact) : ledgerRows(project_id, number, facts);
    const { segments: rows, roles: held, keyLists: key_lists, plans: planned } = made;
    const entered = more?.rows['projects'] ?? [{ project_id, valid_from: EVER, valid_to: FOREVER }];
    return {
      rows: {
        projects: entered,
        segments: rows,
        roles: held,
        plans: planned,
        key_lists,
        ...searchRows(rows.at(-1), more?.rows),
      },
      made,
    };
  }),
};

/** Searched is what the project is called last; the rows of before are given back where that did not change. */
function searchRows(last: LedgerSegment | undefined, previous: Rows | undefined): Rows {
  if (!last) return { words: [], grams: [] };
  const { name, code, builder } = last;
  const before = previous?.['segments']?.at(-1);
  if (before && before['name'] === name && before['code'] === code && before['builder'] === builder) {
    return { words: previous?.['words'] ?? [], grams: previous?.['grams'] ?? [] };
  }
  const named = [name, code, builder ?? ''];
  const text = named.map(searchable).join('\n');
  const always = { valid_from: EVER, valid_to: FOREVER };
  return { words: [{ ...always, text }], grams: gramsOf(...named).map((gram) => ({ ...always, gram })) };
}
