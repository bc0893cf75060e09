import { fill } from '#kernel';
import { After, InScope, OnDay, OneOf, PageQuery, Problem } from '#http';
import { PROJECT_REFUSALS, ROLES, type Role } from '#ledger';
import type { Asked } from '../leader-accountability/queries.ts';
import type { QueryContext } from '../query-context.ts';
import { zonesIn, type Scope } from '../scope.ts';
import { asOfDay, type AsOfDay } from '../today.ts';

export const UNIT_ROLES = ['responsibleUnit', 'agentUnit'] as const satisfies readonly Role[];

class AccountabilityQuery extends PageQuery {
  @InScope({ optional: true })
  scope?: Scope;
  @OnDay({ optional: true, about: '业务日期，默认今天 / as of this day; default today' })
  effectiveOn?: string;
  @After()
  after?: string;
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

/** Whose page, in which roles, on which day, and where. */
export interface PageAsked extends Asked {
  readonly holderId: string;
  readonly on: AsOfDay;
  /** As it was asked for; `zones` are those in it. */
  readonly scope: Scope;
}

/** Beside the view that an answer stands on, those that say where a project lies and how it stands. */
const ALSO_READ = ['definitions', 'project-ledger'];

/** What a query asks; `roles` where it names none. Throws 404 for a scope without a zone. */
export async function askedOf(
  { views, reading, clock }: QueryContext,
  { role, scope = 'all', effectiveOn, after }: LeadersQuery,
  { roles, holderId }: { readonly roles: readonly Role[]; readonly holderId: string },
): Promise<PageAsked> {
  for (const view of ALSO_READ) await reading.reached(view, after);
  const on = asOfDay(effectiveOn, clock());
  const zones = await zonesIn(views, scope);
  return { roles: role === undefined ? roles : [role], day: on.number, zones, holderId, on, scope };
}

/** 404 for whom nobody defined. */
export function unknownHolder(code: 'PersonUnknown' | 'UnitUnknown', id: string): Problem {
  return new Problem({ status: 404, code, messages: fill(PROJECT_REFUSALS[code], { id }), params: { id } });
}
