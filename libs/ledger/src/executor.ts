import {
  dayOf,
  derivedId,
  digestOf,
  instantOf,
  isRefusal,
  schemaOf,
  type Actor,
  type Command,
  type CommandMetadata,
  type Decision,
  type Digest,
  type Event,
  type EventMetadata,
  type Instant,
  type JsonObject,
  type NewEvent,
  type Recorded,
  type Refusal,
  type Shapes,
  type Source,
} from '#kernel';
import { Conflict, StreamNotFound, type EventStore } from '#event-store';
import { projectCodeStream } from './project-code/events.ts';
import { reserveCode } from './project-code/reserve.ts';
import { SHAPES } from './shapes.ts';
import { sideBySide } from './side-by-side.ts';
import { History, StreamCache } from './stream-cache.ts';
import type { Reference, Slice } from './slice.ts';

/** A command on its way: which stream, what, by whom, and the id that makes it the same command when it comes again. */
export interface Order {
  readonly slice: Slice;
  readonly streamId: string;
  readonly command: Command;
  /** A UUID derived from the caller's key: the same key is the same command. */
  readonly commandId: string;
  /** What {@link digestOfCommand} says of it, where the caller has asked already. */
  readonly digest?: Digest;
  readonly actor: Actor;
  readonly source: Source;
  readonly correlationId: string;
  readonly causationId?: string;
  /** The source's own filing time; only imports claim one. */
  readonly filedAt?: Instant;
  /** The stream is new with this command: its id hangs on the command's. It is not read before a conflict says otherwise. */
  readonly isNew?: true;
  /** The revision the caller has seen; -1n: no stream yet. Another one is answered with what happened since. */
  readonly ifMatch?: bigint;
}

export type Outcome =
  | {
      readonly kind: 'accepted';
      readonly revision: bigint;
      readonly position: bigint;
      readonly eventIds: readonly string[];
      /** The command had been taken before: these are its events of then. */
      readonly replayed?: true;
    }
  /** Already true: nothing was appended. `position` is that of the stream's last event. */
  | { readonly kind: 'unchanged'; readonly revision: bigint; readonly position: bigint }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'changedSince'; readonly revision: bigint; readonly events: readonly Recorded[] }
  /** The command id was used before for another command. */
  | { readonly kind: 'keyReused' };

/** Appended by this command or by an earlier one with the same ids: the stamp that this one sent tells them apart. */
interface Sent {
  readonly kind: 'sent';
  readonly sentAt: Instant;
}

export interface ExecutorOptions {
  readonly store: EventStore;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Whether a reference that is no stream (`person-<id>`) is known. */
  readonly knows: (reference: string) => Promise<boolean>;
  /** What the events are written in; default: the shapes of today. */
  readonly shapes?: Shapes;
}

/** The digest by which a command is told from another one under its id. */
export function digestOfCommand(streamId: string, { type, data }: Command): Digest {
  return digestOf({ type, stream: streamId, data: data as JsonObject });
}

/** How often a command is decided anew because another one was faster. */
const RACES_MAX = 20;
/** How many references of one command are looked up at once. */
const LOOKUPS_AT_ONCE = 32;

/** What a command is answered with that lost every race; it may be sent again as it is. */
function outrun(stream: string, revision: bigint): Conflict {
  const seen = revision < 0n ? 'none' : revision;
  const message = `stream ${stream} grew ${RACES_MAX} times while a command was decided on it, last after ${seen}`;
  return Object.assign(new Conflict(stream, seen, seen), { message });
}

/** Loads, decides, appends: the one way into the log, for the API, imports and orders alike. */
export class Executor {
  private readonly store: EventStore;
  private readonly options: ExecutorOptions;
  private readonly cache: StreamCache;
  private readonly defined = new Set<string>();

  constructor(options: ExecutorOptions) {
    this.options = options;
    this.store = options.store;
    this.cache = new StreamCache(options.store);
  }

  /** Throws what the store throws; refusals and lost races are outcomes. */
  async execute(order: Order): Promise<Outcome> {
    const digest = order.digest ?? digestOfCommand(order.streamId, order.command);
    let seen = -1n;
    let sentAt: Instant | undefined;
    for (let race = 0; race < RACES_MAX; race++) {
      const history = order.isNew && race === 0 ? new History([]) : await this.cache.load(order.streamId);
      const found = filed(history.events, { commandId: order.commandId, digest, sentAt });
      if (found) return found;
      const outcome = await this.attempt(order, digest, history);
      if (outcome && outcome.kind !== 'sent') return outcome;
      sentAt = outcome?.sentAt;
      seen = history.revision;
    }
    // The last try may have been taken by a store that cannot tell.
    const { commandId } = order;
    const found = sentAt && filed((await this.cache.load(order.streamId)).events, { commandId, digest, sentAt });
    if (found) return found;
    throw outrun(order.streamId, seen);
  }

