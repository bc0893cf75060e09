import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Views } from '#database';
import type { EventStore } from '#event-store';
import { EVENT_STORE, problem, validQuery, VIEWS_READER } from '#http';
import { FeedQuery, wishOf } from './asked.ts';
import { LIVE_FEED, type LiveFeed } from './live-feed.ts';
import { FeedEventShape } from './shapes.ts';

const EVENT_STREAM = 'text/event-stream';
const ACCEPTED = [EVENT_STREAM, 'text/*', '*/*'];
/** A stream has its connection for itself: nothing else comes on it before, and nothing after. */
const HEADERS = {
  'content-type': `${EVENT_STREAM}; charset=utf-8`,
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no',
  connection: 'close',
} as const;

/** The log as it grows. */
@ApiTags('台账 / ledger')
@Controller('api/feed')
export class FeedController {
  constructor(
    @Inject(LIVE_FEED) private readonly feed: LiveFeed,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(VIEWS_READER) private readonly views: Views,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'feed',
    summary:
      '事件流（SSE），按入账次序，可续读；data 行见 FeedEventShape / the log as server-sent events, in order, resumable; each line data is a FeedEventShape',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: '上次收到的 id，由此续读 / the last id that was received: resume after it',
  })
  @ApiProduces(EVENT_STREAM)
  @ApiExtraModels(FeedEventShape)
  @ApiOkResponse({ content: { [EVENT_STREAM]: { schema: { type: 'string' } } } })
  async follow(
    @Query(validQuery(FeedQuery)) query: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!acceptsEvents(request.headers.accept)) throw problem('NotAcceptable', { type: EVENT_STREAM });
    const wish = await wishOf({ store: this.store, views: this.views }, query, request);
    if (request.method === 'HEAD') return void reply.headers(HEADERS).send();
    this.feed.requireRoom();
    reply.hijack();
    const { 'x-request-id': requestId } = reply.getHeaders();
    reply.raw.writeHead(200, { ...HEADERS, 'x-request-id': String(requestId) });
    this.feed.add(reply.raw, wish);
  }
}

function acceptsEvents(accept = '*/*'): boolean {
  return accept.split(',').some((part) => ACCEPTED.includes((part.split(';', 1)[0] ?? '').trim().toLowerCase()));
}
