import { client, type Body, type Schemas } from '../../api/client.ts';
import { latest } from '../../api/latest.ts';
import { problemOf, Unreached } from '../../api/problem.ts';

export type PreviewBody = Body<'/api/reassignments/preview'>;
export type Preview = Schemas['ReassignmentPreviewShape'];
/** What an order would do to one project; its row is null where it is refused. */
export type PreviewItem = Schemas['PreviewItemShape'];

/** Tries an order out; nothing is changed by it. Throws Problem, and Unreached. */
export async function preview(body: PreviewBody): Promise<Preview> {
  const after = latest();
  const params = { query: { ...(after !== undefined && { after }) } };
  const { data, error, response } = await client
    .POST('/api/reassignments/preview', { body, params })
    .catch((cause: unknown) => {
      throw new Unreached('no answer', { cause });
    });
  if (data) return data;
  throw problemOf(error, response.status);
}

/** A refusal names people and projects by their ids; a person reads names. */
export function withNames(text: string, { project, holders, person, replaces }: PreviewItem): string {
  const named = [project, person, ...holders, ...(replaces ? [replaces] : [])];
  return named.reduce((said, { id, name }) => (name === null ? said : said.replaceAll(id, name)), text);
}
