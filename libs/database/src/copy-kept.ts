import { sql, type Kysely, type Transaction } from 'kysely';
import { openKept } from './kept.ts';
import type { KeptTable, Migration } from './migrations.ts';
import type { DatabasePlace } from './place.ts';

type Row = Readonly<Record<string, unknown>>;
type Reading = Kysely<unknown> | Transaction<unknown>;

/** Rows read and written at a time: few enough parameters for one statement of either dialect. */
const ROWS_PER_STEP = 500;

/** The place has rows of its own already: nothing was copied into it. */
class KeptOccupied extends Error {
  override readonly name = 'KeptOccupied';
  constructor(table: string) {
    super(`the kept table ${table} has rows already; only an empty place takes a copy`);
  }
}

/** A kept table was not the same after it was copied, or was changed meanwhile: nothing was written. */
class KeptCopyDiffers extends Error {
  override readonly name = 'KeptCopyDiffers';
  constructor(table: string) {
    super(`the copy of the kept table ${table} is not what was copied; is a server still writing to it?`);
  }
}

/**
 * Copies the kept tables of one place into another one that has none of their rows yet, in one transaction, and compares them
 * row by row. Answers how many rows each table has. Throws KeptOccupied and KeptCopyDiffers, with nothing written, and what
 * `openKept` throws.
 */
export async function copyKept(options: {
  readonly from: DatabasePlace;
  readonly to: DatabasePlace;
  readonly migrations: readonly Migration[];
  readonly clock: () => number;
}): Promise<Readonly<Record<string, number>>> {
  const { from, to, migrations, clock } = options;
  const tables = tablesOf(migrations);
  const source = await openKept<unknown>({ database: from, migrations, clock });
  try {
    const target = await openKept<unknown>({ database: to, migrations, clock });
    try {
      return await target.write('durable', async (transaction) => {
        const counts: Record<string, number> = {};
        for (const table of tables) counts[table.name] = await copyTable(table, source.db, transaction);
        return counts;
      });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** The tables that migrations make. */
export function tablesOf(migrations: readonly Migration[]): KeptTable[] {
  return migrations.flatMap(({ steps }) => steps.flatMap((step) => ('createTable' in step ? [step.createTable] : [])));
}

/** Copies the rows of a table and compares them. Throws KeptOccupied and KeptCopyDiffers. */
export async function copyTable(table: KeptTable, from: Reading, to: Transaction<unknown>): Promise<number> {
  for await (const _ of pages(table, to)) throw new KeptOccupied(table.name);
  let copied = 0;
  for await (const page of pages(table, from)) {
    const columns = sql.join(Object.keys(table.columns).map((column) => sql.ref(column)));
    const rows = page.map((row) => sql`(${sql.join(Object.keys(table.columns).map((column) => row[column]))})`);
    await sql`insert into ${sql.table(table.name)} (${columns}) values ${sql.join(rows)}`.execute(to);
    copied += page.length;
  }
  const there = pages(table, to);
  for await (const page of pages(table, from)) {
    const { value } = await there.next();
    if (JSON.stringify(value) !== JSON.stringify(page)) throw new KeptCopyDiffers(table.name);
  }
  if (!(await there.next()).done) throw new KeptCopyDiffers(table.name);
  return copied;
}

/** The rows of a table in the order of its key. */
async function* pages({ name, key, columns }: KeptTable, db: Reading): AsyncGenerator<readonly Row[], undefined> {
  const of = (names: readonly string[]) => sql.join(names.map((column) => sql.ref(column)));
  for (let last: Row | undefined; ;) {
    const after = last ? sql`where (${of(key)}) > (${sql.join(key.map((column) => last?.[column]))})` : sql``;
    const { rows } = await sql<Row>`
      select ${of(Object.keys(columns))} from ${sql.table(name)} ${after} order by ${of(key)} limit ${ROWS_PER_STEP}`.execute(
      db,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_PER_STEP) return;
    last = rows.at(-1);
  }
}
