import { setTimeout as delay } from 'node:timers/promises';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ViewStatus } from '#database';
import { problem } from '#http';
import { VIEWS } from '#views';
import type { Parts } from './parts.ts';
import { PARTS } from './tokens.ts';

/** Trouble that lasts longer is worth a look; a lock that another process holds for a moment is not. */
const TROUBLE_MS_MAX = 3_000;
/** The longest a takeover by another projector may take. */
const STALE_MS_MAX = 10_000;
/** A server that does not answer within this time is as good as not there; who asks for readiness does not wait longer. */
const ANSWER_MS_MAX = 2_000;

/** Why a server does not answer, in time; nothing where it does. */
async function trouble(what: string, ask: () => Promise<unknown>): Promise<string[]> {
  try {
    await within(ask());
    return [];
  } catch (error) {
    return [`${what}: ${(error as Error).message}`];
  }
}

async function within<T>(asked: Promise<T>): Promise<T> {
  const answered = new AbortController();
  try {
    return await Promise.race([
      asked,
      delay(ANSWER_MS_MAX, undefined, { signal: answered.signal }).then(() => {
        throw new Error(`no answer within ${ANSWER_MS_MAX} ms`);
      }),
    ]);
  } finally {
    answered.abort();
  }
}

/** For whoever runs the process: is it there, may it be sent requests, how is it doing. */
@ApiExcludeController()
@Controller()
export class HealthController {
  /** An event that had no number when it was seen first, and when that was. */
  private ahead: { readonly position: bigint; readonly since: number } | undefined;

  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get('health/live')
  live() {
    return { status: 'live' };
  }

  /**
   * 503 with the reasons until every view answers for what was in the log at the start, and while views stand still or fail
   * again and again, or a server does not answer.
   */
  @Get('health/ready')
  async ready() {
    const { store, views: database } = this.parts;
    const servers = await Promise.all([
      trouble('log', () => store.readLast()),
      trouble('database', () => database.ping()),
    ]);
    const views = await within(this.parts.projection.look()).catch(() => this.parts.projection.status());
    const reasons = [...servers.flat(), ...(await this.projectorTroubles()), ...this.viewTroubles(views)];
    if (reasons.length > 0) throw problem('NotReady', { reasons: reasons.join('; ') });
    return {
      status: 'ready',
      projector: this.parts.projection.part,
      views: views.map(({ view, version, seq, lag }) => ({ view, version, seq, lag })),
    };
  }

  @Get('metrics')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { registry } = this.parts.metrics;
    reply.type(registry.contentType).send(await registry.metrics());
  }

  /**
   * The numbers of the events are the projector's work. Where the log stays ahead of them, no projector works, here or
   * elsewhere, and lists grow old without knowing it.
   */
  private async projectorTroubles(): Promise<string[]> {
    try {
      const last = await within(this.parts.store.readLast());
      const head = await within(this.parts.views.sequence().then((sequence) => sequence.head()));
      if (!last || (head && head.position >= (this.ahead?.position ?? last.position))) this.ahead = undefined;
      else this.ahead ??= { position: last.position, since: performance.now() };
    } catch {
      return []; // said by those whose trouble it is
    }
    const forMs = this.ahead ? performance.now() - this.ahead.since : 0;
    return forMs > STALE_MS_MAX
      ? [`no projector works: the log has been ahead of the views for ${Math.round(forMs)} ms`]
      : [];
  }

  private viewTroubles(views: readonly ViewStatus[]): string[] {
    const failure = this.parts.projection.failure();
    const served = new Set(
      views.filter(({ serving, state }) => serving && state !== 'stopped').map(({ view }) => view),
    );
    const behind = this.parts.catchUp.behind(views);
    const waiting = VIEWS.map(({ name }) => name).filter((name) => !served.has(name) || behind.has(name));
    const foreign = views.flatMap((one) => (one.foreign === undefined ? [] : [`view ${one.view}: ${one.foreign}`]));
    const failing = views.filter(
      ({ view, serving, state, trouble }) =>
        serving && state !== 'stopped' && !behind.has(view) && trouble && trouble.forMs > TROUBLE_MS_MAX,
    );
    const said = [
      ...waiting.map((name) => {
        const found = views.findLast(({ view }) => view === name);
        return found ? waitedFor(found) : `view ${name}: not built`;
      }),
      ...failing.map((one) => reasonOf(one)),
      ...foreign,
    ];
    return failure === undefined ? said : [failure, ...said];
  }
}

/** How far a view is that is not there yet. One that has not heard of all there is thinks that it is live. */
function waitedFor(status: ViewStatus): string {
  const { state, rebuild, seq } = status;
  if (state === 'live' || state === 'catching-up') return reasonOf(status, `catching-up, ${seq} events so far`);
  if (rebuild?.streamsTotal)
    return reasonOf(status, `${state}, ${rebuild.streamsDone} of ${rebuild.streamsTotal} streams`);
  return reasonOf(status);
}

function reasonOf({ view, state, stopped, trouble }: ViewStatus, doing: string = state): string {
  const at = stopped ? ` at ${JSON.stringify(stopped)}` : '';
  return `view ${view}: ${doing}${at}${trouble ? `, failing for ${trouble.forMs} ms: ${trouble.message}` : ''}`;
}
