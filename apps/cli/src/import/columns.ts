import type { DataRow, LoadedSet } from '#workbook';

/** Where a value stands, as a person finds it: the column's header, with its file's name where it is another file. */
export function columnOf(name: string, { file }: DataRow, { files }: LoadedSet): string {
  const { mapping } = file;
  const own = mapping.columns[name];
  if (own) return own.column;
  if ('notes' in mapping) return mapping.columns[mapping.notes.text.replace(/^\$/, '')]?.column ?? name;
  const target = 'steps' in mapping ? mapping.elsewhere?.[name] : undefined;
  const [id, value = ''] = target?.split('.') ?? [];
  const other = files.find((one) => one.id === id);
  const column = other?.mapping.columns[value]?.column;
  return other && column !== undefined ? `${other.file}:${column}` : name;
}
