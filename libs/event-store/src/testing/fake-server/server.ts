import { Listener, type Tls } from './listener.ts';
import { FakeLog } from './log.ts';
import { Node } from './node.ts';
import { addServices } from './services.ts';

export interface FakeServerOptions {
  /** A free one where it is absent. */
  readonly port?: number;
  readonly version?: string;
  /** To share between nodes, or to keep over a restart. */
  readonly log?: FakeLog;
  /** Epoch milliseconds. */
  readonly clock?: () => number;
  readonly tls?: Tls;
}

export interface FakeServer {
  readonly port: number;
  readonly url: string;
  readonly log: FakeLog;
  stop(): Promise<void>;
  restart(): Promise<void>;
  freeze(): void;
  thaw(): void;
}

export async function startFakeServer(options: FakeServerOptions = {}): Promise<FakeServer> {
  const log = options.log ?? new FakeLog();
  const newNode = () => new Node(log, options.version ?? '23.10.6', options.clock ?? Date.now);
  let node = newNode();
  const listener = new Listener((server, connection) => addServices(server, node, connection), options.tls);
  const port = await listener.open(options.port ?? 0);
  return {
    port,
    url: `esdb://127.0.0.1:${port}?tls=${options.tls !== undefined}`,
    log,
    stop: () => listener.kill(),
    async restart() {
      await listener.kill();
      node = newNode();
      await listener.open(port);
    },
    freeze: () => listener.freeze(),
    thaw: () => listener.thaw(),
  };
}
