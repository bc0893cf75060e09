import type { Command, Instant, Recorded, Source, Texts } from '#kernel';
import type { DataFile, DataRow, Remark } from '#workbook';

/** A command of the import with everything that makes it the same one when the import is run again. */
export interface PlannedCommand {
  readonly category: 'zone' | 'organization' | 'catalogue' | 'project';
  readonly streamId: string;
  readonly command: Command;
  readonly commandId: string;
  readonly filedAt: Instant;
  readonly source: Source;
  readonly step: string;
  /** Place of its row in the plan's rows; undefined for what the set file itself says. */
  readonly rowIndex: number | undefined;
}

export interface PlannedRow {
  readonly data: DataRow;
  readonly filedAt: Instant | undefined;
  readonly warnings: readonly Remark[];
  /** Why the row, or one of its facts, is not filed. */
  readonly refusals: readonly Remark[];
  /** Why nothing is made of it, though nothing is wrong with it. */
  readonly listed?: Remark;
  /** Place of the row whose command files this one's content too. */
  readonly carriedBy?: number;
}

export interface PlannedPerson {
  readonly id: string;
  /** What the source calls them. */
  readonly sourceId: string;
  readonly name: string;
}

/** All that an import will do, in the order in which it will be done. The same files always give the same plan. */
export interface ImportPlan {
  /** Id of the batch: the same files by the same mappings are the same batch. */
  readonly batch: string;
  readonly setName: string;
  readonly files: readonly DataFile[];
  readonly rows: readonly PlannedRow[];
  readonly commands: readonly PlannedCommand[];
  readonly people: readonly PlannedPerson[];
  readonly warnings: readonly Remark[];
}

/** What is wrong with a command's data by the rules of the API's own validation; nothing where it can stand. */
export type Validate = (command: Command, history: readonly Recorded[]) => readonly Texts[];
