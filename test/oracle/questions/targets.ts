import fc from 'fast-check';
import { dayNumber, dayOf, earlierDay, fenOf, periodOf, type Day, type Period, type Recorded } from '#kernel';
import {
  holding,
  INDICATORS,
  registrationSteps,
  stagesReached,
  UNIT_OF,
  type Indicator,
  type TargetEvent,
  type TargetSet,
  type TargetValue,
} from '#ledger';
import { isIndustrial } from '../../../libs/views/src/targets/industry.ts';
import { TargetsController } from '../../../libs/views/src/targets/targets.controller.ts';
import { ZONES } from '../../../libs/views/src/testing/histories.ts';
import { TARGETS, TIERS } from '../ledgers.ts';
import { tierOn } from '../defined.ts';
import type { Log } from '../log.ts';
import { everyPage, type Kind, type Then } from './question.ts';
import { bytes, isUnknown, scopes, zonesOf } from './scope.ts';

/** Something of a project that counts for an indicator. */
interface Achieved {
  readonly projectId: string;
  readonly indicator: Indicator;
  readonly day: Day;
  readonly on: string;
  readonly factId: string;
  readonly zoneId: string;
  readonly totalFen: number | undefined;
  readonly industrial: 0 | 1 | -1;
  readonly isPart: boolean;
  readonly amount: number;
  readonly currency: string;
  readonly isStandard: boolean;
}

const COUNTED: Readonly<Record<string, Indicator>> = {
  signed: 'signed',
  constructionStarted: 'started',
  completed: 'completed',
  inProduction: 'inProduction',
};

function achieved(log: Log, seq: number): Achieved[] {
  return log.listed(seq).flatMap(({ id: projectId, facts }) => {
    const steps = registrationSteps(facts);
    const last = steps.at(-1)?.registration;
    const one = (indicator: Indicator, day: Day, on: string, factId: string): Achieved => {
      const step = steps.findLast(({ from }) => from <= day) ?? (steps[0] as (typeof steps)[number]);
      const { zoneId, totalFen, industry } = step.registration;
      const industrial = industry === undefined ? -1 : isIndustrial(industry);
      const of = { projectId, indicator, day, on, factId, zoneId, totalFen, industrial };
      return { ...of, isPart: last?.partOf !== undefined, amount: 0, currency: '', isStandard: false };
    };
    const reached = stagesReached(facts).flatMap(({ stage, certainFrom, on, factId }) => {
      const indicator = COUNTED[stage];
      return indicator ? [one(indicator, certainFrom, on, factId)] : [];
    });
    const amounts = facts.flatMap((fact): Achieved[] => {
      if (fact.type !== 'LandSupplied' && fact.type !== 'FundsArrived') return [];
      const { on } = fact.data;
      const day = holding(on, fact.filedOn).certainFrom;
      if (fact.type === 'LandSupplied') {
        const { area: amount, standardLand: isStandard = false } = fact.data;
        return [{ ...one('standardLandShare', day, on, fact.id), amount, isStandard }];
      }
      const { amount } = fact.data;
      return [{ ...one('fundsArrived', day, on, fact.id), amount: fenOf(amount), currency: amount.currency }];
    });
    return [...reached, ...amounts];
  });
}

interface Tier {
  readonly tier: string | undefined;
  readonly set: TargetSet['data'];
  readonly values: readonly TargetValue[];
}

interface KnownTarget extends Period {
  readonly id: string;
  readonly subject: TargetSet['data'];
  readonly tiers: readonly Tier[];
}

/** A target as it was known, with the values that it had until a day. */
function targetAt(log: Log, id: string, { seq, day }: Then): KnownTarget | undefined {
  const events = log.stream(`target-${id}`, seq) as readonly object[] as readonly Recorded<TargetEvent>[];
  const sets = events.flatMap((event) => (event.type === 'TargetSet' ? [event.data] : []));
  const [subject] = sets;
  if (!subject) return undefined;
  const tiers = sets.map((set): Tier => {
    const revised = events
      .filter(({ type, data }) => type === 'TargetRevised' && data.tier === set.tier)
      .filter(({ metadata }) => dayOf(metadata.filedAt) <= day)
      .map(({ data }) => data.value);
    return { tier: set.tier, set, values: [set.value, ...revised] };
  });
  return { ...(periodOf(subject.period) as Period), id, subject, tiers };
}

/** The zones of a scope; none where it is of a county without any. */
function zonesIn(log: Log, scope: string, { seq }: Then): readonly string[] {
  return scope.startsWith('zone:')
    ? [scope.slice(5)]
    : (zonesOf(log, scope, seq) ?? log.ids('zone', seq)).toSorted(bytes);
}

