import { createRequire } from 'node:module';

/** A PostgreSQL server of one test's own. */
export interface OwnServer {
  readonly url: string;
  /** Stops it, and starts it again with what it holds. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<unknown>;
}

const { startPostgres } = createRequire(import.meta.url)('../../../../scripts/test-postgres.cjs') as {
  startPostgres(): Promise<OwnServer | undefined>;
};

/** Undefined where this machine has no server to start. */
export function ownServer(): Promise<OwnServer | undefined> {
  return startPostgres();
}
