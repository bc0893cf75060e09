import { useCallback, useMemo, useState } from 'react';

/**
 * The projects that something is done with, by their ids, in the order in which they were chosen; they stay while the filter
 * and the point change. What is done with them reads them as they stand then.
 */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Takes projects in, or out. */
  readonly mark: (items: readonly { readonly id: string }[], chosen: boolean) => void;
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useSelection(): Selection {
  const [ids, setIds] = useState(NONE);
  const mark = useCallback((marked: readonly { readonly id: string }[], chosen: boolean) => {
    setIds((now) => {
      const next = new Set(now);
      for (const { id } of marked) {
        if (chosen) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  const clear = useCallback(() => setIds(NONE), []);
  return useMemo(() => ({ ids, mark, clear }), [ids, mark, clear]);
}
