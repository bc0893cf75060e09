import { firstDay, intervalOf, lastDay } from '#kernel';
import type { EffectiveFact } from './facts.ts';
import { evidenceOf, idOf, knownOn, type AtHand, type Found } from './findings-made.ts';
import { heldTwice, holderOf, isRelease, rolesReleased, tenuresOf, type Release, type Tenure } from './tenures.ts';

/** What a correction can make of who answers for a project; as a command of its own it would have been refused. */
export function foundInTenures({ facts }: Pick<AtHand, 'facts'>): Found[] {
  if (!facts.some(isRelease)) return roleHeldTwice(facts);
  const tenures = tenuresOf(facts);
  return [
    ...roleHeldTwice(facts),
    ...facts.filter(isRelease).flatMap((release) => endsNothing(release, tenures, facts)),
  ];
}

/** Two leads, main units or responsible persons from one day: both cannot be right. */
function roleHeldTwice(facts: readonly EffectiveFact[]): Found[] {
  return heldTwice(facts).map((tenures) => {
    const { role, fromDay } = tenures[0] as Tenure;
    const ids = tenures.map(({ factId }) => factId);
    return {
      id: idOf('RoleHeldTwice', role, fromDay),
      code: 'RoleHeldTwice',
      factIds: evidenceOf(ids),
      params: { role, from: fromDay, count: tenures.length },
      from: knownOn(facts.filter(({ id }) => ids.includes(id))),
    };
  });
}

/** A release on whose day no tenure of its holder ends: there was none, it began later, or was over before. */
function endsNothing(
  release: EffectiveFact & Release,
  tenures: readonly Tenure[],
  facts: readonly EffectiveFact[],
): Found[] {
  const { until } = release.data;
  const roles = rolesReleased(release);
  const own = tenures.filter(({ holderId, role }) => holderId === holderOf(release) && roles.includes(role));
  if (own.some((tenure) => canEnd(release, tenure))) return [];
  const ids = own.map(({ factId }) => factId);
  return [
    {
      id: idOf('ReleaseWithoutTenure', release.id),
      code: 'ReleaseWithoutTenure',
      factIds: evidenceOf([release.id, ...ids]),
      params: { until, role: roles[0] as string },
      from: knownOn(facts.filter(({ id }) => id === release.id || ids.includes(id))),
    },
  ];
}

/** Whether a tenure ends on a day of which the release may be; one without a date may be of any day since it was filed, or before. */
function canEnd({ data, filedOn }: EffectiveFact & Release, { until }: Tenure): boolean {
  if (until === undefined) return false;
  if (intervalOf(data.until) === undefined) return until <= filedOn;
  return (firstDay(data.until) as string) <= until && until <= (lastDay(data.until) as string);
}
