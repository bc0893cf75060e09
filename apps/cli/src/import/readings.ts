import type { Instant } from '#kernel';
import {
  isUnit,
  listing,
  noteReader,
  plainNote,
  plainText,
  valueElsewhere,
  valueOf,
  valuesOf,
  type DataRow,
  type NoteRead,
  type NotesMapping,
  type Remark,
  type RowsByProject,
  type Step,
} from '#workbook';

/** What a row says, as steps about one project; a note can be about several. */
export interface Reading {
  readonly row: DataRow;
  readonly steps: readonly Step[];
  /** What tells it apart in its file, whatever its place there: ids hang on it. */
  readonly key: readonly string[];
}

/** The readings of a row, or why there are none. */
export type Read = { readonly readings: readonly Reading[] } | { readonly listed: Remark };

/** Reads rows one after the other, and notices the note that says what one before it has said. */
export class RowReader {
  private readonly readers = new Map<NotesMapping, (row: DataRow) => NoteRead | undefined>();
  /** What was said already, and in which row. */
  private readonly seen = new Map<string, number>();
  private readonly rows: RowsByProject;

  constructor(rows: RowsByProject) {
    this.rows = rows;
  }

  read(row: DataRow, filedAt: Instant): Read {
    const { mapping } = row.file;
    if ('notes' in mapping) return this.readNote(row, mapping, filedAt);
    if (!('steps' in mapping)) return { readings: [] };
    const elsewhere = Object.entries(mapping.elsewhere ?? {}).map(([name, target]) => [
      name,
      valueElsewhere(target, row, this.rows),
    ]);
    const values = { ...row.values, ...(Object.fromEntries(elsewhere) as DataRow['values']) };
    return { readings: [{ row: { ...row, values }, steps: mapping.steps, key: row.key }] };
  }

  /** Two notes of one time are the same note where one rule reads the same out of both, however they are worded. */
  private readNote(row: DataRow, mapping: NotesMapping, filedAt: Instant): Read {
    const where = { file: row.file.file, row: row.row };
    const reader = this.readers.get(mapping) ?? noteReader(mapping);
    this.readers.set(mapping, reader);
    const note = plainText(valueOf(mapping.notes.text, { row }));
    const read = reader(row);
    const said = read ? read.rows.map((one) => reading(one, read, filedAt)) : [];
    const own = said.length > 0 ? said.map(({ key }) => key) : [[filedAt, plainNote(note)]];
    const keys = own.map((key) => JSON.stringify([row.file.id, ...key]));
    const before = keys.map((key) => this.seen.get(key));
    for (const [i, key] of keys.entries()) this.seen.set(key, before[i] ?? row.row);
    const [first] = before;
    if (first !== undefined && !before.includes(undefined)) {
      return { listed: listing('DuplicateNote', { row: first }, where) };
    }
    if (!read) return { listed: listing('NoteNotRead', { note }, where) };
    return { readings: said.filter((_, i) => before[i] === undefined) };
  }
}

function reading(row: DataRow, { rule }: NoteRead, filedAt: Instant): Reading {
  const names = [...new Set(rule.steps.flatMap(valuesOf))].toSorted();
  const values = names.map((name) => {
    const value = row.values[name];
    return isUnit(value) ? value.name : (value ?? null);
  });
  return { row, steps: rule.steps, key: ['note', filedAt, rule.id, row.project, JSON.stringify(values)] };
}
