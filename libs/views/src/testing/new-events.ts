import type { JsonObject, NewEvent, Recorded } from '#kernel';

/** The events of a history on their way into a log, under ids of their own there, as are the facts that they mend. */
export function newEvents(history: readonly Recorded[], own: (id: string) => string): NewEvent[] {
  return history.map(({ id, type, data, metadata: { recordedAt: _, ...metadata } }) => {
    const said = data as JsonObject;
    const { factId } = said;
    return { id: own(id), type, data: typeof factId === 'string' ? { ...said, factId: own(factId) } : said, metadata };
  });
}
