import { useQuery } from '@tanstack/react-query';
import type { Day } from '#kernel/dates';
import type { ReadKey } from '../api/queries.ts';
import { seqFiledBy } from './filed.ts';

/** The last event that had been filed by a day, by claimed times; undefined until it is found, and where there is none. */
export function useSeqFiledBy(day: Day | undefined): number | undefined {
  const { data } = useQuery<number | null, Error, number | null, ReadKey>({
    queryKey: ['/api/events', { filedBy: day }, {}],
    queryFn: async ({ signal }) => (day === undefined ? null : ((await seqFiledBy(day, signal)) ?? null)),
    enabled: day !== undefined,
    staleTime: Infinity,
  });
  return data ?? undefined;
}
