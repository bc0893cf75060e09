import { dateInChinese, type Day, type Texts } from '#kernel';
import {
  findingsOn,
  hasLeftTheLists,
  isVoided,
  MILESTONES,
  plansOf,
  reachedMilestones,
  stageOn,
  stagesReached,
  standingSteps,
  tenuresOf,
  type EffectiveFact,
  type Standing,
  type Tenure,
} from '#ledger';
import { findingWithTexts } from '../findings/texts.ts';
import type { LabelOf, NameOf } from '../names.ts';
import { keyListsBlock, registrationBlock, relationsBlock } from './page-registration.ts';
import { fundsBlock, reportsBlock, visitsBlock, yearPlansBlock } from './page-reports.ts';
import { agreementsBlock, detailsOf, landBlock, permitsBlock, phasesBlock, type CatalogueNames } from './page-site.ts';
import type { RelatedProjects } from './related.ts';
import { begunBy, latest, leftOut, SHOWN_MAX } from './shown.ts';

/** What a page needs to know of anything but the project itself. */
export interface Surroundings {
  readonly day: Day;
  /** Whether entries that lie wholly after the day are left out. */
  readonly upToDay: boolean;
  readonly nameOf: NameOf;
  /** The zone on the day, whose words for stages and roles are shown; undefined where the project is in none. */
  readonly zoneId: string | undefined;
  readonly catalogues: ReadonlyMap<string, CatalogueNames>;
  readonly related: RelatedProjects;
}

/** A project as of a day, from the facts that hold: what holds, who holds it, what was planned, and what does not fit. */
export function projectPage(
  facts: readonly EffectiveFact[],
  { day, upToDay, nameOf, zoneId = '', catalogues, related }: Surroundings,
): Record<string, unknown> {
  const { stage, possibleStage } = stageOn(stagesReached(facts), day);
  const standing = standingOn(facts, day);
  const labelOf: LabelOf = (key) => nameOf.label(zoneId, key);
  const begun = upToDay ? begunBy(facts, day) : facts;
  const tenures = tenuresOf(facts);
  const { arrivals, sums } = fundsBlock(begun);
  const reports = reportsBlock(begun, tenures, nameOf);
  const { siteVisits, helpActions } = visitsBlock(begun, nameOf);
  return {
    stage,
    stageLabel: labelOf(`stage.${stage}`),
    ...(possibleStage !== undefined && { possibleStage }),
    standing,
    standingLabel: STANDING_TEXTS[standing],
    registration: registrationBlock(begun, day, nameOf),
    ...relationsBlock(facts, related),
    phases: phasesBlock(begun, day, labelOf),
    milestones: milestonesBlock(begun, labelOf),
    standings: standingSteps(begun).map((step) => ({ ...step, label: STANDING_TEXTS[step.standing] })),
    ...agreementsBlock(begun, day),
    land: landBlock(begun, day),
    permits: permitsBlock(begun, day, { nameOf, catalogues }),
    plans: plansOf(begun).map((plan) => ({ ...plan, label: labelOf(`stage.${plan.milestone}`) })),
    years: yearPlansBlock(begun, day),
    reports: reports.slice(0, SHOWN_MAX),
    funds: { arrivals: latest(arrivals), sums },
    keyLists: keyListsBlock(begun),
    tenures: tenuresBlock(upToDay ? tenures.filter(({ fromDay }) => fromDay <= day) : tenures, nameOf, labelOf),
    siteVisits: latest(siteVisits),
    helpActions: latest(helpActions),
    findings: findingsOn(facts, day).map(findingWithTexts),
    more: leftOut({ reports, arrivals, siteVisits, helpActions }),
  };
}

function tenuresBlock(tenures: readonly Tenure[], nameOf: NameOf, labelOf: LabelOf): object[] {
  return tenures.map(({ role, holderId, joint, from, fromDay, until, doc, factId }) => ({
    role,
    roleLabel: labelOf(`role.${role}`),
    holder: nameOf(holderId, fromDay),
    joint,
    from,
    fromDay,
    until: until ?? null,
    ...(doc !== undefined && { doc }),
    factId,
  }));
}

/** A page also shows projects that no list does: the voided, the merged, and those of which the registration was revoked. */
export const STANDING_TEXTS = {
  active: { zh: '在建', en: 'at work' },
  suspended: { zh: '停工', en: 'suspended' },
  exited: { zh: '已退出', en: 'exited' },
  voided: { zh: '已作废', en: 'voided' },
  merged: { zh: '已并入', en: 'merged into another project' },
  withdrawn: { zh: '登记已撤销', en: 'registration revoked' },
} as const satisfies Readonly<Record<Standing | 'voided' | 'merged' | 'withdrawn', Texts>>;

export type PageStanding = keyof typeof STANDING_TEXTS;

export function standingOn(facts: readonly EffectiveFact[], day: Day): PageStanding {
  if (!facts.some(({ type }) => type === 'ProjectRegistered')) return 'withdrawn';
  if (isVoided(facts)) return 'voided';
  if (hasLeftTheLists(facts)) return 'merged';
  return standingSteps(facts).findLast(({ from }) => from <= day)?.standing ?? 'active';
}

/** In the order of a project's life; those of one milestone in the order they were filed. */
function milestonesBlock(facts: readonly EffectiveFact[], labelOf: LabelOf): object[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return reachedMilestones(facts)
    .sort((a, b) => MILESTONES.indexOf(a.milestone) - MILESTONES.indexOf(b.milestone))
    .map(({ milestone, on, phase, factId, filedOn }) => ({
      milestone,
      label: labelOf(`stage.${milestone}`),
      on,
      onText: dateInChinese(on),
      ...(phase !== undefined && { phase }),
      details: detailsOf(byId.get(factId) as EffectiveFact),
      filedOn,
      factId,
    }));
}

/** Everybody and everything that the page names: people, zones and units, permit catalogues. */
export function idsOnPage(facts: readonly EffectiveFact[]): {
  readonly people: readonly string[];
  readonly defined: readonly string[];
  readonly catalogues: readonly string[];
} {
  const named = (field: string): string[] => [
    ...new Set(facts.flatMap(({ data }) => ((data as Record<string, unknown>)[field] as string | undefined) ?? [])),
  ];
  return {
    people: named('personId'),
    defined: [...named('unitId'), ...named('zoneId')],
    catalogues: named('catalogue'),
  };
}
