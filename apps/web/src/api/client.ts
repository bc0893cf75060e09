import createClient from 'openapi-fetch';
import type { Point } from '../time/point.ts';
import { language } from '../i18n/index.ts';
import { forgetLatest, latest } from './latest.ts';
import { problemOf, Unreached } from './problem.ts';
import { READS } from './reads.ts';
import type { components, paths } from './schema.d.ts';

export type Schemas = components['schemas'];
type PathsWith<M extends 'get' | 'post'> = {
  [P in keyof paths]: paths[P] extends Readonly<Record<M, object>> ? P : never;
}[keyof paths];
export type ReadPath = PathsWith<'get'>;
export type CommandPath = PathsWith<'post'>;

/** What a read answers. */
export type Answer<P extends ReadPath> = paths[P]['get'] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : never;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;
type PathOf<O> = O extends { parameters: { path: infer I } } ? { readonly path: I } : { readonly path?: undefined };
/** What a read is asked with; the point in time is added to it. */
export type Asked<P extends ReadPath> = PathOf<paths[P]['get']> & { readonly query?: QueryOf<paths[P]['get']> };
/** What a command is told. */
export type Body<P extends CommandPath> = paths[P]['post'] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;
export type CommandIn<P extends CommandPath> = PathOf<paths[P]['post']> & { readonly body: Body<P> };

/** The API, typed from its own description. Pages ask through `useRead` and `useCommand`; this is what they rest on. */
export const client = createClient<paths>({ baseUrl: '' });
client.use({
  onRequest({ request }) {
    request.headers.set('accept-language', language());
  },
});

const TOKEN_TROUBLE = /^AfterToken/;

/** Asks the server. Throws Problem where it refuses, and Unreached. */
export async function read<P extends ReadPath>(
  path: P,
  asked: Asked<P> | undefined,
  point: Point,
  signal?: AbortSignal,
): Promise<Answer<P>> {
  const after = point.knownAt === undefined ? latest() : undefined;
  const query = { ...asked?.query, ...timeOf(path, { ...point, after }) };
  const init = { params: { path: asked?.path, query }, signal };
  const { data, error, response } = await client.GET(path as never, init as never).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new Unreached('no answer', { cause });
  });
  if (data !== undefined) return data as Answer<P>;
  const problem = problemOf(error, response.status);
  if (after !== undefined && TOKEN_TROUBLE.test(problem.body.code)) {
    forgetLatest(); // an older copy of the ledger was restored
    return read(path, asked, point, signal);
  }
  throw problem;
}

/** Those of the parameters of time that a read takes. */
export function timeOf(path: ReadPath, time: Point & { readonly after?: string | undefined }): Record<string, string> {
  const taken: readonly string[] = READS[path];
  return Object.fromEntries(
    Object.entries(time).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && taken.includes(entry[0]),
    ),
  );
}

/** The address of a template, `/api/projects/{id}/sign`, with its ids in place. */
export function addressOf(template: string, ids: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));
}
