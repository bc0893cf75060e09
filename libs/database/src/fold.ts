import type { Changes, Pending } from './changes.ts';
import { difference, wrongRows } from './difference.ts';
import type { RowTable, StreamKey } from './tables.ts';
import { idOf, type Row, type Rows, type Sequenced, type View } from './view.ts';

const NONE: readonly Row[] = [];

/** What stands of one stream: the view's last answer, and by table the rows that are, or are about to be, in the database. */
export interface Standing {
  answer: Rows | undefined;
  /** The seq of its first event. */
  number: number;
  readonly rows: Map<RowTable, readonly Row[]>;
  /** Segments opened by the transaction at hand. */
  pending: Map<Row, Pending> | undefined;
  /** The revision after which this stands; -1 for a stream without events. */
  revision: bigint;
}

export function nothingStands(): Standing {
  return { answer: undefined, number: 0, rows: new Map(), pending: undefined, revision: -1n };
}

/** Turns the answers of one view into changes of its tables. */
export class Fold {
  private readonly view: View;
  private readonly tables: readonly RowTable[];

  constructor(view: View, tables: readonly RowTable[]) {
    this.view = view;
    this.tables = tables;
  }

  /** What stands after a history that has been written before. */
  standingAfter(stream: string, history: readonly Sequenced[]): Standing {
    const standing = nothingStands();
    const last = history.at(-1);
    if (!last) return standing;
    standing.answer = this.view.project(stream, history, undefined);
    standing.number = (history[0] as Sequenced).seq;
    standing.revision = last.revision;
    for (const table of this.tables) standing.rows.set(table, rowsOf(standing.answer, table));
    return standing;
  }

  /** One event: every history of segments matters, so they are opened and closed at once; rows wait for `settle`. */
  step(standing: Standing, history: readonly Sequenced[], changes: Changes): void {
    const { stream, seq, revision } = history[history.length - 1] as Sequenced;
    const answer = this.view.project(stream, history, standing.answer);
    standing.number = (history[0] as Sequenced).seq;
    for (const table of this.tables) {
      if (table.kind !== 'segments') continue;
      const after = rowsOf(answer, table);
      if (standing.answer && after === standing.answer[table.name]) continue;
      const { rows, removed, added } = difference(table, standing.rows.get(table) ?? NONE, after);
      standing.rows.set(table, rows);
      const id = keyIn(table, stream, standing);
      for (const row of removed) {
        const pending = standing.pending?.get(row);
        if (!pending) changes.close(table, id, row, seq);
        else pending.to = seq;
      }
      for (const row of added) (standing.pending ??= new Map()).set(row, changes.open(table, id, row, seq));
    }
    standing.answer = answer;
    standing.revision = revision;
  }

  /** Before a transaction is written: the difference of the current rows since the last one. */
  settle(stream: string, standing: Standing, changes: Changes): void {
    const { answer } = standing;
    standing.pending = undefined;
    if (!answer) return;
    for (const table of this.tables) {
      if (table.kind !== 'rows') continue;
      const { rows, removed, added } = difference(table, standing.rows.get(table) ?? NONE, rowsOf(answer, table));
      standing.rows.set(table, rows);
      if (removed.length || added.length) changes.replace(table, keyIn(table, stream, standing), removed, added);
    }
  }

  /** Why the rows of an answer cannot be written, or undefined. */
  wrong(answer: Rows): string | undefined {
    for (const table of this.tables) {
      const why = wrongRows(table, rowsOf(answer, table));
      if (why) return why;
    }
    return undefined;
  }
}

function keyIn({ numbered }: RowTable, stream: string, { number }: Standing): StreamKey {
  return numbered ? number : idOf(stream);
}

function rowsOf(answer: Rows, table: RowTable): readonly Row[] {
  const rows = answer[table.name];
  if (!rows) throw new TypeError(`project answers nothing for the table ${table.name}`);
  return rows;
}
