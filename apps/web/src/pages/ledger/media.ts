import { useSyncExternalStore } from 'react';

/** Whether what CSS asks of a medium is so. */
function mediumOf(text: string): () => boolean {
  const query = matchMedia(text);
  const subscribe = (listener: () => void): (() => void) => {
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => query.matches);
}

/** Whether the screen is a phone's: then there are cards instead of a grid. */
export const useNarrow = mediumOf('screen and (width < 900px)');

/** Whether the page is being put on paper. */
export const usePrinting = mediumOf('print');
