import type { PipeTransform } from '@nestjs/common';
import { isId } from '#kernel';
import { fault } from './fields/fault.ts';
import { invalid } from './problem.ts';
import { faultsOf, type DataClass } from './validation.ts';

/** The body, if it is good data of the class as it stands. Throws a 400 that names every fault. */
export function validBody<T extends object>(of: DataClass<T>, body: unknown): T {
  const faults = faultsOf(of, body ?? undefined);
  if (faults.length > 0) throw invalid(faults);
  return body as T;
}

/**
 * For queries: `@Get() list(@Query(validQuery(ProjectsQuery)) query: ProjectsQuery)`. Every value is the text of the
 * address; unknown and doubled parameters are refused. The class's fields show up in the OpenAPI document.
 */
export function validQuery<T extends object>(of: DataClass<T>): PipeTransform<unknown, T> {
  return { transform: (query) => validBody(of, { ...(query as object) }) };
}

/**
 * For addresses: `@Param('id', ADDRESS_ID) id: string`. Ids are kept in lower case, and a UUID is the same one in capitals;
 * what is no id stays as it is, so that the answer can name it.
 */
export const ADDRESS_ID: PipeTransform<string, string> = { transform: (id) => (isId(id) ? id.toLowerCase() : id) };

/** Throws a 400 for any query parameter: for routes that take none. */
export function noQuery(query: unknown): void {
  const names = Object.keys((query ?? {}) as object);
  if (names.length > 0) throw invalid(names.map((name) => fault('UnknownField', {}, name)));
}
