import { fill } from '#kernel';
import { OneOf, Problem } from '#http';
import { PROJECT_REFUSALS, ROLES, type Role } from '#ledger';
import { PointPageQuery, type At, type Question } from '../answer.ts';
import type { Asked } from '../leader-accountability/queries.ts';
import type { QueryContext } from '../query-context.ts';
import { InScope, zonesIn, type Scope } from '../scope.ts';

export const UNIT_ROLES = ['responsibleUnit', 'agentUnit'] as const satisfies readonly Role[];

class AccountabilityQuery extends PointPageQuery {
  @InScope({ optional: true })
  scope?: Scope;
}

export class LeadersQuery extends AccountabilityQuery {
  @OneOf(ROLES, { optional: true, about: '角色，默认牵头与协助 / role; default lead and co-lead' })
  role?: Role;
}

export class VacanciesQuery extends AccountabilityQuery {
  @OneOf(ROLES.filter((role) => role !== 'coLead'), { optional: true, about: '角色，默认牵头 / role; default lead' })
  role?: Role;
}

export class UnitQuery extends AccountabilityQuery {
  @OneOf(UNIT_ROLES, { optional: true, about: '角色，默认两者 / role; default both' })
  role?: Role;
}

export const ACCOUNTABILITY = 'leader-accountability';

/** The lists there are, and whose, in which roles by default. */
export interface Listing {
  readonly list: 'leaders' | 'held' | 'in-my-time';
  readonly roles: readonly Role[];
  readonly holderId: string;
}

/** What a query asks, of the view of who answers for what and of those that say where a project lies and how it stands. */
export function questionFor(query: LeadersQuery, { list, roles, holderId }: Listing): Question {
  const { role, scope = 'all' } = query;
  const question = { list, holderId, roles: role === undefined ? [...roles] : [role], scope };
  return { views: [ACCOUNTABILITY, 'definitions', 'project-ledger'], query, question };
}

/** Whose page, in which roles, at which point, and where. */
export interface PageAsked extends Asked {
  readonly holderId: string;
  readonly at: At;
}

/** A query at its point. Throws 404 for a scope without a zone. */
export async function askedAt(
  { views }: QueryContext,
  at: At,
  { role, scope = 'all' }: LeadersQuery,
  { roles, holderId }: Omit<Listing, 'list'>,
): Promise<PageAsked> {
  const zones = await zonesIn(views, scope, at.known('definitions'));
  const known = at.known(ACCOUNTABILITY);
  return { roles: role === undefined ? roles : [role], day: at.on.number, known, zones, holderId, at };
}

/** 404 for whom nobody defined. */
export function unknownHolder(code: 'PersonUnknown' | 'UnitUnknown', id: string): Problem {
  return new Problem({ status: 404, code, messages: fill(PROJECT_REFUSALS[code], { id }), params: { id } });
}
