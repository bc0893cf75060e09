import type { FastifyRequest } from 'fastify';
import { fault, field, good, Id, invalid, positionOfAfter, problem, SomeOf, Text } from '#http';
import { CATEGORIES, EVENT_TYPES, type FeedFilter } from './filter.ts';
import type { FeedWish } from './reader.ts';
import { numberedHead, type FeedSource } from './source.ts';

const TOKEN_MAX = 200;
const START = 'start';
/** A number of an event, from 1. */
const SEQ = /^[1-9]\d{0,14}$/;

function From(): PropertyDecorator {
  return field(
    (value) => (value === START || (typeof value === 'string' && SEQ.test(value)) ? good : [fault('NotAFeedStart')]),
    { type: String },
    {
      optional: true,
      about:
        '从何处起：start（第一条）或某条的 seq（含该条）；不给则从现在起 / where to begin: start, or the seq of the first event wanted; default: from now on',
      example: START,
    },
  );
}

export class FeedQuery {
  @SomeOf(CATEGORIES, {
    optional: true,
    about: '流的类别，多个以逗号分隔 / categories of streams, with commas between them',
    example: 'project,zone',
  })
  category?: string;
  @SomeOf(EVENT_TYPES, {
    optional: true,
    about: '事件类型，多个以逗号分隔 / types of events, with commas between them',
    example: 'ProjectSigned',
  })
  type?: string;
  @Id({ optional: true, about: '只看一个项目 / of one project only' })
  project?: string;
  @Text({
    optional: true,
    max: TOKEN_MAX,
    about:
      '从此标记之后续读；请求头 Last-Event-ID 优先 / resume after this token; the header Last-Event-ID goes before it',
  })
  after?: string;
  @From()
  from?: string;
}

function filterOf({ category, type, project }: FeedQuery): FeedFilter {
  return {
    categories: category?.split(','),
    types: type?.split(','),
    stream: project === undefined ? undefined : `project-${project}`,
  };
}

/**
 * Where a reader begins. A browser that comes again sends Last-Event-ID with the address that it used first, so the header
 * goes before what stands in the address. Throws 400 for a place that is none, or none of this log.
 */
export async function wishOf(source: FeedSource, query: FeedQuery, request: FastifyRequest): Promise<FeedWish> {
  const filter = filterOf(query);
  if (query.after !== undefined && query.from !== undefined)
    throw invalid([fault('NotBoth', { other: 'after' }, 'from')]);
  const header = request.headers['last-event-id'];
  const token = (typeof header === 'string' && header !== '' ? header : undefined) ?? query.after;
  if (token !== undefined) return { after: await positionOf(source, token), filter, known: true };
  if (query.from !== undefined) return { after: await positionBefore(source, query.from), filter, known: false };
  return { after: (await source.store.readLast())?.position ?? 0n, filter, known: false };
}

/** Tokens name events; one whose event is gone came from a log that was longer, or went on otherwise. */
async function positionOf(source: FeedSource, token: string): Promise<bigint> {
  const { store, views } = source;
  const position = positionOfAfter(store.storeId, token);
  if (position === 0n) return position;
  const numbered = await numberedHead(source);
  // The answer to a command may be here before its event has a number.
  const isThere =
    position <= numbered.position
      ? (await (await views.sequence()).atPosition(position))?.position === position
      : position <= ((await store.readLast())?.position ?? 0n);
  if (!isThere) throw problem('AfterTokenUnknown');
  return position;
}

async function positionBefore(source: FeedSource, from: string): Promise<bigint> {
  if (from === START || from === '1') return 0n;
  const seq = Number(from);
  const { seq: last } = await numberedHead(source);
  // The next one is taken: who has seen all of them asks for it.
  if (seq > last + 1) throw problem('KnownSeqAhead', { seq, last });
  return (await (await source.views.sequence()).bySeq(seq - 1))?.position ?? 0n;
}
