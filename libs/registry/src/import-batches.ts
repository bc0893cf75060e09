import type { Kept } from '#database';
import type { Json } from '#kernel';
import { fromCursor, pageOf, type Page } from './cursor.ts';
import type { RegistryTables } from './tables.ts';

export type LineStatus = 'imported' | 'unchanged' | 'warned' | 'refused';

/** What became of one row of a file. */
export interface ReportLine {
  readonly status: LineStatus;
  readonly file: string;
  /** As a person counts: the header is row 1. Absent for what concerns the whole file. */
  readonly row?: number;
  /** Code of the rule that warned or refused. */
  readonly rule?: string;
  /** What the rule's texts need. */
  readonly params?: Readonly<Record<string, Json>>;
}

export interface ImportFile {
  readonly name: string;
  /** `sha256:` and hex. */
  readonly digest: string;
}

export interface NewImportBatch {
  /** A UUID; the source of its events names it. */
  readonly id: string;
  /** The set of mappings it was read with. */
  readonly set: string;
  readonly files: readonly ImportFile[];
  /** Id of who imported. */
  readonly actor: string;
}

export interface ImportBatch extends NewImportBatch {
  /** Epoch ms. */
  readonly startedAt: number;
  readonly finishedAt?: number;
  /** Lines by status, once it is finished. */
  readonly counts?: Readonly<Record<LineStatus, number>>;
}

/** A line with its number in the report, from 1. */
export type NumberedLine = ReportLine & { readonly line: number };

/** Rows of one statement: seven parameters each stay far below what a statement takes. */
const ROWS_PER_INSERT_MAX = 1_000;

/** Imports and what they made of each row, kept for whoever has to explain a figure later. */
export class ImportBatches {
  private readonly kept: Kept<RegistryTables>;
  private readonly clock: () => number;

  constructor(kept: Kept<RegistryTables>, clock: () => number) {
    this.kept = kept;
    this.clock = clock;
  }

  /** Begins a batch. The same id again goes on with the batch that is there. */
  async start({ id, set, files, actor }: NewImportBatch): Promise<ImportBatch> {
    return this.kept.write('durable', async (transaction) => {
      const row = {
        batch_id: id,
        set_name: set,
        files: JSON.stringify(files),
        actor,
        started_at: this.clock(),
        finished_at: null,
        counts: null,
      };
      await transaction
        .insertInto('import_batches')
        .values(row)
        .onConflict((same) => same.column('batch_id').doNothing())
        .execute();
      const found = await transaction
        .selectFrom('import_batches')
        .selectAll()
        .where('batch_id', '=', id)
        .executeTakeFirstOrThrow();
      return toBatch(found);
    });
  }

  /** Adds lines at the end of the report, in one transaction. */
  async addLines(id: string, lines: readonly ReportLine[]): Promise<void> {
    await this.kept.write('durable', async (transaction) => {
      const { last } = await transaction
        .selectFrom('import_lines')
        .select((is) => is.fn.max('line').as('last'))
        .where('batch_id', '=', id)
        .executeTakeFirstOrThrow();
      const first = Number(last ?? 0) + 1;
      for (let i = 0; i < lines.length; i += ROWS_PER_INSERT_MAX) {
        const rows = lines.slice(i, i + ROWS_PER_INSERT_MAX).map((line, k) => toRow(id, first + i + k, line));
        await transaction.insertInto('import_lines').values(rows).execute();
      }
    });
  }

  /** Ends a batch with the counts of its lines; undefined for an unknown one. Ending it again counts again. */
  async finish(id: string): Promise<ImportBatch | undefined> {
    return this.kept.write('durable', async (transaction) => {
      const rows = await transaction
        .selectFrom('import_lines')
        .select((is) => ['status', is.fn.countAll().as('n')])
        .where('batch_id', '=', id)
        .groupBy('status')
        .execute();
      const counts: Record<LineStatus, number> = { imported: 0, unchanged: 0, warned: 0, refused: 0 };
      for (const { status, n } of rows) counts[status as LineStatus] = Number(n);
      const finished = { finished_at: this.clock(), counts: JSON.stringify(counts) };
      await transaction.updateTable('import_batches').set(finished).where('batch_id', '=', id).execute();
      const row = await transaction
        .selectFrom('import_batches')
        .selectAll()
        .where('batch_id', '=', id)
        .executeTakeFirst();
      return row && toBatch(row);
    });
  }

  async get(id: string): Promise<ImportBatch | undefined> {
    const row = await this.kept.db
      .selectFrom('import_batches')
      .selectAll()
      .where('batch_id', '=', id)
      .executeTakeFirst();
    return row && toBatch(row);
  }

  /** The latest first. Throws InvalidCursor. */
  async list({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): Promise<Page<ImportBatch>> {
    let query = this.kept.db
      .selectFrom('import_batches')
      .selectAll()
      .orderBy('started_at', 'desc')
      .orderBy('batch_id', 'desc')
      .limit(limit + 1);
    if (cursor !== undefined) {
      const [at, id] = fromCursor(cursor, ['number', 'string']) as [number, string];
      query = query.where((is) =>
        is.or([is('started_at', '<', at), is.and([is('started_at', '=', at), is('batch_id', '<', id)])]),
      );
    }
    return pageOf(await query.execute(), limit, { item: toBatch, at: (row) => [row.started_at, row.batch_id] });
  }

  /** The report in its order, all of it or the lines of one status. Throws InvalidCursor. */
  async lines(
    id: string,
    { status, limit, cursor }: { readonly status?: LineStatus; readonly limit: number; readonly cursor?: string },
  ): Promise<Page<NumberedLine>> {
    let query = this.kept.db
      .selectFrom('import_lines')
      .selectAll()
      .where('batch_id', '=', id)
      .orderBy('line')
      .limit(limit + 1);
    if (status) query = query.where('status', '=', status);
    if (cursor !== undefined) query = query.where('line', '>', fromCursor(cursor, ['number'])[0] as number);
    return pageOf(await query.execute(), limit, { item: toLine, at: ({ line }) => [line] });
  }
}

function toBatch(row: RegistryTables['import_batches']): ImportBatch {
  return {
    id: row.batch_id,
    set: row.set_name,
    files: JSON.parse(row.files) as ImportFile[],
    actor: row.actor,
    startedAt: row.started_at,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    ...(row.counts !== null && { counts: JSON.parse(row.counts) as Record<LineStatus, number> }),
  };
}

function toRow(
  id: string,
  line: number,
  { status, file, row, rule, params }: ReportLine,
): RegistryTables['import_lines'] {
  const text = params ? JSON.stringify(params) : null;
  return { batch_id: id, line, status, file, row: row ?? null, rule: rule ?? null, params: text };
}

function toLine({ line, status, file, row, rule, params }: RegistryTables['import_lines']): NumberedLine {
  return {
    line,
    status: status as LineStatus,
    file,
    ...(row !== null && { row }),
    ...(rule !== null && { rule }),
    ...(params !== null && { params: JSON.parse(params) as Record<string, Json> }),
  };
}
