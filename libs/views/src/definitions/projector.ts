import { categoryOf, EVER, FOREVER, idOf, type Rows, type Sequenced, type View } from '#database';
import type { Recorded } from '#kernel';
import type { CatalogueEvent, OrganizationEvent, PersonEvent, ProjectCodeEvent, ZoneEvent } from '#ledger';
import { definitionsTable, postsTable, spansTable, type DefinitionRow } from './schema.ts';
import { organizationDescribed, postSpans, zoneDescribed, type Described } from './spans.ts';

type DefinitionEvent = ZoneEvent | OrganizationEvent | PersonEvent | CatalogueEvent | ProjectCodeEvent;
type Events<E extends DefinitionEvent> = readonly Recorded<E>[];

/** What projects refer to: zones and units as they were on any day, the posts of people, catalogues, and who holds a code. */
export const definitions: View<DefinitionEvent> = {
  name: 'definitions',
  version: 4,
  categories: ['zone', 'organization', 'person', 'catalogue', 'code'],
  consumes: {
    ZoneDefined: true,
    ZoneRenamed: true,
    ZoneRelabelled: true,
    ZoneRetiered: true,
    OrganizationDefined: true,
    OrganizationRenamed: true,
    OrganizationMerged: true,
    PersonAppointed: true,
    PersonLeftPost: true,
    FactCorrected: true,
    FactRevoked: true,
    PermitCatalogueAdopted: true,
    ProjectCodeReserved: true,
    ProjectCodeReleased: true,
  },
  tables: { definitions: definitionsTable, spans: spansTable, posts: postsTable },
  project(stream: string, history: readonly Sequenced<DefinitionEvent>[]): Rows {
    const id = idOf(stream);
    const category = categoryOf(stream);
    if (category === 'person') {
      return { definitions: [], spans: [], posts: postSpans(id, history as Events<PersonEvent>) };
    }
    const kind = category as DefinitionRow['kind'];
    const described = describedIn(kind, id, history);
    if (!described) return { definitions: [], spans: [], posts: [] };
    const { name, data, spans } = described;
    const row: DefinitionRow = {
      id,
      valid_from: EVER,
      valid_to: FOREVER,
      kind,
      name,
      revision: history.length - 1,
      data: JSON.stringify(data),
    };
    return { definitions: [row], spans, posts: [] };
  },
};

function describedIn(
  kind: DefinitionRow['kind'],
  id: string,
  history: readonly Sequenced<DefinitionEvent>[],
): Described | undefined {
  if (kind === 'zone') return zoneDescribed(id, history as Events<ZoneEvent>);
  if (kind === 'organization') return organizationDescribed(id, history as Events<OrganizationEvent>);
  const last = history.at(-1) as Sequenced<CatalogueEvent | ProjectCodeEvent>;
  if (last.type === 'ProjectCodeReleased') return undefined;
  const name = last.type === 'PermitCatalogueAdopted' ? last.data.name : decodeURIComponent(id);
  return { name, data: last.data, spans: [] };
}
