import { dayOf, isMending, type Event, type Fact, type Json, type Recorded } from '#kernel';

type History = readonly Recorded[];

const mended = ({ data }: Recorded): string | undefined => (data as { readonly factId?: string }).factId;

/** Which of some mendings of an event is in force: the last one that is not revoked itself. */
function inForce(type: 'FactCorrected' | 'FactRevoked', id: string, events: History): Recorded | undefined {
  const ofIt = events.filter((event) => event.type === type && mended(event) === id);
  return ofIt.findLast((event) => revocationOf(event.id, events) === undefined);
}

export function revocationOf(id: string, events: History): string | undefined {
  return inForce('FactRevoked', id, events)?.id;
}

export function correctionOf(id: string, events: History): string | undefined {
  return inForce('FactCorrected', id, events)?.id;
}

/** The facts that hold after some events, found without anything that the ledger finds them with. */
export function factsIn<F = Fact<Event>>(events: History): F[] {
  return events.flatMap((event) => {
    if (isMending(event) || revocationOf(event.id, events) !== undefined) return [];
    const { type, data, id, revision, metadata } = event;
    const correction = inForce('FactCorrected', id, events)?.data as { readonly data: Json } | undefined;
    const correctedBy = correctionOf(id, events);
    const holding = correction ? { data: correction.data, correctedBy } : { data };
    return [{ type, id, revision, filedOn: dayOf(metadata.filedAt), ...holding } as F];
  });
}
