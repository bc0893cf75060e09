import { addDays, endOfDay, knownAtOf, type Instant, type KnownAt as Point } from '#kernel';
import type { Sequence } from '#database';
import { After, KnownAt, OnDay, OneOf, PageQuery, SomeOf, Text } from '#http';
import type { LogFilter } from './queries.ts';
import { CATEGORY_TEXTS, EVENT_TEXTS } from './texts.ts';

/** Ids of subjects, actors and batches: what the log itself holds is not longer. */
const ID_MAX = 600;

/** What the log can be narrowed by. */
export class LogQuery extends PageQuery {
  @SomeOf(Object.keys(CATEGORY_TEXTS), {
    optional: true,
    about: '类别，多个以逗号分隔 / categories, with commas between them',
    example: 'project,zone',
  })
  category?: string;
  @SomeOf(Object.keys(EVENT_TEXTS), {
    optional: true,
    about: '事件类型，多个以逗号分隔 / types, with commas between them',
    example: 'ProjectSigned',
  })
  type?: string;
  @Text({
    optional: true,
    max: ID_MAX,
    about:
      '关于谁：项目、开发区、单位、人员等的编号 / whom it is about: the id of a project, a zone, a unit, a person …',
  })
  subject?: string;
  @Text({ optional: true, max: ID_MAX, about: '经办人 / who acted' })
  actor?: string;
  @OneOf(['api', 'screen', 'demo', 'import'], { optional: true, about: '来源 / where it came from' })
  source?: string;
  @Text({ optional: true, max: ID_MAX, about: '导入批次 / batch of an import' })
  batch?: string;
  @KnownAt({
    about:
      '从何处起：序号（含）、时刻（含）或某日开始 / from where on: a seq or an instant, that one included, or the beginning of a day',
  })
  since?: string;
  @KnownAt({
    about:
      '到何处止：序号（含）、时刻（含）或某日结束 / up to where: a seq or an instant, included, or the end of a day',
  })
  until?: string;
  @OnDay({ optional: true, about: '填报之日不早于 / filed on this day or later' })
  filedSince?: string;
  @OnDay({ optional: true, about: '填报之日不晚于 / filed on this day or earlier' })
  filedUntil?: string;
  @OneOf(['-seq', 'seq'], { optional: true, about: '-seq：新者在前（默认） / the latest first (default)' })
  sort?: '-seq' | 'seq';
  @KnownAt()
  knownAt?: string;
  @After()
  after?: string;
}

/** What the query asks for. */
export function filterOf(query: LogQuery): LogFilter {
  const { category, type, subject, actor, source, batch, filedSince, filedUntil } = query;
  const asked = {
    ...{ subject, actor, source, batch, categories: category?.split(','), types: type?.split(',') },
    filedAfter: filedSince === undefined ? undefined : endOfDay(addDays(filedSince, -1)),
    filedUntil: filedUntil === undefined ? undefined : endOfDay(filedUntil),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/**
 * The first and the last number between two points, as far as is known at `seq`. Time is the running maximum of the times of
 * recording, so what lies between two times follows each other in the log.
 */
export async function rangeOf(
  { since, until }: Pick<LogQuery, 'since' | 'until'>,
  seq: number,
  sequence: () => Promise<Sequence>,
): Promise<{ readonly first: number; readonly last: number }> {
  const upTo = async (instant: Instant): Promise<number> => (await (await sequence()).atInstant(instant))?.seq ?? 0;
  const [from, to] = [since, until].map((text) => (text === undefined ? undefined : (knownAtOf(text) as Point)));
  const first = from === undefined ? 1 : from.kind === 'seq' ? from.seq : (await upTo(justBefore(from))) + 1;
  const last = to === undefined ? seq : to.kind === 'seq' ? to.seq : await upTo(to.instant);
  return { first, last: Math.min(last, seq) };
}

/** The last millisecond before a time, or before a day in Shanghai. */
function justBefore(point: Exclude<Point, { readonly kind: 'seq' }>): Instant {
  if (point.kind === 'day') return endOfDay(addDays(point.day, -1));
  return new Date(Date.parse(point.instant) - 1).toISOString();
}
