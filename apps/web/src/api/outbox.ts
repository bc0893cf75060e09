import type { DraftSeen } from './draft-shelf.ts';
import type { ProblemBody } from './problem.ts';
import { keep, kept, type Shelf } from './kept.ts';

/** A command that the server has not acknowledged yet, or has refused when nobody was there to be told. */
export interface Unsent {
  /** Its Idempotency-Key: sent again with it, it is still one command. */
  readonly key: string;
  readonly address: string;
  readonly body: unknown;
  readonly revision?: string;
  /** What it is, in the words of who sent it. */
  readonly title: string;
  /** Epoch ms. */
  readonly at: number;
  /** The newest event that the page knew: the command is meant for the ledger that has it. */
  readonly after?: string;
  /** What is cleared when it arrives. */
  readonly draft?: DraftSeen;
  /** Whether it was sent and nobody answered. */
  readonly failed?: boolean;
  /** Why it is not sent by itself: the server has another ledger than the one it was meant for, or it has waited for days. */
  readonly held?: 'foreign' | 'late';
  readonly refused?: ProblemBody;
}

const PLACE = 'taizhang.outbox';
/** A command that has waited longer is not sent by itself any more: by then the world is another one. */
export const WAITING_MS_MAX = 3 * 24 * 60 * 60_000;

/** The commands on a shelf, in the order in which they were given. Every change is on the shelf before it counts. */
export class Outbox {
  private readonly shelf: Shelf;
  private readonly listeners = new Set<() => void>();
  private seen: readonly Unsent[];

  constructor(shelf: Shelf) {
    this.shelf = shelf;
    this.seen = this.read();
  }

  /** The same array until something changes. */
  readonly all = (): readonly Unsent[] => this.seen;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  put(unsent: Unsent): void {
    const others = this.read().filter(({ key }) => key !== unsent.key);
    this.write([...others, unsent].sort((a, b) => a.at - b.at));
  }

  /** Nothing where it was discarded meanwhile. */
  change(key: string, change: Partial<Unsent>): void {
    this.write(this.read().map((unsent) => (unsent.key === key ? { ...unsent, ...change } : unsent)));
  }

  drop(key: string): void {
    this.write(this.read().filter((unsent) => unsent.key !== key));
  }

  /** Looks at the shelf again: another tab has changed it. */
  refresh(): void {
    this.seen = this.read();
    for (const listener of this.listeners) listener();
  }

  /** What is to be sent, oldest first. */
  waiting(): readonly Unsent[] {
    return this.read().filter(isWaiting);
  }

  /** Holds back what has waited too long. */
  holdLate(now: number): void {
    const isLate = (unsent: Unsent): boolean => isWaiting(unsent) && now - unsent.at > WAITING_MS_MAX;
    if (!this.read().some(isLate)) return;
    this.write(this.read().map((unsent) => (isLate(unsent) ? { ...unsent, held: 'late' } : unsent)));
  }

  /** The same command where it is not acknowledged yet: given twice, it is still one. */
  same({ address, body }: Pick<Unsent, 'address' | 'body'>): Unsent | undefined {
    const text = JSON.stringify(body);
    return this.waiting().find((unsent) => unsent.address === address && JSON.stringify(unsent.body) === text);
  }

  private write(all: readonly Unsent[]): void {
    keep(this.shelf, PLACE, all.length === 0 ? undefined : all);
    this.refresh();
  }

  private read(): readonly Unsent[] {
    const all = kept(this.shelf, PLACE);
    return Array.isArray(all) ? (all as Unsent[]) : [];
  }
}

/** Whether it is sent by itself, now or when the server is reached again. */
const isWaiting = ({ refused, held }: Unsent): boolean => refused === undefined && held === undefined;

/** Whether a key of localStorage is the outbox's. */
export const isOutbox = (key: string | null): boolean => key === PLACE || key === null;