const countedIn = (log: Log, { subject }: KnownTarget, then: Then): readonly string[] | undefined =>
  subject.scope === 'all' && subject.tier === undefined ? undefined : zonesIn(log, subject.scope, then);

/** The zones of a tier at the end of the period, or on an earlier day. */
function zonesOfTier(log: Log, target: KnownTarget, tier: string, then: Then): readonly string[] {
  const day = earlierDay(target.last, then.day);
  return zonesIn(log, target.subject.scope, then).filter((zone) => tierOn(log, zone, { ...then, day }) === tier);
}

/** What may count for a target, and whether it does. */
function behind(log: Log, { subject, first, last }: KnownTarget, zones: readonly string[] | undefined, then: Then) {
  const { indicator, threshold, value } = subject;
  const least = threshold === undefined ? undefined : Number(threshold.fen);
  const ofIndustry = subject.industrial === true || indicator === 'standardLandShare';
  return achieved(log, then.seq)
    .filter(
      (one) =>
        one.indicator === indicator &&
        one.day >= first &&
        one.day <= earlierDay(last, then.day) &&
        (zones === undefined || zones.includes(one.zoneId)) &&
        (least === undefined || one.totalFen === undefined || one.totalFen >= least) &&
        (!ofIndustry || one.industrial !== 0) &&
        (typeof value === 'number' || one.currency === value.currency),
    )
    .map((one) => ({
      ...one,
      counts:
        one.on !== 'unknown' &&
        (least === undefined || one.totalFen !== undefined) &&
        (!ofIndustry || one.industrial === 1),
    }));
}

/** How far some of it reaches, and how that stands to the calendar; fractions as they are. */
function progress(target: KnownTarget, value: TargetValue, found: ReturnType<typeof behind>, day: Day): object {
  const counted = found.filter(({ counts }) => counts);
  const { indicator } = target.subject;
  const sum = (of: readonly Achieved[]): bigint => of.reduce((n, { amount }) => n + BigInt(amount), 0n);
  const whole = dayNumber(target.last) - dayNumber(target.first) + 1;
  const gone = BigInt(Math.max(0, Math.min(whole, dayNumber(day) - dayNumber(target.first) + 1)));
  const days = BigInt(whole);
  const isShare = indicator === 'standardLandShare';
  const standard = sum(counted.filter(({ isStandard }) => isStandard));
  const reached = typeof value === 'object' ? sum(counted) : isShare ? standard : BigInt(counted.length);
  const to = typeof value === 'object' ? BigInt(value.fen) : BigInt(value) * (isShare ? sum(counted) : 1n);
  const rate = [isShare ? reached * 10_000n : reached, to] as const;
  return {
    reached: isShare ? [standard, sum(counted)].map(String) : String(reached),
    rate: rate.map(String),
    ahead: [rate[0] * days - gone * rate[1], rate[1] * days].map(String),
    isReached: rate[1] > 0n && rate[0] >= rate[1],
    undetermined: found.length - counted.length,
    ...(UNIT_OF[indicator] === 'projects' && { packages: counted.filter(({ isPart }) => !isPart).length }),
  };
}

interface Fraction {
  readonly numerator: string;
  readonly denominator: string;
}

interface ShownProgress {
  readonly reached: number | { readonly fen: string } | Fraction;
  readonly rate: Fraction;
  readonly ahead: Fraction;
  readonly isReached: boolean;
  readonly undetermined: number;
  readonly packages?: number;
}

interface ShownTarget {
  readonly id: string;
  readonly values: readonly (ShownProgress & {
    readonly tier: string | null;
    readonly value: unknown;
    readonly set: { readonly value: unknown };
    readonly revisions: readonly { readonly value: unknown }[];
    readonly zones?: readonly (ShownProgress & { readonly zone: { readonly id: string } })[];
  })[];
}

const parts = ({ numerator, denominator }: Fraction): string[] => [numerator, denominator];

function shownProgress({ reached, rate, ahead, isReached, undetermined, packages }: ShownProgress): object {
  return {
    reached: typeof reached === 'number' ? String(reached) : 'fen' in reached ? reached.fen : parts(reached),
    rate: parts(rate),
    ahead: parts(ahead),
    isReached,
    undetermined,
    ...(packages !== undefined && { packages }),
  };
}

function shownTarget(item: object): object {
  const { id, values } = item as ShownTarget;
  return {
    id,
    values: values.map((one) => ({
      tier: one.tier,
      value: one.value,
      steps: [one.set, ...one.revisions].map(({ value }) => value),
      ...(one.zones
        ? {
            isReached: one.isReached,
            zones: one.zones.map((zone) => ({ id: zone.zone.id, ...shownProgress(zone) })),
          }
        : shownProgress(one)),
    })),
  };
}

