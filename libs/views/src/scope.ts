import type { Kysely } from 'kysely';
import type { Views } from '#database';
import { fault, field, good, problem, type FieldOptions } from '#http';
import type { DefinitionTables } from './definitions/projector.ts';

/** Which zones a question is about: `all`, `zone:<id>`, `county:<name or GB/T 2260 code>`, `city:<first four digits>`. */
export type Scope = string;

const SCOPE = /^(?:all|zone:.{1,100}|county:.{1,100}|city:\d{4})$/u;

/** Whether a text names a scope; there may be no zone in it. */
export function isScope(text: unknown): text is Scope {
  return typeof text === 'string' && SCOPE.test(text);
}

/** The field `scope` of a query. */
export function InScope(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => (isScope(value) ? good : [fault('NotAScope')]),
    { type: String, maxLength: 110 },
    { about: '范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope', example: 'all', ...options },
  );
}

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
