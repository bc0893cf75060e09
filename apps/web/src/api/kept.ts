/** A place for text that outlives the page: localStorage, or what a test gives. */
export interface Shelf extends Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  readonly keys: () => readonly string[];
}

/** Why the browser did not keep something: it has no room left, or this site may keep nothing. */
export type NotKept = 'full' | 'blocked';

const listeners = new Set<(why: NotKept) => void>();

/** Called when the browser did not keep something: it is there then only as long as the page. */
export function onNotKept(listener: (why: NotKept) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The shelf of this browser. */
export const shelf = (): Shelf => browserShelf;

/**
 * A shelf that takes everything: what `storage` has no room for, or does not allow, is held in memory. What it held before
 * under that key stays there, for an older draft is better than none.
 */
export function withoutLimit(storage: () => Shelf, notKept: (why: NotKept) => void = () => undefined): Shelf {
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
      } catch (error) {
        held.set(key, text);
        notKept(error instanceof DOMException && error.name === 'SecurityError' ? 'blocked' : 'full');
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
    keys: () => {
      try {
        return [...new Set([...storage().keys(), ...held.keys()])];
      } catch {
        return [...held.keys()];
      }
    },
  };
}

const browserShelf = withoutLimit(
  () => ({
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, text) => localStorage.setItem(key, text),
    removeItem: (key) => localStorage.removeItem(key),
    keys: () => Object.keys(localStorage),
  }),
  (why) => listeners.forEach((listener) => listener(why)),
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
