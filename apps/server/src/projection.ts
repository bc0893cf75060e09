import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { ViewStatus } from '#database';
import type { FromWorker, WorkerInput } from './projector-worker.ts';

const RESTARTS_MAX = 5;
/** A worker that ran this long has earned its restarts anew. */
const STEADY_MS = 60_000;
const RESTART_MS = 500;
const fromSource = import.meta.url.endsWith('.ts');

/** The projector in a thread of its own, so that applying events never holds up a request. */
export interface Projection {
  /** As the worker said last; empty before it has said anything. */
  status(): readonly ViewStatus[];
  /** Resolves true once every view answers queries, false after `ms`. */
  built(ms: number): Promise<boolean>;
  /** Why no worker runs, once it was given up or while it is being restarted. */
  failure(): string | undefined;
  stop(): Promise<void>;
}

export interface ProjectionOptions extends WorkerInput {
  readonly logger: Logger;
}

/** Starts the projector. One that dies is started again, a few times, and every time is logged as an error. */
export function startProjection(options: ProjectionOptions): Projection {
  return new ProjectionThread(options);
}

class ProjectionThread implements Projection {
  private readonly options: ProjectionOptions;
  private worker: Worker;
  private restart: NodeJS.Timeout | undefined;
  private restarts = 0;
  private stopping = false;
  private onBuilt: (() => void) | undefined;
  private latest: readonly ViewStatus[] = [];
  private why: string | undefined = 'the projector is starting';
  private ended: Promise<unknown>;

  constructor(options: ProjectionOptions) {
    this.options = options;
    [this.worker, this.ended] = this.start();
  }

  status(): readonly ViewStatus[] {
    return this.latest;
  }

  failure(): string | undefined {
    return this.why;
  }

  async built(ms: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(false), ms);
    this.onBuilt = () => resolve(true);
    if (this.allServe()) resolve(true);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.onBuilt = undefined;
    }
  }

  private allServe(): boolean {
    const serving = new Set(this.latest.filter((one) => one.serving).map(({ view }) => view));
    return this.latest.length > 0 && this.latest.every(({ view }) => serving.has(view));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    this.worker.postMessage('stop');
    await this.ended;
  }

  private start(): [Worker, Promise<unknown>] {
    const { dataDir, logFile } = this.options;
    const worker = new Worker(
      new URL(fromSource ? './projector-worker.ts' : './projector-worker.js', import.meta.url),
      {
        workerData: { dataDir, logFile } satisfies WorkerInput,
        execArgv: ['--disable-warning=ExperimentalWarning', ...(fromSource ? ['--conditions=source'] : [])],
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
    if (message.kind === 'status') {
      this.tellStopped(message.status);
      this.latest = message.status;
      this.why = undefined;
      if (this.allServe()) this.onBuilt?.();
    } else {
      this.options.logger.error({ trouble: message.message }, 'the projector has trouble and tries again');
    }
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
    const given = this.restarts > RESTARTS_MAX;
    this.options.logger.error(
      { err: cause, restarts: this.restarts },
      given ? 'the projector is given up' : 'the projector has ended and is started again',
    );
    if (given) return;
    this.restart = setTimeout(() => {
      [this.worker, this.ended] = this.start();
    }, RESTART_MS * this.restarts);
  }
}
