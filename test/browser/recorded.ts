import { answered } from '../http/server.harness.ts';
import type { Site } from './harness.ts';

export interface Recorded {
  readonly type: string;
  readonly data: {
    readonly on?: string;
    readonly period?: string;
    readonly inPeriod?: { readonly fen: string };
  };
}
interface Events {
  readonly items: readonly Recorded[];
  readonly lag: number;
}

/**
 * By project, everything that was recorded of it until now. One more project marks how far the log has come: a view that has
 * seen it has seen all before it.
 */
export async function recordedOf(site: Site, ids: readonly string[]): Promise<readonly (readonly Recorded[])[]> {
  const read = async <T>(path: string): Promise<T> => (await (await fetch(site.address + path)).json()) as T;
  const [zone] = (await read<{ items: readonly { readonly id: string }[] }>('/api/zones')).items;
  const marked = await site.post('/api/projects', { name: '—', zoneId: zone?.id });
  if (!marked.ok) throw new Error(await marked.text());
  const { after } = (await marked.json()) as { readonly after: string };
  const query = String(new URLSearchParams({ limit: '200', after }));
  return Promise.all(
    ids.map((id) =>
      answered(async () => {
        const { items, lag } = await read<Partial<Events>>(`/api/projects/${id}/events?${query}`);
        return lag === 0 ? items : undefined;
      }),
    ),
  );
}
