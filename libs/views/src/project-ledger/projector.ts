import type { Rows, Sequenced, View } from '#database';
import { dayOf, isMending } from '#kernel';
import { factsOf, PROJECT_EVENTS, type EffectiveFact, type ProjectEvent } from '#ledger';
import { gramsOf, searchable } from './grams.ts';
import { grams, gramTotals, keyLists, roles, segments, stageTotals, words } from './schema.ts';
import { ledgerRows, ledgerRowsAfter, type LedgerRows, type LedgerSegment } from './segments.ts';

/** The ledger: one row a project and span of days, who held which role, and the words it is found by. */
export const projectLedger: View<ProjectEvent> = {
  name: 'project-ledger',
  version: 3,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { segments, roles, key_lists: keyLists, words, grams, stage_totals: stageTotals, gram_totals: gramTotals },
  project(stream: string, history: readonly Sequenced<ProjectEvent>[], previous: Rows | undefined): Rows {
    const rows = rowsAfter(stream, history, previous);
    const last = history[history.length - 1] as Sequenced<ProjectEvent>;
    const answer: Answer = {
      segments: rows.segments,
      roles: rows.roles,
      key_lists: rows.keyLists,
      ...searchRows(rows.segments.at(-1), previous),
      [MADE]: { rows, last },
    };
    return answer;
  },
};

/** With an answer goes what it was made of, and after which event: most events only add to it. */
const MADE = Symbol('made of');
type Answer = Rows & { readonly [MADE]?: { readonly rows: LedgerRows; readonly last: Sequenced<ProjectEvent> } };

function rowsAfter(
  stream: string,
  history: readonly Sequenced<ProjectEvent>[],
  previous: Answer | undefined,
): LedgerRows {
  const newest = history[history.length - 1] as Sequenced<ProjectEvent>;
  const before = previous?.[MADE];
  // A mending changes facts in the middle; then, and after any other answer than that of one event ago, all is derived.
  if (before && before.last.id === history[history.length - 2]?.id && !isMending(newest)) {
    return ledgerRowsAfter(before.rows, unmended(newest));
  }
  return ledgerRows(stream.slice('project-'.length), (history[0] as Sequenced).seq, factsOf(history));
}

/** The newest event as a fact: nothing can have mended it yet. */
export function unmended({ type, data, id, revision, metadata }: Sequenced<ProjectEvent>): EffectiveFact {
  return { type, data, id, revision, filedOn: dayOf(metadata.filedAt) } as EffectiveFact;
}

/** Searched is what the project is called now; the rows of before are given back where that did not change. */
function searchRows(last: LedgerSegment | undefined, previous: Rows | undefined): Rows {
  if (!last) return { words: [], grams: [] };
  const { project_id, name, code, builder } = last;
  const before = previous?.['segments']?.at(-1);
  if (before && before['name'] === name && before['code'] === code && before['builder'] === builder) {
    return { words: previous?.['words'] ?? [], grams: previous?.['grams'] ?? [] };
  }
  const named = [name, code, builder ?? ''];
  const text = named.map(searchable).join('\n');
  return { words: [{ project_id, text }], grams: gramsOf(...named).map((gram) => ({ project_id, gram })) };
}
