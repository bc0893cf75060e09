import type { Expected } from './decide.ts';
import type { Appended } from './log.ts';
import type { Node } from './node.ts';
import type { ProposedEvent } from './records.ts';
import { precedes } from './version.ts';

/** `MaxAppendSize` of 23.10 to 25.0 (contract §1.3). */
export const APPEND_BYTES_MAX = 1024 * 1024;

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * What counts towards the limit: data, metadata, and the type in UTF-16 (contract §1.3). Before 24.10.4 an operator that
 * binds otherwise than was meant made it the data alone.
 */
export function sizeOnDisk(event: ProposedEvent, version: string): number {
  if (precedes(version, '24.10.4')) return event.data.length;
  return event.data.length + event.metadata.length + 2 * event.type.length;
}

/** Events and streams that the server throws an exception over (contract §1.3). */
export function isMalformed(stream: string, events: readonly ProposedEvent[]): boolean {
  return (
    stream === '' || stream === '$$' || events.some(({ id, type }) => !UUID.test(id) || id === NO_ID || type === '')
  );
}

/** A follower that was not asked for its leader hands the append on to it: the log and the memory are the leader's. */
export function write(node: Node, stream: string, events: readonly ProposedEvent[], expected: Expected): Appended {
  return node.log.append(stream, events, { expected, recent: node.membership.recent(), now: node.clock() });
}
