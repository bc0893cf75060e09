import { useEffect, useReducer } from 'react';
import { useUnsent } from '../../api/commands.ts';
import { drafts } from '../../api/drafts.ts';
import { keepTyped, typedForAll } from './month-drafts.ts';
import type { SheetCells } from './months.ts';

/** What is typed for a month. */
export interface Month {
  readonly cells: SheetCells;
  /** Keeps what is typed now for some of the projects. */
  readonly put: (changed: SheetCells) => void;
}

/** What is typed for a month of some projects, as it is kept: what has arrived is gone from it by itself. */
export function useMonth(period: string, ids: readonly string[]): Month {
  const [, look] = useReducer((times: number) => times + 1, 0);
  useEffect(() => drafts.onChanged(look), []);
  const put = (changed: SheetCells): void => {
    for (const [id, typed] of Object.entries(changed)) keepTyped(drafts, period, id, typed);
    look();
  };
  return { cells: typedForAll(drafts, period, ids), put };
}

/** The drafts whose command is on its way, from whichever form, by their keys. */
export function useOnTheirWay(): ReadonlySet<string> {
  const waiting = useUnsent().filter(({ refused, held }) => refused === undefined && held === undefined);
  return new Set(waiting.flatMap(({ draft }) => (draft ? [draft.key] : [])));
}
