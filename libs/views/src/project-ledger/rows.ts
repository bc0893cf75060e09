import { sql } from 'kysely';
import type { Sql } from './conditions.ts';

/** The columns of rows `alias` of a table of projects, and the project's id. */
export const withId = (alias: string): Sql =>
  sql`${sql.ref(alias)}.*, (select p.project_id from projects p where p.number = ${sql.ref(`${alias}.number`)}) as project_id`;

/** Whether a column is the number of one of some projects. */
export const isAnyOf = (column: string, projectIds: readonly string[]): Sql =>
  sql`${sql.ref(column)} in (select p.number from projects p where p.project_id in (${sql.join([...projectIds, ''])}))`;
