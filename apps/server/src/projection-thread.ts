import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { ViewStatus } from '#database';
import type { ObservedViews } from './observed-views.ts';
import type { Projection } from './projection.ts';
import type { FromWorker, WorkerInput } from './projector-worker.ts';

/** A worker that ran this long has earned its quick restarts anew. */
const STEADY_MS = 60_000;
const RESTART_MS = 500;
/** However often it has died: what it lacks, a server or a disk, may be back any time. */
const RESTART_MS_MAX = 5_000;
/** What Node says of its own SQLite, and of TLS to a server that is named by its address. */
const QUIET = ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0123'];
const fromSource = import.meta.url.endsWith('.ts');

interface Options extends WorkerInput {
  readonly logger: Logger;
  readonly observed: ObservedViews;
}

/**
 * The projector in a thread of its own, so that applying events never holds up a request. One that dies is started again,
 * and every time is logged as an error. While it stands by, the views are those of the projector that works.
 */
export class ProjectionThread implements Projection {
  private readonly options: Options;
  private worker: Worker;
  private restart: NodeJS.Timeout | undefined;
  private restarts = 0;
  private stopping = false;
  private standing: 'working' | 'standby' = 'working';
  private latest: readonly ViewStatus[] = [];
  private why: string | undefined = 'the projector is starting';
  private ended: Promise<unknown>;

  constructor(options: Options) {
    this.options = options;
    [this.worker, this.ended] = this.start();
  }

  get part(): 'working' | 'standby' {
    return this.standing;
  }

  status(): readonly ViewStatus[] {
    return this.standing === 'standby' ? this.options.observed.status() : this.latest;
  }

  look(): Promise<readonly ViewStatus[]> {
    return this.standing === 'standby' ? this.options.observed.look() : Promise.resolve(this.latest);
  }

  failure(): string | undefined {
    return this.why;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    this.worker.postMessage('stop');
    await this.ended;
    await this.options.observed.stop();
  }

  private start(): [Worker, Promise<unknown>] {
    const { log, database } = this.options;
    const worker = new Worker(
      new URL(fromSource ? './projector-worker.ts' : './projector-worker.js', import.meta.url),
      {
        workerData: { log, database } satisfies WorkerInput,
        execArgv: [...QUIET, ...(fromSource ? ['--conditions=source'] : [])],
      },
    );
    const began = performance.now();
    let cause: unknown;
    worker.on('message', (message: FromWorker) => this.heard(message));
    worker.on('error', (error: unknown) => {
      cause = error;
    });
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve())).then(() => {
      if (!this.stopping) this.died(cause, performance.now() - began);
    });
    return [worker, ended];
  }

  private heard(message: FromWorker): void {
    switch (message.kind) {
      case 'status':
        this.stand('working');
        this.tellStopped(message.status);
        this.latest = message.status;
        this.why = undefined;
        break;
      case 'standby':
        this.stand('standby');
        this.why = undefined;
        break;
      case 'trouble':
        this.options.logger.error({ trouble: message.message }, 'the projector has trouble and tries again');
    }
  }

  private stand(standing: 'working' | 'standby'): void {
    if (standing === this.standing) return;
    this.standing = standing;
    this.options.logger.info({ projector: standing }, 'the projector of this process');
  }

  /** Once for each: the status says it again and again. */
  private tellStopped(status: readonly ViewStatus[]): void {
    const isStopped = (views: readonly ViewStatus[], { view, version }: ViewStatus) =>
      views.some((one) => one.view === view && one.version === version && one.stopped);
    for (const one of status) {
      const { view, version, stopped } = one;
      if (stopped && !isStopped(this.latest, one)) {
        this.options.logger.error({ view, version, stopped }, 'a view has stopped at an event that it cannot take');
      }
    }
  }

  private died(cause: unknown, ranMs: number): void {
    this.restarts = ranMs > STEADY_MS ? 1 : this.restarts + 1;
    this.why = `the projector has ended: ${cause instanceof Error ? cause.message : 'no reason given'}`;
    this.options.logger.error({ err: cause, restarts: this.restarts }, 'the projector has ended and is started again');
    const wait = Math.min(RESTART_MS * this.restarts, RESTART_MS_MAX);
    this.restart = setTimeout(() => {
      [this.worker, this.ended] = this.start();
    }, wait);
  }
}
