import { once } from 'node:events';
import { setImmediate } from 'node:timers';
import { Worker } from 'node:worker_threads';
import { instantOf } from '#kernel';
import { Conflict, StoreUnavailable } from '../port.ts';
import type { Appended, ExpectedRevision } from '../port.ts';
import type { PreparedEvent } from '../validate.ts';
import { CONFLICT, FAILED, NUMBERS_PER_OUTCOME } from './parcel.ts';
import type { Answer, Parcel } from './parcel.ts';

interface Waiting {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

const fromSource = import.meta.url.endsWith('.ts');

/** A parcel leaves when it has so many appends: the writer inserts them while the caller fills the next. */
const PARCEL_APPENDS = 32;

/**
 * The caller's side of the writer's thread. What is appended in one turn of the event loop ends on one fsync: it is announced
 * with the first append, and the writer keeps its transaction open until the last parcel of the turn is there.
 */
export class Appender {
  readonly #worker: Worker;
  /** One number shared with the writer: 1 while appends of this turn are still to be sent. */
  readonly #announced: Int32Array;
  readonly #clock: (() => number) | undefined;
  #waiting: Waiting[] = [];
  #numbers: number[] = [];
  #strings: string[] = [];
  #packed = 0;
  #failure: StoreUnavailable | undefined;
  #drained: (() => void) | undefined;

  private constructor(worker: Worker, announced: Int32Array, clock: (() => number) | undefined) {
    this.#worker = worker;
    this.#announced = announced;
    this.#clock = clock;
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (cause) => this.#fail(cause));
    worker.on('exit', () => this.#fail(new Error('the writer thread has ended')));
    worker.unref(); // only appends under way keep the process alive
  }

  /** Resolves once the writer has opened the file. */
  static async start(file: string, clock: (() => number) | undefined): Promise<Appender> {
    const announced = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const worker = new Worker(new URL(fromSource ? './writer.ts' : './writer.js', import.meta.url), {
      workerData: { file, announced },
      execArgv: ['--disable-warning=ExperimentalWarning', ...(fromSource ? ['--conditions=source'] : [])],
    });
    await once(worker, 'message'); // rejects where the thread ends with an error instead
    return new Appender(worker, announced, clock);
  }

  append(stream: string, events: readonly PreparedEvent[], expected: ExpectedRevision): Promise<Appended> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#announced[0] === 0) this.#announce();
    if (this.#waiting.length === 0) this.#worker.ref();
    // No stream is as long as the largest safe integer, so a greater one may stand for all beyond it.
    this.#numbers.push(expected === 'none' ? -1 : Math.min(Number(expected), Number.MAX_SAFE_INTEGER), events.length);
    this.#strings.push(stream);
    for (const event of events) {
      this.#numbers.push(event.filed ? 1 : 0);
      this.#strings.push(event.id, event.type, event.data, event.metadata);
    }
    if (++this.#packed === PARCEL_APPENDS) this.#send(true);
    return new Promise((resolve, reject) => this.#waiting.push({ stream, expected, resolve, reject }));
  }

  /** Waits for the appends under way, then ends the thread. No append may follow. */
  async close(): Promise<void> {
    if (this.#waiting.length > 0) await new Promise<void>((resolve) => (this.#drained = resolve));
    if (this.#failure) return;
    this.#worker.ref();
    const ended = once(this.#worker, 'exit');
    this.#worker.postMessage('close');
    await ended;
  }

  #announce(): void {
    Atomics.store(this.#announced, 0, 1);
    setImmediate(() => this.#send(false));
  }

  /** Sends what is packed; `more` says that this turn may still bring some. */
  #send(more: boolean): void {
    if (this.#packed > 0) {
      const parcel: Parcel = { now: this.#clock?.(), numbers: this.#numbers, strings: this.#strings };
      this.#numbers = [];
      this.#strings = [];
      this.#packed = 0;
      this.#worker.postMessage(parcel);
    }
    if (!more) Atomics.store(this.#announced, 0, 0);
    Atomics.notify(this.#announced, 0);
  }

  /** Answers come in the order of the appends. */
  #settle({ outcomes, failure }: Answer): void {
    const settled = this.#waiting.splice(0, outcomes.length / NUMBERS_PER_OUTCOME);
    if (this.#waiting.length === 0) this.#worker.unref();
    settled.forEach(({ stream, expected, resolve, reject }, i) => {
      const at = i * NUMBERS_PER_OUTCOME;
      const code = outcomes[at];
      const revision = BigInt(outcomes[at + 1] as number);
      const position = BigInt(outcomes[at + 2] as number);
      const recordedMs = outcomes[at + 3] as number;
      if (code === FAILED) reject(new StoreUnavailable(`the log could not be written: ${failure}`));
      else if (code === CONFLICT) reject(new Conflict(stream, expected, revision < 0n ? 'none' : revision));
      else if (Number.isNaN(recordedMs)) resolve({ revision, position });
      else resolve({ revision, position, recordedAt: instantOf(recordedMs) });
    });
    if (this.#waiting.length === 0) this.#drained?.();
  }

  #fail(cause: unknown): void {
    this.#failure ??= new StoreUnavailable('the writer thread has failed', { cause });
    const failed = this.#waiting;
    this.#waiting = [];
    for (const { reject } of failed) reject(this.#failure);
    this.#drained?.();
  }
}
