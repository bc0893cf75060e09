import { useCallback, useMemo, useState } from 'react';
import type { Item } from './rows.ts';

/** The rows that something is done with, in the order in which they were chosen; they stay while the filter changes. */
export interface Selection {
  readonly items: ReadonlyMap<string, Item>;
  /** Takes rows in, or out. */
  readonly mark: (items: readonly Item[], chosen: boolean) => void;
  readonly clear: () => void;
}

const NONE: ReadonlyMap<string, Item> = new Map();

export function useSelection(): Selection {
  const [items, setItems] = useState(NONE);
  const mark = useCallback((marked: readonly Item[], chosen: boolean) => {
    setItems((now) => {
      const next = new Map(now);
      for (const item of marked) {
        if (chosen) next.set(item.id, item);
        else next.delete(item.id);
      }
      return next;
    });
  }, []);
  const clear = useCallback(() => setItems(NONE), []);
  return useMemo(() => ({ items, mark, clear }), [items, mark, clear]);
}
