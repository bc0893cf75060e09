import { derivedId, type Command, type Instant, type JsonObject, type Recorded } from '#kernel';
import { catalogueStream, organizationStream, projectStream, zoneStream } from '#ledger';
import {
  catalogueOf,
  evaluate,
  isTaken,
  isUnit,
  listing,
  ownIdOf,
  projectIdOf,
  rowRefusal,
  stepName,
  unitIdOf,
  valueOf,
  valuesOf,
  type CatalogueMapping,
  type DataFile,
  type DataRow,
  type LoadedSet,
  type Remark,
  type RowsByProject,
  type Scope,
  type Step,
  type UnitCell,
  type Where,
} from '#workbook';
import { columnOf } from './columns.ts';
import { unfiled, type FiledRow } from './filing-times.ts';
import { Foresight } from './foresight.ts';
import type { PlannedCommand, PlannedRow, Validate } from './planned.ts';
import { RowReader, type Reading } from './readings.ts';
import { warningsOf } from './row-warnings.ts';
import { carryOut } from './steps.ts';
import { Units } from './units.ts';

export interface Given {
  readonly batch: string;
  readonly validate: Validate;
  readonly now: Instant;
  readonly files: readonly DataFile[];
  readonly rows: RowsByProject;
}

type From = Pick<PlannedCommand, 'filedAt' | 'source' | 'rowIndex'>;

/** Turns rows into commands, one after the other. */
export class Planner {
  readonly commands: PlannedCommand[] = [];
  private readonly foresight = new Foresight();
  private readonly units = new Units();
  private readonly previous = new Map<string, DataRow>();
  /** The row that stands for all of its file's catalogue. */
  private readonly catalogues = new Map<string, number>();
  private readonly reader: RowReader;
  private readonly loaded: LoadedSet;
  private readonly zoneId: string;
  private readonly given: Given;

