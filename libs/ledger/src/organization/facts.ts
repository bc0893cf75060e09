import { effectiveFacts, type Fact, type Recorded } from '#kernel';
import { overTime, type Dated } from '../dated.ts';
import {
  organizationStream,
  type OrganizationDefined,
  type OrganizationEvent,
  type OrganizationFact,
  type OrganizationMerged,
  type OrganizationRenamed,
} from './events.ts';

/** A fact of a unit that holds now. */
export type EffectiveOrganizationFact = Fact<OrganizationFact>;

/** The facts of a unit's history that hold, in log order. */
export function organizationFacts(
  history: readonly Recorded<OrganizationEvent>[],
): readonly EffectiveOrganizationFact[] {
  return effectiveFacts<OrganizationEvent>(history) as readonly EffectiveOrganizationFact[];
}

/** The definition that holds; undefined where it was revoked, or never was. */
export function organizationDefinition(
  facts: readonly EffectiveOrganizationFact[],
): Fact<OrganizationDefined> | undefined {
  return facts.find((fact): fact is Fact<OrganizationDefined> => fact.type === 'OrganizationDefined');
}

/** The facts that say what the unit is called. */
export function organizationNamings(
  facts: readonly EffectiveOrganizationFact[],
): Fact<OrganizationDefined | OrganizationRenamed>[] {
  return facts.filter((fact) => fact.type === 'OrganizationDefined' || fact.type === 'OrganizationRenamed');
}

/** What the unit was called, over time. */
export function organizationNames(facts: readonly EffectiveOrganizationFact[]): Dated<string>[] {
  const definition = organizationDefinition(facts);
  return definition ? overTime(organizationNamings(facts), definition.data.from, ({ name }) => name) : [];
}

/** The merger that holds. */
export function organizationMerger(facts: readonly EffectiveOrganizationFact[]): Fact<OrganizationMerged> | undefined {
  return facts.find((fact): fact is Fact<OrganizationMerged> => fact.type === 'OrganizationMerged');
}

/** The streams of the units that this one goes on in. */
export function organizationLeadsTo(facts: readonly EffectiveOrganizationFact[]): string[] {
  const merger = organizationMerger(facts);
  return merger ? [organizationStream(merger.data.into)] : [];
}
