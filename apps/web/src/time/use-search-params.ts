import { useCallback } from 'react';
import { useSearchParams as useDrawn, type NavigateOptions } from 'react-router';

type Change = (now: URLSearchParams) => URLSearchParams;

/**
 * The query of the address, and how to change it. A change begins with the address as it is when it is made: two that follow
 * each other before the page is drawn again both count, where those of the router begin with what was drawn last.
 */
export function useSearchParams(): [URLSearchParams, (change: Change, options?: NavigateOptions) => void] {
  const [search, setDrawn] = useDrawn();
  const set = useCallback(
    (change: Change, options?: NavigateOptions) =>
      setDrawn(change(new URLSearchParams(window.location.search)), options),
    [setDrawn],
  );
  return [search, set];
}
