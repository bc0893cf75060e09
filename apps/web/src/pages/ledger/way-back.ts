import { useLayoutEffect, type RefObject } from 'react';
import { useLocation } from 'react-router';

/** How far down a list was when it was left, by its entry in the history. */
const left = new Map<string, number>();
/** Of more, those are forgotten that were left first. */
const LEFT_MAX = 200;

/** How far down the list was when it was left, for somebody who comes back to it: the browser knows that of the window only. */
export const useWayBack = (): number => left.get(useLocation().key) ?? 0;

/** Keeps how far down a list is when it is left. */
export function useLeaving(scroller: RefObject<HTMLElement | null>): void {
  const { key } = useLocation();
  useLayoutEffect(() => {
    const list = scroller.current;
    return () => {
      left.delete(key);
      left.set(key, list?.scrollTop ?? 0);
      for (const first of [...left.keys()].slice(0, -LEFT_MAX)) left.delete(first);
    };
  }, [scroller, key]);
}
