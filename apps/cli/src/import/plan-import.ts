import { derivedId, digestOf, type Command, type Instant, type Json, type Recorded, type Source } from '#kernel';
import { organizationStream, projectStream, zoneStream } from '#ledger';
import {
  byProject,
  isUnit,
  projectIdOf,
  rowRefusal,
  stepName,
  unitIdOf,
  valuesOf,
  type DataFile,
  type DataRow,
  type LoadedSet,
  type Remark,
  type RowsByProject,
  type Scope,
  type Step,
  type Where,
} from '#workbook';
import { Foresight } from './foresight.ts';
import { peopleIn } from './people.ts';
import type { ImportPlan, PlannedCommand, PlannedRow, Validate } from './planned.ts';
import { warningsOf } from './row-warnings.ts';
import { carryOut } from './steps.ts';

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
  const planner = new Planner(loaded, { batch, validate, now: new Date(now).toISOString(), rows });
  const filed = filedRows(loaded, files, rows);
  const first = filed.find(({ filedAt }) => filedAt !== undefined)?.filedAt;
  if (first !== undefined) planner.defineZone(first);
  const planned = filed.map(({ data, filedAt }, i) => planner.planRow(data, filedAt, i));
  return { batch, setName, files, rows: planned, commands: planner.commands, ...peopleIn(files, setName) };
}

