import type { View } from '#database';
import type { Shapes } from '#kernel';

/**
 * A view under the version of everything that it is made of: its own, and every step that the shapes of its events have taken.
 * So an event whose shape changes builds all views anew that take it, whose rows may hold the old one.
 */
export function forShapes(view: View, shapes: Shapes): View {
  const steps = Object.keys(view.consumes).reduce((sum, type) => sum + (shapes[type]?.length ?? 0), 0);
  return steps === 0 ? view : { ...view, version: view.version + steps };
}
