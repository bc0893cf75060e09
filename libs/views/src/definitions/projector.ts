import type { Kysely } from 'kysely';
import type { Rows, RowsTable, Sequenced, View } from '#database';
import type { OrganizationEvent, ProjectCodeEvent, ZoneEvent } from '#ledger';

type DefinitionEvent = ZoneEvent | OrganizationEvent | ProjectCodeEvent;

/** A zone or a unit as it is called now, or the project that holds a code. */
export type DefinitionRow = {
  readonly id: string;
  readonly kind: 'zone' | 'organization' | 'code';
  readonly name: string;
  readonly data: string;
};

export interface DefinitionTables {
  readonly definitions: DefinitionRow;
}

const table: RowsTable = {
  kind: 'rows',
  stream: 'id',
  key: ['kind'],
  columns: { kind: 'text', name: 'text', data: 'json' },
  indexes: [{ name: 'by_kind', columns: ['kind', 'name', 'id'] }],
};

/** What projects refer to: zones and units, for lists to choose from and for the names beside ids. */
export const definitions: View<DefinitionEvent> = {
  name: 'definitions',
  version: 1,
  categories: ['zone', 'organization', 'code'],
  consumes: { ZoneDefined: true, OrganizationDefined: true, ProjectCodeReserved: true, ProjectCodeReleased: true },
  tables: { definitions: table },
  project(stream: string, history: readonly Sequenced<DefinitionEvent>[]): Rows {
    const last = history.at(-1) as Sequenced<DefinitionEvent>;
    if (last.type === 'ProjectCodeReleased') return { definitions: [] };
    const dash = stream.indexOf('-');
    const row: DefinitionRow = {
      id: stream.slice(dash + 1),
      kind: stream.slice(0, dash) as DefinitionRow['kind'],
      name: 'name' in last.data ? last.data.name : decodeURIComponent(stream.slice(dash + 1)),
      data: JSON.stringify(last.data),
    };
    return { definitions: [row] };
  },
};

/** Names by id; an id that nobody defined is left out. */
export async function namesOf(db: Kysely<DefinitionTables>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('definitions')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Zones or units by name, after the last one of the page before. */
export async function definitionsPage(
  db: Kysely<DefinitionTables>,
  options: {
    readonly kind: DefinitionRow['kind'];
    readonly limit: number;
    readonly after?: { readonly name: string; readonly id: string } | undefined;
  },
): Promise<DefinitionRow[]> {
  let query = db.selectFrom('definitions').selectAll().where('kind', '=', options.kind);
  const { after } = options;
  if (after) query = query.where((eb) => eb(eb.refTuple('name', 'id'), '>', eb.tuple(after.name, after.id)));
  return query.orderBy('name').orderBy('id').limit(options.limit).execute();
}
