import { categoryOf, idOf, type Rows, type Sequenced, type View } from '#database';
import { isMending, type Actor, type Source } from '#kernel';
import type { LedgerEvent } from '#ledger';
import { happenedOn } from '../project-history/replay.ts';
import { eventsTable, type LoggedRow } from './schema.ts';
import { CATEGORY_TEXTS, EVENT_TEXTS } from './texts.ts';

type Consumes = View<LedgerEvent>['consumes'];

/** Every event of the log, to be found by what it is, whom it is about, who acted and where it came from. */
export const eventLog: View<LedgerEvent> = {
  name: 'event-log',
  version: 2,
  categories: Object.keys(CATEGORY_TEXTS),
  consumes: Object.fromEntries(Object.keys(EVENT_TEXTS).map((type) => [type, true])) as Consumes,
  tables: { events: eventsTable },
  project(stream: string, history: readonly Sequenced<LedgerEvent>[], previous: Rows | undefined): Rows {
    const known = (previous?.['events'] ?? []) as readonly LoggedRow[];
    return { events: [...known, ...history.slice(known.length).map((event) => rowOf(stream, event))] };
  },
};

function rowOf(stream: string, event: Sequenced<LedgerEvent>): LoggedRow {
  // What another program wrote need not say who acted.
  const { recordedAt, filedAt, filedAtClaimed, ...metadata } = event.metadata;
  const actor: Partial<Actor> = (metadata as { readonly actor?: Actor }).actor ?? {};
  const source: Partial<Source> = (metadata as { readonly source?: Source }).source ?? {};
  return {
    subject_id: idOf(stream),
    category: categoryOf(stream),
    seq: event.seq,
    revision: Number(event.revision),
    event_id: event.id,
    type: event.type,
    recorded_at: recordedAt,
    filed_at: filedAt,
    happened_on: happenedOn(event),
    filed_at_claimed: filedAtClaimed ? 1 : 0,
    actor_id: actor.id ?? '',
    actor_role: actor.role ?? '',
    source_kind: source.kind ?? '',
    batch: (source.kind === 'import' && source.batch) || '',
    source: JSON.stringify(source),
    mends: isMending(event) ? event.data.factId : null,
  };
}
