import { sql } from 'kysely';
import type { Sql } from './conditions.ts';

/** What a list can be sorted by, and the column of it. Names sort by their code points; of two alike the one entered first is less. */
export const LEDGER_SORTS = {
  number: 'number',
  name: 'name',
  code: 'code',
  totalInvestment: 'total_fen',
  invested: 'invested_fen',
} as const;
export type LedgerSort = keyof typeof LEDGER_SORTS;

/** A row's place in an order: its value there, and the project's number. */
export interface Key {
  readonly value: string | number;
  readonly number: number;
}

/** Which page: in what order, how many rows are passed over and how many are in it, and where the one before ended. */
export interface Order {
  readonly column: (typeof LEDGER_SORTS)[LedgerSort];
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly after: Key | undefined;
}

/** The columns of the order of rows `alias`. */
export const columnsOf = ({ column }: Pick<Order, 'column'>, alias: string): Sql[] =>
  (column === 'number' ? ['number'] : [column, 'number']).map((name) => sql.ref(`${alias}.${name}`));

/** The same as expressions, which keep a planner from walking an index by them. */
const expressionsOf = ({ column }: Order, alias: string): Sql[] => {
  const number = sql`${sql.ref(`${alias}.number`)} + 0`;
  if (column === 'number') return [number];
  const isText = column === 'name' || column === 'code';
  return [sql`${sql.ref(`${alias}.${column}`)} ${isText ? sql`|| ''` : sql`+ 0`}`, number];
};

export function inOrder(order: Order, alias = 's'): Sql {
  const direction = order.descending ? sql`desc` : sql`asc`;
  const columns = sql.join(columnsOf(order, alias).map((column) => sql`${column} ${direction}`));
  const passed = order.offset > 0 ? sql`offset ${order.offset}` : sql``;
  return sql`order by ${columns} limit ${order.limit} ${passed}`;
}

/** Rows after the page before. */
export function beyond(order: Order, alias = 's'): Sql {
  return order.after ? compared(columnsOf(order, alias), order.descending ? '<' : '>', order.after) : sql``;
}

/** The same where something else leads to the rows. */
export function beyondLed(order: Order): Sql {
  return order.after ? compared(expressionsOf(order, 's'), order.descending ? '<' : '>', order.after) : sql``;
}

/** Rows up to a last one. */
export function upTo(order: Order, end: Key | undefined): Sql {
  return end ? compared(columnsOf(order, 's'), order.descending ? '>=' : '<=', end) : sql``;
}

function compared(columns: readonly Sql[], sign: '<' | '>' | '<=' | '>=', { value, number }: Key): Sql {
  const values = columns.length === 1 ? [number] : [value, number];
  return sql`and (${sql.join(columns)}) ${sql.raw(sign)} (${sql.join(values)})`;
}
