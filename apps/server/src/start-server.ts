import type { AddressInfo } from 'node:net';
import { createApp, type App } from './app.ts';
import type { Config } from './config.ts';
import { startFailureOf } from './start-failure.ts';

/** A server that listens. */
export interface Server {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  readonly app: App;
  close(): Promise<void>;
}

/** Opens the data folder and listens. Throws StartFailure, with everything closed again. */
export async function startServer(config: Config): Promise<Server> {
  const { dataDir, host, port, logLevel } = config;
  const where = { dataDir, address: `${host}:${port}` };
  let app: App | undefined;
  try {
    app = await createApp({ dataDir, logLevel });
    await app.nest.listen(port, host);
    const bound = (app.nest.getHttpServer().address() as AddressInfo).port;
    const name = host.includes(':') ? `[${host}]` : host;
    return { address: `http://${name}:${bound}`, app, close: () => (app as App).close() };
  } catch (error) {
    await app?.close();
    throw startFailureOf(error, where);
  }
}
