import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { credentials as channelCredentials, Metadata } from '@grpc/grpc-js';
import { EventStoreDBClient, jsonEvent, type JSONEventData } from '@eventstore/db-client';
import featureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type {
  ReadReq as ReadReqMessage,
  ReadResp as ReadRespMessage,
} from '@eventstore/db-client/generated/streams_pb.js';
import { identifierOf, streamName } from './convert.ts';
import { startFakeServer, type FakeServer, type FakeServerOptions } from './server.ts';
import { lineOf, type ServerLine } from './subscriptions.ts';
import { Empty, ReadReq } from './wire.ts';

/** A server under test, by the real client and by the bare stubs, which hide nothing. */
export interface Target {
  readonly client: EventStoreDBClient;
  readonly streams: StreamsClient;
  /** For calls by the stubs. */
  readonly headers: Metadata;
  /** Given on an append, it makes the client take the plain path (contract §2.2). */
  readonly credentials: { username: string; password: string };
  readonly version: string;
  readonly line: ServerLine;
  /** Only of a fake one. */
  readonly server: FakeServer | undefined;
  dispose(): Promise<void>;
}

export async function fakeTarget(options: FakeServerOptions = {}): Promise<Target & { readonly server: FakeServer }> {
  const server = await startFakeServer(options);
  const target = await connected(server.url);
  return {
    ...target,
    server,
    async dispose() {
      await target.dispose();
      await server.stop();
    },
  };
}

const REAL_URL = process.env['TEST_EVENTSTORE_URL'];

/**
 * What the semantics are tested on: the fake, and a real server where `TEST_EVENTSTORE_URL` names one. The same
 * assertions on both are how the fake is kept from drifting.
 */
export const TARGETS: readonly (readonly [name: string, open: () => Promise<Target>])[] = [
  ['the fake', () => fakeTarget()],
  ...(REAL_URL ? ([['the real server', () => connected(REAL_URL)]] as const) : []),
];

/** With the fake as every line of servers; the real one is of one. */
export const LINES = [['the fake of 24.10.4', () => fakeTarget({ version: '24.10.4' })], ...TARGETS] as typeof TARGETS;

/** By the client, and by the stubs to the first host of the connection string, with its account, TLS and authority. */
export async function connected(url: string): Promise<Target> {
  const { hostname, port, username, password, searchParams } = new URL(
    url.replace(/^esdb(\+discover)?:/, 'http:').replace(/,[^/?]*/, ''),
  );
  const secure = searchParams.get('tls') !== 'false';
  const authority = searchParams.get('tlsCAFile');
  const channel = secure
    ? channelCredentials.createSsl(authority === null ? null : readFileSync(authority))
    : channelCredentials.createInsecure();
  const credentials = { username: decodeURIComponent(username) || 'nobody', password: decodeURIComponent(password) };
  const headers = new Metadata();
  if (secure && username) {
    headers.set('authorization', `Basic ${Buffer.from(Object.values(credentials).join(':')).toString('base64')}`);
  }
  const address = `${hostname}:${port || '2113'}`;
  const streams = new streamServices.StreamsClient(address, channel);
  const features = new featureServices.ServerFeaturesClient(address, channel);
  const version = await versionOf(features);
  const client = EventStoreDBClient.connectionString(url);
  return {
    client,
    streams,
    headers,
    credentials,
    version,
    line: lineOf(version),
    server: undefined,
    async dispose() {
      await client.dispose();
      streams.close();
      features.close();
    },
  };
}

function versionOf(features: ServerFeaturesClient): Promise<string> {
  return new Promise((resolve, reject) => {
    features.getSupportedMethods(new Empty(), (error, methods) =>
      error ? reject(error) : resolve(methods.getEventStoreServerVersion()),
    );
  });
}

/** A name that no other test uses. */
export function newStream(category = 'fake'): string {
  return `${category}-${randomUUID()}`;
}

export function anEvent(type = 'Counted', id = randomUUID() as string, data: object = {}): JSONEventData {
  return jsonEvent({ id, type, data: { ...data } });
}

