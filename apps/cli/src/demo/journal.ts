import { derivedId, type Command, type Day, type Instant } from '#kernel';
import type { Order, Slice } from '#ledger';
import type { Random } from './random.ts';

/** Seconds after midnight UTC of half past eight and of five in Shanghai. */
const OFFICE_OPENS_S = 30 * 60;
const OFFICE_CLOSES_S = 9 * 3600;
const STEP_S = 60;

/** What was put down: by its id it can be corrected or revoked, and what follows from it is filed after it. */
export interface Entry {
  readonly factId: string;
  readonly filedOn: Day;
  readonly filedAt: Instant;
}

/** Where an entry goes, on which day it was filed, and what it cannot have been filed before. */
export interface Filing {
  readonly slice: Slice;
  readonly streamId: string;
  readonly filedOn: Day;
  readonly after?: Entry;
}

/** Collects the orders of a demonstration; ids hang on the seed and the number of the order alone. */
export class Journal {
  private readonly orders: Order[] = [];
  private readonly seed: number;
  private readonly random: Random;

  constructor(seed: number, random: Random) {
    this.seed = seed;
    this.random = random;
  }

  file({ slice, streamId, filedOn, after }: Filing, command: Command): Entry {
    const filedAt = this.instant(filedOn, after);
    const commandId = derivedId('demo', String(this.seed), String(this.orders.length));
    this.orders.push({
      slice,
      streamId,
      command,
      commandId,
      actor: { id: 'demo', role: 'coordinator' },
      source: { kind: 'demo' },
      correlationId: commandId,
      filedAt,
    });
    return { factId: derivedId(commandId, '0'), filedOn: filedAt.slice(0, 10), filedAt };
  }

  /** Every order so far, as they were put down. */
  get told(): readonly Order[] {
    return this.orders;
  }

  /** Every order, as it was filed: by time, and those of one instant as they were put down. */
  inOrderOfFiling(): readonly Order[] {
    const time = (order: Order): string => order.filedAt as string;
    return this.orders.toSorted((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
  }

  /** In office hours of the day, but a minute after what came before. */
  private instant(day: Day, after: Entry | undefined): Instant {
    const drawn = this.random.int(OFFICE_OPENS_S, OFFICE_CLOSES_S);
    if (!after || after.filedOn < day) return at(day, drawn);
    return at(after.filedOn, Math.max(after.filedOn === day ? drawn : 0, secondOf(after.filedAt) + STEP_S));
  }
}

const two = (n: number): string => String(n).padStart(2, '0');
const at = (day: Day, second: number): Instant =>
  `${day}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}.000Z`;
const secondOf = (instant: Instant): number =>
  Number(instant.slice(11, 13)) * 3600 + Number(instant.slice(14, 16)) * 60 + Number(instant.slice(17, 19));
