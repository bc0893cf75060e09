import { useEffect, useMemo } from 'react';
import { usePages } from '../../api/queries.ts';
import { eventsOf, type Event } from './events.ts';

const PAGE = 200;
const NOW = {};

/** All events of a project as they are known now, oldest first; undefined until the last page has come. */
export function useEvents(id: string): { readonly events: readonly Event[] | undefined; readonly error: Error | null } {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = usePages(
    '/api/projects/{id}/replay',
    { path: { id }, query: { limit: PAGE } },
    { at: NOW },
  );
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const events = useMemo(
    () => (data && !hasNextPage ? eventsOf(data.pages.flatMap(({ items }) => items)) : undefined),
    [data, hasNextPage],
  );
  return { events, error };
}
