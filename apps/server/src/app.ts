import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { LevelWithSilent, Logger } from 'pino';
import { ApiAdapter, createLogger, logRequests, ProblemFilter } from '#http';
import { AppModule } from './app.module.ts';
import { serveDocs } from './openapi.ts';
import { openParts, type Parts } from './parts.ts';
import { takePlaces, type Places, type Role } from './places.ts';
import { servePage, showingNothing } from './web-page.ts';

/** How long a start waits for its views: those of a small ledger are there at once, a large one is caught up with while it serves. */
const BUILT_MS_MAX = 1000;
/** How long requests under way may take at the end; an append that is cut short then takes some seconds more. */
const UNDER_WAY_MS_MAX = 1_000;

export interface AppOptions extends Places {
  /** Default: all. */
  readonly role?: Role;
  /** Epoch ms; default: the machine's clock. */
  readonly clock?: () => number;
  /** Default: silent. */
  readonly logLevel?: LevelWithSilent;
}

/** An application on one ledger. */
export interface App {
  readonly nest: NestFastifyApplication;
  readonly parts: Parts;
  readonly logger: Logger;
  /** Whether every view answers for what was in the log at the start, waiting for it a while. */
  built(): Promise<boolean>;
  /** Stops accepting, finishes what is under way, and lets go of the places. */
  close(): Promise<void>;
}

/**
 * Opens a ledger and makes the application on it, initialised and not listening: `supertest(app.nest.getHttpServer())`.
 * Throws StartFailure and what the libraries throw; nothing stays open then.
 */
export async function createApp({ role = 'all', clock, logLevel = 'silent', ...places }: AppOptions): Promise<App> {
  const taken = takePlaces(places, role);
  let parts: Parts | undefined;
  try {
    const logger = createLogger(logLevel);
    parts = await openParts({ places: taken, role, logger, clock });
    const opened = parts;
    const nest = await createNest(opened, role, logger);
    let closing: Promise<void> | undefined;
    const close = async () => {
      // A command may wait for a log that does not answer; it is told so in time for its answer to go out.
      const late = setTimeout(() => void opened.store.close(), UNDER_WAY_MS_MAX);
      // Streams have no end of their own that could be waited for.
      await opened.feed.close();
      await Promise.all([nest.close(), opened.reassigner.stop()]);
      clearTimeout(late);
      await opened.close();
      taken.release();
    };
    const built = () => opened.catchUp.over(BUILT_MS_MAX, () => opened.projection.status());
    return { nest, parts, logger, built, close: () => (closing ??= close()) };
  } catch (error) {
    await parts?.close();
    taken.release();
    throw error;
  }
}

async function createNest(parts: Parts, role: Role, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new ApiAdapter(logger, role === 'projector' ? undefined : showingNothing());
  const instance = adapter.getInstance<FastifyInstance>();
  logRequests(instance);
  partAtTheEnd(instance);
  parts.metrics.observeRequests(instance);
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.of(parts, role), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  nest.useGlobalFilters(new ProblemFilter());
  if (role !== 'projector') {
    serveDocs(nest);
    await servePage(instance);
  }
  await nest.init();
  await instance.ready();
  return nest;
}

/** A connection that is kept alive after the answer that was under way would hold up the end for as long as it lives. */
function partAtTheEnd(instance: FastifyInstance): void {
  let ending = false;
  instance.addHook('preClose', (done) => {
    ending = true;
    done();
  });
  instance.addHook('onSend', (_, reply, payload, done) => {
    if (ending) void reply.header('connection', 'close');
    done(null, payload);
  });
}
