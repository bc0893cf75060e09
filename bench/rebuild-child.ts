import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { startProjector, type View } from '#database';
import { openEmbeddedStore } from '#event-store';
import { projectLedger } from '#views';

// One measurement in a process of its own: `rebuild <folder>` or `baseline <folder>`; answers JSON in its last line.

const [, , mode = '', dataDir = ''] = process.argv;
const RSS_EVERY_MS = 50;
const LOOK_EVERY_MS = 5;
const MIB = 1024 ** 2;
const ROWS_PER_COMMIT = 5_000;

let rss = 0;
const sampler = setInterval(() => (rss = Math.max(rss, process.memoryUsage.rss())), RSS_EVERY_MS);
const ms = mode === 'rebuild' ? await rebuild() : await baseline();
clearInterval(sampler);
process.stdout.write(`${JSON.stringify({ ms, rssMiB: Math.max(rss, process.memoryUsage.rss()) / MIB })}\n`);

/** From nothing of the view to its answering queries at the head of the log. The numbers of events are kept, as in an upgrade. */
async function rebuild(): Promise<number> {
  const views = join(dataDir, 'views');
  for (const name of readdirSync(dataDir).includes('views') ? readdirSync(views) : []) {
    if (name.startsWith(projectLedger.name)) rmSync(join(views, name));
  }
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db'), readOnly: true });
  const start = performance.now();
  const projector = await startProjector({ store, dataDir, views: [projectLedger as View], onError: fail });
  const { promise, resolve } = Promise.withResolvers<number>();
  const look = setInterval(() => {
    const [status] = projector.status();
    if (status?.state === 'stopped') fail(status.stopped);
    if (status?.serving && status.state === 'live' && status.lag === 0) resolve(performance.now() - start);
  }, LOOK_EVERY_MS);
  const took = await promise;
  clearInterval(look);
  await projector.stop();
  await store.close();
  return took;
}

function fail(error: unknown): void {
  process.stderr.write(`${JSON.stringify(error)} ${String((error as Error).stack)}\n`);
  process.exit(1);
}

/** Reads the same events, and writes the rows that the rebuild has written with statements prepared by hand. */
async function baseline(): Promise<number> {
  const built = join(dataDir, 'views', `${projectLedger.name}-v${projectLedger.version}.db`);
  const made = join(dataDir, 'by-hand.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(made + suffix, { force: true });
  const from = new DatabaseSync(built, { readOnly: true });
  const schema = from.prepare(`select name, type, sql from sqlite_schema where sql is not null`).all() as {
    name: string;
    type: string;
    sql: string;
  }[];
  const tables = schema.filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'));
  const rows = tables.map(({ name }) => {
    const all = from.prepare(`select * from "${name}"`).all();
    return all.map((row) => Object.values(row) as SQLInputValue[]);
  });
  from.close();
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db'), readOnly: true });
  const start = performance.now();
  for await (const event of store.readAll()) if (event.position < 0n) throw new Error('a position is positive');
  const to = new DatabaseSync(made);
  to.exec('pragma journal_mode = wal; pragma synchronous = normal');
  tables.forEach(({ name, sql }, i) => write(to, { name, sql, rows: rows[i] as SQLInputValue[][] }));
  for (const { type, sql } of schema) if (type === 'index') to.exec(sql);
  to.exec('pragma wal_checkpoint(truncate)');
  to.close();
  const took = performance.now() - start;
  await store.close();
  return took;
}

function write(to: DatabaseSync, table: { name: string; sql: string; rows: SQLInputValue[][] }): void {
  to.exec(table.sql);
  const [first] = table.rows;
  if (!first) return;
  const insert = to.prepare(`insert into "${table.name}" values (${first.map(() => '?').join(', ')})`);
  for (let from = 0; from < table.rows.length; from += ROWS_PER_COMMIT) {
    to.exec('begin');
    for (const row of table.rows.slice(from, from + ROWS_PER_COMMIT)) insert.run(...row);
    to.exec('commit');
  }
}
