import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/**
 * A client's socket, which HTTP/2 would otherwise take for itself: as a stream it can be shut, and no byte goes either
 * way until it is opened again. Then the client sees what it sees of a stopped process.
 */
export class Gate extends Duplex {
  readonly #socket: Socket;
  #shut = false;
  #held: (() => void) | undefined;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on('data', (chunk) => {
      if (!this.push(chunk)) socket.pause();
    });
    socket.on('end', () => this.push(null));
    socket.on('error', () => this.destroy());
    socket.on('close', () => this.destroy());
  }

  shut(): void {
    this.#shut = true;
    this.#socket.pause();
  }

  open(): void {
    this.#shut = false;
    this.#held?.();
    this.#held = undefined;
    this.#socket.resume();
  }

  override _read(): void {
    if (!this.#shut) this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this._writev([{ chunk }], done);
  }

  /** What HTTP/2 hands over at once leaves at once. */
  override _writev(chunks: readonly { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    if (this.#shut) {
      this.#held = () => this._writev(chunks, done);
      return;
    }
    this.#socket.cork();
    for (const [n, { chunk }] of chunks.entries())
      this.#socket.write(chunk, n === chunks.length - 1 ? done : undefined);
    this.#socket.uncork();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(() => done());
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}
