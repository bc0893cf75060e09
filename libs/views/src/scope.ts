import type { Kysely } from 'kysely';
import type { Views } from '#database';
import { problem } from '#http';
import type { Scope } from '#kernel';
import type { DefinitionTables } from './definitions/schema.ts';

export { isScope, type Scope } from '#kernel';
export { InScope } from '#http';

/** The zones of a scope; undefined: all of them. A zone lies where its host county does. Throws 404 for a scope without a zone. */
export async function zonesIn(views: Views, scope: Scope): Promise<readonly string[] | undefined> {
  if (scope === 'all') return undefined;
  const colon = scope.indexOf(':');
  const [kind, value] = [scope.slice(0, colon), scope.slice(colon + 1)];
  const db: Kysely<DefinitionTables> = views.reader('definitions');
  const rows = await db.selectFrom('definitions').select(['id', 'data']).where('kind', '=', 'zone').execute();
  const zones = rows.filter(({ id, data }) => {
    if (kind === 'zone') return id === value;
    const { hostCounty } = JSON.parse(data) as { hostCounty: string };
    return kind === 'county' ? hostCounty === value : /^\d{6}$/.test(hostCounty) && hostCounty.startsWith(value);
  });
  if (zones.length === 0) throw problem('ScopeUnknown', { scope });
  return zones.map(({ id }) => id);
}
