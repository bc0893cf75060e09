/** A place for text that outlives the page: localStorage, or what a test gives. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** localStorage, or memory where the browser allows none: then what is kept lives as long as the page. */
export function shelf(): Shelf {
  try {
    localStorage.setItem('taizhang.try', '');
    localStorage.removeItem('taizhang.try');
    return localStorage;
  } catch {
    return memory;
  }
}

const texts = new Map<string, string>();
const memory: Shelf = {
  getItem: (key) => texts.get(key) ?? null,
  setItem: (key, text) => void texts.set(key, text),
  removeItem: (key) => void texts.delete(key),
};

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
