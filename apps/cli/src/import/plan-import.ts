import {
  dayOf,
  derivedId,
  digestOf,
  isRefusal,
  type Command,
  type CommandMetadata,
  type Event,
  type Instant,
  type Recorded,
  type Source,
} from '#kernel';
import {
  organizationStream,
  project,
  projectStream,
  zoneStream,
  type ProjectCommand,
  type ProjectEvent,
} from '#ledger';
import {
  type DataFile,
  type DataRow,
  type LoadedSet,
  type PersonCell,
  type Remark,
  type RowsByProject,
  type Scope,
  type Step,
  byProject,
  checkRow,
  holds,
  isPeople,
  isUnit,
  personIdOf,
  projectIdOf,
  remark,
  rowRefusal,
  stepName,
  unitIdOf,
  valuesOf,
  warning,
} from '#workbook';
import { carryOut } from './steps.ts';

/** A command of the import with everything that makes it the same one when the import is run again. */
export interface PlannedCommand {
  readonly category: 'zone' | 'organization' | 'project';
  readonly streamId: string;
  readonly command: Command;
  readonly commandId: string;
  readonly filedAt: Instant;
  readonly source: Source;
  readonly step: string;
  /** Place of its row in the plan's rows; undefined for what the set file itself says. */
  readonly rowIndex: number | undefined;
}

export interface PlannedRow {
  readonly data: DataRow;
  readonly filedAt: Instant | undefined;
  readonly warnings: readonly Remark[];
  /** Why none of the row's facts is filed; empty for a row that can be. */
  readonly refusals: readonly Remark[];
}

/** All that an import will do, in the order in which it will be done. The same files always give the same plan. */
export interface ImportPlan {
  readonly batch: string;
  readonly setName: string;
  readonly files: readonly DataFile[];
  readonly rows: readonly PlannedRow[];
  readonly commands: readonly PlannedCommand[];
  readonly people: readonly { readonly id: string; readonly sourceId: string; readonly name: string }[];
  readonly warnings: readonly Remark[];
}

/** Why a command's data cannot stand, by the rules of the API's own validation; nothing where it can. */
export type Validate = (
  command: Command,
  history: readonly Recorded[],
) => readonly { readonly zh: string; readonly en: string }[];

/** Decides the whole import before anything is filed: rows of all files in order of filing, each against those before it. */
export function planImport(loaded: LoadedSet, files: readonly DataFile[], validate: Validate = () => []): ImportPlan {
  return new Planner(loaded, files, validate).plan();
}

class Planner {
  private readonly histories = new Map<string, Recorded<ProjectEvent>[]>();
  private readonly commands: PlannedCommand[] = [];
  private readonly units = new Set<string>();
  private readonly previous = new Map<string, DataRow>();
  private readonly setName: string;
  private readonly zoneId: string;
  private readonly batch: string;
  private readonly rows: RowsByProject;
  private readonly loaded: LoadedSet;
  private readonly files: readonly DataFile[];
  private readonly validate: Validate;

  constructor(loaded: LoadedSet, files: readonly DataFile[], validate: Validate) {
    this.loaded = loaded;
    this.files = files;
    this.validate = validate;
    const { name, zone } = loaded.set;
    this.setName = name;
    this.zoneId = zone.id ?? derivedId(name, 'zone');
    const mappings = loaded.files.map(({ mapping }) => digestOf(JSON.parse(JSON.stringify(mapping)) as never));
    this.batch = derivedId('batch', name, ...mappings, ...files.map(({ digest }) => digest));
    const filed = (row: DataRow): string => ownFiledAt(row) ?? '';
    this.rows = byProject(files, (rows) => rows.toSorted((a, b) => compare(filed(a), filed(b)) || a.row - b.row));
  }

