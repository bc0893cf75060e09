import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { startProjector, type View } from '#database';
import { openEmbeddedStore } from '#event-store';
import { projectLedger } from '#views';

// One measurement in a process of its own: `rebuild <folder>` or `baseline <folder>`; answers JSON in its last line.

const [, , mode = '', dataDir = ''] = process.argv;
const RSS_EVERY_MS = 50;
const LOOK_EVERY_MS = 5;
const MIB = 1024 ** 2;
/** A commit of the rebuild is 100 streams. */
const ROWS_PER_COMMIT = 10_000;
/** What the product's own files have: libs/database/src/sqlite/connection.ts. */
const SETTINGS =
  'pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -16384; pragma wal_autocheckpoint = 16384';

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
  const projector = await startProjector({
    store,
    database: { folder: dataDir },
    views: [projectLedger as View],
    onError: fail,
  });
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

/**
 * Reads the same events, and writes the rows that the rebuild has written with statements prepared by hand: in the same
 * order, with the settings of the product's own files, as many at once as one of its commits holds. Fetching the next of
 * those rows is not counted, and they are never in memory together: a heap full of them would slow the hand side down.
 */
async function baseline(): Promise<number> {
  const built = join(dataDir, 'views', `${projectLedger.name}-v${projectLedger.version}.db`);
  const made = join(dataDir, 'by-hand.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(made + suffix, { force: true });
  const from = new DatabaseSync(built, { readOnly: true });
  const schema = from
    .prepare(`select name, type, sql from sqlite_schema where sql is not null and name not like 'sqlite_%'`)
    .all() as { name: string; type: string; sql: string }[];
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db'), readOnly: true });
  const start = performance.now();
  for await (const event of store.readAll()) if (event.position < 0n) throw new Error('a position is positive');
  const to = new DatabaseSync(made);
  to.exec(SETTINGS);
  let fetching = 0;
  for (const { name, sql } of schema.filter(({ type }) => type === 'table')) {
    to.exec(sql);
    fetching += copy(from, to, name);
  }
  for (const { type, sql } of schema) if (type === 'index') to.exec(sql);
  to.exec('pragma wal_checkpoint(truncate)');
  to.close();
  const took = performance.now() - start - fetching;
  from.close();
  await store.close();
  return took;
}

/** Answers the milliseconds it took to fetch the rows. */
function copy(from: DatabaseSync, to: DatabaseSync, table: string): number {
  let fetching = 0;
  const columns = from.prepare(`select name from pragma_table_info(?)`).all(table); // those the database fills are not among them
  const names = columns.map(({ name }) => `"${String(name)}"`).join(', ');
  const rows = from.prepare(`select ${names} from "${table}"`).iterate();
  let insert: StatementSync | undefined;
  for (;;) {
    const start = performance.now();
    const some = next(rows);
    fetching += performance.now() - start;
    const [first] = some;
    if (!first) return fetching;
    insert ??= to.prepare(`insert into "${table}" (${names}) values (${first.map(() => '?').join(', ')})`);
    to.exec('begin');
    for (const row of some) insert.run(...row);
    to.exec('commit');
  }
}

function next(rows: Iterator<Record<string, SQLOutputValue>>): SQLInputValue[][] {
  const some: SQLInputValue[][] = [];
  while (some.length < ROWS_PER_COMMIT) {
    const row = rows.next();
    if (row.done) break;
    some.push(Object.values(row.value));
  }
  return some;
}
