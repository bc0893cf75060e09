import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Test } from 'supertest';
import { createApp, type App } from '../../apps/server/src/app.ts';
import type { Places } from '../../apps/server/src/places.ts';

/** Noon of 22 November 2026 in Shanghai. */
export const NOW = Date.parse('2026-11-22T04:00:00.000Z');

const TURNS_MAX = 60;
/** How long a question waits for what it names: who asks it means to see that, on a slow machine too. */
const PATIENCE_MS = 30_000;

export interface Ledger {
  readonly app: App;
  readonly dataDir: string;
  /** The clock of the ledger; a test may move it. */
  readonly time: { now: number };
  get(path: string): Test;
  /** Sends a command, by default without a key. */
  post(path: string, body?: object | string, headers?: Readonly<Record<string, string>>): Test;
  /** How many events the log has. */
  events(): Promise<number>;
  /** Closes the application and opens it again on the same places. */
  restarted(): Promise<Ledger>;
  close(): Promise<void>;
}

/** A server on places of its own: by default an empty data folder. */
export async function openLedger(
  dataDir = mkdtempSync(join(tmpdir(), 'taizhang-http-')),
  servers: Omit<Places, 'dataDir'> = {},
): Promise<Ledger> {
  const time = { now: NOW };
  const app = await createApp({ dataDir, ...servers, clock: () => time.now });
  // A large folder is built in more than one of the turns that `built` waits.
  for (let turn = 0; turn < TURNS_MAX && !(await app.built()); turn++);
  const { views } = app.parts;
  const waitFor = views.waitFor.bind(views);
  views.waitFor = (view, position) => waitFor(view, position, PATIENCE_MS);
  const server = app.nest.getHttpServer() as never;
  return {
    app,
    dataDir,
    time,
    get: (path) => request(server).get(path),
    post: (path, body = {}, headers = {}) => request(server).post(path).set(headers).type('json').send(body),
    async events() {
      let n = 0;
      for await (const _ of app.parts.store.readAll()) n++;
      return n;
    },
    restarted: async () => {
      await app.close();
      return openLedger(dataDir, servers);
    },
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export const ZONE = {
  name: '示例经开区',
  level: 'provincial',
  kind: 'economic',
  hostCounty: '420303',
  from: '2018-01-01',
};

/** An answer to be compared with another one to the same question: how far its views lag is of the moment. */
export const ofItsPoint = <T extends object>(answer: T): T => ({ ...answer, lag: 0 });

/** A defined zone and a registered project in it. */
export async function given(ledger: Ledger, project: object = {}): Promise<{ zoneId: string; projectId: string }> {
  const zone = await ledger.post('/api/zones', ZONE).expect(201);
  const zoneId = (zone.body as { id: string }).id;
  const registered = await ledger.post('/api/projects', { name: '新材料项目', zoneId, ...project }).expect(201);
  return { zoneId, projectId: (registered.body as { id: string }).id };
}
