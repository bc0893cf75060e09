import { derivedId, digestOf, type Json } from '#kernel';
import { byProject, type DataFile, type LoadedSet } from '#workbook';
import { filedRows, inOrder } from './filing-times.ts';
import { peopleIn } from './people.ts';
import type { ImportPlan, Validate } from './planned.ts';
import { Planner } from './planner.ts';

export interface PlanOptions {
  readonly validate: Validate;
  /**
   * Epoch ms. A row filed after it is refused, and that is all it decides: the rest of the plan, its ids and its order
   * are the same whenever the import is run.
   */
  readonly now: number;
}

/** Decides the whole import before anything is filed: rows of all files in order of filing, each against those before it. */
export function planImport(loaded: LoadedSet, files: readonly DataFile[], { validate, now }: PlanOptions): ImportPlan {
  const setName = loaded.set.name;
  const batch = batchOf(loaded, files);
  const rows = byProject(files, inOrder);
  const planner = new Planner(loaded, { batch, validate, now: new Date(now).toISOString(), files, rows });
  const filed = filedRows(loaded, files, rows);
  const first = filed.find(({ filedAt }) => filedAt !== undefined)?.filedAt;
  if (first !== undefined) planner.defineZone(first);
  const planned = filed.map((row, i) => planner.planRow(row, i));
  return { batch, setName, files, rows: planned, commands: planner.commands, ...peopleIn(files, setName) };
}

function batchOf({ set, files: own }: LoadedSet, files: readonly DataFile[]): string {
  const mappings = own.map(({ mapping }) => digestOf(JSON.parse(JSON.stringify(mapping)) as Json));
  return derivedId('batch', set.name, ...mappings, ...files.map(({ digest }) => digest));
}
