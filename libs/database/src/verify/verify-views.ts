import type { EventStore } from '#event-store';
import { viewPlace, type Storage, type ViewPlace } from '../connection.ts';
import { Unreadable } from '../errors.ts';
import type { DatabasePlace } from '../place.ts';
import { PoisonEvent } from '../poison.ts';
import { openStorage } from '../storage.ts';
import { checkView, type View } from '../view.ts';
import { firstDifference, shapesOf, type Difference, type Shape } from './compare.ts';
import { Side, type Rebuilt, type Told } from './side.ts';
import { momentOfNumbers, momentOfView, type Moment, type NotCompared } from './standing.ts';

/** With so few events to follow the snapshot is taken; with more, it would be held for longer than the comparison needs. */
const GAP_EVENTS_MAX = 500;
/** Where events come faster than they are followed, the snapshot is taken after so many rounds all the same. */
const ROUNDS_MAX = 20;

const PROGRESS = 'progress';

/** What the numbers of the events are called among the views. */
export const SEQUENCE = 'sequence';

export interface VerifyOptions {
  /** May be opened to read only. */
  readonly store: EventStore;
  /** Of a projector that runs, or of none: nothing is written there, and nobody there waits. */
  readonly database: DatabasePlace;
  readonly views: readonly View[];
  /** Whether the numbers of the events are compared too; default: yes. */
  readonly sequence?: boolean;
  /** The folder in which the side database is made; it is removed again, that of a run that was killed by the next one. */
  readonly sideIn: string;
  readonly onProgress?: (progress: VerifyProgress) => void;
  /** Ends it before its time, with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface VerifyProgress {
  readonly view: string;
  /** Counted in events, streams, rows. */
  readonly phase: 'numbering' | 'building' | 'comparing';
  readonly done: number;
  /** Not known of rows. */
  readonly of?: number;
}

/** What was found; `seq` is the event after which the two are compared. */
export type Finding =
  | { readonly outcome: 'equal'; readonly seq: number; readonly rows: number }
  | { readonly outcome: 'different'; readonly seq: number; readonly difference: Difference }
  | ({ readonly outcome: 'not-compared' } & NotCompared);
/** Of the numbers without a version. */
export type Verdict = { readonly view: string; readonly version?: number } & Finding;

/**
 * Makes the numbers and the views from the log once more, on the side, and compares them row by row with the running ones,
 * which may go on moving: each as it is after one event. Throws what log and database throw.
 */
export async function* verifyViews(options: VerifyOptions): AsyncGenerator<Verdict, void> {
  for (const view of options.views) checkView(view);
  const storage = openStorage(options.database);
  try {
    const side = await Side.open(options.store, options.sideIn, options.signal);
    try {
      const verification = new Verification(storage, side, options);
      if (options.sequence ?? true) yield { view: SEQUENCE, ...(await verification.sequence()) };
      for (const view of options.views) {
        yield { view: view.name, version: view.version, ...(await verification.view(view)) };
      }
    } finally {
      await side.close();
    }
  } finally {
    await storage.close();
  }
}

/** What is compared: what runs, as it is now, and how to get as far with what is made on the side. */
interface What {
  readonly view: string;
  readonly place: 'sequence' | ViewPlace;
  readonly now: () => Promise<Moment | NotCompared>;
  readonly reach: (seq: number) => Promise<void>;
}

class Verification {
  private readonly storage: Storage;
  private readonly side: Side;
  private readonly options: VerifyOptions;

  constructor(storage: Storage, side: Side, options: VerifyOptions) {
    this.storage = storage;
    this.side = side;
    this.options = options;
  }

  async sequence(): Promise<Finding> {
    return this.finding({
      view: SEQUENCE,
      place: SEQUENCE,
      now: () => momentOfNumbers(this.storage, this.options.store),
      reach: (seq) => this.side.number(seq, this.teller(SEQUENCE, 'numbering')),
    });
  }

  async view(view: View): Promise<Finding> {
    let rebuilt: Rebuilt | undefined;
    try {
      return await this.finding({
        view: view.name,
        place: viewPlace(view.name, view.version),
        now: () => momentOfView(this.storage, view, this.options.store),
        reach: async (seq) => {
          if (rebuilt) await rebuilt.follow(seq);
          else rebuilt = await this.side.build(view, seq, this.teller(view.name, 'building'));
        },
      });
    } finally {
      await rebuilt?.close();
      await this.side.drop(view);
    }
  }

  private teller(view: string, phase: VerifyProgress['phase']): Told {
    return (done, of) => this.options.onProgress?.({ view, phase, done, of });
  }

  private async finding(what: What): Promise<Finding> {
    try {
      const moment = await nearMoment(what);
      if ('reason' in moment) return { outcome: 'not-compared', ...moment };
      try {
        await what.reach(moment.seq);
        return await this.compared(what, moment);
      } finally {
        await moment.snapshot.close();
      }
    } catch (error) {
      if (error instanceof Unreadable) {
        return { outcome: 'not-compared', reason: 'unreadable', message: error.message };
      }
      if (error instanceof PoisonEvent) {
        return { outcome: 'not-compared', reason: 'rebuild-stopped', stopped: error.stopped };
      }
      throw error;
    }
  }

  /** Every table, the progress first: who is at another event cannot have the same rows. */
  private async compared({ view, place }: What, { snapshot, seq }: Moment): Promise<Finding> {
    const { signal, onProgress } = this.options;
    const rebuilt = await this.side.snapshot(place);
    try {
      const shapes = (await shapesOf(rebuilt)).map(comparable);
      shapes.sort((a, b) => Number(b.name === PROGRESS) - Number(a.name === PROGRESS));
      let rows = 0;
      for (const shape of shapes) {
        const difference = await firstDifference(snapshot, rebuilt, shape, (more) => {
          signal?.throwIfAborted();
          rows += more;
          onProgress?.({ view, phase: 'comparing', done: rows });
        });
        if (difference) return { outcome: 'different', seq, difference };
      }
      return { outcome: 'equal', seq, rows };
    } finally {
      await rebuilt.close();
    }
  }
}

/** Gets as far as what runs without holding it, until what is left is little; then the moment at which both are compared. */
async function nearMoment({ now, reach }: What): Promise<Moment | NotCompared> {
  let reached: number | undefined;
  for (let round = 0; ; round++) {
    const moment = await now();
    if ('reason' in moment) return moment;
    const { snapshot, seq } = moment;
    if (seq < (reached ?? 0)) {
      // A server that lost its power has lost the last rows, too, and projects them again.
      await snapshot.close();
      return { reason: 'building' };
    }
    if (reached !== undefined && (seq - reached <= GAP_EVENTS_MAX || round === ROUNDS_MAX)) return moment;
    await snapshot.close();
    await reach(seq);
    reached = seq;
  }
}

/** Which stream was the last one of a build says nothing of what was built. */
function comparable(shape: Shape): Shape {
  if (shape.name !== PROGRESS) return shape;
  return { ...shape, columns: shape.columns.filter((column) => column !== 'stream') };
}
