import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

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

const paper = matchMedia('print');
let isPrinting = paper.matches;

/** The window says that it will print before it lays the page out on paper: what is not drawn by then is not printed. */
function onPrinting(listener: () => void): () => void {
  const say = (is: boolean): void => {
    isPrinting = is;
    flushSync(listener);
  };
  const before = (): void => say(true);
  const after = (): void => say(false);
  const changed = (): void => say(paper.matches);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  paper.addEventListener('change', changed);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    paper.removeEventListener('change', changed);
  };
}

/** Whether the page is being put on paper. */
export const usePrinting = (): boolean => useSyncExternalStore(onPrinting, () => isPrinting);