  plan(): ImportPlan {
    const order = new Map(this.loaded.files.map(({ id }, i) => [id, i]));
    const rows = this.files
      .flatMap((file) => file.rows.map((data) => ({ data, filedAt: this.filedAt(data) })))
      .toSorted(
        (a, b) =>
          compare(a.filedAt ?? '', b.filedAt ?? '') ||
          (order.get(a.data.file.id) as number) - (order.get(b.data.file.id) as number) ||
          a.data.row - b.data.row,
      );
    const first = rows.find(({ filedAt }) => filedAt !== undefined)?.filedAt;
    if (first !== undefined) this.defineZone(first);
    const planned = rows.map(({ data, filedAt }, i) => this.planRow(data, filedAt, i));
    const { people, warnings } = this.people();
    const { batch, setName, files, commands } = this;
    return { batch, setName, files, rows: planned, commands, people, warnings };
  }

  /** When a row was filed: by its own column, or when another file first has a row of the project. */
  private filedAt(row: DataRow): Instant | undefined {
    const { filedAt } = row.file.mapping;
    if (typeof filedAt === 'string') return ownFiledAt(row);
    const others = this.rows.get(row.project)?.get(filedAt.firstOf) ?? [];
    return others.map(ownFiledAt).find((at) => at !== undefined);
  }

  private defineZone(filedAt: Instant): void {
    const { id: _, ...data } = this.loaded.set.zone;
    this.add({
      category: 'zone',
      streamId: zoneStream(this.zoneId),
      command: { type: 'DefineZone', data },
      commandId: derivedId('import', this.setName, 'zone'),
      filedAt,
      source: { kind: 'import', batch: this.batch, file: this.loaded.name, row: 0, columns: ['zone'] },
      step: 'DefineZone',
      rowIndex: undefined,
    });
  }

  private planRow(data: DataRow, filedAt: Instant | undefined, rowIndex: number): PlannedRow {
    const { file, row } = data;
    const where = { file: file.file, row };
    if (filedAt === undefined || data.refusals.length > 0) {
      const from = file.mapping.filedAt;
      const unknown =
        filedAt !== undefined || typeof from === 'string'
          ? []
          : [rowRefusal('FiledAtUnknown', { rows: from.firstOf }, where)];
      return { data, filedAt, warnings: [], refusals: [...data.refusals, ...unknown] };
    }
    const place = `${file.id}/${data.project}`;
    const scope = { setName: this.setName, zoneId: this.zoneId, row: data, previous: this.previous.get(place) };
    this.previous.set(place, data);
    const warnings = [...this.ownWarnings(scope, filedAt)];
    const refusals: Remark[] = [];
    for (const step of file.mapping.steps) {
      const said = this.planStep(step, scope, filedAt, rowIndex);
      warnings.push(...said.warnings);
      refusals.push(...said.refusals);
    }
    return { data, filedAt, warnings: [...warnings, ...checkRow(data, this.rows)], refusals };
  }

  private planStep(step: Step, scope: Scope, filedAt: Instant, rowIndex: number) {
    const { file, row, key, project: number } = scope.row;
    const columns = valuesOf(step).map((name) => file.mapping.columns[name]?.column ?? name);
    const where = { file: file.file, row, columns };
    const streamId = projectStream(projectIdOf(this.setName, number));
    const { commands, warnings } = carryOut(step, scope, this.histories.get(streamId) ?? [], where);
    const name = stepName(step);
    const refusals: Remark[] = [];
    const source: Source = { kind: 'import', batch: this.batch, file: file.file, row, columns };
    if (commands.length > 0) this.defineUnits(step, scope, { filedAt, source, rowIndex });
    for (const { command, part } of commands) {
      const wrong = this.validate(command, this.histories.get(streamId) ?? []);
      for (const detail of wrong) {
        const texts = { zh: `${name}：${detail.zh}`, en: `${name}: ${detail.en}` };
        refusals.push(remark('CommandInvalid', texts, {}, where));
      }
      if (wrong.length > 0) continue;
      const commandId = derivedId('import', this.setName, file.id, ...key, name, part);
      this.add({ category: 'project', streamId, command, commandId, filedAt, source, step: name, rowIndex });
    }
    return { warnings, refusals };
  }