  constructor(loaded: LoadedSet, given: Given) {
    this.loaded = loaded;
    this.zoneId = loaded.set.zone.id ?? derivedId(loaded.set.name, 'zone');
    this.given = given;
    this.reader = new RowReader(given.rows);
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

  planRow({ data, filedAt }: FiledRow, rowIndex: number): PlannedRow {
    const { file, row } = data;
    const where = { file: file.file, row };
    const none = { data, filedAt, warnings: [], refusals: [] };
    if (!isTaken(data)) return { ...none, listed: listing('RowNotTaken', {}, where) };
    const unfit = [...data.refusals, ...unfiled(data, filedAt, this.given.now)];
    if (filedAt === undefined || unfit.length > 0) return { ...none, refusals: unfit };
    if ('catalogue' in file.mapping) return { ...none, ...this.planCatalogue(data, file.mapping, filedAt, rowIndex) };
    const place = `${file.id}/${data.project}`;
    const scope = { setName: this.loaded.set.name, zoneId: this.zoneId, row: data, previous: this.previous.get(place) };
    this.previous.set(place, data);
    const warnings = warningsOf(scope, filedAt, this.given.rows);
    const read = this.reader.read(data, filedAt);
    if ('listed' in read) return { ...none, warnings, listed: read.listed };
    const refusals: Remark[] = [];
    for (const reading of read.readings) {
      for (const step of reading.steps) {
        const said = this.planStep(step, { ...scope, row: this.units.known(reading.row) }, reading, {
          filedAt,
          rowIndex,
        });
        warnings.push(...said.warnings);
        refusals.push(...said.refusals);
      }
    }
    return { data, filedAt, warnings, refusals };
  }

  private planStep(step: Step, scope: Scope, { key }: Reading, at: Omit<From, 'source'>) {
    const { file, project, row } = scope.row;
    const columns = valuesOf(step).map((name) => columnOf(name, scope.row, this.loaded));
    const from: From = { ...at, source: { kind: 'import', batch: this.given.batch, file: file.file, row, columns } };
    const where = { file: file.file, row, columns };
    const name = stepName(step);
    if ('define' in step) return { warnings: [], refusals: this.defineNewUnit(step, scope, from) };
    const streamId = projectStream(projectIdOf(scope.setName, project));
    const { commands, warnings } = carryOut(step, scope, this.foresight.of(streamId), where);
    const refusals: Remark[] = [];
    if (commands.length > 0) refusals.push(...this.defineUnits(step, scope, from));
    for (const { command, part } of commands) {
      const ofUnit = 'say' in step && step.of !== undefined ? scope.row.values[step.of] : undefined;
      const wrong = this.judged(command, name, this.foresight.of(streamId), where);
      refusals.push(...wrong);
      if (wrong.length > 0) continue;
      // On the row's key and not on its place: a file that has grown or was sorted anew is still the same rows.
      const commandId = derivedId('import', scope.setName, file.id, ...key, name, part);
      if (isUnit(ofUnit)) this.sayOfUnit(ofUnit, { ...from, command, commandId, step: name });
      else {
        refusals.push(...this.registerPlaceholder(streamId, command, scope, from));
        this.file({ ...from, category: 'project', streamId, command, commandId, step: name });
      }
    }
    return { warnings, refusals };
  }

  private file(planned: PlannedCommand): void {
    this.commands.push(planned);
    if (planned.category === 'project') this.foresight.take(planned);
  }

  /** A project that no row has registered is registered with the first row that names it, where the set says as what. */
  private registerPlaceholder(streamId: string, { type }: Command, scope: Scope, from: From): readonly Remark[] {
    const { placeholder, name: setName } = this.loaded.set;
    if (!placeholder || type === 'RegisterProject' || this.foresight.of(streamId).length > 0) return [];
    const { file, row, project } = scope.row;
    const command = { type: 'RegisterProject', data: evaluate(placeholder, scope) ?? {} };
    const wrong = this.judged(command, 'placeholder', [], { file: file.file, row });
    if (wrong.length > 0) return wrong;
    const commandId = derivedId('import', setName, 'project', project);
    this.file({ ...from, category: 'project', streamId, command, commandId, step: 'placeholder' });
    return [];
  }

  /** A unit is defined before the first fact that names it. */
  private defineUnits(step: Step, { row }: Scope, from: From): Remark[] {
    return valuesOf(step)
      .map((name) => row.values[name])
      .flatMap((unit) => (isUnit(unit) ? this.defineUnit(unit, this.loaded.set.unitsFrom, { row, from }) : []));
  }

  private defineNewUnit(step: Extract<Step, { define: string }>, { row }: Scope, from: From): Remark[] {
    const unit = row.values[step.define];
    const day = valueOf(step.from, { row });
    return isUnit(unit) && typeof day === 'string' ? this.defineUnit(unit, day, { row, from }) : [];
  }

  private defineUnit(unit: UnitCell, day: string, { row, from }: { row: DataRow; from: From }): Remark[] {
    if (!this.units.meet(unit).isNew) return [];
    const { name, kind } = unit;
    const command = { type: 'DefineOrganization', data: { name, kind, from: day } };
    const wrong = this.judged(command, 'DefineOrganization', [], { file: row.file.file, row: row.row });
    if (wrong.length > 0) return wrong;
    const setName = this.loaded.set.name;
    this.file({
      ...from,
      category: 'organization',
      streamId: organizationStream(unitIdOf(setName, name)),
      command,
      commandId: derivedId('import', setName, 'organization', name),
      step: 'DefineOrganization',
    });
    return [];
  }

  private sayOfUnit(unit: UnitCell, planned: Omit<PlannedCommand, 'category' | 'streamId'>): void {
    const { first } = this.units.meet(unit);
    const streamId = organizationStream(unitIdOf(this.loaded.set.name, first));
    this.file({ ...planned, category: 'organization', streamId });
    const { name } = planned.command.data as { readonly name?: string };
    if (name !== undefined) this.units.rename(unit, name);
  }

  /** A catalogue never changes, so it is adopted whole or not at all. Its first row files it, for all of them. */
  private planCatalogue(data: DataRow, mapping: CatalogueMapping, filedAt: Instant, rowIndex: number) {
    const { file, row } = data;
    const carriedBy = this.catalogues.get(file.id);
    const rows = (this.given.files.find((one) => one.file.id === file.id)?.rows ?? []).filter(isTaken);
    const unread = rows.filter(({ refusals }) => refusals.length > 0).length;
    const where = { file: file.file, row };
    if (unread > 0) return { refusals: [rowRefusal('CatalogueIncomplete', { rows: unread }, where)] };
    if (carriedBy !== undefined) return { carriedBy };
    this.catalogues.set(file.id, rowIndex);
    const setName = this.loaded.set.name;
    const command = { type: 'AdoptPermitCatalogue', data: catalogueOf(mapping, rows) as JsonObject };
    const refusals = this.judged(command, 'catalogue', [], where);
    if (refusals.length > 0) return { refusals };
    const columns = [mapping.catalogue.items.id, mapping.catalogue.items.name].map((name) =>
      columnOf(name.replace(/^\$/, ''), data, this.loaded),
    );
    this.file({
      category: 'catalogue',
      streamId: catalogueStream(ownIdOf(setName, file.id)),
      command,
      commandId: derivedId('import', setName, file.id, 'catalogue'),
      filedAt,
      source: { kind: 'import', batch: this.given.batch, file: file.file, row, columns },
      step: 'AdoptPermitCatalogue',
      rowIndex,
    });
    return { refusals };
  }

  private judged(command: Command, step: string, history: readonly Recorded[], where: Where): Remark[] {
    return this.given
      .validate(command, history)
      .map(({ zh, en }) => rowRefusal('CommandInvalid', { step, zh, en }, where));
  }
}
