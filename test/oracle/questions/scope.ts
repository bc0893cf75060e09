import fc from 'fast-check';
import type { Day } from '#kernel';
import { registrationSteps } from '#ledger';
import { ZONES } from '../../../libs/views/src/testing/histories.ts';
import type { KnownProject, Log } from '../log.ts';
import type { Then } from './question.ts';

export const COUNTY = 'county:420303';
export const scopes = fc.constantFrom('all', COUNTY, ...ZONES.map((zone) => `zone:${zone}`));

/** The zone of a day; before the registration was filed, the one it names. */
export function zoneOn({ facts }: Pick<KnownProject, 'facts'>, day: Day): string {
  const steps = registrationSteps(facts);
  return (steps.findLast(({ from }) => from <= day) ?? (steps[0] as (typeof steps)[number])).registration.zoneId;
}

/** The zones of a scope as it was known; undefined: all there are. */
export function zonesOf(log: Log, scope: string, seq: number): readonly string[] | undefined {
  if (scope === 'all') return undefined;
  const known = log.ids('zone', seq);
  return scope === COUNTY ? known : known.filter((zone) => scope === `zone:${zone}`);
}

/** A scope of which no zone is known is refused. */
export function isUnknown(log: Log, { scope = 'all' }: { readonly scope?: string }, { seq }: Then): boolean {
  return zonesOf(log, scope, seq)?.length === 0;
}

/** By the bytes of UTF-8, as both databases are told to. */
export const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
