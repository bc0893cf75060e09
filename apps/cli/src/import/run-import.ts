import type { Texts } from '#kernel';
import { fill } from '#kernel';
import { type Remark, remark, rowRefusal } from '#workbook';
import type { ImportPlan, PlannedCommand } from './planned.ts';

/** What became of a command, in the words of a report. */
export type CommandOutcome =
  /** `fresh`: this run appended it; otherwise an earlier run did. */
  | { readonly kind: 'filed'; readonly fresh: boolean; readonly events: number }
  /** Already true: nothing was to be appended. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly code: string; readonly texts: Texts; readonly params: Remark['params'] }
  /** The same row and step were filed before with other data. */
  | { readonly kind: 'otherwise' };

/** What one row came to. */
export interface RowOutcome {
  readonly rowIndex: number;
  readonly events: number;
  readonly refusals: readonly Remark[];
}

export interface RunOptions {
  /** Files one command; called one after the other, so that the log's order is the plan's. */
  readonly execute: (command: PlannedCommand) => Promise<CommandOutcome>;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface RunOutcome {
  readonly rows: readonly RowOutcome[];
  /** Events this run appended, those of no row included. */
  readonly events: number;
  /** What was refused of what stands in no row (the zone). */
  readonly refusals: readonly Remark[];
}

/** Files the plan's commands in their order. A refused command refuses its row, and the row's other facts are still tried. */
export async function runImport(plan: ImportPlan, { execute, onProgress }: RunOptions): Promise<RunOutcome> {
  const rows = plan.rows.map((row, rowIndex) => ({ rowIndex, events: 0, refusals: [...row.refusals] }));
  const own = { events: 0, refusals: [] as Remark[] };
  let done = 0;
  for (const command of plan.commands) {
    const tally = command.rowIndex === undefined ? own : (rows[command.rowIndex] as (typeof rows)[number]);
    const outcome = await execute(command);
    if (outcome.kind === 'filed' && outcome.fresh) tally.events += outcome.events;
    const refusal = refusalOf(outcome, command);
    if (refusal) tally.refusals.push(refusal);
    onProgress?.(++done, plan.commands.length);
  }
  return { rows, events: rows.reduce((sum, { events }) => sum + events, own.events), refusals: own.refusals };
}

function refusalOf(outcome: CommandOutcome, { source, step }: PlannedCommand): Remark | undefined {
  const where = source.kind === 'import' ? { file: source.file, row: source.row, columns: source.columns ?? [] } : {};
  if (outcome.kind === 'otherwise') return rowRefusal('ImportedDifferently', { step }, where);
  if (outcome.kind !== 'refused') return undefined;
  const { code, params = {} } = outcome;
  const { zh, en } = fill(outcome.texts, params);
  return remark(code, { zh: `${step}：${zh}`, en: `${step}: ${en}` }, { ...params, step }, where);
}
