import type { Shelf } from '../kept.ts';

/** A shelf of its own for a test; one value has `room` characters at most. */
export function emptyShelf(room = Infinity): Shelf {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => {
      if (text.length > room) throw new DOMException('no room', 'QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  };
}
