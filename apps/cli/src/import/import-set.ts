import { fill } from '#kernel';
import type { EventStore } from '#event-store';
import type { Registry } from '#registry';
import {
  COMMAND_OF,
  Executor,
  MILESTONE_OF,
  MILESTONES,
  ORGANIZATION_COMMAND_OF,
  catalogueSlice,
  organizationSlice,
  projectSlice,
  zoneSlice,
  type Order,
  type Outcome,
} from '#ledger';
import { fault, loadSet, readDataFile, type DataFile, type LoadedSet, type Remark, type Vocabulary } from '#workbook';
import type { Places } from '../../../server/src/places.ts';
import { openLedger, openLogToRead } from '../open-ledger.ts';
import { keepReport } from './keep-report.ts';
import { overlayStore, type DecidingStore } from './overlay-store.ts';
import { planImport } from './plan-import.ts';
import type { ImportPlan, PlannedCommand } from './planned.ts';
import { reportOf, type ImportReport } from './report.ts';
import { runImport, type CommandOutcome } from './run-import.ts';
import { validateAsTheApiDoes } from './validate.ts';

export interface ImportOptions extends Places {
  /** Path of the set file. */
  readonly set: string;
  /** Folder of the data files. */
  readonly data: string;
  readonly dryRun: boolean;
  /** Epoch ms; default: the machine's clock. */
  readonly clock?: () => number;
  readonly onProgress?: (done: number, of: number) => void;
}

/** The set as a whole was refused: nothing was read into the ledger. */
export interface SetRefused {
  readonly faults: readonly Remark[];
}

/** Who files what an import files, until there is a sign-in. */
const ACTOR = { id: 'local', role: 'coordinator' } as const;
const SLICES = {
  zone: zoneSlice,
  organization: organizationSlice,
  catalogue: catalogueSlice,
  project: projectSlice,
} as const;

const VOCABULARY: Vocabulary = {
  facts: Object.keys(COMMAND_OF),
  unitFacts: Object.keys(ORGANIZATION_COMMAND_OF).filter((fact) => fact !== 'OrganizationDefined'),
  milestones: MILESTONES,
  milestoneFacts: Object.keys(MILESTONE_OF),
};

/**
 * Imports a set through the executor, or says what that would do. Running it again, also after it was killed, files what
 * is missing under the same ids and in the same order. Throws what the store and the registry throw.
 */
export async function importSet(options: ImportOptions): Promise<ImportReport | SetRefused> {
  const plan = await readPlan(options);
  if ('faults' in plan) return plan;
  return options.dryRun ? dryRun(plan, options) : realRun(plan, options);
}

async function readPlan({ set, data, clock = Date.now }: ImportOptions): Promise<ImportPlan | SetRefused> {
  const loaded = await loadSet(set, VOCABULARY);
  if (!('files' in loaded)) return { faults: loaded };
  const wrong = zoneFaults(loaded);
  if (wrong.length > 0) return { faults: wrong };
  const read = await Promise.all(loaded.files.map((file) => readDataFile(file, data)));
  const faults = read.filter((one): one is readonly Remark[] => !('rows' in one)).flat();
  if (faults.length > 0) return { faults };
  return planImport(loaded, read as DataFile[], { validate: validateAsTheApiDoes, now: clock() });
}

/** The zone is the set's own word; where it cannot stand, no row can. */
function zoneFaults({ name, set }: LoadedSet): Remark[] {
  const { id: _, ...data } = set.zone;
  return validateAsTheApiDoes({ type: 'DefineZone', data }, []).map(({ zh, en }) =>
    fault('SetInvalid', { path: `${name} /zone`, zh, en }, { file: name }),
  );
}

async function dryRun(plan: ImportPlan, options: ImportOptions): Promise<ImportReport> {
  const { onProgress, clock = Date.now } = options;
  const log = await openLogToRead(options);
  try {
    const head = await headOf(log);
    const known = new Set(plan.people.map(({ id }) => `person-${id}`));
    const knows = (reference: string): Promise<boolean> => Promise.resolve(known.has(reference));
    const execute = filing(plan, { store: overlayStore(log, head), head, knows, clock });
    return reportOf(plan, await runImport(plan, { execute, ...(onProgress && { onProgress }) }), true);
  } finally {
    await log?.close();
  }
}

async function realRun(plan: ImportPlan, options: ImportOptions): Promise<ImportReport> {
  const { onProgress, clock = Date.now } = options;
  const ledger = await openLedger(options);
  const { store, registry } = ledger;
  try {
    const batch = await registry.importBatches.start({
      id: plan.batch,
      set: plan.setName,
      files: plan.files.map(({ file, digest }) => ({ name: file.file, digest })),
      actor: ACTOR.id,
    });
    await registerPeople(plan, registry);
    const knows = (reference: string): Promise<boolean> => registry.people.exists(reference.slice('person-'.length));
    const execute = filing(plan, { store, head: await headOf(store), knows, clock });
    const report = reportOf(plan, await runImport(plan, { execute, ...(onProgress && { onProgress }) }), false);
    await keepReport(report, registry, batch.finishedAt !== undefined);
    return report;
  } finally {
    await ledger.close();
  }
}

const headOf = async (store: EventStore | undefined): Promise<bigint> => (await store?.readLast())?.position ?? 0n;

/** A person who is described otherwise by now stays so: the ledger's people are not the import's to rename. */
async function registerPeople({ people }: ImportPlan, registry: Registry): Promise<void> {
  const known = await registry.people.getPeople(people.map(({ id }) => id));
  for (const { id, name } of people) if (!known.has(id)) await registry.people.definePerson({ id, name });
}

interface Filing {
  readonly store: DecidingStore;
  /** What stands after it is this run's. */
  readonly head: bigint;
  readonly knows: (reference: string) => Promise<boolean>;
  readonly clock: () => number;
}

/** Files a planned command through an executor on the store. */
function filing(
  plan: ImportPlan,
  { store, head, knows, clock }: Filing,
): (command: PlannedCommand) => Promise<CommandOutcome> {
  const executor = new Executor({ store: store as EventStore, clock, knows });
  return async (planned) => {
    const order = orderOf(planned, plan.batch);
    return outcomeOf(await executor.execute(order), order, head);
  };
}

function orderOf({ category, streamId, command, commandId, source, filedAt }: PlannedCommand, batch: string): Order {
  const slice = SLICES[category];
  return { slice, streamId, command, commandId, actor: ACTOR, source, correlationId: batch, filedAt };
}

function outcomeOf(outcome: Outcome, { slice }: Order, head: bigint): CommandOutcome {
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'filed', fresh: outcome.position > head, events: outcome.eventIds.length };
    case 'unchanged':
      return { kind: 'unchanged' };
    case 'keyReused':
      return { kind: 'otherwise' };
    case 'refused': {
      const { refused: code, params } = outcome.refusal;
      return { kind: 'refused', code, texts: fill(slice.refusals[code] ?? { zh: code, en: code }, params), params };
    }
    case 'changedSince':
      throw new Error('an import names no revision, so none can have changed');
  }
}
