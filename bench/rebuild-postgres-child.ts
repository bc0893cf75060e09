import { join } from 'node:path';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startProjector, type View } from '#database';
import { openEventStore } from '#event-store';
import { projectLedger } from '#views';

// One measurement in a process of its own: `rebuild <folder> <url>` or `baseline <folder> <url>`; answers JSON in its last line.

const [, , mode = '', folder = '', url = ''] = process.argv;
const BUILT = `view_${projectLedger.name.replaceAll('-', '_')}_v${projectLedger.version}`;
const MADE = 'by_hand';
const LOOK_EVERY_MS = 5;
/** A commit of the rebuild is 100 streams. */
const ROWS_PER_COMMIT = 10_000;
const ESCAPED = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

const client = new pg.Client({ connectionString: url, options: '-c synchronous_commit=off' });
await client.connect();
const store = await openEventStore({ file: join(folder, 'log.db') }, { readOnly: true });
const ms = mode === 'rebuild' ? await rebuild() : await baseline();
await store.close();
await client.end();
process.stdout.write(`${JSON.stringify({ ms })}\n`);

/** From nothing of the view to its answering queries at the head of the log. The numbers of events are kept, as in an upgrade. */
async function rebuild(): Promise<number> {
  await client.query(`drop schema if exists ${BUILT} cascade`);
  const start = performance.now();
  const projector = await startProjector({ store, database: { url }, views: [projectLedger as View], onError: fail });
  const { promise, resolve } = Promise.withResolvers<number>();
  const look = setInterval(() => {
    const [status] = projector.status();
    if (status?.state === 'stopped') fail(status.stopped);
    if (status?.serving && status.state === 'live' && status.lag === 0) resolve(performance.now() - start);
  }, LOOK_EVERY_MS);
  const took = await promise;
  clearInterval(look);
  await projector.stop();
  return took;
}

function fail(error: unknown): void {
  process.stderr.write(`${JSON.stringify(error)} ${String((error as Error).stack)}\n`);
  process.exit(1);
}

/**
 * Reads the same events, and writes the rows that the rebuild has written by COPY: in the same order, into the same tables,
 * as many at once as one of its commits holds; then the indexes. Fetching the next of those rows is not counted.
 */
async function baseline(): Promise<number> {
  await client.query(`drop schema if exists ${MADE} cascade`);
  await client.query(`create schema ${MADE}`);
  const tables = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = '${BUILT}'`,
  );
  const indexes = await client.query<{ sql: string; unique: boolean; name: string }>(
    `select indexdef as sql, tablename as name, indexname = tablename || '_pkey' as unique from pg_indexes where schemaname = '${BUILT}'`,
  );
  const made = (sql: string): string => sql.replaceAll(`${BUILT}.`, `${MADE}.`);
  const start = performance.now();
  for await (const event of store.readAll()) if (event.position < 0n) throw new Error('a position is positive');
  let fetching = 0;
  for (const { name } of tables.rows) {
    await client.query(`create table ${MADE}."${name}" (like ${BUILT}."${name}")`);
    for (const key of indexes.rows) if (key.unique && key.name === name) await client.query(made(key.sql));
    fetching += await copy(name);
  }
  for (const { sql, unique } of indexes.rows) if (!unique) await client.query(made(sql));
  for (const { name } of tables.rows) await client.query(`analyze ${MADE}."${name}"`);
  return performance.now() - start - fetching;
}

/** Answers the milliseconds it took to fetch the rows. */
async function copy(table: string): Promise<number> {
  const reader = new pg.Client({ connectionString: url });
  await reader.connect();
  await reader.query('begin');
  await reader.query(`declare made_rows cursor for select * from ${BUILT}."${table}"`);
  let fetching = 0;
  for (;;) {
    const start = performance.now();
    const { rows } = await reader.query<(string | number | null)[]>({
      text: `fetch ${ROWS_PER_COMMIT} from made_rows`,
      rowMode: 'array',
    });
    fetching += performance.now() - start;
    if (rows.length === 0) break;
    const stream = client.query(copyFrom(`copy ${MADE}."${table}" from stdin`));
    const written = new Promise((resolve, reject) => stream.on('finish', resolve).on('error', reject));
    stream.end(rows.map((row) => `${row.map(text).join('\t')}\n`).join(''));
    await written;
  }
  await reader.end();
  return fetching;
}

function text(value: string | number | null): string {
  return value === null ? '\\N' : String(value).replace(ESCAPED, (character) => ESCAPES[character] as string);
}
