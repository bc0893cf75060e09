import { useCallback } from 'react';
import { useSearchParams } from '../../time/use-search-params.ts';

/** One filter in the address; undefined takes it out. The page stays where it is scrolled to. */
export function useParam(key: string): readonly [string | undefined, (value: string | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string | undefined) =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          if (value) next.set(key, value);
          else next.delete(key);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [key, setSearch],
  );
  return [search.get(key) || undefined, set];
}
