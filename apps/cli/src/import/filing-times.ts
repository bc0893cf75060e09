import type { Instant } from '#kernel';
import {
  readInstant,
  rowRefusal,
  type DataFile,
  type DataRow,
  type FiledAt,
  type LoadedSet,
  type Remark,
  type RowsByProject,
} from '#workbook';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One file's rows in order of filing; of one instant, in the order of the file. */
export function inOrder(rows: readonly DataRow[]): readonly DataRow[] {
  return rows.toSorted((a, b) => compare(ownFiledAt(a) ?? '', ownFiledAt(b) ?? '') || a.row - b.row);
}

export interface FiledRow {
  readonly data: DataRow;
  /** Undefined where nothing says it. */
  readonly filedAt: Instant | undefined;
}

/** All rows in order of filing; of one instant, in the order of the set's files and of their rows. */
export function filedRows({ files: own }: LoadedSet, files: readonly DataFile[], rows: RowsByProject): FiledRow[] {
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
  if (typeof filedAt !== 'string') return 'at' in filedAt ? readInstant(filedAt.at, 'Asia/Shanghai') : undefined;
  const value = values[filedAt.replace(/^\$/, '')];
  return typeof value === 'string' ? value : undefined;
}

/** When a row was filed: by its own column, on the day that its mapping names, or with another file's row of its project, or of any. */
function filedAtOf(row: DataRow, rows: RowsByProject): Instant | undefined {
  const { filedAt } = row.file.mapping;
  const source = otherFile(filedAt);
  if (source === undefined) return ownFiledAt(row);
  const known = (rows.get(row.project)?.get(source) ?? []).map(ownFiledAt).filter((at) => at !== undefined);
  return typeof filedAt === 'object' && 'lastOf' in filedAt ? known.at(-1) : known[0];
}

/** The file whose rows say when these were filed. */
function otherFile(filedAt: FiledAt): string | undefined {
  if (typeof filedAt === 'string' || 'at' in filedAt) return undefined;
  return 'firstOf' in filedAt ? filedAt.firstOf : filedAt.lastOf;
}

/** Why a row cannot be filed when it says. A row from the future would stand in the log where no question of today finds it. */
export function unfiled({ file, row }: DataRow, filedAt: Instant | undefined, now: Instant): Remark[] {
  const { filedAt: from } = file.mapping;
  if (filedAt !== undefined && filedAt > now) {
    const params = { filedAt: inShanghai(filedAt), now: inShanghai(now) };
    return [rowRefusal('FiledAtInFuture', params, { file: file.file, row })];
  }
  const source = otherFile(from);
  if (filedAt !== undefined || source === undefined) return [];
  return [rowRefusal('FiledAtUnknown', { rows: source }, { file: file.file, row })];
}

const SHANGHAI_MS = 8 * 3_600_000;

/** An instant as a person there reads it: `2020-04-03 18:00:00`. */
function inShanghai(instant: Instant): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 19).replace('T', ' ');
}
