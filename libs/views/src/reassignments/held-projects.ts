import type { Views } from '#database';
import type { Reading } from '#http';
import { heldProjects } from '../leaders/queries.ts';
import { zonesIn, type Scope } from '../scope.ts';

const PAGE = 1_000;
const VIEW = 'project-ledger';

/**
 * The projects that a person holds on a day (a day number) in a scope, as lead or co-lead, in the order of entry: at most
 * `max` and one more. Throws 404 for a scope without a zone.
 */
export async function heldProjectIds(
  { views, reading }: { readonly views: Views; readonly reading: Reading },
  question: {
    readonly personId: string;
    readonly day: number;
    readonly scope: Scope;
    readonly max: number;
    readonly after: string | undefined;
  },
): Promise<{ readonly projectIds: readonly string[]; readonly rest: object }> {
  const { personId, day, scope, max } = question;
  await reading.reached('definitions', question.after);
  const zones = await zonesIn(views, scope);
  await reading.reached(VIEW, question.after);
  const rest = await reading.standing(VIEW, question.after);
  const projectIds: string[] = [];
  for (let after: number | undefined; projectIds.length <= max;) {
    const page = await heldProjects(views.reader(VIEW), { personId, day, limit: PAGE, after });
    for (const { project_id, zone_id } of page) if (!zones || zones.includes(zone_id)) projectIds.push(project_id);
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.number;
  }
  return { projectIds: projectIds.slice(0, max + 1), rest };
}
