import { sql, type RawBuilder } from 'kysely';
import { FOREVER_SEQ } from '#database';

/** What is asked of a view: what it shows now, or what was known up to an event (its seq), that one included. */
export type Known = 'latest' | number;

/**
 * The condition on rows of a bitemporal table, `alias` being what the statement calls it. What is latest is found by
 * the indexes over open rows alone.
 */
export function isKnown(known: Known, alias?: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(alias === undefined ? name : `${alias}.${name}`);
  if (known === 'latest') return sql<boolean>`${column('known_to')} = ${sql.lit(FOREVER_SEQ)}`;
  return sql<boolean>`${column('known_from')} <= ${sql.lit(known)} and ${column('known_to')} > ${sql.lit(known)}`;
}
