import { answer, type Answering } from '../answer.ts';
import { heldProjects } from '../leaders/queries.ts';
import { zonesIn, type Scope } from '../scope.ts';

const PAGE = 1_000;
const VIEW = 'project-ledger';

/**
 * The projects that a person holds on a day (a day number) in a scope, as lead or co-lead, in the order of entry: at most
 * `max` and one more. Throws 404 for a scope without a zone.
 */
export async function heldProjectIds(
  context: Answering,
  question: {
    readonly personId: string;
    readonly day: number;
    readonly scope: Scope;
    readonly max: number;
    readonly after: string | undefined;
  },
): Promise<{ readonly projectIds: readonly string[]; readonly rest: object }> {
  const { personId, day, scope, max, after: token } = question;
  const query = token === undefined ? {} : { after: token };
  const { projectIds, asOf, lag } = await answer(context, { views: [VIEW, 'definitions'], query }, async (at) => {
    const zones = await zonesIn(context.views, scope, at.known('definitions'));
    const held: string[] = [];
    for (let after: number | undefined; held.length <= max;) {
      const asked = { personId, day, known: at.known(VIEW), limit: PAGE, after };
      const page = await heldProjects(context.views.reader(VIEW), asked);
      for (const { project_id, zone_id } of page) if (!zones || zones.includes(zone_id)) held.push(project_id);
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      after = last.number;
    }
    return { projectIds: held.slice(0, max + 1) };
  });
  return { projectIds, rest: { asOf, lag } };
}
