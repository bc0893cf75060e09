import type { UseQueryResult } from '@tanstack/react-query';
import { dayOf, type Day } from '#kernel/dates';
import type { Answer } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { usePoint } from '../../time/use-point.ts';
import type { From } from './addresses.ts';
import { fromSince, sinceDay } from './since.ts';
import { useParam } from './use-param.ts';

/** The change that the page shows, and what it is counted from. */
export interface Changed {
  readonly compared: UseQueryResult<Answer<'/api/projects/compare/summary'>>;
  readonly since: Day;
  readonly setSince: (day: string | undefined) => void;
  readonly from: From;
  /** Whether it is known what it is counted from. */
  readonly begun: boolean;
  /** In compare mode the points are those of the header. */
  readonly comparing: boolean;
}

/** The first event of the log; compare mode has no use for it. */
export function useFirstEvent(): Answer<'/api/events'> | undefined {
  const { comparing } = usePoint();
  return useRead('/api/events', { query: { sort: 'seq', limit: 1 } }, { enabled: !comparing }).data;
}

/** What changed since the chosen day; in compare mode between the two points of the address. */
export function useChange(day: Day, zoneId: string | undefined): Changed {
  const { point, comparing } = usePoint();
  const [chosen, setSince] = useParam('since');
  const first = useFirstEvent();
  const since = sinceDay(chosen, day);
  const log = {
    first: first?.items[0] && dayOf(first.items[0].recordedAt),
    last: first?.asOf.recordedAt ? dayOf(first.asOf.recordedAt) : undefined,
  };
  const { fromKnownAt, fromEffectiveOn } = point;
  const from: From = comparing
    ? { ...(fromKnownAt && { fromKnownAt }), ...(fromEffectiveOn && { fromEffectiveOn }) }
    : fromSince(since, log);
  const begun = comparing || first !== undefined;
  const compared = useRead(
    '/api/projects/compare/summary',
    { query: { ...(zoneId && { zoneId }) } },
    { at: { ...point, ...from }, enabled: begun },
  );
  return { compared, since, setSince, from, begun, comparing };
}