  /** A unit is defined before the first fact that names it. */
  private defineUnits(step: Step, { row }: Scope, from: Pick<PlannedCommand, 'filedAt' | 'source' | 'rowIndex'>): void {
    for (const name of valuesOf(step)) {
      const unit = row.values[name];
      if (!isUnit(unit) || this.units.has(unit.name)) continue;
      this.units.add(unit.name);
      this.add({
        ...from,
        category: 'organization',
        streamId: organizationStream(unitIdOf(this.setName, unit.name)),
        command: { type: 'DefineOrganization', data: { ...unit, from: this.loaded.set.unitsFrom } },
        commandId: derivedId('import', this.setName, 'organization', unit.name),
        step: 'DefineOrganization',
      });
    }
  }

  /** Puts a command on the list and what it will make into the project's history, for the rows behind it. */
  private add(planned: PlannedCommand): void {
    this.commands.push(planned);
    if (planned.category !== 'project') return;
    const history = this.histories.get(planned.streamId) ?? [];
    const { filedAt } = planned;
    const context = { filedAt, filedOn: dayOf(filedAt), missing: new Set<string>() };
    const decision = project.decide(planned.command as ProjectCommand, history, context);
    if (isRefusal(decision)) return;
    this.histories.set(planned.streamId, [
      ...history,
      ...decision.map((event, i) => foreseen(event, planned, history.length + i, i)),
    ]);
  }

  private *ownWarnings(scope: Scope, filedAt: Instant): Iterable<Remark> {
    const { row } = scope;
    const { columns, warnings = [], filedAt: from } = row.file.mapping;
    for (const { code, text, when } of warnings) {
      if (!holds(when, scope)) continue;
      const names = Object.keys(when).map((name) => columns[name]?.column ?? name);
      yield remark(code, text, {}, { file: row.file.file, row: row.row, columns: names });
    }
    for (const [name, column] of Object.entries(columns)) {
      const where = { file: row.file.file, row: row.row, columns: [column.column] };
      const value = row.values[name];
      if (isPeople(value) && value.length > 1) yield warning('SeveralPeople', { count: value.length }, where);
      const own = column.type === 'instant' && column.zone === 'UTC' && typeof from === 'string' && from === `$${name}`;
      const written = filedAt.slice(0, 10);
      if (own && dayOf(filedAt) !== written)
        yield warning('DayChangedByTimeZone', { written, day: dayOf(filedAt) }, where);
    }
  }

  /** Everybody whom a row names, once. A name counts where all cells that tell it agree; else the source's id stands for it. */
  private people(): Pick<ImportPlan, 'people' | 'warnings'> {
    const names = new Map<string, Set<string>>();
    for (const { values } of this.files.flatMap(({ rows }) => rows)) {
      for (const value of Object.values(values)) if (isPeople(value)) value.forEach((person) => noted(person, names));
    }
    const warnings: Remark[] = [];
    const people = [...names].map(([sourceId, told]) => {
      if (told.size !== 1) warnings.push(warning('PersonNameUnclear', { id: sourceId }));
      const [name = sourceId] = told.size === 1 ? told : [];
      return { id: personIdOf(this.setName, sourceId), sourceId, name };
    });
    return { people, warnings };
  }
}

function noted({ id, name }: PersonCell, names: Map<string, Set<string>>): void {
  const told = names.get(id) ?? new Set<string>();
  names.set(id, told);
  if (name !== undefined) told.add(name);
}

function ownFiledAt(row: DataRow): Instant | undefined {
  const { filedAt } = row.file.mapping;
  const value = typeof filedAt === 'string' ? row.values[filedAt.replace(/^\$/, '')] : undefined;
  return typeof value === 'string' ? value : undefined;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An event as the executor will make it: the id is the same, so that later rows can mend it. */
function foreseen(event: Event, planned: PlannedCommand, revision: number, index: number): Recorded<ProjectEvent> {
  const { commandId, filedAt, source, streamId } = planned;
  const metadata: CommandMetadata = {
    commandId,
    commandDigest: '',
    actor: { id: 'import', role: 'import' },
    correlationId: commandId,
    causationId: commandId,
    source,
    schema: 1,
  };
  return {
    ...(event as ProjectEvent),
    id: derivedId(commandId, String(index)),
    stream: streamId,
    revision: BigInt(revision),
    metadata: { ...metadata, filedAt, recordedAt: filedAt },
  };
}
