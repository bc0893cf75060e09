import type { JsonObject } from '#kernel';
import type { CatalogueMapping } from './mapping.ts';
import type { DataRow } from './read-file.ts';
import { holds, plainText, valueOf } from './values.ts';

/** Rows of a file that are items of its catalogue. */
function itemRows({ catalogue }: CatalogueMapping, rows: readonly DataRow[]): DataRow[] {
  return rows.filter((row) => holds(catalogue.items.when, { row, previous: undefined }));
}

/** A permit catalogue as the rows of a file give it, in their order: its name, from when, and its items, each under its group. */
export function catalogueOf(mapping: CatalogueMapping, rows: readonly DataRow[]): JsonObject {
  const { name, from, source, items, groups } = mapping.catalogue;
  const textOf = (reference: string, row: DataRow): string => plainText(valueOf(reference, { row }));
  const names = new Map<string, string>();
  for (const row of rows) {
    if (!groups || !holds(groups.when, { row, previous: undefined })) continue;
    names.set(textOf(groups.id, row), textOf(groups.name, row));
  }
  const groupOf = (id: string): string | undefined =>
    groups ? names.get(id.split(groups.before)[0] ?? '') : undefined;
  const listed = itemRows(mapping, rows).map((row) => {
    const id = textOf(items.id, row);
    const group = groupOf(id);
    return { id, name: textOf(items.name, row), ...(group !== undefined && { group }) };
  });
  return { name, from, items: listed, ...(source !== undefined && { source }) };
}
