import { useSyncExternalStore } from 'react';

/** Paper is never narrow: what is printed from a desktop is laid out as a table, however wide the sheet is. */
const NARROW = window.matchMedia('screen and (width < 900px)');

function subscribe(listener: () => void): () => void {
  NARROW.addEventListener('change', listener);
  return () => NARROW.removeEventListener('change', listener);
}

/** Whether this is a phone, or a window as narrow as one. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => NARROW.matches);
