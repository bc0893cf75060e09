import type { Kysely } from 'kysely';
import { FOREVER, type Views } from '#database';
import { zoneOfScope, type Scope } from '#kernel';
import { Problem } from '#http';
import type { DefinitionTables } from '../definitions/schema.ts';
import { isKnown, type Known } from '../known.ts';
import { zonesIn } from '../scope.ts';

/** The zones of scopes and tiers, as the definitions tell them, for one answer: each is looked up once. */
export class ScopeZones {
  private readonly views: Views;
  private readonly known: Known;
  private readonly scopes = new Map<Scope, readonly string[]>();
  private readonly tiers = new Map<number, ReadonlyMap<string, string | null>>();

  constructor(views: Views, known: Known = 'latest') {
    this.views = views;
    this.known = known;
  }

  /** None where no zone lies in the scope any more. */
  async of(scope: Scope): Promise<readonly string[]> {
    const zoneId = zoneOfScope(scope);
    if (zoneId !== undefined) return [zoneId];
    const before = this.scopes.get(scope);
    if (before) return before;
    const zones = (await this.zonesOrNone(scope)) ?? (await everyZone(this.views.reader('definitions'), this.known));
    this.scopes.set(scope, zones);
    return zones;
  }

  /** The zones whose achievements a target counts; undefined: of all of them, together. */
  async counted({
    scope,
    tier,
  }: {
    readonly scope: Scope;
    readonly tier: string | null;
  }): Promise<readonly string[] | undefined> {
    return scope === 'all' && tier === null ? undefined : this.of(scope);
  }

  /** The zones of a scope that are counted in a tier on a day; of one that was not there yet nobody asks anything. */
  async inTier(scope: Scope, tier: string, day: number): Promise<readonly string[]> {
    const zones = await this.of(scope);
    const tiers = this.tiers.get(day) ?? (await tiersOn(this.views.reader('definitions'), day, this.known));
    this.tiers.set(day, tiers);
    return zones.filter((zone) => tiers.get(zone) === tier);
  }

  private async zonesOrNone(scope: Scope): Promise<readonly string[] | undefined> {
    try {
      return await zonesIn(this.views, scope, this.known);
    } catch (error) {
      if (error instanceof Problem && error.parts.code === 'ScopeUnknown') return [];
      throw error;
    }
  }
}

async function everyZone(db: Kysely<DefinitionTables>, known: Known): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('spans')
    .select('id')
    .where('kind', '=', 'zone')
    .where('valid_to', '=', FOREVER)
    .where(isKnown(known))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function tiersOn(
  db: Kysely<DefinitionTables>,
  day: number,
  known: Known,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db
    .selectFrom('spans')
    .select(['id', 'tier'])
    .where('kind', '=', 'zone')
    .where(isKnown(known))
    .where('valid_from', '<=', day)
    .where('valid_to', '>', day)
    .execute();
  return new Map(rows.map(({ id, tier }) => [id, tier]));
}
