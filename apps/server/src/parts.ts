import type { Logger } from 'pino';
import { openViews, type Views } from '#database';
import type { EventStore } from '#event-store';
import { AnswerOnce, Cursors, Metrics, Reading } from '#http';
import { Executor, openLog } from '#ledger';
import { openRegistry, type Registry } from '#registry';
import { LiveFeed } from '#views/module';
import { CatchUp } from './catch-up.ts';
import { measured } from './measured-store.ts';
import type { Role, TakenPlaces } from './places.ts';
import { startReassigner, type Reassigner } from './reassigner.ts';
import { startProjection, type Projection } from './projection.ts';

export interface PartsOptions {
  readonly places: TakenPlaces;
  readonly role: Role;
  readonly logger: Logger;
  /** Epoch ms; default: the machine's clock. */
  readonly clock?: (() => number) | undefined;
}

/** Everything that one process is made of, wired by hand: the composition root. */
export interface Parts {
  readonly store: EventStore;
  /** The same log as it was stored, for what shows, copies or proves it. */
  readonly storedLog: EventStore;
  readonly registry: Registry;
  readonly views: Views;
  readonly projection: Projection;
  readonly catchUp: CatchUp;
  readonly executor: Executor;
  readonly reassigner: Reassigner;
  readonly feed: LiveFeed;
  readonly answerOnce: AnswerOnce;
  readonly reading: Reading;
  readonly cursors: Cursors;
  readonly metrics: Metrics;
  readonly clock: () => number;
  close(): Promise<void>;
}

const PURGE_MS = 3_600_000;

/** Lets go, every hour, of the answers that are past repeating. Gives what ends it. */
function purging({ answers }: Registry, logger: Logger): () => Promise<void> {
  const purge = async () => {
    while ((await answers.purge()) > 0);
  };
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = purge().catch((error: unknown) => logger.error(error, 'purge'));
  }, PURGE_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return last;
  };
}

/** Opens the parts in order; what was opened is closed again if a later one fails. */
export async function openParts(options: PartsOptions): Promise<Parts> {
  const { clock = Date.now, places, role, logger } = options;
  const { database } = places;
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const metrics = new Metrics();
    const log = await openLog(places.log, { ...(options.clock && { clock: options.clock }) });
    closers.push(() => log.close());
    const store = measured(log, metrics);
    const registry = await openRegistry({ database, clock });
    closers.push(() => registry.close());
    closers.push(purging(registry, logger));
    const catchUp = new CatchUp((await store.readLast())?.position);
    const views = openViews({ database, storeId: store.storeId, formerIds: store.formerIds });
    closers.push(() => views.close());
    const projection = startProjection({ role, log: places.log, database, views, logger });
    closers.push(() => projection.stop());
    metrics.observeViews(() => projection.status());
    const knows = (reference: string) => registry.people.exists(reference.slice('person-'.length));
    const executor = new Executor({ store, clock, knows });
    const reassigner = startReassigner({ role, executor, views, logger });
    closers.push(() => reassigner.stop());
    const feed = new LiveFeed(
      { store, views },
      {
        dropped: (reason) => metrics.countDroppedReader(reason),
        failed: (error) => logger.error(error, 'the feed was cut short'),
      },
    );
    closers.push(() => feed.close());
    metrics.observeFeed(() => feed.status());
    return {
      store,
      storedLog: log.stored,
      registry,
      views,
      projection,
      catchUp,
      executor,
      reassigner,
      feed,
      answerOnce: new AnswerOnce(registry.answers),
      reading: new Reading(views, store, clock),
      cursors: new Cursors(store.storeId),
      metrics,
      clock,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
