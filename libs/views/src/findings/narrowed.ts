import type { Json } from '#kernel';
import { Id } from '#http';
import type { At } from '../answer.ts';
import type { QueryContext } from '../query-context.ts';
import { InScope, zonesIn } from '../scope.ts';
import type { HeldBy } from './spans.ts';

/** What lists of findings and of deadlines are narrowed by. */
export class NarrowedQuery {
  @InScope({ optional: true })
  scope?: string;
  @Id({ optional: true, about: '包联领导（牵头或协同）/ the leader who holds it, as lead or beside the lead' })
  leaderId?: string;
  @Id({ optional: true, about: '责任单位或代办单位 / the responsible unit or the agent unit' })
  unitId?: string;
  @Id({ optional: true, about: '项目 / project' })
  projectId?: string;
}

/** The same, with the zones of the scope: undefined for all of them. */
export interface Narrowed extends HeldBy {
  readonly zones: readonly string[] | undefined;
  readonly projectId: string | undefined;
}

/** Throws 404 for a scope without a zone at the point. */
export async function narrowedAt({ views }: QueryContext, at: At, query: NarrowedQuery): Promise<Narrowed> {
  const { scope = 'all', leaderId, unitId, projectId } = query;
  return { zones: await zonesIn(views, scope, at.known('definitions')), leaderId, unitId, projectId };
}

/** What a list asks, as its cursors are bound to it: the fields that decide which rows there are, those absent left out. */
export function asking(
  list: string,
  fields: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, Json>> {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return { list, ...Object.fromEntries(given) };
}
