import type { DataFile, Encoding, Remark } from '#workbook';
import type { ImportPlan, PlannedRow } from './planned.ts';
import type { RowOutcome, RunOutcome } from './run-import.ts';

/** Rows by what became of them; `warned` counts rows of the other four that also carry a warning. */
export interface Counts {
  readonly rows: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Rows of which nothing was made, each with the reason. */
  readonly listed: number;
  readonly warned: number;
  readonly events: number;
}

export interface RowReport {
  readonly file: string;
  readonly row: number;
  readonly key: readonly string[];
  /** Refused also where some of the row's facts were taken: `events` says how many this run added. */
  readonly status: 'imported' | 'unchanged' | 'refused' | 'listed';
  readonly events: number;
  readonly warnings?: readonly Remark[];
  readonly refusals?: readonly Remark[];
  readonly listed?: Remark;
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
    const { data, warnings, listed } = plan.rows[rowIndex] as PlannedRow;
    return {
      file: data.file.file,
      row: data.row,
      key: data.key,
      status: statusOf(rowIndex, plan, outcome),
      events,
      ...(warnings.length > 0 && { warnings }),
      ...(refusals.length > 0 && { refusals }),
      ...(listed && { listed }),
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

/** A row that another one's command files too became what that one became. */
function statusOf(rowIndex: number, plan: ImportPlan, outcome: RunOutcome): RowReport['status'] {
  const { listed, carriedBy } = plan.rows[rowIndex] as PlannedRow;
  const { refusals, events } = outcome.rows[rowIndex] as RowOutcome;
  if (refusals.length > 0) return 'refused';
  if (carriedBy !== undefined) return statusOf(carriedBy, plan, outcome);
  if (listed) return 'listed';
  return events > 0 ? 'imported' : 'unchanged';
}

function countsOf(rows: readonly RowReport[]): Counts {
  const count = (status: RowReport['status']): number => rows.filter((row) => row.status === status).length;
  return {
    rows: rows.length,
    imported: count('imported'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    listed: count('listed'),
    warned: rows.filter((row) => row.warnings).length,
    events: rows.reduce((sum, { events }) => sum + events, 0),
  };
}
