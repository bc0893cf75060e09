import { StoreUnusable } from '../errors.ts';
import type { CopyTarget } from '../copy.ts';
import type { EventStore } from '../port.ts';
import { createIdentity, formerIdsOf, identityOn, type Identity } from './bookkeeping.ts';
import { readCertificates } from './certificates.ts';
import type { Connection } from './connection.ts';
import { ServerCopyTarget } from './copy-target.ts';
import { diagnose } from './diagnosis.ts';
import { PATIENCE, REAL_TIMERS, type Patience, type Timers } from './patience.ts';
import { lastRecord } from './reads.ts';
import { faultOf } from './faults.ts';
import { saying, unusable } from './saying.ts';
import { Server, troubleOf } from './server.ts';
import { ServerStore } from './store.ts';
import { parseServerUrl } from './url.ts';

export interface ServerOptions {
  /** `esdb://…`, see `parseServerUrl`. */
  readonly url: string;
  /** Epoch ms, for the stamps. Default: the machine's clock. */
  readonly clock?: () => number;
  /** Appends throw StoreReadOnly, and a log that is not there is not made. */
  readonly readOnly?: boolean;
  /** How long what is waited for; for tests. */
  readonly patience?: Partial<Patience>;
  readonly timers?: Timers;
  /** In [0, 1), for the pauses. */
  readonly random?: () => number;
}

/** The oldest server whose reads carry positions and whose subscriptions say that they have caught up. */
const OLDEST = [23, 10] as const;

/**
 * Opens the log on a server; makes it where there is none. Throws within 8 s, each with one line that names the server and
 * no secret: StoreUnusable with its reason, StoreTooNew, and StoreIncomplete for a copy that was not ended.
 */
export async function openServerStore(options: ServerOptions): Promise<EventStore> {
  const { clock = Date.now, readOnly = false } = options;
  const { server, identity } = await openServer(options);
  try {
    const { url } = server.address;
    const formerIds = formerIdsOf(identity, url);
    server.greeting = async (connection) => void formerIdsOf(await recognise(server, connection, identity), url);
    return new ServerStore(server, { storeId: identity.storeId, formerIds }, readOnly ? undefined : clock);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Opens a log on a server to fill it with a copy. Throws as {@link openServerStore} does, but takes an unfinished copy. */
export async function openServerCopyTarget(options: ServerOptions): Promise<CopyTarget> {
  const { server, identity } = await openServer(options);
  return new ServerCopyTarget(server, identity);
}

async function openServer(options: ServerOptions): Promise<{ server: Server; identity: Identity }> {
  const { timers = REAL_TIMERS, random = Math.random } = options;
  const url = parseServerUrl(options.url);
  const certificates = await readCertificates(url);
  const server = new Server({ url, certificates, patience: { ...PATIENCE, ...options.patience }, timers, random });
  try {
    const identity = await meet(server, options.readOnly ?? false);
    server.greeting = async (connection) => void (await recognise(server, connection, identity));
    return { server, identity };
  } catch (error) {
    await server.close();
    throw refused(server, error);
  }
}

/** Tries for some seconds: the server may be starting too. What will not go away is said at once. */
async function meet(server: Server, readOnly: boolean): Promise<Identity> {
  const { open, attempt } = server.address.patience;
  const until = server.now + open;
  let connection: Connection | undefined;
  try {
    connection = await server.connection(attempt);
    return await server.within(attempt, look(server, connection, { readOnly, ms: attempt }));
  } catch (error) {
    const fault = faultOf(error);
    if (fault?.kind !== 'again') throw error;
    server.doubt(connection, fault);
  }
  await diagnose(server);
  return server.persist(server.left(until), (one, ms) => look(server, one, { readOnly, ms }));
}

/** Whether it is a server that can be used, and which log it holds. */
async function look(
  server: Server,
  connection: Connection,
  { readOnly, ms }: { readonly readOnly: boolean; readonly ms: number },
): Promise<Identity> {
  requireNewEnough(server, await connection.version());
  const known = await identityOn(server, connection, ms);
  await lastRecord(server, connection, ms); // shows whether the account may read all of it
  if (known) return known;
  if (readOnly) throw unusable(server.address.url, 'NoLog');
  return createIdentity(server, connection, ms);
}

/** Behind the same address there may be another server by now. */
async function recognise(server: Server, connection: Connection, { storeId }: Identity): Promise<Identity> {
  const found = await identityOn(server, connection, server.address.patience.attempt);
  if (found?.storeId !== storeId) throw unusable(server.address.url, 'AnotherLog');
  return found;
}

function requireNewEnough(server: Server, version: string): void {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  const isOld = Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]);
  if (major === undefined || isOld) {
    throw unusable(server.address.url, 'TooOld', new Error(`version ${version.slice(0, 40)}`));
  }
}

/** What opening failed with, in the one form. */
function refused(server: Server, error: unknown): unknown {
  const reason = troubleOf(error, 'all');
  if (reason === undefined) return error;
  return new StoreUnusable(saying(server.address.url, reason ?? undefined, error), {
    cause: error,
    ...(reason && { reason }),
  });
}
