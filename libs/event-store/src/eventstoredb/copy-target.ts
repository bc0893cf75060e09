import type { StoredEvent } from '#kernel';
import type { CopyTarget } from '../copy.ts';
import { CopyRefused } from '../errors.ts';
import type { ExpectedRevision } from '../port.ts';
import { appendTo } from './appends.ts';
import { enter, entry, type Identity } from './bookkeeping.ts';
import type { OutgoingEvent } from './connection.ts';
import { faultOf } from './faults.ts';
import type { Server } from './server.ts';
import { ServerStore } from './store.ts';

/** A log on a server that is being filled with a copy. */
export class ServerCopyTarget extends ServerStore implements CopyTarget {
  readonly #server: Server;
  #identity: Identity;

  constructor(server: Server, identity: Identity) {
    super(server, { storeId: identity.storeId, formerIds: [] }, undefined);
    this.#server = server;
    this.#identity = identity;
  }

  async beginCopy(from: string): Promise<void> {
    this.requireOpen();
    const { copy } = this.#identity;
    if (copy?.verified) throw new CopyRefused('it is a finished copy already');
    if (copy && copy.from !== from) throw new CopyRefused(`it is an unfinished copy of another log, ${copy.from}`);
    if (copy) return;
    if (await this.readLast()) throw new CopyRefused('it holds events of its own');
    await this.#enter(entry('StoreCopyBegun', { from }));
    this.#identity = { ...this.#identity, copy: { from, verified: false } };
  }

  async appendCopies(stream: string, events: readonly StoredEvent[], expected: ExpectedRevision): Promise<void> {
    this.requireOpen();
    const until = this.#server.now + this.#server.address.patience.append;
    await this.turns.take(stream, () => appendTo(this.#server, stream, events.map(asItIs), { expected, until }));
  }

  async endCopy(proof: { readonly events: number; readonly digest: string }): Promise<void> {
    this.requireOpen();
    const { copy } = this.#identity;
    if (!copy) throw new CopyRefused('no copy was begun');
    await this.#enter(entry('StoreCopyVerified', { from: copy.from, ...proof }));
    this.#identity = { ...this.#identity, copy: { ...copy, verified: true } };
  }

  /** A target takes copies only. */
  override append(): Promise<never> {
    return Promise.reject(new CopyRefused('it is being filled with a copy'));
  }

  async #enter(more: OutgoingEvent): Promise<void> {
    const { revision } = this.#identity;
    const { append } = this.#server.address.patience;
    try {
      const entered = await this.#server.persist(append, (connection, ms) => enter(connection, more, revision, ms));
      this.#identity = { ...this.#identity, revision: entered };
    } catch (error) {
      if (faultOf(error)?.kind === 'conflict') throw new CopyRefused('somebody else is copying into it');
      throw this.#server.failure(error, 'stream');
    }
  }
}

function asItIs({ id, type, data, metadata }: StoredEvent): OutgoingEvent {
  return { id, type, data, metadata: JSON.stringify(metadata) };
}
