import { randomUUID } from 'node:crypto';
import { dayNumber, effectiveFacts, type Event, type FactCorrected, type FactRevoked, type JsonObject } from '#kernel';
import type { EventStore } from '#event-store';
import { EVER, FOREVER, type Row, type Rows, type Sequenced, type View } from '../view.ts';

/** A small ledger to try the engine on: a boat is moored at places on days, by a crew; its log may be mended. */
export type Moored = Event<'Moored', { readonly on: string; readonly place: string; readonly tons: number }>;
export type CrewNamed = Event<'CrewNamed', { readonly crew: readonly string[] }>;
export type BoatEvent = Moored | CrewNamed | FactCorrected | FactRevoked;

/** Where each boat lies from which day on, who is aboard, and how much lies in each place. */
export function boats(version = 1, options: { readonly name?: string; readonly mark?: string } = {}): View<BoatEvent> {
  return {
    name: options.name ?? 'boats',
    version,
    categories: ['boat'],
    consumes: { Moored: true, CrewNamed: true, FactCorrected: true, FactRevoked: true },
    tables: {
      berths: {
        kind: 'segments',
        stream: 'boat_id',
        columns: { place: 'text?', tons: 'integer', mark: 'text' },
        indexes: [{ name: 'berths_place', columns: ['place', 'valid_from'], where: 'open' }],
      },
      crew: {
        kind: 'rows',
        stream: 'boat_id',
        key: ['name'],
        columns: { name: 'text', rank: 'integer', notes: 'json?' },
      },
      places: {
        kind: 'totals',
        of: 'berths',
        key: { place: 'text' },
        sums: ['tons'],
        contributions: ({ place, tons }) => (place ? [{ place, tons }] : []),
      },
      names: { kind: 'totals', of: 'crew', key: { name: 'text' }, sums: [], contributions: ({ name }) => [{ name }] },
    },
    project(_, history, previous): Rows {
      const facts = effectiveFacts<BoatEvent>(history);
      const last = history.at(-1);
      const moorings = facts
        .flatMap((fact) => (fact.type === 'Moored' ? [fact.data] : []))
        .toSorted((a, b) => (a.on < b.on ? -1 : 1));
      const byDay = new Map(moorings.map((mooring) => [mooring.on, mooring]));
      const days = [...byDay.values()];
      const berths: Row[] = [{ valid_from: EVER, place: null, tons: 0 }, ...days.map(berth)].map((row, i) => {
        const until = days[i];
        return { ...row, valid_to: until ? dayNumber(until.on) : FOREVER, mark: options.mark ?? '' };
      });
      const crew = facts.flatMap((fact) => (fact.type === 'CrewNamed' ? [fact.data.crew] : [])).at(-1) ?? [];
      return {
        berths,
        crew:
          last?.type === 'Moored' && previous
            ? (previous['crew'] as readonly Row[])
            : crew.map((name, rank) => ({ name, rank, notes: rank === 0 ? '{"captain":true}' : undefined })),
      };
    },
  };
}

function berth({ on, place, tons }: Moored['data']): Row {
  return { valid_from: dayNumber(on), place, tons };
}

/** A view of every boat that cannot take a mooring at a named place. */
export function afraidOf(place: string): View<BoatEvent> {
  const view = boats(1, { name: 'afraid' });
  return {
    ...view,
    project(stream: string, history: readonly Sequenced<BoatEvent>[], previous: Rows | undefined): Rows {
      const last = history.at(-1);
      if (last?.type === 'Moored' && last.data.place === place) throw new Error(`${place} is haunted`);
      return view.project(stream, history, previous);
    },
  };
}

export const moored = (on: string, place: string, tons = 1): Moored => ({ type: 'Moored', data: { on, place, tons } });
export const crewNamed = (...crew: readonly string[]): CrewNamed => ({ type: 'CrewNamed', data: { crew } });

/** Appends events to a stream, whatever its revision is; answers their ids and the last position. */
export async function tell(
  store: EventStore,
  stream: string,
  ...events: readonly Event<string, JsonObject>[]
): Promise<{ ids: string[]; position: bigint }> {
  let revision: bigint | 'none' = 'none';
  try {
    for await (const event of store.readStream(stream, { direction: 'backwards', limit: 1 })) revision = event.revision;
  } catch (error) {
    if ((error as Error).name !== 'StreamNotFound') throw error;
  }
  const fresh = events.map(({ type, data }) => ({ id: randomUUID(), type, data, metadata: {} }));
  const { position } = await store.append(stream, fresh, revision);
  return { ids: fresh.map(({ id }) => id), position };
}
