import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { JsonObject, StoredEvent } from '#kernel';
import { PositionBeyondLog } from '../errors.ts';
import type { Filter } from '../port.ts';
import { prefixesOf } from '../validate.ts';
import { BUSY_MS } from './connection.ts';

const PAGE_EVENTS = 500;
const PAGE_UNITS = 4 * 1024 * 1024;
/**
 * A page of the whole log looks at so many positions at most. As a position grows by an event's size this bounds both the
 * memory and the time of one step, whatever the filter; it exceeds the largest append, so a step always moves on.
 */
const WINDOW = 2n * 1024n * 1024n;
const INT64_MAX = 2n ** 63n - 1n;
const FILTER_STATEMENTS_MAX = 100;
const COLUMNS = 'position, stream, revision, id, type, data, metadata';

/** An alias, not an interface: only so can a record of the driver be said to be one. */
type Row = {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
};

/** Part of the log: what matches after a position, up to and including `upTo`. */
export interface Page {
  readonly events: readonly StoredEvent[];
  readonly upTo: bigint;
}

/** A filter as SQL with its parameters, compared ordinally. */
export interface CompiledFilter {
  readonly where: string;
  readonly bounds: readonly string[];
}

/** Short reads on a read-only connection: no statement stays open between two pages, so nothing holds the WAL back. */
export class Reader {
  readonly #db: DatabaseSync;
  readonly #forwards: StatementSync;
  readonly #backwards: StatementSync;
  readonly #exists: StatementSync;
  readonly #head: StatementSync;
  readonly #last: StatementSync;
  readonly #dataVersion: StatementSync;
  readonly #filtered = new Map<string, StatementSync>();

  constructor(file: string) {
    this.#db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS });
    const inStream = `select ${COLUMNS} from events where stream = ? and revision`;
    this.#forwards = this.#prepare(`${inStream} >= ? order by revision limit ?`);
    this.#backwards = this.#prepare(`${inStream} <= ? order by revision desc limit ?`);
    this.#exists = this.#prepare('select 1 from events where stream = ? limit 1');
    this.#head = this.#prepare('select max(position) as position from events');
    this.#last = this.#prepare(`select ${COLUMNS} from events order by position desc limit 1`);
    this.#dataVersion = this.#prepare('pragma data_version');
  }

  /** Changes whenever another connection has committed. */
  dataVersion(): bigint {
    return (this.#dataVersion.get() as { data_version: bigint }).data_version;
  }

  /** Position of the last event, 0 for an empty log. */
  head(): bigint {
    return (this.#head.get() as { position: bigint | null }).position ?? 0n;
  }

  last(): StoredEvent | undefined {
    const row = this.#last.get();
    return row && toEvent(row as Row);
  }

  exists(stream: string): boolean {
    return this.#exists.get(stream) !== undefined;
  }

  /** Events of a stream from a revision on (inclusive); none where there are no more. */
  streamPage(stream: string, backwards: boolean, from: bigint | undefined, limit: number): readonly StoredEvent[] {
    const start = from === undefined ? (backwards ? INT64_MAX : 0n) : from > INT64_MAX ? INT64_MAX : from;
    const statement = backwards ? this.#backwards : this.#forwards;
    const events: StoredEvent[] = [];
    let units = 0;
    for (const row of statement.iterate(stream, start, Math.min(limit, PAGE_EVENTS))) {
      const { data, metadata } = row as Row;
      events.push(toEvent(row as Row));
      units += data.length + metadata.length;
      if (units > PAGE_UNITS) break; // resets the statement
    }
    return events;
  }

  /** What matches after a position, up to `head` at most. Throws {@link PositionBeyondLog}. */
  page(after: bigint, head: bigint, filter: CompiledFilter | undefined, limit: number): Page {
    if (after > head) throw new PositionBeyondLog(after, head);
    if (after === head) return { events: [], upTo: head };
    const end = after + WINDOW < head ? after + WINDOW : head;
    const most = Math.min(limit, PAGE_EVENTS);
    const rows = this.#between(filter).all(after, end, ...(filter?.bounds ?? []), most) as Row[];
    const events = rows.map(toEvent);
    return { events, upTo: events.length === most ? (events.at(-1) as StoredEvent).position : end };
  }

  close(): void {
    this.#db.close();
  }

  #between(filter: CompiledFilter | undefined): StatementSync {
    const where = filter?.where ?? '';
    const known = this.#filtered.get(where);
    if (known) return known;
    if (this.#filtered.size >= FILTER_STATEMENTS_MAX) this.#filtered.clear();
    // Only the position may choose the way: through the index on streams one page could cost the whole log.
    const statement = this.#prepare(
      `select ${COLUMNS} from events not indexed where position > ? and position <= ?${where} order by position limit ?`,
    );
    this.#filtered.set(where, statement);
    return statement;
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#db.prepare(sql);
    statement.setReadBigInts(true);
    return statement;
  }
}

/** Throws RangeError for a filter that could match nothing. */
export function compileFilter(filter: Filter | undefined): CompiledFilter | undefined {
  if (!filter) return undefined;
  const column = 'streams' in filter ? 'stream' : 'type';
  const prefixes = prefixesOf(filter);
  const where = ` and (${prefixes.map(() => `${column} >= ? and ${column} < ?`).join(' or ')})`;
  return { where, bounds: prefixes.flatMap((prefix) => [prefix, afterPrefix(prefix)]) };
}

/** The least text that is greater than all with the prefix; names are ASCII, so the last character has a successor. */
function afterPrefix(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}

function toEvent(row: Row): StoredEvent {
  return {
    id: row.id,
    stream: row.stream,
    revision: row.revision,
    position: row.position,
    type: row.type,
    data: JSON.parse(row.data) as JsonObject,
    metadata: JSON.parse(row.metadata) as StoredEvent['metadata'],
  };
}
