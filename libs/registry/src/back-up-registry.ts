import { backUpKept, type DatabasePlace } from '#database';
import { REGISTRY_MIGRATIONS } from './tables.ts';

/**
 * An answer is kept because no event remembers it, and may rest on events that came after those of the backup. A command
 * that is repeated after a restore is decided anew.
 */
const LEFT_OUT = ['answers'];

/**
 * Copies people and import reports, as they are at one moment, into `kept.db` of a folder. Answers the number of rows by
 * table. Throws what reading the kept tables throws.
 */
export function backUpRegistry(options: {
  readonly from: DatabasePlace;
  readonly folder: string;
  readonly clock: () => number;
}): Promise<Readonly<Record<string, number>>> {
  return backUpKept({ ...options, migrations: REGISTRY_MIGRATIONS, except: LEFT_OUT });
}
