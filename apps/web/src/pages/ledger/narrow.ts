import { useSyncExternalStore } from 'react';

const query = matchMedia('(width < 900px)');

/** Whether the screen is a phone's: then there are cards instead of a grid. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
