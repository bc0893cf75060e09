import type { Event, StoredEvent } from './events.ts';
import type { FactCorrected } from './facts.ts';
import type { JsonObject } from './json.ts';

/** Brings an event's data from one version of its shape to the next. Pure, and total over everything that version could say. */
export type Upcaster = (data: JsonObject) => JsonObject;

/**
 * Every type of event that may stand in the log, with what brings its data from each version to the next: the first one from
 * version 1 to 2. So no step can be missing, and the latest version is one more than there are steps.
 */
export type Shapes = { readonly [type: string]: readonly Upcaster[] };

/** The type of the event with an id in the stream at hand; undefined where none has it. */
export type TypeOf = (id: string) => string | undefined;

/** An event whose type or version this program does not know: written by a later one. Nothing is folded from it. */
export class EventNotUnderstood extends Error {
  override readonly name = 'EventNotUnderstood';
  readonly event: StoredEvent;
  constructor(event: StoredEvent, why: string) {
    super(`event ${event.revision} of ${event.stream} (${event.id}): ${why}`);
    this.event = { ...event, notUnderstood: why };
  }
}

/** The version in which events of a type are written; undefined for a type that the shapes do not have. */
function latestSchema(shapes: Shapes, type: string): number | undefined {
  return Object.hasOwn(shapes, type) ? (shapes[type] as readonly Upcaster[]).length + 1 : undefined;
}

/**
 * What `metadata.schema` says of a new event. A correction holds data of another type: what changes with time is their shape,
 * so its `schema` is the version of that type. Its own fields never change. Throws TypeError for a type that is not known.
 */
export function schemaOf(shapes: Shapes, event: Event, typeOf: TypeOf): number {
  const correctedId = factCorrectedBy(event);
  const type = correctedId === undefined ? event.type : (typeOf(correctedId) ?? event.type);
  const schema = latestSchema(shapes, type);
  if (schema === undefined) throw new TypeError(`${type} has no shape`);
  return schema;
}

/** The fact whose type must be known to bring this event into its latest shape; undefined where it can be told without. */
export function dependsOn(shapes: Shapes, event: StoredEvent): string | undefined {
  const correctedId = factCorrectedBy(event);
  if (correctedId === undefined) return undefined;
  const asEver = event.metadata.schema === 1 && Object.values(shapes).every((steps) => steps.length === 0);
  return asEver ? undefined : correctedId;
}

/**
 * The event with its data in the latest shape; the same object where they have it already. Metadata stay as written, so
 * `schema` goes on naming the version in the log. `dataType` is the type whose shape the data have: the event's own, or for a
 * correction that of the corrected fact. Throws EventNotUnderstood.
 */
export function upcast(shapes: Shapes, event: StoredEvent, dataType = event.type): StoredEvent {
  const { schema } = event.metadata;
  const latest = latestSchema(shapes, dataType);
  if (latest === undefined) throw new EventNotUnderstood(event, `this program does not know ${dataType}`);
  if (!Number.isSafeInteger(schema) || schema < 1 || schema > latest) {
    const why = `${dataType} is in version ${String(schema)}, this program knows versions up to ${latest}`;
    throw new EventNotUnderstood(event, why);
  }
  if (schema === latest) return event;
  const steps = (shapes[dataType] as readonly Upcaster[]).slice(schema - 1);
  const latestOf = (data: JsonObject): JsonObject => steps.reduce((before, step) => step(before), data);
  try {
    if (dataType === event.type) return { ...event, data: latestOf(event.data) };
    return { ...event, data: { ...event.data, data: latestOf(event.data['data'] as JsonObject) } };
  } catch (error) {
    throw new EventNotUnderstood(event, `its data in version ${schema} cannot be read: ${(error as Error).message}`);
  }
}

function factCorrectedBy(event: Event): string | undefined {
  return event.type === 'FactCorrected' ? (event as FactCorrected).data.factId : undefined;
}
