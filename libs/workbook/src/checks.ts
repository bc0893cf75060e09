import { yuan, type Json, sameJson } from '#kernel';
import type { Value } from './cells.ts';
import type { Check, Side } from './mapping.ts';
import type { DataFile, DataRow } from './read-file.ts';
import { remark, type Remark } from './texts.ts';
import { isMoneyValue, plainText, valueOf } from './values.ts';

/** The rows of every file by project, in order of filing. */
export type RowsByProject = ReadonlyMap<string, ReadonlyMap<string, readonly DataRow[]>>;

/** What the checks of a mapping find wrong in a row, against the project's rows in the set's other files. */
export function checkRow(row: DataRow, rows: RowsByProject): Remark[] {
  const { checks = [], columns } = row.file.mapping;
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
  const [kind, target] = Object.entries(side)[0] as [string, string];
  const [file = '', name = ''] = target.split('.');
  const others = rows.get(row.project)?.get(file) ?? [];
  const values = others.map((other) => other.values[name]);
  if (kind === 'sum') return sumOf(values, others[0]?.file.mapping.columns[name]?.type);
  return kind === 'last' ? values.at(-1) : values[0];
}

/** Undefined where the project has no row in the other file, or its column is nothing to add up; blank cells add nothing. */
function sumOf(values: readonly Value[], type: string | undefined): Value {
  if (type === 'money') return yuan(values.filter(isMoneyValue).reduce((sum, { fen }) => sum + BigInt(fen), 0n));
  if (type !== 'integer') return undefined;
  return values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
}

/** Rows of every file by project and file, each in the order given. */
export function byProject(
  files: readonly DataFile[],
  inOrder: (rows: readonly DataRow[]) => readonly DataRow[],
): RowsByProject {
  const found = new Map<string, Map<string, DataRow[]>>();
  for (const { file, rows } of files) {
    for (const row of inOrder(rows)) {
      const project = found.get(row.project) ?? new Map<string, DataRow[]>();
      found.set(row.project, project);
      project.set(file.id, [...(project.get(file.id) ?? []), row]);
    }
  }
  return found;
}
