import { randomUUID } from 'node:crypto';
import type { JsonObject } from '#kernel';
import { StoreIncomplete, StoreTooNew } from '../errors.ts';
import type { Connection, OutgoingEvent, ServerEvent } from './connection.ts';
import { EndedEarly, faultOf } from './faults.ts';
import { unusable } from './saying.ts';
import type { Server } from './server.ts';
import type { ServerUrl } from './url.ts';

/**
 * What the log says about itself, on a stream that no caller can name:
 * `StoreCreated { storeId, format }` first; then, on a copy, `StoreCopyBegun { from }` and, once both were compared,
 * `StoreCopyVerified { from, events, digest }`.
 */
const STREAM = '_taizhang-store';
const FORMAT = 1;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a log is: its own id, and of which log it is a copy. */
export interface Identity {
  readonly storeId: string;
  readonly copy?: { readonly from: string; readonly verified: boolean };
  /** Of the last entry. */
  readonly revision: bigint;
}

/** Whether a record is the first of a log: nothing of ours stands before it. */
export function isBeginning({ stream, revision }: ServerEvent): boolean {
  return stream === STREAM && revision === 0n;
}

/**
 * The log's own account of itself; undefined where nobody has made a log there. Read from its end, because its first entry
 * then says that it is all of it. Throws StoreUnusable, StoreTooNew.
 */
export async function identityOn(server: Server, connection: Connection, ms: number): Promise<Identity | undefined> {
  const { url } = server.address;
  let entries: readonly ServerEvent[];
  try {
    entries = await server.all(ms, () =>
      connection.readStream(STREAM, { from: undefined, backwards: true, limit: Infinity }),
    );
  } catch (error) {
    const fault = faultOf(error);
    if (fault?.kind === 'noStream') return undefined;
    if (fault?.kind === 'deleted') throw unusable(url, 'NotOurs');
    throw error;
  }
  const first = entries.at(-1);
  if (!first || !isBeginning(first)) throw new EndedEarly('the server has ended a read early');
  return identityFrom(entries.toReversed(), url);
}

/** Makes a log where there is none. Of several who do so at once, all are told the one that came first. */
export async function createIdentity(server: Server, connection: Connection, ms: number): Promise<Identity> {
  const created = entry('StoreCreated', { storeId: randomUUID(), format: FORMAT });
  try {
    await connection.append(STREAM, [created], 'none', ms);
  } catch (error) {
    if (faultOf(error)?.kind !== 'conflict') throw error;
  }
  const identity = await identityOn(server, connection, ms);
  if (!identity) throw unusable(server.address.url, 'NotOurs'); // written and not there: somebody has deleted the stream
  return identity;
}

/** The ids of the logs that this one is a whole copy of. Throws {@link StoreIncomplete} while it is being filled. */
export function formerIdsOf({ copy }: Identity, url: ServerUrl): readonly string[] {
  if (copy && !copy.verified) throw new StoreIncomplete(url.shown);
  return copy ? [copy.from] : [];
}

/** Says something more about the log. Throws what the client throws; the same entry may be sent again. */
export async function enter(connection: Connection, more: OutgoingEvent, after: bigint, ms: number): Promise<bigint> {
  return (await connection.append(STREAM, [more], after, ms)).revision;
}

export function entry(type: 'StoreCreated' | 'StoreCopyBegun' | 'StoreCopyVerified', data: JsonObject): OutgoingEvent {
  return { id: randomUUID(), type, data, metadata: '{}' };
}

function identityFrom(entries: readonly ServerEvent[], url: ServerUrl): Identity {
  const [first, ...more] = entries;
  const { storeId, format } = fieldsOf(first);
  if (first?.type !== 'StoreCreated' || typeof storeId !== 'string' || typeof format !== 'number')
    throw unusable(url, 'NotOurs');
  if (format > FORMAT) throw new StoreTooNew(url.shown, format, FORMAT);
  if (!UUID.test(storeId)) throw unusable(url, 'NotOurs');
  let copy: Identity['copy'];
  for (const next of more) {
    const { from } = fieldsOf(next);
    const isCopy = next.type === 'StoreCopyBegun' || next.type === 'StoreCopyVerified';
    if (!isCopy || typeof from !== 'string') throw unusable(url, 'NotOurs');
    copy = { from, verified: next.type === 'StoreCopyVerified' };
  }
  return { storeId, revision: entries.at(-1)?.revision ?? 0n, ...(copy && { copy }) };
}

function fieldsOf(event: ServerEvent | undefined): Readonly<Record<string, unknown>> {
  const data = event?.data;
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