function batchOf({ set, files: own }: LoadedSet, files: readonly DataFile[]): string {
  const mappings = own.map(({ mapping }) => digestOf(JSON.parse(JSON.stringify(mapping)) as Json));
  return derivedId('batch', set.name, ...mappings, ...files.map(({ digest }) => digest));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One file's rows in order of filing; of one instant, in the order of the file. */
function inOrder(rows: readonly DataRow[]): readonly DataRow[] {
  return rows.toSorted((a, b) => compare(ownFiledAt(a) ?? '', ownFiledAt(b) ?? '') || a.row - b.row);
}

/** All rows in order of filing; of one instant, in the order of the set's files and of their rows. */
function filedRows({ files: own }: LoadedSet, files: readonly DataFile[], rows: RowsByProject) {
  const place = new Map(own.map(({ id }, i) => [id, i]));
  return files
    .flatMap((file) => file.rows.map((data) => ({ data, filedAt: filedAtOf(data, rows) })))
    .toSorted(
      (a, b) =>
        compare(a.filedAt ?? '', b.filedAt ?? '') ||
        (place.get(a.data.file.id) as number) - (place.get(b.data.file.id) as number) ||
        a.data.row - b.data.row,
    );
}

function ownFiledAt({ file, values }: DataRow): Instant | undefined {
  const { filedAt } = file.mapping;
  const value = typeof filedAt === 'string' ? values[filedAt.replace(/^\$/, '')] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** When a row was filed: by its own column, or when another file first has a row of the project. */
function filedAtOf(row: DataRow, rows: RowsByProject): Instant | undefined {
  const { filedAt } = row.file.mapping;
  if (typeof filedAt === 'string') return ownFiledAt(row);
  const others = rows.get(row.project)?.get(filedAt.firstOf) ?? [];
  return others.map(ownFiledAt).find((at) => at !== undefined);
}

interface Given {
  readonly batch: string;
  readonly validate: Validate;
  readonly now: Instant;
  readonly rows: RowsByProject;
}

/** Turns rows into commands, one after the other. */
class Planner {
  readonly commands: PlannedCommand[] = [];
  private readonly foresight = new Foresight();
  private readonly units = new Set<string>();
  private readonly previous = new Map<string, DataRow>();
  private readonly loaded: LoadedSet;
  private readonly zoneId: string;
  private readonly given: Given;

  constructor(loaded: LoadedSet, given: Given) {
    this.loaded = loaded;
    this.zoneId = loaded.set.zone.id ?? derivedId(loaded.set.name, 'zone');
    this.given = given;
  }

  /** The zone is defined with the first row that is filed; with none, nothing needs it. */
  defineZone(filedAt: Instant): void {
    const { id: _, ...data } = this.loaded.set.zone;
    const { batch, now } = this.given;
    if (filedAt > now) return;
    this.commands.push({
      category: 'zone',
      streamId: zoneStream(this.zoneId),
      command: { type: 'DefineZone', data },
      commandId: derivedId('import', this.loaded.set.name, 'zone'),
      filedAt,
      source: { kind: 'import', batch, file: this.loaded.name, row: 0, columns: ['zone'] },
      step: 'DefineZone',
      rowIndex: undefined,
    });
  }

  planRow(data: DataRow, filedAt: Instant | undefined, rowIndex: number): PlannedRow {
    const { file, row } = data;
    const unfit = [...data.refusals, ...unfiled(data, filedAt, this.given.now)];
    if (filedAt === undefined || unfit.length > 0) return { data, filedAt, warnings: [], refusals: unfit };
    const place = `${file.id}/${data.project}`;
    const scope = { setName: this.loaded.set.name, zoneId: this.zoneId, row: data, previous: this.previous.get(place) };
    this.previous.set(place, data);
    const warnings = warningsOf(scope, filedAt, this.given.rows);
    const refusals: Remark[] = [];
    for (const step of file.mapping.steps) {
      const columns = valuesOf(step).map((name) => file.mapping.columns[name]?.column ?? name);
      const source: Source = { kind: 'import', batch: this.given.batch, file: file.file, row, columns };
      const said = this.planStep(step, scope, { filedAt, source, rowIndex });
      warnings.push(...said.warnings);
      refusals.push(...said.refusals);
    }
    return { data, filedAt, warnings, refusals };
  }

  private planStep(step: Step, scope: Scope, from: Pick<PlannedCommand, 'filedAt' | 'source' | 'rowIndex'>) {
    const { file, key, project, row } = scope.row;
    const where = { file: file.file, row, ...('columns' in from.source && { columns: from.source.columns }) };
    const streamId = projectStream(projectIdOf(scope.setName, project));
    const { commands, warnings } = carryOut(step, scope, this.foresight.of(streamId), where);
    const name = stepName(step);
    const refusals: Remark[] = [];
    if (commands.length > 0) refusals.push(...this.defineUnits(step, scope, from));
    for (const { command, part } of commands) {
      const wrong = this.judged(command, name, this.foresight.of(streamId), where);
      refusals.push(...wrong);
      if (wrong.length > 0) continue;
      // On the row's key and not on its place: a file that has grown or was sorted anew is still the same rows.
      const commandId = derivedId('import', scope.setName, file.id, ...key, name, part);
      const planned = { ...from, category: 'project', streamId, command, commandId, step: name } as const;
      this.commands.push(planned);
      this.foresight.take(planned);
    }
    return { warnings, refusals };
  }

  /** A unit is defined before the first fact that names it. */
  private defineUnits(
    step: Step,
    { row, setName }: Scope,
    from: Pick<PlannedCommand, 'filedAt' | 'source' | 'rowIndex'>,
  ): Remark[] {
    const refusals: Remark[] = [];
    for (const unit of valuesOf(step).map((name) => row.values[name])) {
      if (!isUnit(unit) || this.units.has(unit.name)) continue;
      this.units.add(unit.name);
      const command = { type: 'DefineOrganization', data: { ...unit, from: this.loaded.set.unitsFrom } };
      const where = { file: row.file.file, row: row.row };
      refusals.push(...this.judged(command, 'DefineOrganization', [], where));
      if (refusals.length > 0) continue;
      this.commands.push({
        ...from,
        category: 'organization',
        streamId: organizationStream(unitIdOf(setName, unit.name)),
        command,
        commandId: derivedId('import', setName, 'organization', unit.name),
        step: 'DefineOrganization',
      });
    }
    return refusals;
  }

  private judged(command: Command, step: string, history: readonly Recorded[], where: Where): Remark[] {
    return this.given
      .validate(command, history)
      .map(({ zh, en }) => rowRefusal('CommandInvalid', { step, zh, en }, where));
  }
}

/** Why a row cannot be filed when it says. A row from the future would stand in the log where no question of today finds it. */
function unfiled({ file, row }: DataRow, filedAt: Instant | undefined, now: Instant): Remark[] {
  const { filedAt: from } = file.mapping;
  if (filedAt !== undefined && filedAt > now) {
    const params = { filedAt: inShanghai(filedAt), now: inShanghai(now) };
    return [rowRefusal('FiledAtInFuture', params, { file: file.file, row })];
  }
  if (filedAt !== undefined || typeof from === 'string') return [];
  return [rowRefusal('FiledAtUnknown', { rows: from.firstOf }, { file: file.file, row })];
}

const SHANGHAI_MS = 8 * 3_600_000;

/** An instant as a person there reads it: `2020-04-03 18:00:00`. */
function inShanghai(instant: Instant): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 19).replace('T', ' ');
}
