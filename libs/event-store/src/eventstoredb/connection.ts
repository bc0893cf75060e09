import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  eventTypeFilter,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type Filter as ClientFilter,
  type JSONEventType,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { Channel, connectivityState, credentials, type ChannelCredentials } from '@grpc/grpc-js';
import type { JsonObject } from '#kernel';
import type { ExpectedRevision, Filter } from '../port.ts';
import type { Host, ServerUrl } from './url.ts';

/** This is the only file that knows the client's package: what moving to another client changes is here. */

const KEEP_ALIVE_MS = 10_000;
/** One round: how often and how long is decided where it is known what for. */
const DISCOVER_ONCE = { maxDiscoverAttempts: 1, discoveryInterval: 0, gossipTimeout: 2 };
/** As the client's own: an event of 16 MiB may stand in a log, though none of ours. */
const MESSAGE_BYTES_MAX = 17 * 1024 * 1024;
/** Events that a page of a filtered subscription looks at; a checkpoint comes for each page. */
const SEARCH_WINDOW = 512;

/** PEM texts of the files that a connection string names. */
export interface Certificates {
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

/** An event on its way: the metadata's text is sent as it is. */
export interface OutgoingEvent {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: string;
}

/** An event as the server gives it; whether it is one of ours is judged elsewhere. */
export interface ServerEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  /** Undefined where the server is too old to say it. */
  readonly position: bigint | undefined;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: unknown;
  readonly metadata: unknown;
}

export interface Written {
  readonly revision: bigint;
  /** Absent where the events were found in a stream that has been deleted since. */
  readonly position: bigint | undefined;
}

/** What is used of a stream of Node's. */
export interface Flow {
  /** Chunks that it holds and has not given out. */
  readonly readableLength: number;
  on(event: 'data', listener: (chunk: unknown) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** Events that come in; it has to be stopped, whatever becomes of it. */
export interface Incoming {
  readonly flow: Flow;
  /** What a chunk of the flow is. */
  readonly eventOf: (chunk: unknown) => ServerEvent | undefined;
  readonly stop: () => void;
}

/**
 * One channel to one node, and never repaired: when its session has ended or is in doubt, a new one is made. So the client
 * never reconnects by itself, to what may be another server. It never takes the client's batch path either: that shares
 * its state among all clients of a process and has no deadline.
 */
export class Connection {
  readonly #client: OneChannel;
  #closed = false;

  constructor(url: ServerUrl, certificates: Certificates, leader?: Host) {
    this.#client = new OneChannel(url, certificates, leader);
  }

  /** Host and port of the node; undefined until it is known. */
  get node(): string | undefined {
    return this.#client.node;
  }

  /** Whether there was a session, and it has ended. */
  get isLost(): boolean {
    return this.#closed || this.#client.sessionEnded;
  }

  /** `unknown` where the server does not say. Has no deadline. */
  version(): Promise<string> {
    return this.#client.version();
  }

  async append(
    stream: string,
    events: readonly OutgoingEvent[],
    expected: ExpectedRevision,
    deadlineMs: number,
  ): Promise<Written> {
    if (this.#closed) throw new Error('channel has been shut down');
    const answer = await this.#client.appendToStream(stream, events.map(clientEvent), {
      expectedRevision: expected === 'none' ? NO_STREAM : expected,
      requiresLeader: true,
      deadline: deadlineMs,
    });
    return { revision: answer.nextExpectedRevision, position: answer.position?.commit };
  }

  /** `from` is inclusive; absent: the first event forwards, the last one backwards. */
  readStream(
    stream: string,
    { from, backwards, limit }: { from: bigint | undefined; backwards: boolean; limit: number },
  ): Incoming {
    const reading = this.#client.readStream(stream, {
      fromRevision: from ?? (backwards ? END : START),
      direction: backwards ? BACKWARDS : FORWARDS,
      maxCount: Math.min(limit, Number.MAX_SAFE_INTEGER),
      requiresLeader: true,
    });
    return incoming(reading as Flow, () => reading.cancel());
  }

  /** `from` is inclusive forwards and exclusive backwards; absent: the first resp. last event. */
  readAll({ from, backwards, limit }: { from: bigint | undefined; backwards: boolean; limit: number }): Incoming {
    const reading = this.#client.readAll({
      fromPosition: from === undefined ? (backwards ? END : START) : { commit: from, prepare: from },
      direction: backwards ? BACKWARDS : FORWARDS,
      maxCount: Math.min(limit, Number.MAX_SAFE_INTEGER),
      requiresLeader: true,
    });
    return incoming(reading as Flow, () => reading.cancel());
  }

  /** `after` is exclusive; the callbacks run ahead of the events that the readable still holds. */
  subscribe(
    { after, filter }: { after: bigint | undefined; filter: Filter | undefined },
    { checkpoint, caughtUp }: { checkpoint: (position: bigint) => void; caughtUp: () => void },
  ): Incoming {
    const subscription = this.#client.subscribeToAll({
      fromPosition: after === undefined ? START : { commit: after, prepare: after },
      requiresLeader: true,
      ...(filter && { filter: clientFilter(filter, checkpoint) }),
    });
    subscription.on('caughtUp', caughtUp);
    return incoming(subscription as Flow, () => subscription.unsubscribe());
  }

  /** No further call; those under way come to their end. */
  retire(): void {
    this.#closed = true;
    this.#client.closeChannel();
  }

  /** Ends the calls under way too. */
  async close(): Promise<void> {
    await this.#client.dispose();
    this.retire();
  }
}

