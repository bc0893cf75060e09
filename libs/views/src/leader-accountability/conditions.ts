import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Role } from '#ledger';
import { isKnown, type Known } from '../known.ts';
import type { AccountabilityTables } from './schema.ts';

export type AccountabilityDb = Kysely<AccountabilityTables>;
export type Sql = RawBuilder<unknown>;

/** What a question is about: the roles taken together, the day (a day number), what was known, and where; without `zones` everywhere. */
export interface Asked {
  readonly roles: readonly Role[];
  readonly day: number;
  readonly known?: Known | undefined;
  readonly zones?: readonly string[] | undefined;
}

export const inZones = (zones: Asked['zones']): Sql =>
  zones === undefined ? sql`` : zones.length === 0 ? sql`and 1 = 0` : sql`and zone_id in (${sql.join(zones)})`;

export const sinceThen = (asked: Asked, role = sql`role`): Sql =>
  sql`${isKnown(asked.known ?? 'latest')} and ${role} in (${sql.join(asked.roles.map((one) => sql.lit(one)))})
    and valid_from <= ${asked.day} ${inZones(asked.zones)}`;

/** The same of some holders, who lead to the rows: what was known is a range, and a role would lead to those of everybody. */
export const ofHolders = (asked: Asked): Sql =>
  sinceThen(asked, (asked.known ?? 'latest') === 'latest' ? sql`role` : sql`role || ''`);
