import type { DataFile, Encoding, Remark } from '#workbook';
import type { ImportPlan } from './planned.ts';
import type { RunOutcome } from './run-import.ts';

/** Rows by what became of them; `warned` counts rows of the other three that also carry a warning. */
export interface Counts {
  readonly rows: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly warned: number;
  readonly events: number;
}

export interface RowReport {
  readonly file: string;
  readonly row: number;
  readonly key: readonly string[];
  /** Refused also where some of the row's facts were taken: `events` says how many this run added. */
  readonly status: 'imported' | 'unchanged' | 'refused';
  readonly events: number;
  readonly warnings?: readonly Remark[];
  readonly refusals?: readonly Remark[];
}

export interface FileReport extends Counts {
  readonly id: string;
  readonly file: string;
  readonly encoding: Encoding;
  readonly digest: string;
  readonly unmapped: DataFile['unmapped'];
  /** How often each warning was given. */
  readonly warnings: Readonly<Record<string, number>>;
}

export interface ImportReport {
  readonly set: string;
  readonly batch: string;
  readonly dryRun: boolean;
  readonly files: readonly FileReport[];
  readonly total: Counts;
  readonly people: number;
  /** What concerns no row. */
  readonly warnings: readonly Remark[];
  readonly refusals: readonly Remark[];
  readonly rows: readonly RowReport[];
}

/** What the import did, row by row in the order of filing, and in sum. */
export function reportOf(plan: ImportPlan, outcome: RunOutcome, dryRun: boolean): ImportReport {
  const rows = outcome.rows.map(({ rowIndex, events, refusals }): RowReport => {
    const { data, warnings } = plan.rows[rowIndex] as ImportPlan['rows'][number];
    return {
      file: data.file.file,
      row: data.row,
      key: data.key,
      status: refusals.length > 0 ? 'refused' : events > 0 ? 'imported' : 'unchanged',
      events,
      ...(warnings.length > 0 && { warnings }),
      ...(refusals.length > 0 && { refusals }),
    };
  });
  const files = plan.files.map(({ file, encoding, digest, unmapped }): FileReport => {
    const own = rows.filter((row) => row.file === file.file);
    const warnings: Record<string, number> = {};
    for (const { code } of own.flatMap((row) => row.warnings ?? [])) warnings[code] = (warnings[code] ?? 0) + 1;
    return { id: file.id, file: file.file, encoding, digest, ...countsOf(own), unmapped, warnings };
  });
  const { setName: set, batch, people, warnings } = plan;
  return {
    set,
    batch,
    dryRun,
    files,
    total: { ...countsOf(rows), events: outcome.events },
    people: people.length,
    warnings,
    refusals: outcome.refusals,
    rows,
  };
}

function countsOf(rows: readonly RowReport[]): Counts {
  const count = (status: RowReport['status']): number => rows.filter((row) => row.status === status).length;
  return {
    rows: rows.length,
    imported: count('imported'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    warned: rows.filter((row) => row.warnings).length,
    events: rows.reduce((sum, { events }) => sum + events, 0),
  };
}
