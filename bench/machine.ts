import { cpus, release, totalmem, type } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { round } from './result.ts';

const GIB = 1024 ** 3;

/** What the numbers were measured on: without it they say nothing. */
export function machine(): Record<string, string | number> {
  const database = new DatabaseSync(':memory:');
  const row = database.prepare('select sqlite_version() as version').get() as { version: string };
  database.close();
  const [cpu] = cpus();
  return {
    cores: cpus().length,
    cpu: cpu?.model ?? 'unknown',
    memoryGiB: round(totalmem() / GIB, 1),
    system: `${type()} ${release()}`,
    node: process.version,
    sqlite: row.version,
    durability: 'WAL, synchronous=FULL: an acknowledged event survives a power loss (one fsync a commit)',
  };
}
