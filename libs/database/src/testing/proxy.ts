import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a client and a server, and spoils their connections. */
export interface Proxy {
  /** The server's URL by way of the proxy. */
  readonly url: string;
  /** Ends all connections. */
  cut(): void;
  /** Ends the server's side of all connections; their clients hear nothing any more. */
  sever(): void;
  /** Whether new connections are taken. */
  takes: boolean;
  /** So many of the next connections are not taken. */
  refuses: number;
  /** The next time a client says this, it is passed on and the connection cut before an answer comes back. */
  cutAfter: string | undefined;
  close(): Promise<void>;
}

export async function proxyTo(url: string): Promise<Proxy> {
  const target = new URL(url);
  const severed = new WeakSet<Socket>();
  const pairs = new Set<readonly [client: Socket, server: Socket]>();
  const state = { takes: true, refuses: 0, cutAfter: undefined as string | undefined };
  const listener = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    const pair = [client, server] as const;
    for (const socket of pair) socket.on('error', () => undefined);
    if (!state.takes || state.refuses > 0) {
      state.refuses = Math.max(0, state.refuses - 1);
      for (const socket of pair) socket.destroy();
      return;
    }
    pairs.add(pair);
    client.on('data', (bytes) => {
      server.write(bytes);
      if (state.cutAfter === undefined || !bytes.includes(state.cutAfter)) return;
      state.cutAfter = undefined;
      client.destroy();
    });
    server.on('data', (bytes) => client.write(bytes));
    client.on('close', () => {
      pairs.delete(pair);
      server.end();
    });
    server.on('close', () => severed.has(server) || client.end());
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const own = new URL(url);
  own.port = String((listener.address() as AddressInfo).port);
  const each = (end: (client: Socket, server: Socket) => void) => {
    for (const [client, server] of pairs) end(client, server);
  };
  return Object.assign(state, {
    url: own.href,
    cut: () => each((client) => client.destroy()),
    sever: () => each((_, server) => severed.add(server) && server.destroy()),
    close: () => {
      each((client) => client.destroy());
      return new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  });
}
