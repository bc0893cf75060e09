import { copyKept, type DatabasePlace } from '#database';
import { REGISTRY_MIGRATIONS } from './tables.ts';

/**
 * Copies people, answers and import reports from one place into another one that has none, all or nothing, and compares them.
 * Answers the number of rows by table. Throws KeptOccupied, KeptCopyDiffers and what opening a registry throws.
 */
export function copyRegistry(options: {
  readonly from: DatabasePlace;
  readonly to: DatabasePlace;
  readonly clock: () => number;
}): Promise<Readonly<Record<string, number>>> {
  return copyKept({ ...options, migrations: REGISTRY_MIGRATIONS });
}
