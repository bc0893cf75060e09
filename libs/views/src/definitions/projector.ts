import type { Kysely } from 'kysely';
import type { Rows, RowsTable, Sequenced, View } from '#database';
import type { CatalogueEvent, OrganizationEvent, ProjectCodeEvent, ZoneEvent } from '#ledger';

type DefinitionEvent = ZoneEvent | OrganizationEvent | CatalogueEvent | ProjectCodeEvent;

/** A zone or a unit as it is called now, or the project that holds a code. */
export type DefinitionRow = {
  readonly id: string;
  readonly kind: 'zone' | 'organization' | 'catalogue' | 'code';
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
  version: 2,
  categories: ['zone', 'organization', 'catalogue', 'code'],
  consumes: {
    ZoneDefined: true,
    OrganizationDefined: true,
    PermitCatalogueAdopted: true,
    ProjectCodeReserved: true,
    ProjectCodeReleased: true,
  },
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

/** A statement takes so many parameters, and more, on every database. */
const IDS_PER_QUERY_MAX = 1_000;

/** Names by id; an id that nobody defined is left out. */
export async function namesOf(db: Kysely<DefinitionTables>, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const wanted = [...new Set(ids)];
  for (let i = 0; i < wanted.length; i += IDS_PER_QUERY_MAX) {
    const some = wanted.slice(i, i + IDS_PER_QUERY_MAX);
    const rows = await db.selectFrom('definitions').select(['id', 'name']).where('id', 'in', some).execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
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
