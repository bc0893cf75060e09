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
/** A server that does not answer within this time is as good as not there; who asks for readiness does not wait longer. */
const ANSWER_MS_MAX = 2_000;

/** Why a server does not answer, in time; nothing where it does. */
async function trouble(what: string, ask: () => Promise<unknown>): Promise<string[]> {
  const late = new AbortController();
  try {
    await Promise.race([
      ask(),
      delay(ANSWER_MS_MAX, undefined, { signal: late.signal }).then(() => {
        throw new Error(`no answer within ${ANSWER_MS_MAX} ms`);
      }),
    ]);
    return [];
  } catch (error) {
    return [`${what}: ${(error as Error).message}`];
  } finally {
    late.abort();
  }
}

/** For whoever runs the process: is it there, may it be sent requests, how is it doing. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get('health/live')
  live() {
    return { status: 'live' };
  }

  /** 503 with the reasons while views are not built, stand still or fail again and again, or the log does not answer. */
  @Get('health/ready')
  async ready() {
    const { store, views } = this.parts;
    const servers = await Promise.all([
      trouble('log', () => store.readLast()),
      trouble('database', () => views.ping()),
    ]);
    const reasons = [...servers.flat(), ...this.viewTroubles()];
    if (reasons.length > 0) throw problem('NotReady', { reasons: reasons.join('; ') });
    return {
      status: 'ready',
      projector: this.parts.projection.part,
      views: this.parts.projection.status().map(({ view, version, seq, lag }) => ({ view, version, seq, lag })),
    };
  }

  @Get('metrics')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { registry } = this.parts.metrics;
    reply.type(registry.contentType).send(await registry.metrics());
  }

  private viewTroubles(): string[] {
    const failure = this.parts.projection.failure();
    const views = this.parts.projection.status();
    const served = new Set(
      views.filter(({ serving, state }) => serving && state !== 'stopped').map(({ view }) => view),
    );
    const waiting = VIEWS.map(({ name }) => name).filter((name) => !served.has(name));
    const failing = views.filter(
      ({ serving, state, trouble }) => serving && state !== 'stopped' && trouble && trouble.forMs > TROUBLE_MS_MAX,
    );
    const said = [
      ...waiting.map((name) => {
        const found = views.findLast(({ view }) => view === name);
        return found ? reasonOf(found) : `view ${name}: not built`;
      }),
      ...failing.map(reasonOf),
    ];
    return failure === undefined ? said : [failure, ...said];
  }
}

function reasonOf({ view, state, stopped, trouble }: ViewStatus): string {
  const at = stopped ? ` at ${JSON.stringify(stopped)}` : '';
  return `view ${view}: ${state}${at}${trouble ? `, failing for ${trouble.forMs} ms: ${trouble.message}` : ''}`;
}
