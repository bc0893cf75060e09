import type { Kysely } from 'kysely';
import { StoreUnavailable, type EventStore } from '#event-store';
import {
  mendedFacts,
  mendingsOf,
  type EventMetadata,
  type Fact,
  type JsonObject,
  type Mendings,
  type Recorded,
  type StoredEvent,
} from '#kernel';
import { registrationSteps, type EffectiveFact, type ProjectEvent } from '#ledger';
import type { DefinitionTables } from '../definitions/schema.ts';
import { isKnown, type Known } from '../known.ts';
import type { CatalogueNames } from './page-site.ts';
import type { HistoryRow, HistoryTables } from './schema.ts';

/** Rows of a project's history in order, after a revision, up to what is asked for as known. */
export async function historyPage(
  db: Kysely<HistoryTables>,
  options: {
    readonly projectId: string;
    readonly known?: Known;
    readonly after?: number | undefined;
    readonly limit?: number | undefined;
  },
): Promise<HistoryRow[]> {
  let query = historyOf(db, options.projectId, options.known).selectAll().orderBy('revision');
  if (options.after !== undefined) query = query.where('revision', '>', options.after);
  if (options.limit !== undefined) query = query.limit(options.limit);
  return query.execute();
}

function historyOf(db: Kysely<HistoryTables>, projectId: string, known: Known = 'latest') {
  const query = db.selectFrom('history').where('project_id', '=', projectId);
  return known === 'latest' ? query : query.where('seq', '<=', known);
}

/** An event of a project with its number in the ledger. */
export type NumberedEvent = Recorded<ProjectEvent> & { readonly seq: number };

/** A project's history as it was known. */
export interface KnownHistory {
  readonly id: string;
  /** The seq of the first event: the order in which projects were entered. */
  readonly number: number;
  readonly events: readonly NumberedEvent[];
}

/** Every event of a project that was known; undefined where there was none. */
export async function knownHistory(
  db: Kysely<HistoryTables>,
  id: string,
  known: Known,
): Promise<KnownHistory | undefined> {
  const rows = await historyOf(db, id, known).select(OF_EVENT).orderBy('revision').execute();
  const [first] = rows;
  return first && { id, number: first.seq, events: rows.map(eventOf) };
}

const OF_EVENT = ['project_id', 'revision', 'seq', 'event_id', 'type', 'data', 'metadata'] as const;
type EventRow = Pick<HistoryRow, (typeof OF_EVENT)[number]>;

/** What an event reported when it was filed: all that facts follow from, without the metadata, which are the larger part of it. */
export type Report = Fact<ProjectEvent>;

/** What was known to be reported of a project. */
export interface KnownReports {
  readonly id: string;
  /** The seq of the first event: the order in which projects were entered. */
  readonly number: number;
  /** Mendings among them. */
  readonly reports: readonly Report[];
  /** Those that hold. */
  readonly facts: readonly EffectiveFact[];
}

/** Everything that was known to be reported of a project; undefined where there was nothing. */
export async function knownReports(
  db: Kysely<HistoryTables>,
  id: string,
  known: Known,
): Promise<KnownReports | undefined> {
  const rows = await historyOf(db, id, known)
    .select([...OF_REPORT, 'seq'])
    .orderBy('revision')
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const reports = rows.map(reportIn);
  return { id, number: first.seq, reports, facts: mendedFacts(reports) };
}

const OF_REPORT = ['revision', 'event_id', 'type', 'data', 'filed_on'] as const;

function reportIn(row: Pick<HistoryRow, (typeof OF_REPORT)[number]>): Report {
  return {
    type: row.type,
    data: JSON.parse(row.data) as JsonObject,
    id: row.event_id,
    revision: BigInt(row.revision),
    filedOn: row.filed_on,
  } as Report;
}

/** The reports of some types that were known of a project, in order. */
async function reportsOfTypes(
  db: Kysely<HistoryTables>,
  { id, known, types }: { readonly id: string; readonly known: Known; readonly types: readonly ProjectEvent['type'][] },
): Promise<Report[]> {
  const query = historyOf(db, id, known).select(OF_REPORT).where('type', 'in', types).orderBy('revision');
  return (await query.execute()).map(reportIn);
}

const MENDINGS = ['FactCorrected', 'FactRevoked'] as const;

/** Which mendings of a project's facts were known to be in force. */
export async function knownMendings(db: Kysely<HistoryTables>, id: string, known: Known): Promise<Mendings> {
  return mendingsOf(await reportsOfTypes(db, { id, known, types: MENDINGS }));
}

const NAMINGS = ['ProjectRegistered', 'ProjectRenamed', ...MENDINGS] as const;

/** What a project was known to be called lastly, also one that is in no list any more; undefined for one that was not there. */
export async function projectName(db: Kysely<HistoryTables>, id: string, known: Known): Promise<string | undefined> {
  const facts = mendedFacts(await reportsOfTypes(db, { id, known, types: NAMINGS }));
  return registrationSteps(facts).at(-1)?.registration.name;
}

/** The events of rows that follow each other, as the log has them. */
export async function storedEvents(
  log: Pick<EventStore, 'readStream'>,
  rows: readonly HistoryRow[],
): Promise<StoredEvent[]> {
  const [first] = rows;
  if (!first) return [];
  const stream = `project-${first.project_id}`;
  const events = await Array.fromAsync(log.readStream(stream, { from: BigInt(first.revision), limit: rows.length }));
  if (events.length < rows.length) throw new StoreUnavailable(`${stream} broke off after ${events.length} events`);
  return events;
}

/** The event that a row holds, in the shape that it has today. */
export function eventOf(row: EventRow): NumberedEvent {
  return {
    type: row.type,
    data: JSON.parse(row.data) as JsonObject,
    metadata: JSON.parse(row.metadata) as EventMetadata,
    id: row.event_id,
    stream: `project-${row.project_id}`,
    revision: BigInt(row.revision),
    seq: row.seq,
  } as NumberedEvent;
}

/** Permit catalogues by id; one that nobody adopted is left out. */
export async function cataloguesOf(
  db: Kysely<DefinitionTables>,
  ids: readonly string[],
  known: Known = 'latest',
): Promise<ReadonlyMap<string, CatalogueNames>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('definitions')
    .select(['id', 'data'])
    .where('kind', '=', 'catalogue')
    .where('id', 'in', ids)
    .where(isKnown(known))
    .execute();
  return new Map(rows.map(({ id, data }) => [id, JSON.parse(data) as CatalogueNames]));
}