function expectedTarget(log: Log, target: KnownTarget, then: Then): object {
  const found = behind(log, target, countedIn(log, target, then), then);
  return {
    id: target.id,
    values: target.tiers.map(({ tier, values }) => {
      const value = values.at(-1) as TargetValue;
      const shown = { tier: tier ?? null, value, steps: values };
      if (tier === undefined) return { ...shown, ...progress(target, value, found, then.day) };
      const zones = zonesOfTier(log, target, tier, then).map((id) => {
        const ofZone = found.filter(({ zoneId }) => zoneId === id);
        return { id, ...(progress(target, value, ofZone, then.day) as { isReached: boolean }) };
      });
      return { ...shown, isReached: zones.length > 0 && zones.every(({ isReached }) => isReached), zones };
    }),
  };
}

interface AskedTargets {
  readonly scope?: string;
  readonly period?: string;
  readonly indicator?: Indicator;
  readonly limit: string;
}

/** Every target of a scope, a period, an indicator, with how far it is. */
export const targets: Kind<AskedTargets> = {
  name: 'the targets',
  drawn: fc
    .tuple(
      fc.record(
        { scope: scopes, period: fc.constantFrom('2025', '2026'), indicator: fc.constantFrom(...INDICATORS) },
        { requiredKeys: [] },
      ),
      fc.constantFrom('2', '50'),
    )
    .map(([asked, limit]) => ({ ...asked, limit })) as fc.Arbitrary<AskedTargets>,
  async answered(context, asked, point) {
    const controller = new TargetsController(context);
    const { items, ...rest } = await everyPage((cursor) => controller.list({ ...asked, ...point, ...cursor }));
    return { ...rest, compared: items.map(shownTarget) };
  },
  refused: (log, asked, then) => (isUnknown(log, asked, then) ? 'ScopeUnknown' : undefined),
  expected(log, { scope, period, indicator }, then) {
    return log
      .ids('target', then.seq)
      .flatMap((id) => targetAt(log, id, then) ?? [])
      .filter(
        ({ subject }) =>
          (scope === undefined || subject.scope === scope) &&
          (period === undefined || subject.period === period) &&
          (indicator === undefined || subject.indicator === indicator),
      )
      .sort((a, b) => bytes(a.first, b.first) || bytes(a.id, b.id))
      .map((target) => expectedTarget(log, target, then));
  },
};

interface AskedBehind {
  readonly id: string;
  readonly of: 'counted' | 'undetermined';
  readonly tier?: string;
  readonly zoneId?: string;
  readonly limit: string;
}

/** One target, and what stands behind its figure. */
export const target: Kind<AskedBehind> = {
  name: 'a target',
  drawn: fc
    .tuple(
      fc.record({
        id: fc.constantFrom(...TARGETS),
        of: fc.constantFrom('counted', 'counted', 'undetermined'),
        limit: fc.constantFrom('1', '50'),
      }),
      fc.record({ tier: fc.constantFrom(...TIERS), zoneId: fc.constantFrom(...ZONES) }, { requiredKeys: [] }),
    )
    .map(([asked, narrowed]) => ({ ...asked, ...narrowed })) as fc.Arbitrary<AskedBehind>,
  async answered(context, { id, ...asked }, point) {
    const controller = new TargetsController(context);
    const one = await controller.one(id, point);
    const { items, ...rest } = await everyPage((cursor) => controller.behind(id, { ...asked, ...point, ...cursor }));
    const projects = items.map(({ project, day, factId, zone }) => {
      return { id: (project as { id: string }).id, day, factId, zoneId: (zone as { id: string }).id };
    });
    return { ...rest, compared: { one: shownTarget(one), projects } };
  },
  refused: (log, { id }, then) => (log.ids('target', then.seq).includes(id) ? undefined : 'TargetNotFound'),
  expected(log, { id, of, tier, zoneId }, then) {
    const known = targetAt(log, id, then) as KnownTarget;
    const wanted = known.tiers.filter((one) => tier === undefined || one.tier === tier);
    const isWhole = wanted[0] !== undefined && wanted[0].tier === undefined && zoneId === undefined;
    const zones = isWhole
      ? countedIn(log, known, then)
      : wanted
          .flatMap((one) =>
            one.tier === undefined ? zonesIn(log, known.subject.scope, then) : zonesOfTier(log, known, one.tier, then),
          )
          .filter((zone) => zoneId === undefined || zone === zoneId);
    const projects = behind(log, known, zones, then)
      .filter(({ counts }) => counts === (of === 'counted'))
      .sort((a, b) => bytes(a.day, b.day) || bytes(a.factId, b.factId))
      .map((one) => ({ id: one.projectId, day: one.day, factId: one.factId, zoneId: one.zoneId }));
    return { one: expectedTarget(log, known, then), projects };
  },
};
