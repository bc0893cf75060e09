import type { Recorded } from './events.ts';
import { canonicalJson, type JsonObject } from './json.ts';
import { digestOfText, type Digest } from './ids.ts';

/**
 * The leaf of the proof: the canonical JSON of everything an event is. Its form is fixed from the first event on;
 * a proof made in ten years is made of these bytes. The revision is decimal text, because JSON has no 64-bit integers.
 */
export function leafOf(event: Recorded): string {
  return canonicalJson({
    stream: event.stream,
    revision: String(event.revision),
    type: event.type,
    id: event.id,
    data: event.data as JsonObject,
    metadata: event.metadata as JsonObject,
  });
}

/** The digest that enters the transparency log for an event. */
export function leafDigest(event: Recorded): Digest {
  return digestOfText(leafOf(event));
}
