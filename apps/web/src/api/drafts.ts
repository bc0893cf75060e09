import { useCallback, useEffect, useState } from 'react';
import { DraftShelf } from './draft-shelf.ts';
import { shelf } from './kept.ts';

export interface Draft<T> {
  readonly value: T;
  /** Whether this is something that was typed before and never acknowledged. */
  readonly restored: boolean;
  readonly set: (value: T) => void;
  /** Once the server has acknowledged it, or the person gives it up. */
  readonly clear: () => void;
}

export const drafts = new DraftShelf(shelf());

/**
 * What is typed into a form, kept on this machine until `clear`: a crash, a reload or a closed tab loses none of it. A
 * command that names the draft clears it too, when it arrives after the form was closed. The same form in another tab is the
 * same draft: each shows what was typed into the other, so that neither writes over it.
 */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const [found] = useState(() => drafts.read(key) as T | undefined);
  // What a form begins with is what it began with.
  const [begun] = useState(() => initial);
  const [value, setValue] = useState<T>(found ?? begun);
  const [restored, setRestored] = useState(found !== undefined);
  const set = useCallback(
    (next: T) => {
      drafts.write(key, next);
      setValue(next);
    },
    [key],
  );
  const empty = useCallback(() => {
    setValue(begun);
    setRestored(false);
  }, [begun]);
  const clear = useCallback(() => {
    drafts.write(key, undefined);
    empty();
  }, [key, empty]);
  useEffect(
    () =>
      drafts.onChanged((changed) => {
        if (changed !== key) return;
        const there = drafts.read(key) as T | undefined;
        if (there === undefined) empty();
        else setValue(there);
      }),
    [key, empty],
  );
  return { value, restored, set, clear };
}
