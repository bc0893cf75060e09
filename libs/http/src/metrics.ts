import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a projector says of one view, as far as it is measured. */
export interface ViewStatus {
  readonly view: string;
  readonly version: number;
  readonly state: string;
  /** Events behind the log. */
  readonly lag: number;
  readonly applied: number;
  readonly gaps: number;
}

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Everything that is counted in this process, for Prometheus. Routes are templates, so that labels stay few. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly commands: Counter<'command' | 'outcome'>;
  private readonly appends: Histogram<'outcome'>;
  private readonly dropped: Counter<'reason'>;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'taizhang_http_request_seconds',
      help: 'Time from the first byte of a request to its answer, by route template.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.commands = new Counter({
      name: 'taizhang_commands_total',
      help: 'Commands by outcome: accepted, unchanged, refused, changedSince, keyReused, invalid.',
      labelNames: ['command', 'outcome'],
      registers,
    });
    this.appends = new Histogram({
      name: 'taizhang_append_seconds',
      help: 'Time until an append is on disk, by outcome.',
      labelNames: ['outcome'],
      buckets: SECONDS,
      registers,
    });
    this.dropped = new Counter({
      name: 'taizhang_feed_dropped_total',
      help: 'Readers of the feed that were dropped: slow, stalled.',
      labelNames: ['reason'],
      registers,
    });
  }

  observeRequests(instance: FastifyInstance): void {
    instance.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      this.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
      done();
    });
  }

  /** Measures the feed at each scrape. */
  observeFeed(status: () => { readonly readers: number; readonly waitingBytes: number }): void {
    const measure = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect() {
          this.set(value());
        },
      });
    measure('taizhang_feed_readers', 'Readers that follow the feed.', () => status().readers);
    measure('taizhang_feed_waiting_bytes', 'Bytes that wait for all readers.', () => status().waitingBytes);
  }

  countDroppedReader(reason: string): void {
    this.dropped.inc({ reason });
  }

  countCommand(command: string, outcome: string): void {
    this.commands.inc({ command, outcome });
  }

  observeAppend(outcome: string, seconds: number): void {
    this.appends.observe({ outcome }, seconds);
  }

  /** Measures views at each scrape, from whatever status is known then. */
  observeViews(status: () => readonly ViewStatus[]): void {
    const labelNames = ['view', 'version'] as const;
    const measure = (name: string, help: string, value: (view: ViewStatus) => number) =>
      new Gauge({
        name,
        help,
        labelNames: [...labelNames],
        registers: [this.registry],
        collect() {
          this.reset();
          for (const view of status()) this.set({ view: view.view, version: view.version }, value(view));
        },
      });
    measure('taizhang_view_lag_events', 'Events that a view has not applied yet.', ({ lag }) => lag);
    measure(
      'taizhang_view_applied_events',
      'Events that a view has applied since it was started.',
      ({ applied }) => applied,
    );
    measure('taizhang_view_gaps', 'Gaps that a view has met.', ({ gaps }) => gaps);
    new Gauge({
      name: 'taizhang_view_state',
      help: '1 for the state a view is in.',
      labelNames: [...labelNames, 'state'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const { view, version, state } of status()) this.set({ view, version, state }, 1);
      },
    });
  }
}
