import { keep, kept, type Shelf } from '../../api/kept.ts';

/** A way of looking at the ledger that somebody gave a name: a query string, without a point in time. */
export interface SavedView {
  readonly name: string;
  readonly view: string;
}

const PLACE = 'taizhang.ledger.views';
export const VIEWS_MAX = 50;

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'view' in value &&
  typeof value.view === 'string';

/** The saved views on a shelf; whatever else lies there is none. */
export function viewsOn(shelf: Shelf): readonly SavedView[] {
  const found = kept(shelf, PLACE);
  return Array.isArray(found) ? found.filter(isView) : [];
}

/** With one more; a view of the same name is replaced in its place. Undefined where there are too many for another. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] | undefined {
  if (views.some(({ name }) => name === view.name)) return views.map((one) => (one.name === view.name ? view : one));
  return views.length < VIEWS_MAX ? [...views, view] : undefined;
}

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
  views.filter((view) => view.name !== name);

export function keepViews(shelf: Shelf, views: readonly SavedView[]): void {
  keep(shelf, PLACE, views.length === 0 ? undefined : views);
}
