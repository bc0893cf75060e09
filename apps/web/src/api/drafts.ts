import { useCallback, useState } from 'react';
import { keep, kept, shelf } from './kept.ts';

export interface Draft<T> {
  readonly value: T;
  /** Whether this is something that was typed before and never acknowledged. */
  readonly restored: boolean;
  readonly set: (value: T) => void;
  /** Once the server has acknowledged it, or the person gives it up. */
  readonly clear: () => void;
}

const placeOf = (key: string): string => `taizhang.draft.${key}`;

/** What is typed into a form, kept on this machine until `clear`: a crash, a reload or a closed tab loses none of it. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const [place] = useState(shelf);
  const [found] = useState(() => kept(place, placeOf(key)) as T | undefined);
  const [value, setValue] = useState<T>(found ?? initial);
  const [restored, setRestored] = useState(found !== undefined);
  const set = useCallback(
    (next: T) => {
      keep(place, placeOf(key), next);
      setValue(next);
    },
    [place, key],
  );
  const clear = useCallback(() => {
    keep(place, placeOf(key), undefined);
    setValue(initial);
    setRestored(false);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what a form begins with is what it began with
  }, [place, key]);
  return { value, restored, set, clear };
}
