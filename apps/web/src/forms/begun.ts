import { useDraft, type Draft } from '../api/drafts.ts';
import { revisionAt } from '../api/latest.ts';
import type { Typed } from './fields.ts';

interface Begun {
  readonly revision: string;
  readonly values: Typed;
}

interface Seen {
  readonly id: string;
  readonly revision: string;
}

/**
 * What is typed into a form about a project, and the revision that was there when it was begun, a reload in between or
 * not: sent with it, so that what others did meanwhile is shown before anything is recorded.
 */
export function useBegun(
  key: string,
  { id, revision: shown }: Seen,
  initial: Typed,
): { readonly draft: Draft<Typed>; readonly revision: string } {
  const begun = useDraft<Begun>(key, { revision: revisionAt(`/api/projects/${id}`, shown), values: initial });
  const { revision, values } = begun.value;
  return { draft: { ...begun, value: values, set: (next) => begun.set({ revision, values: next }) }, revision };
}
