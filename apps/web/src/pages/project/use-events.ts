import { useEffect, useMemo } from 'react';
import { usePages } from '../../api/queries.ts';
import { eventsOf, type Event, type Step } from './events.ts';

const PAGE = 200;
const NOW = {};

/** All steps of a project as they are known now, in the order of recording or filing; undefined until the last page has come. */
export function useSteps(
  id: string,
  by: 'recorded' | 'filed',
): { readonly steps: readonly Step[] | undefined; readonly error: Error | null } {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = usePages(
    '/api/projects/{id}/replay',
    { path: { id }, query: { limit: PAGE, ...(by === 'filed' && { by }) } },
    { at: NOW },
  );
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const steps = useMemo(
    () => (data && !hasNextPage ? data.pages.flatMap(({ items }) => items) : undefined),
    [data, hasNextPage],
  );
  return { steps, error };
}

/** All events of a project as they are known now, oldest first, with what became of each. */
export function useEvents(id: string): { readonly events: readonly Event[] | undefined; readonly error: Error | null } {
  const { steps, error } = useSteps(id, 'recorded');
  const events = useMemo(() => steps && eventsOf(steps), [steps]);
  return { events, error };
}