  /** All events of a stream as the log has them now; none where there is no such stream. */
  async history(streamId: string): Promise<readonly Recorded[]> {
    return (await this.latest(streamId)).events;
  }

  /** What a command would come to now, and the events that this rests on; nothing is appended. */
  async tryOut(order: Pick<Order, 'slice' | 'streamId' | 'command'>): Promise<{
    readonly events: readonly Recorded[];
    readonly decision: Decision<Event>;
  }> {
    const history = await this.latest(order.streamId);
    return { events: history.events, decision: await this.decide(order, history, this.now()) };
  }

  private async latest(streamId: string): Promise<History> {
    const known = await this.cache.load(streamId);
    return (await this.cache.refresh(streamId, known)) ? this.cache.load(streamId) : known;
  }

  private now(): Instant {
    return instantOf(this.options.clock());
  }

  private async decide(
    { slice, command, streamId }: Pick<Order, 'slice' | 'command' | 'streamId'>,
    history: History,
    filedAt: Instant,
  ): Promise<Decision<Event>> {
    const missing = await this.missing(slice.references(command, streamId));
    const leadsTo = await this.leadsTo(slice, command, history);
    const context = { filedAt, filedOn: dayOf(filedAt), missing, leadsTo };
    return slice.decider.decide(command, history.state(slice.decider), context);
  }

  /** One try on the state as known; undefined: another command was faster. */
  private async attempt(order: Order, digest: string, history: History): Promise<Outcome | Sent | undefined> {
    const { streamId, ifMatch } = order;
    const { events, revision: last } = history;
    if (ifMatch !== undefined && ifMatch !== last) {
      // What was read may be old: a revision ahead of ours means that the cache is behind.
      if (await this.cache.refresh(streamId, history)) return undefined;
      return { kind: 'changedSince', revision: last, events: events.slice(Number(ifMatch) + 1) };
    }
    const filedAt = order.filedAt ?? this.now();
    const decision = await this.decide(order, history, filedAt);
    if (isRefusal(decision) || decision.length === 0) {
      // A cached state may be behind; only what the log says now refuses a command.
      if (await this.cache.refresh(streamId, history)) return undefined;
      if (isRefusal(decision)) return { kind: 'refused', refusal: decision };
      return { kind: 'unchanged', revision: last, position: positionOf(events.at(-1)) };
    }
    const fresh = this.eventsOf(order, digest, decision, history);
    const code = codeBrought(order, history, fresh, filedAt);
    if (code !== undefined) {
      // Nobody's code is touched for a command that is there already, or that is decided on what is no more.
      if (await this.cache.refresh(streamId, history)) return undefined;
      const { clock } = this.options;
      const reservation = await reserveCode({ executor: this, store: this.store, clock }, code, order);
      if (reservation.kind === 'taken') return { kind: 'refused', refusal: reservation.why };
      if (reservation.kind === 'overtaken') return undefined;
    }
    return this.append(order, history, fresh);
  }

  private eventsOf(order: Order, digest: string, decided: readonly Event[], { events }: History): NewEvent[] {
    const { shapes = SHAPES } = this.options;
    const metadata = metadataOf(order, digest);
    const typeOf = (id: string) => events.find((event) => event.id === id)?.type;
    return decided.map((event, i) => ({
      id: derivedId(order.commandId, String(i)),
      type: event.type,
      data: event.data as JsonObject,
      metadata: { ...metadata, schema: schemaOf(shapes, event, typeOf) } as JsonObject,
    }));
  }

  private async append(
    order: Order,
    history: History,
    fresh: readonly NewEvent[],
  ): Promise<Outcome | Sent | undefined> {
    const { revision: last } = history;
    const expected = last < 0n ? 'none' : last;
    try {
      const { revision, position, recordedAt, sentAt } = await this.store.append(order.streamId, fresh, expected);
      if (recordedAt === undefined) {
        // Perhaps written before, by this command or by another one under its id: the log will tell.
        this.cache.grew(order.streamId);
        return sentAt === undefined ? undefined : { kind: 'sent', sentAt };
      }
      const appended = asRecorded(order, fresh, { first: last + 1n, position, recordedAt });
      this.cache.appended(order.streamId, history, appended);
      return { kind: 'accepted', revision, position, eventIds: fresh.map((event) => event.id) };
    } catch (error) {
      this.cache.grew(order.streamId);
      if (error instanceof Conflict) return undefined;
      throw error;
    }
  }

