import type { Registry, ReportLine } from '#registry';
import type { Remark } from '#workbook';
import type { ImportReport } from './report.ts';

/**
 * Keeps a report with its batch: one line per row, and one per warning, refusal or reason why nothing was made of it. A later run of a finished batch that
 * did nothing adds no lines, so that the report stays the one of the import.
 */
export async function keepReport(report: ImportReport, registry: Registry, finishedBefore: boolean): Promise<void> {
  const { batch, total, rows } = report;
  if (finishedBefore && total.events === 0 && total.refused === 0) return;
  const lines = rows.flatMap(({ file, row, status, warnings = [], refusals = [], listed }): ReportLine[] => [
    ...(status === 'refused' || status === 'listed' ? [] : [{ status, file, row }]),
    ...refusals.map((one) => lineOf('refused', one, file, row)),
    ...[...warnings, ...(listed ? [listed] : [])].map((one) => lineOf('warned', one, file, row)),
  ]);
  await registry.importBatches.addLines(batch, lines);
  await registry.importBatches.finish(batch);
}

function lineOf(status: 'warned' | 'refused', { code, params }: Remark, file: string, row: number): ReportLine {
  return { status, file, row, rule: code, ...(params && { params }) };
}
