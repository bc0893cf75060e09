import { isId, type Recorded } from '#kernel';
import { StreamNotFound, type EventStore } from '#event-store';
import {
  catalogueStream,
  factsOf,
  organizationFacts,
  organizationNames,
  projectStream,
  registrationSteps,
  zoneFacts,
  zoneNames,
  type CatalogueEvent,
  type OrganizationEvent,
  type ProjectEvent,
  type ZoneEvent,
} from '#ledger';
import type { Registry } from '#registry';

/** What an id is called now; the id itself where nobody named it. */
export type NameOf = (id: string) => string;

const NAMING = ['personId', 'unitId', 'zoneId', 'projectId', 'catalogue'] as const;

/** Looks up everything that events name: people in the registry, and in the log zones, units, projects and catalogues. */
export async function namesIn(
  events: readonly Recorded<ProjectEvent>[],
  store: EventStore,
  registry: Pick<Registry, 'people'> | undefined,
): Promise<NameOf> {
  const ids = [...new Set(events.flatMap(namedBy))].filter(isId);
  const names = new Map<string, string>();
  const people = (await registry?.people.getPeople(ids)) ?? new Map<string, { readonly name: string }>();
  for (const id of ids) {
    const name = people.get(id)?.name ?? (await nameInLog(store, id));
    if (name !== undefined) names.set(id, name);
  }
  return (id) => names.get(id) ?? id;
}

function namedBy({ data, metadata }: Recorded<ProjectEvent>): string[] {
  const said = { ...data, ...('data' in data && data.data) } as Readonly<Record<string, unknown>>;
  const named = [...NAMING.map((field) => said[field]), metadata.actor.id];
  return named.filter((id) => typeof id === 'string');
}

async function nameInLog(store: EventStore, id: string): Promise<string | undefined> {
  const zone = await eventsOf<ZoneEvent>(store, `zone-${id}`);
  if (zone.length > 0) return zoneNames(zoneFacts(zone)).at(-1)?.value;
  const unit = await eventsOf<OrganizationEvent>(store, `organization-${id}`);
  if (unit.length > 0) return organizationNames(organizationFacts(unit)).at(-1)?.value;
  const catalogue = (await eventsOf<CatalogueEvent>(store, catalogueStream(id))).at(-1);
  if (catalogue) return catalogue.data.name;
  const project = await eventsOf<ProjectEvent>(store, projectStream(id));
  return registrationSteps(factsOf(project)).at(-1)?.registration.name;
}

/** The events of a stream; none where it is not there. */
export async function eventsOf<E extends ProjectEvent | ZoneEvent | OrganizationEvent | CatalogueEvent>(
  store: EventStore,
  stream: string,
): Promise<(Recorded<E> & { readonly position: bigint })[]> {
  try {
    return (await Array.fromAsync(store.readStream(stream))) as (Recorded<E> & { readonly position: bigint })[];
  } catch (error) {
    if (error instanceof StreamNotFound) return [];
    throw error;
  }
}
