import { keep, kept, type Shelf } from './kept.ts';

/** What a form held when its command was given; only that is cleared when the command arrives later. */
export interface DraftSeen {
  readonly key: string;
  readonly text: string;
}

/** What is typed into forms, by the key of each. */
export class DraftShelf {
  private readonly shelf: Shelf;
  private readonly listeners = new Set<(key: string) => void>();

  constructor(shelf: Shelf) {
    this.shelf = shelf;
  }

  read(key: string): unknown {
    return kept(this.shelf, placeOf(key));
  }

  write(key: string, value: unknown): void {
    keep(this.shelf, placeOf(key), value);
  }

  /** The keys that begin so, of what was typed. */
  keys(beginning: string): readonly string[] {
    const begun = placeOf(beginning);
    return this.shelf.keys().flatMap((place) => (place.startsWith(begun) ? [place.slice(PLACE.length)] : []));
  }

  /** Undefined where nothing was typed. */
  seen(key: string): DraftSeen | undefined {
    const text = this.shelf.getItem(placeOf(key));
    return text === null ? undefined : { key, text };
  }

  /** Forgets what has arrived, unless somebody has typed on since. */
  arrived({ key, text }: DraftSeen): void {
    if (this.shelf.getItem(placeOf(key)) !== text) return;
    this.write(key, undefined);
    this.tell(key);
  }

  /** Another tab has put something on the shelf, or taken it away, at a place of it. */
  elsewhere(place: string): void {
    if (place.startsWith(PLACE)) this.tell(place.slice(PLACE.length));
  }

  /** Tells the keys of drafts that have changed, and not by the form that writes them here. */
  onChanged(listener: (key: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(key: string): void {
    for (const listener of this.listeners) listener(key);
  }
}

const PLACE = 'taizhang.draft.';
const placeOf = (key: string): string => `${PLACE}${key}`;
