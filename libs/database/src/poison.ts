import type { Stopped } from './catalogue.ts';
import { messageOf } from './trouble.ts';
import { categoryOf, type Sequenced, type View } from './view.ts';

/** A view cannot take this event. It is the view's fault or the event's, never the disk's: trying again changes nothing. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';
  readonly stopped: Stopped;

  constructor(event: Sequenced, why: unknown) {
    const message = messageOf(why);
    super(`event ${event.seq} (${event.id} of ${event.stream}, ${event.type}): ${message}`, { cause: why });
    this.stopped = { stream: event.stream, eventId: event.id, seq: event.seq, message };
  }
}

/** Whether the view is made of this event; throws PoisonEvent for one of its categories that it does not know, or nobody here does. */
export function consumes(view: View, event: Sequenced): boolean {
  if (!view.categories.includes(categoryOf(event.stream))) return false;
  if (event.notUnderstood !== undefined) throw new PoisonEvent(event, event.notUnderstood);
  if (!Object.hasOwn(view.consumes, event.type)) {
    throw new PoisonEvent(event, `the view ${view.name} does not consume ${event.type}`);
  }
  return true;
}
