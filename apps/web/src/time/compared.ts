import type { Answer } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { usePoint } from './use-point.ts';

/** A project at the two points of the page. */
export type Compared = Answer<'/api/projects/{id}/compare'>;

/** In compare mode, what changed of a project; outside of it nothing is read and nothing found. */
export function useCompared(id: string): Compared | undefined {
  const { comparing } = usePoint();
  const { data } = useRead('/api/projects/{id}/compare', { path: { id } }, { enabled: comparing });
  return comparing && data?.id === id ? data : undefined;
}

/** How one field of a project differs: what it is called, what it was at the first point, and every change on the way. */
export function changeOf({ changes }: Pick<Compared, 'changes'>, field: string) {
  const all = changes.filter((change) => change.field === field);
  const [first] = all;
  return first && { label: first.label, from: first.from as unknown, to: all.at(-1)?.to as unknown, all };
}
