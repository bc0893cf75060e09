import { createServer, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { Gate } from './gate.ts';

/** PEM texts. */
export interface Tls {
  readonly key: string;
  readonly cert: string;
}

/** One client's connection. Each has a gRPC server of its own, so that a handler knows the socket it answers on. */
export interface Connection {
  /** As if the cable were cut: nothing more is sent, the client learns nothing. */
  cut(): void;
}

/** The node's port. It holds the sockets itself, because a killed or a frozen process says no good-bye in HTTP/2. */
export class Listener {
  readonly #tls: Tls | undefined;
  readonly #serve: (server: Server, connection: Connection) => void;
  readonly #gates = new Set<Gate>();
  #listening: NetServer | undefined;
  #frozen = false;

  constructor(serve: (server: Server, connection: Connection) => void, tls?: Tls) {
    this.#serve = serve;
    this.#tls = tls;
  }

  get isOpen(): boolean {
    return this.#listening !== undefined;
  }

  /** Answers the port, which is a free one for 0. */
  async open(port: number): Promise<number> {
    const listening = createServer({ noDelay: true }, (socket) => this.#accept(socket));
    await new Promise<void>((resolve, reject) => {
      listening.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    this.#listening = listening;
    return (listening.address() as AddressInfo).port;
  }

  /** As SIGKILL: the port is closed and every connection gone, without a word. */
  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.#listening?.close(resolve) ?? resolve(undefined));
    this.#listening = undefined;
    for (const gate of this.#gates) gate.destroy();
    await closed;
    this.#frozen = false;
  }

  /** As SIGSTOP: the kernel still takes connections and bytes, nobody reads them and nobody answers. */
  freeze(): void {
    this.#frozen = true;
    for (const gate of this.#gates) gate.shut();
  }

  thaw(): void {
    this.#frozen = false;
    for (const gate of this.#gates) gate.open();
  }

  #accept(socket: Socket): void {
    const gate = new Gate(socket);
    if (this.#frozen) gate.shut();
    this.#gates.add(gate);
    const server = new Server({ 'grpc.max_receive_message_length': MESSAGE_BYTES_MAX });
    this.#serve(server, { cut: () => gate.destroy() });
    server.createConnectionInjector(credentials(this.#tls)).injectConnection(gate);
    gate
      .on('error', () => undefined)
      .on('close', () => {
        this.#gates.delete(gate);
        server.forceShutdown();
      });
  }
}

/** One gRPC message on `Streams` (contract §1.3). */
const MESSAGE_BYTES_MAX = 16_767_216;

function credentials(tls: Tls | undefined): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  return ServerCredentials.createSsl(null, [{ private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.cert) }]);
}
