/** A place for text that outlives the page: localStorage, or what a test gives. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const full = new Set<() => void>();

/** Called when the browser has no room for something: it is kept then only as long as the page. */
export function onFull(listener: () => void): () => void {
  full.add(listener);
  return () => full.delete(listener);
}

/** The shelf of this browser. */
export const shelf = (): Shelf => browserShelf;

/**
 * A shelf that takes everything: what `storage` has no room for, or does not allow, is held in memory. What it held before
 * under that key stays there, for an older draft is better than none.
 */
export function withoutLimit(storage: () => Shelf, overflows: () => void = () => undefined): Shelf {
  const held = new Map<string, string>();
  return {
    getItem: (key) => {
      try {
        return held.get(key) ?? storage().getItem(key);
      } catch {
        return null;
      }
    },
    setItem: (key, text) => {
      try {
        storage().setItem(key, text);
        held.delete(key);
      } catch {
        held.set(key, text);
        overflows();
      }
    },
    removeItem: (key) => {
      held.delete(key);
      try {
        storage().removeItem(key);
      } catch {
        // Nothing is there.
      }
    },
  };
}

const browserShelf = withoutLimit(
  () => localStorage,
  () => full.forEach((listener) => listener()),
);

/** A value that was kept as JSON; undefined where there is none, or none that can be read. */
export function kept(place: Shelf, key: string): unknown {
  const text = place.getItem(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function keep(place: Shelf, key: string, value: unknown): void {
  if (value === undefined) place.removeItem(key);
  else place.setItem(key, JSON.stringify(value));
}
