import type { Expected } from './decide.ts';
import type { Appended, FakeLog } from './log.ts';
import { RecentIds } from './recent-ids.ts';
import type { ProposedEvent } from './records.ts';

/** What the handlers of one server work with: the log, which may be shared, and what dies with the process. */
export class Node {
  readonly log: FakeLog;
  readonly version: string;
  readonly #clock: () => number;
  readonly #recent = new RecentIds();

  constructor(log: FakeLog, version: string, clock: () => number) {
    this.log = log;
    this.version = version;
    this.#clock = clock;
  }

  append(stream: string, events: readonly ProposedEvent[], expected: Expected): Appended {
    return this.log.append(stream, events, { expected, recent: this.#recent, now: this.#clock() });
  }
}
