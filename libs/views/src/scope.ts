import type { Kysely } from 'kysely';
import { FOREVER, type Views } from '#database';
import { problem } from '#http';
import type { Scope } from '#kernel';
import type { DefinitionTables } from './definitions/schema.ts';
import { isKnown, type Known } from './known.ts';

export { isScope, type Scope } from '#kernel';
export { InScope } from '#http';

/** The zones of a scope; undefined: all of them. A zone lies where its host county does, as far as known. Throws 404 for a scope without a zone. */
export async function zonesIn(
  views: Views,
  scope: Scope,
  known: Known = 'latest',
): Promise<readonly string[] | undefined> {
  if (scope === 'all') return undefined;
  const colon = scope.indexOf(':');
  const [kind, value] = [scope.slice(0, colon), scope.slice(colon + 1)];
  const db: Kysely<DefinitionTables> = views.reader('definitions');
  const rows = await db
    .selectFrom('spans')
    .select(['id', 'host_county as county'])
    .where('kind', '=', 'zone')
    .where('valid_to', '=', FOREVER)
    .where(isKnown(known))
    .orderBy('id')
    .execute();
  const zones = rows.filter(({ id, county }) => {
    if (kind === 'zone') return id === value;
    if (county === null) return false;
    return kind === 'county' ? county === value : /^\d{6}$/.test(county) && county.startsWith(value);
  });
  if (zones.length === 0) throw problem('ScopeUnknown', { scope });
  return zones.map(({ id }) => id);
}
