import { client, type Body, type Schemas } from '../../api/client.ts';
import { latest } from '../../api/latest.ts';
import { problemOf, Unreached } from '../../api/problem.ts';

type Named = Schemas['NamedShape'];
type OrderRow = Body<'/api/reassignments'>['rows'][number];
export type PreviewBody = Body<'/api/reassignments/preview'>;

/** What an order would do to one project. */
export interface PreviewItem {
  readonly project: Named;
  readonly holders: readonly (Named & { readonly role: string; readonly since: string })[];
  readonly person: Named;
  readonly lead: boolean;
  readonly replaces: Named | null;
  readonly refusal: { readonly code: string; readonly messages: Schemas['TextsShape'] } | null;
  /** What an order takes, as it stands; null where it is refused. */
  readonly row: OrderRow | null;
}

export interface Preview {
  readonly items: readonly PreviewItem[];
  readonly possible: number;
  readonly refused: number;
  /** Whether there is more than one order takes. */
  readonly more: boolean;
}

/** Tries an order out; nothing is changed by it. Throws Problem, and Unreached. */
export async function preview(body: PreviewBody): Promise<Preview> {
  const after = latest();
  const params = { query: { ...(after !== undefined && { after }) } };
  const answer: { data?: unknown; error?: unknown; response: Response } = await client
    .POST('/api/reassignments/preview', { body, params })
    .catch((error: unknown) => {
      throw new Unreached('no answer', { cause: error });
    });
  if (answer.response.ok) return answer.data as Preview;
  throw problemOf(answer.error, answer.response.status);
}

/** A refusal names people and projects by their ids; a person reads names. */
export function withNames(text: string, { project, holders, person, replaces }: PreviewItem): string {
  const named = [project, person, ...holders, ...(replaces ? [replaces] : [])];
  return named.reduce((said, { id, name }) => (name === null ? said : said.replaceAll(id, name)), text);
}