  /** Which references are not there. What is defined stays so, and is asked for once; what a stream holds may change. */
  private async missing(references: readonly Reference[]): Promise<ReadonlySet<string>> {
    const isThere: boolean[] = [];
    await sideBySide(references, LOOKUPS_AT_ONCE, async (reference, i) => {
      isThere[i] = await this.isThere(reference);
    });
    const names = references.map((reference) => (typeof reference === 'string' ? reference : reference.name));
    return new Set(names.filter((_, i) => !isThere[i]));
  }

  private async isThere(reference: Reference): Promise<boolean> {
    if (typeof reference !== 'string') return reference.holds(await this.history(reference.stream));
    if (this.defined.has(reference)) return true;
    const known = await (reference.startsWith('person-') ? this.options.knows(reference) : this.exists(reference));
    if (known) this.defined.add(reference);
    return known;
  }

  /** The streams from those on that the command leads to, each once, however they lead on. */
  private async leadsTo(slice: Slice, command: Command, history: History): Promise<readonly string[]> {
    const streams = new Set(slice.leads?.to(command, history.events));
    // A set is walked with what is added on the way.
    for (const stream of streams) {
      for (const next of slice.leads?.on(await this.history(stream)) ?? []) streams.add(next);
    }
    return [...streams];
  }

  private async exists(stream: string): Promise<boolean> {
    try {
      for await (const _ of this.store.readStream(stream, { limit: 1 })) return true;
      return false;
    } catch (error) {
      if (error instanceof StreamNotFound) return false;
      throw error;
    }
  }
}

/** The code that these events bring to a project that did not have it: new, or its own of before that shows again. */
function codeBrought(
  order: Order,
  history: History,
  fresh: readonly NewEvent[],
  recordedAt: Instant,
): string | undefined {
  const { slice } = order;
  const { decider } = slice;
  if (!slice.codeHeld) return undefined;
  const before = history.state(decider);
  const after = asRecorded(order, fresh, { first: history.revision + 1n, position: 0n, recordedAt });
  const code = slice.codeHeld(after.reduce((state, event) => decider.evolve(state, event), before));
  if (code === undefined) return undefined;
  const had = slice.codeHeld(before);
  return had !== undefined && projectCodeStream(had) === projectCodeStream(code) ? undefined : code;
}

/** What was appended, as the store will return it: stamped, and with its place. The position is that of the last event. */
function asRecorded(
  { streamId }: Order,
  events: readonly NewEvent[],
  { first, position, recordedAt }: { readonly first: bigint; readonly position: bigint; readonly recordedAt: Instant },
): Recorded[] {
  return events.map(({ id, type, data, metadata }, i) => ({
    id,
    type,
    data,
    stream: streamId,
    revision: first + BigInt(i),
    metadata: { recordedAt, filedAt: recordedAt, ...metadata } as EventMetadata,
    ...(i === events.length - 1 && { position }),
  }));
}

/** What the log holds of a command; replayed, unless its events carry the stamp that was just sent with them. */
function filed(
  events: readonly Recorded[],
  { commandId, digest, sentAt }: { commandId: string; digest: string; sentAt: Instant | undefined },
): Outcome | undefined {
  const own = events.filter((event) => event.metadata.commandId === commandId);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return undefined;
  if (first.metadata.commandDigest !== digest) return { kind: 'keyReused' };
  const eventIds = own.map((event) => event.id);
  const isOurs = last.metadata.recordedAt === sentAt;
  return {
    kind: 'accepted',
    revision: last.revision,
    position: positionOf(last),
    eventIds,
    ...(!isOurs && { replayed: true as const }),
  };
}

/** What a store returns carries its position. */
function positionOf(event: Recorded | undefined): bigint {
  return (event as { position?: bigint } | undefined)?.position ?? 0n;
}

function metadataOf(order: Order, commandDigest: string): Omit<CommandMetadata, 'schema'> {
  return {
    commandId: order.commandId,
    commandDigest,
    actor: order.actor,
    correlationId: order.correlationId,
    causationId: order.causationId ?? order.commandId,
    source: order.source,
    ...(order.filedAt !== undefined && { filedAt: order.filedAt, filedAtClaimed: true as const }),
  };
}
