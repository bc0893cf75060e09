import { useMemo } from 'react';
import { usePages, useReadOn } from '../../api/queries.ts';
import { eventsOf, type Event, type Step } from './events.ts';

const PAGE = 200;
const NOW = {};

/** All steps of a project as they are known now, in the order of recording or filing; undefined until the last page has come. */
export function useSteps(
  id: string,
  by: 'recorded' | 'filed',
): { readonly steps: readonly Step[] | undefined; readonly error: Error | null } {
  const read = usePages(
    '/api/projects/{id}/replay',
    { path: { id }, query: { limit: PAGE, ...(by === 'filed' && { by }) } },
    { at: NOW },
  );
  const isWhole = useReadOn(read);
  const { data, error } = read;
  const steps = useMemo(
    () => (data && isWhole ? data.pages.flatMap(({ items }) => items) : undefined),
    [data, isWhole],
  );
  return { steps, error };
}

/** All events of a project as they are known now, oldest first, with what became of each. */
export function useEvents(id: string): { readonly events: readonly Event[] | undefined; readonly error: Error | null } {
  const { steps, error } = useSteps(id, 'recorded');
  const events = useMemo(() => steps && eventsOf(steps), [steps]);
  return { events, error };
}
