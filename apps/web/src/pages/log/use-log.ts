import { useState } from 'react';
import { usePages, useRead } from '../../api/queries.ts';
import { usePoint } from '../../time/use-point.ts';
import { queryIn } from './address.ts';

const ROWS = 100;
/** More new events than this are not counted. */
const FRESH_MAX = 200;

/**
 * The log as it was when its reader began: the list is pinned at that event and does not move under the eye. What is recorded
 * later is counted, and shown when it is asked for.
 */
export function useLog(search: URLSearchParams) {
  const { point } = usePoint();
  const query = queryIn(search);
  const asked = JSON.stringify([query, point.knownAt]);
  const newest = useRead('/api/events', { query: { limit: 1 } });
  const [pin, setPin] = useState<{ readonly asked: string; readonly seq: number }>();
  const last = newest.isPlaceholderData ? undefined : newest.data?.asOf.seq;
  if (last !== undefined && pin?.asked !== asked) setPin({ asked, seq: last });
  const seq = pin?.asked === asked ? pin.seq : last;
  const pages = usePages(
    '/api/events',
    { query: { ...query, limit: ROWS } },
    { enabled: seq !== undefined, at: { knownAt: String(seq) } },
  );
  const behind = point.knownAt === undefined && seq !== undefined && last !== undefined && last > seq;
  const fresh = useRead(
    '/api/events',
    { query: { ...query, since: String((seq ?? 0) + 1), limit: FRESH_MAX } },
    { enabled: behind },
  );
  const news = behind && !fresh.isPlaceholderData ? fresh.data : undefined;
  return {
    newest,
    pages,
    fresh: news?.items.length ?? 0,
    isMore: news?.next != null,
    showFresh: () => last !== undefined && setPin({ asked, seq: last }),
  };
}
