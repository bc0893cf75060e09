import { fill } from '#kernel';
import { OneOf, Problem } from '#http';
import { PERSON_ROLES, PROJECT_REFUSALS, ROLES, type Role } from '#ledger';
import { PointPageQuery, type At, type Question } from '../answer.ts';
import type { Asked } from '../leader-accountability/conditions.ts';
import { ACTIONS, type ActionKind } from '../leader-accountability/schema.ts';
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

export class TenuresQuery extends AccountabilityQuery {
  @OneOf(PERSON_ROLES, { optional: true, about: '角色，默认全部 / role; default all of them' })
  role?: Role;
}

export class ActionsQuery extends AccountabilityQuery {
  @OneOf(ACTIONS, { optional: true, about: '走访或帮扶，默认两者 / visits or helps; default both' })
  kind?: ActionKind;
}

export class UnitQuery extends AccountabilityQuery {
  @OneOf(UNIT_ROLES, { optional: true, about: '角色，默认两者 / role; default both' })
  role?: Role;
}

export const ACCOUNTABILITY = 'leader-accountability';

/** The lists there are, and whose, in which roles by default. */
export interface Listing {
  readonly list: 'leaders' | 'held' | 'in-my-time' | 'tenures' | 'actions';
  readonly roles: readonly Role[];
  readonly holderId: string;
  /** Of actions; absent: every kind. */
  readonly kind?: ActionKind | undefined;
}

/** What a query asks, of the view of who answers for what and of those that say where a project lies and how it stands. */
export function questionFor(query: LeadersQuery, { list, roles, holderId, kind }: Listing): Question {
  const { role, scope = 'all' } = query;
  const narrowed = { roles: role === undefined ? [...roles] : [role], scope, ...(kind !== undefined && { kind }) };
  const question = { list, holderId, ...narrowed };
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
