import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { answerMessage } from './convert.ts';
import type { OpenSubscription } from './faults.ts';
import type { Message } from './messages.ts';
import type { Traffic } from './node.ts';
import type { Refusal } from './refusals.ts';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** The answering side of a read or a subscription, until it ends, fails, or the client is gone. */
export class Outgoing implements OpenSubscription {
  readonly #call: ReadCall;
  readonly #traffic: Traffic;
  readonly #over = new AbortController();
  #muted = false;

  constructor(call: ReadCall, traffic: Traffic) {
    this.#call = call;
    this.#traffic = traffic;
    this.#traffic.open++;
    this.signal.addEventListener('abort', () => this.#traffic.open--);
    call.on('cancelled', () => this.#over.abort()).on('close', () => this.#over.abort());
  }

  /** Given when the call is over. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** Resolves when the client has room for more: a slow one holds up what is read for it, and nothing piles up here. */
  async send(message: Message): Promise<void> {
    if (this.#muted) await this.#finished();
    if (this.signal.aborted) return;
    this.#traffic.messages++;
    if (!this.#call.write(answerMessage(message))) await this.#drained();
  }

  end(): void {
    if (this.signal.aborted) return;
    this.#over.abort();
    this.#call.end();
  }

  fail(why: Refusal): void {
    if (this.signal.aborted) return;
    this.#over.abort();
    this.#call.emit('error', why);
  }

  mute(): void {
    this.#muted = true;
  }

  /** Until the call is over. */
  silence(): Promise<void> {
    this.mute();
    return this.#finished();
  }

  #finished(): Promise<void> {
    return new Promise((resolve) => {
      this.signal.addEventListener('abort', () => resolve());
      if (this.signal.aborted) resolve();
    });
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#call.off('drain', done);
        this.signal.removeEventListener('abort', done);
        resolve();
      };
      this.#call.once('drain', done);
      this.signal.addEventListener('abort', done);
      if (this.signal.aborted) done();
    });
  }
}
