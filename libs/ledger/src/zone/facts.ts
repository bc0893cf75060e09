import { effectiveFacts, type Fact, type Recorded } from '#kernel';
import { overTime, type Dated } from '../dated.ts';
import type { ZoneDefined, ZoneEvent, ZoneFact, ZoneRenamed, ZoneRetiered } from './events.ts';

/** A fact of a zone that holds now. */
export type EffectiveZoneFact = Fact<ZoneFact>;

/** The facts of a zone's history that hold, in log order. */
export function zoneFacts(history: readonly Recorded<ZoneEvent>[]): readonly EffectiveZoneFact[] {
  return effectiveFacts<ZoneEvent>(history) as readonly EffectiveZoneFact[];
}

/** The definition that holds; undefined where it was revoked, or never was. */
export function zoneDefinition(facts: readonly EffectiveZoneFact[]): Fact<ZoneDefined> | undefined {
  return facts.find((fact): fact is Fact<ZoneDefined> => fact.type === 'ZoneDefined');
}

/** The facts that say what the zone is called. */
export function zoneNamings(facts: readonly EffectiveZoneFact[]): Fact<ZoneDefined | ZoneRenamed>[] {
  return facts.filter((fact) => fact.type === 'ZoneDefined' || fact.type === 'ZoneRenamed');
}

/** The facts that say which tier it is counted in; a definition may say nothing of it. */
export function zoneTierings(facts: readonly EffectiveZoneFact[]): Fact<ZoneDefined | ZoneRetiered>[] {
  return facts
    .filter((fact) => fact.type === 'ZoneDefined' || fact.type === 'ZoneRetiered')
    .filter(({ data }) => data.tier !== undefined);
}

/** What the zone was called, over time. */
export function zoneNames(facts: readonly EffectiveZoneFact[]): Dated<string>[] {
  const definition = zoneDefinition(facts);
  return definition ? overTime(zoneNamings(facts), definition.data.from, ({ name }) => name) : [];
}

/** The tiers the zone was counted in, over time. */
export function zoneTiers(facts: readonly EffectiveZoneFact[]): Dated<string>[] {
  const definition = zoneDefinition(facts);
  return definition ? overTime(zoneTierings(facts), definition.data.from, ({ tier = '' }) => tier) : [];
}

/** What stages and roles are called there now, by key, in Chinese. */
export function zoneLabels(facts: readonly EffectiveZoneFact[]): Readonly<Record<string, string>> {
  return facts.findLast((fact) => fact.type === 'ZoneRelabelled')?.data.labels ?? {};
}
