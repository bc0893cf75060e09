import { yuan, type Json, sameJson } from '#kernel';
import type { Value } from './cells.ts';
import type { Check, Side } from './mapping.ts';
import type { DataFile, DataRow } from './read-file.ts';
import { remark, type Remark } from './texts.ts';
import { isMoneyValue, isTaken, plainText, valueOf } from './values.ts';

/** The rows of every file by project, in order of filing. */
export type RowsByProject = ReadonlyMap<string, ReadonlyMap<string, readonly DataRow[]>>;

/** What the checks of a mapping find wrong in a row, against the project's rows in the set's other files. */
export function checkRow(row: DataRow, rows: RowsByProject): Remark[] {
  const { columns } = row.file.mapping;
  const checks = 'steps' in row.file.mapping ? (row.file.mapping.checks ?? []) : [];
  return checks.flatMap((check) => {
    const left = sideOf(check.left, row, rows);
    const right = sideOf(check.right, row, rows);
    if (left === undefined || right === undefined || agrees(check, left, right)) return [];
    const names = [check.left, check.right].filter((side) => typeof side === 'string');
    const where = {
      file: row.file.file,
      row: row.row,
      columns: names.map((name) => columns[name.replace(/^\$/, '')]?.column ?? name),
    };
    return [remark(check.code, check.text, { left: plainText(left), right: plainText(right) }, where)];
  });
}

function agrees({ is }: Check, left: Value, right: Value): boolean {
  if (is === 'equal') return sameJson(left as Json, right as Json);
  if (isMoneyValue(left) && isMoneyValue(right)) return BigInt(left.fen) <= BigInt(right.fen);
  return typeof left === typeof right && (left as string | number) <= (right as string | number);
}

function sideOf(side: Side, row: DataRow, rows: RowsByProject): Value {
  if (typeof side === 'string') return valueOf(side, { row });
  const { by, ...which } = side as { readonly by?: Readonly<Record<string, string>> } & Readonly<
    Record<string, string>
  >;
  const [kind, target] = Object.entries(which)[0] as [string, string];
  const [file = '', name = ''] = target.split('.');
  if (by) return alike(row, by, rows.get('')?.get(file) ?? [])?.values[name];
  const others = rows.get(row.project)?.get(file) ?? [];
  const values = others.map((other) => other.values[name]);
  if (kind === 'sum') return sumOf(values, others[0]?.file.mapping.columns[name]?.type);
  return kind === 'last' ? values.at(-1) : values[0];
}

const indexes = new WeakMap<readonly DataRow[], Map<string, Map<string, DataRow>>>();

/** The first row that has the values of this one: `by` names this one's and theirs. Undefined where this one lacks one. */
function alike(row: DataRow, by: Readonly<Record<string, string>>, others: readonly DataRow[]): DataRow | undefined {
  const theirs = Object.values(by);
  const ofFile = indexes.get(others) ?? new Map<string, Map<string, DataRow>>();
  indexes.set(others, ofFile);
  const index = ofFile.get(theirs.join(' ')) ?? new Map<string, DataRow>();
  if (!ofFile.has(theirs.join(' '))) {
    ofFile.set(theirs.join(' '), index);
    for (const other of others) {
      const key = keyOf(other, theirs);
      if (key !== undefined && !index.has(key)) index.set(key, other);
    }
  }
  const key = keyOf(row, Object.keys(by));
  return key === undefined ? undefined : index.get(key);
}

function keyOf({ values }: DataRow, names: readonly string[]): string | undefined {
  const found = names.map((name) => values[name]);
  return found.includes(undefined) ? undefined : JSON.stringify(found);
}

/** Undefined where the project has no row in the other file, or its column is nothing to add up; blank cells add nothing. */
function sumOf(values: readonly Value[], type: string | undefined): Value {
  if (type === 'money') return yuan(values.filter(isMoneyValue).reduce((sum, { fen }) => sum + BigInt(fen), 0n));
  if (type !== 'integer') return undefined;
  return values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
}

/** The value of the project's first row in another file: `roadmap.place`. */
export function valueElsewhere(target: string, row: DataRow, rows: RowsByProject): Value {
  return sideOf({ of: target }, row, rows);
}

/** Rows that are taken, by project and file, each in the order given; under the empty name all rows of a file. */
export function byProject(
  files: readonly DataFile[],
  inOrder: (rows: readonly DataRow[]) => readonly DataRow[],
): RowsByProject {
  const found = new Map<string, Map<string, DataRow[]>>();
  for (const { file, rows } of files) {
    for (const row of inOrder(rows)) {
      if (!isTaken(row)) continue;
      for (const name of row.project === '' ? [''] : ['', row.project]) {
        const project = found.get(name) ?? new Map<string, DataRow[]>();
        found.set(name, project);
        const own = project.get(file.id);
        if (own) own.push(row);
        else project.set(file.id, [row]);
      }
    }
  }
  return found;
}
