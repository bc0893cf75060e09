import type pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import type { News, ProgressMessage } from '../news.ts';
import type { Address } from './address.ts';
import { connect, disconnect, type Pool, type Purpose } from './pool.ts';

const LISTENING: Purpose = { application: 'taizhang news', statementMs: 5_000, idleMs: 5_000 };
const CHANNEL = 'taizhang_views';
const RETRY_MS = 500;

/** Between processes, by NOTIFY and LISTEN. */
export class PostgresNews implements News {
  readonly pollMs = 250;
  private readonly address: Address;
  private readonly announcing: () => Pool;
  /** By view, the newest alone. */
  private unsaid = new Map<string, ProgressMessage>();
  private saying: Promise<void> | undefined;
  private readonly listeners = new Set<(message: ProgressMessage | undefined) => void>();
  private readonly closing = new AbortController();
  private listening: Promise<void> | undefined;

  constructor(address: Address, announcing: () => Pool) {
    this.address = address;
    this.announcing = announcing;
  }

  announce(message: ProgressMessage): void {
    this.unsaid.set(message.view, message);
    this.saying ??= this.say();
  }

  onNews(listener: (message: ProgressMessage | undefined) => void): void {
    this.listeners.add(listener);
    this.listening ??= this.listen();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.saying;
    await this.listening;
  }

  /** What comes while one is on its way goes together in the next. */
  private async say(): Promise<void> {
    while (this.unsaid.size > 0) {
      const messages = [...this.unsaid.values()].map((message) => JSON.stringify(message));
      this.unsaid.clear();
      try {
        const session = await this.announcing().session();
        try {
          await session.query(`SELECT pg_notify('${CHANNEL}', said) FROM unnest($1::text[]) AS said`, [messages]);
        } finally {
          session.release();
        }
      } catch {
        // Readers look for themselves now and then.
      }
    }
    this.saying = undefined;
  }

  private async listen(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        const client = await connect(this.address, LISTENING);
        try {
          await this.hear(client, signal);
        } finally {
          await disconnect(client);
        }
      } catch {
        // Tried again: until then who waits looks for itself.
      }
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until the connection ends. */
  private async hear(client: pg.Client, signal: AbortSignal): Promise<void> {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    client.once('end', () => end());
    client.on('notification', ({ payload = '' }) => this.tell(JSON.parse(payload) as ProgressMessage));
    signal.addEventListener('abort', () => end(), { once: true });
    if (signal.aborted) return;
    await client.query(`LISTEN ${CHANNEL}`);
    this.tell(undefined);
    await ended;
  }

  private tell(message: ProgressMessage | undefined): void {
    for (const listener of this.listeners) listener(message);
  }
}
