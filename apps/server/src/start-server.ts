import type { AddressInfo } from 'node:net';
import { createApp, type App } from './app.ts';
import type { Config } from './config.ts';
import type { Role } from './places.ts';
import { startFailureOf } from './start-failure.ts';

/** A server that listens. */
export interface Server {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  readonly role: Role;
  readonly app: App;
  close(): Promise<void>;
}

/** Opens the ledger and listens. Throws StartFailure, with everything closed again. */
export async function startServer(config: Config): Promise<Server> {
  const { places, role, host, port, logLevel } = config;
  const where = { dataDir: places.dataDir, address: `${host}:${port}` };
  let app: App | undefined;
  try {
    app = await createApp({ ...places, role, logLevel });
    await app.nest.listen(port, host);
    const bound = (app.nest.getHttpServer().address() as AddressInfo).port;
    const name = host.includes(':') ? `[${host}]` : host;
    return { address: `http://${name}:${bound}`, role, app, close: () => (app as App).close() };
  } catch (error) {
    await app?.close();
    throw startFailureOf(error, where);
  }
}
