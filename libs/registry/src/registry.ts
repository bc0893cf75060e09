import { openKept, type DatabasePlace } from '#database';
import { Answers } from './answers.ts';
import { ImportBatches } from './import-batches.ts';
import { People } from './people.ts';
import { REGISTRY_MIGRATIONS, type RegistryTables } from './tables.ts';

/** What is not events: who people are, which answers were given, what imports did. */
export interface Registry {
  readonly people: People;
  readonly answers: Answers;
  readonly importBatches: ImportBatches;
  /** After what is on its way has been written. */
  close(): Promise<void>;
}

/** Opens the registry of a database; `clock` in epoch ms. Throws KeptTooNew when a newer program migrated it. */
export async function openRegistry(options: {
  readonly database: DatabasePlace;
  readonly clock: () => number;
}): Promise<Registry> {
  const kept = await openKept<RegistryTables>({ ...options, migrations: REGISTRY_MIGRATIONS });
  const answers = new Answers(kept, options.clock);
  return {
    people: new People(kept, options.clock),
    answers,
    importBatches: new ImportBatches(kept, options.clock),
    async close() {
      await answers.settled();
      await kept.close();
    },
  };
}