export function someEvents(count: number, type = 'Counted'): JSONEventData[] {
  return Array.from({ length: count }, (_, n) => anEvent(type, randomUUID(), { n }));
}

/** One message of a read or a subscription, as it came over the wire. */
export type WireMessage =
  | { readonly type: string; readonly stream: string; readonly revision: bigint; readonly position: bigint }
  | { readonly checkpoint: bigint }
  | 'confirmation'
  | 'caughtUp'
  | 'fellBehind'
  | 'streamNotFound';

export interface WireRequest {
  /** `$all` where it is absent. */
  readonly stream?: string;
  /** Exclusive in a subscription. */
  readonly from?: bigint | 'end';
  readonly filter?: WireFilter;
  /** A subscription where it is absent. */
  readonly count?: number;
}

interface WireFilter {
  readonly on: 'type' | 'stream';
  readonly prefixes?: readonly string[];
  readonly regex?: string;
  /** Absent where the client leaves it to the server. */
  readonly window?: number;
  readonly interval?: number;
}

/** Sends the request and yields what comes, in the order in which it comes; leaving the loop cancels the call. */
export async function* onTheWire({ streams, headers }: Target, request: WireRequest): AsyncGenerator<WireMessage> {
  const call = streams.read(new ReadReq().setOptions(optionsOf(request)), headers);
  try {
    for await (const message of call as AsyncIterable<ReadRespMessage>) yield wireMessage(message);
  } finally {
    call.on('error', () => undefined).cancel();
  }
}

function optionsOf({ stream, from, filter, count }: WireRequest): ReadReqMessage.Options {
  const options = new ReadReq.Options().setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
  if (count === undefined) options.setSubscription(new ReadReq.Options.SubscriptionOptions());
  else options.setCount(String(count));
  if (filter) options.setFilter(filterOptions(filter));
  else options.setNoFilter(new Empty());
  if (stream !== undefined) {
    const place = new ReadReq.Options.StreamOptions().setStreamIdentifier(identifierOf(stream));
    if (from === undefined) place.setStart(new Empty());
    else if (from === 'end') place.setEnd(new Empty());
    else place.setRevision(String(from));
    return options.setStream(place);
  }
  const place = new ReadReq.Options.AllOptions();
  if (from === undefined) place.setStart(new Empty());
  else if (from === 'end') place.setEnd(new Empty());
  else {
    const position = new ReadReq.Options.Position();
    place.setPosition(position.setCommitPosition(String(from)).setPreparePosition(String(from)));
  }
  return options.setAll(place);
}

function filterOptions({ on, prefixes = [], regex = '', window, interval = 1 }: WireFilter) {
  const options = new ReadReq.Options.FilterOptions().setCheckpointintervalmultiplier(interval);
  const expression = new ReadReq.Options.FilterOptions.Expression().setPrefixList([...prefixes]).setRegex(regex);
  if (on === 'type') options.setEventType(expression);
  else options.setStreamIdentifier(expression);
  return window === undefined ? options.setCount(new Empty()) : options.setMax(window);
}

function wireMessage(message: ReadRespMessage): WireMessage {
  const event = message.getEvent()?.getEvent();
  if (event) {
    return {
      type: event.getMetadataMap().get('type')!,
      stream: streamName(event.getStreamIdentifier()),
      revision: BigInt(event.getStreamRevision()),
      position: BigInt(event.getCommitPosition()),
    };
  }
  if (message.hasCheckpoint()) return { checkpoint: BigInt(message.getCheckpoint()!.getCommitPosition()) };
  if (message.hasCaughtUp()) return 'caughtUp';
  if (message.hasFellBehind()) return 'fellBehind';
  return message.hasConfirmation() ? 'confirmation' : 'streamNotFound';
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What the promise is rejected with; fails the test where it is fulfilled. */
export async function rejection(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  return promise.then(
    (value) => {
      throw new Error(`fulfilled with ${String(value)}`);
    },
    (error: unknown) => error as Record<string, unknown>,
  );
}

const TURNS_MAX = 1_000_000;

/** Resolves once the condition holds: what goes over a socket takes some turns of the event loop. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    if (await condition()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('it never came about');
}
