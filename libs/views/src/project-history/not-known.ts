import type { Kysely } from 'kysely';
import { fill, isId } from '#kernel';
import { Problem, problem } from '#http';
import { PROJECT_REFUSALS } from '#ledger';
import { historyPage } from './queries.ts';
import type { HistoryTables } from './schema.ts';

/** Why there is nothing of a project at a seq: nobody has registered it, or nobody had by then. A 404 either way. */
export async function notKnown(db: Kysely<HistoryTables>, id: string, seq: number): Promise<Problem> {
  const [first] = isId(id) ? await historyPage(db, { projectId: id, limit: 1 }) : [];
  if (first) return problem('ProjectNotKnownYet', { id, seq, since: first.seq });
  const messages = fill(PROJECT_REFUSALS.ProjectNotFound, { id });
  return new Problem({ status: 404, code: 'ProjectNotFound', messages, params: { id } });
}