const encoder = new TextEncoder();

class OneChannel extends EventStoreDBClient {
  /** The node to use; absent: the leader of the cluster, which is asked for. */
  readonly #only: Host | undefined;
  readonly #secure: ChannelCredentials;
  readonly #options: Record<string, number>;
  #channel: Promise<Channel> | undefined;
  node: string | undefined;
  sessionEnded = false;

  constructor(url: ServerUrl, { ca, cert, key }: Certificates, leader: Host | undefined) {
    const keepAliveInterval = url.keepAliveIntervalMs ?? KEEP_ALIVE_MS;
    const keepAliveTimeout = url.keepAliveTimeoutMs ?? KEEP_ALIVE_MS;
    const security = {
      insecure: !url.tls,
      ...(ca && { rootCertificate: ca }),
      ...(cert && { userCertFile: cert }),
      ...(key && { userKeyFile: key }),
    };
    const { connectionName = 'taizhang', credentials: user, hosts } = url;
    const common = { connectionName, keepAliveInterval, keepAliveTimeout };
    super({ endpoints: [...hosts], ...DISCOVER_ONCE, ...common }, security, user);
    this.#only = leader ?? (url.discover ? undefined : hosts[0]);
    this.#secure = url.tls ? credentials.createSsl(ca, key, cert) : credentials.createInsecure();
    this.#options = {
      'grpc.keepalive_time_ms': keepAliveInterval,
      'grpc.keepalive_timeout_ms': keepAliveTimeout,
      'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
      // Otherwise a new channel would be handed the session of the one it replaces.
      'grpc.use_local_subchannel_pool': 1,
    };
  }

  protected override getChannel = (): Promise<Channel> => (this.#channel ??= this.#openChannel());

  /** The client would close the channel and make another one. */
  protected override handleError = async (): Promise<void> => undefined;

  /** Nothing beyond the plain calls, so that appends go by the path with a deadline. */
  protected override supports = async (): Promise<boolean> => false;

  async version(): Promise<string> {
    return (await this.capabilities).serverVersion;
  }

  /**
   * In a later turn: who was handed the connection before is just making a call on it, and the client does not survive an
   * append on a closed channel (it throws where nobody can catch it).
   */
  closeChannel(): void {
    this.#channel?.then(
      (channel) => setImmediate(() => channel.close()),
      () => undefined,
    );
  }

  async #openChannel(): Promise<Channel> {
    this.node = this.#only ? `${this.#only.address}:${this.#only.port}` : await this.resolveUri();
    const channel = new Channel(this.node, this.#secure, this.#options);
    this.#watch(channel);
    return channel;
  }

  /** The session has ended when the channel is not ready any more. */
  #watch(channel: Channel): void {
    const before = channel.getConnectivityState(false);
    channel.watchConnectivityState(before, Infinity, () => {
      if (before === connectivityState.READY) this.sessionEnded = true;
      else if (channel.getConnectivityState(false) !== connectivityState.SHUTDOWN) this.#watch(channel);
    });
  }
}

function clientEvent({ id, type, data, metadata }: OutgoingEvent) {
  return jsonEvent<JSONEventType<string, JsonObject, Uint8Array>>({
    id,
    type,
    data,
    metadata: encoder.encode(metadata),
  });
}

/**
 * As a regular expression, because the server compares prefixes by its culture, in which `ch` need not begin with `c`. Escaped
 * by code, so that it means the same in every dialect.
 */
function clientFilter(filter: Filter, checkpoint: (position: bigint) => void): ClientFilter {
  const prefixes = 'streams' in filter ? filter.streams : filter.types;
  const escaped = prefixes.map((prefix) => prefix.replaceAll(/[^A-Za-z0-9]/g, hexEscape));
  const options = {
    regex: `^(?:${escaped.join('|')})`,
    maxSearchWindow: SEARCH_WINDOW,
    checkpointReached: (_: unknown, position: { commit: bigint }) => checkpoint(position.commit),
  };
  return 'streams' in filter ? streamNameFilter(options) : eventTypeFilter(options);
}

function hexEscape(char: string): string {
  return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

function incoming(flow: Flow, cancel: () => Promise<void>): Incoming {
  // What goes wrong after the end is nobody's concern, and without a listener it would end the process.
  flow.on('error', () => undefined);
  return { flow, eventOf: serverEvent, stop: () => void cancel().catch(() => undefined) };
}

function serverEvent(chunk: unknown): ServerEvent | undefined {
  const { event, commitPosition } = chunk as ResolvedEvent | AllStreamResolvedEvent;
  if (!event) return undefined;
  const { id, streamId: stream, revision, type, isJson, data, metadata, position } = event;
  return { id, stream, revision, position: position?.commit ?? commitPosition, type, isJson, data, metadata };
}
