import { digestOf, type Json } from '#kernel';
import { hasTable, inTransaction, type Connection } from './connection.ts';
import { InvalidMigrations, KeptTooNew } from './errors.ts';
import { createIndex, createTable } from './tables.ts';
import type { Columns, Index } from './view.ts';

/** A table of the kept data, in the column types of views, so that one definition serves both dialects. */
export interface KeptTable {
  readonly name: string;
  readonly columns: Columns;
  readonly key: readonly string[];
  readonly indexes?: readonly Index[];
}

/** `sql` must be what both dialects understand. */
export type MigrationStep = { readonly createTable: KeptTable } | { readonly sql: string };

/** One step forward of the kept tables. It is data, and never changes once it was released. */
export interface Migration {
  /** 1 for the first, then one more each. */
  readonly id: number;
  readonly name: string;
  readonly steps: readonly MigrationStep[];
}

/** Throws InvalidMigrations for a list that is no history: ids from 1 without gaps, each with a name of its own and steps. */
function checkMigrations(migrations: readonly Migration[]): void {
  const names = new Set<string>();
  for (const [i, { id, name, steps }] of migrations.entries()) {
    if (id !== i + 1) throw new InvalidMigrations(`migration ${id} (${name}) stands where ${i + 1} should`);
    if (!name || names.has(name)) throw new InvalidMigrations(`migration ${id}: "${name}" is no name of its own`);
    if (!steps.length) throw new InvalidMigrations(`migration ${id} (${name}) does nothing`);
    names.add(name);
  }
}

/**
 * Brings the kept tables up to the last migration, each in a transaction of its own that takes the write lock first, so that
 * several processes that start at once do it once. Throws KeptTooNew when a newer program was here, and InvalidMigrations
 * when an applied migration is not the one of that id any more.
 */
export async function migrate(connection: Connection, migrations: readonly Migration[], at: number): Promise<void> {
  checkMigrations(migrations);
  await inTransaction(connection, async () => {
    if (await hasTable(connection, 'migrations')) return;
    const columns = { id: 'integer', name: 'text', digest: 'text', applied_at: 'integer' } as const;
    await connection.run(createTable(connection.dialect, 'migrations', columns, ['id']));
  });
  let applied = await check(connection, migrations);
  while (applied < migrations.length) {
    applied = await inTransaction(connection, async () => {
      // Another process may have been faster since.
      const migration = migrations[await check(connection, migrations)];
      if (!migration) return migrations.length;
      for (const step of migration.steps) await apply(connection, step);
      await connection.run('INSERT INTO migrations (id, name, digest, applied_at) VALUES (?, ?, ?, ?)', [
        migration.id,
        migration.name,
        digestOfMigration(migration),
        at,
      ]);
      return migration.id;
    });
  }
}

/** How many were applied to the kept tables of a connection; 0 where there are none. Throws as {@link migrate}. */
export async function appliedOf(connection: Connection, migrations: readonly Migration[]): Promise<number> {
  return (await hasTable(connection, 'migrations')) ? check(connection, migrations) : 0;
}

/** How many are applied. */
async function check(connection: Connection, migrations: readonly Migration[]): Promise<number> {
  const rows = await connection.all<{ id: number; digest: string }>('SELECT id, digest FROM migrations ORDER BY id');
  const last = rows.at(-1)?.id ?? 0;
  if (last > migrations.length) throw new KeptTooNew(last, migrations.length);
  for (const { id, digest } of rows) {
    const migration = migrations[id - 1] as Migration;
    if (digestOfMigration(migration) !== digest) {
      throw new InvalidMigrations(`migration ${id} (${migration.name}) is not the one that was applied`);
    }
  }
  return last;
}

async function apply(connection: Connection, step: MigrationStep): Promise<void> {
  if ('sql' in step) return connection.run(step.sql);
  const { name, columns, key, indexes = [] } = step.createTable;
  await connection.run(createTable(connection.dialect, name, columns, key));
  for (const index of indexes) await connection.run(createIndex(name, index));
}

function digestOfMigration({ id, name, steps }: Migration): string {
  return digestOf({ id, name, steps: JSON.parse(JSON.stringify(steps)) as Json });
}
