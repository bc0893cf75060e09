import { dateInChinese, daysBetween, lastDay, type Day, type FactDate } from '#kernel';
import {
  CHOICE_TEXTS,
  handoversOf,
  holding,
  makesPhase,
  metBy,
  milestoneOf,
  permitOn,
  permitsOf,
  reachedByName,
  reachedMilestones,
  stageOn,
  stagesReached,
  type EffectiveFact,
  type PlannableMilestone,
} from '#ledger';
import type { LabelOf, NameOf } from '../names.ts';
import { chosen } from './page-registration.ts';

/** A permit catalogue as the page shows its items. */
export interface CatalogueNames {
  readonly name: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly group?: string }[];
}

const ofPhase = (phase: string | undefined): object => (phase === undefined ? {} : { phase });

/** Each phase of the project, with a stage of its own; what is of no phase is of all. The project counts once. */
export function phasesBlock(facts: readonly EffectiveFact[], day: Day, labelOf: LabelOf): object[] {
  const phases = new Set(facts.filter(makesPhase).map(({ data }) => data.phase as string));
  return [...phases].map((phase) => {
    const own = facts.filter(({ data }) => data.phase === undefined || data.phase === phase);
    const { stage, possibleStage } = stageOn(stagesReached(own), day);
    return {
      phase,
      stage,
      stageLabel: labelOf(`stage.${stage}`),
      ...(possibleStage !== undefined && { possibleStage }),
      milestones: reachedMilestones(own)
        .filter((reached) => reached.phase === phase)
        .map(({ milestone, on, factId }) => ({
          milestone,
          label: labelOf(`stage.${milestone}`),
          on,
          onText: dateInChinese(on),
          factId,
        })),
    };
  });
}

/**
 * When something was agreed for and when it came about. `daysLate` counts from the last day of what was agreed to the day
 * it is certain to have happened, or what comes after it, or to the day asked for; null where nothing was agreed.
 */
interface Agreed {
  readonly agreed: FactDate | null;
  readonly actual: FactDate | null;
  readonly daysLate: number | null;
}

/** A milestone as it concerns a phase: of that phase or of the whole, the first that is certain; for the whole, the first. */
function actualOf(facts: readonly EffectiveFact[], milestone: PlannableMilestone, phase: string | undefined) {
  const own = phase === undefined ? facts : facts.filter(({ data }) => [undefined, phase].includes(data.phase));
  // A stage of the whole is what all phases together amount to; what stands beside the spine is reached by its first report.
  const stage = stagesReached(own).find((reached) => reached.stage === milestone);
  if (stage) return { on: stage.on };
  if (milestone !== 'landHandedOver') return undefined;
  return reachedMilestones(own)
    .filter((reached) => reached.milestone === milestone)
    .map(({ on, filedOn }) => ({ on, certainFrom: holding(on, filedOn).certainFrom }))
    .sort((a, b) => (a.certainFrom < b.certainFrom ? -1 : 1))[0];
}

interface Term {
  readonly agreed: FactDate | undefined;
  readonly milestone: PlannableMilestone;
  readonly phase: string | undefined;
}

function kept(facts: readonly EffectiveFact[], day: Day, { agreed, milestone, phase }: Term): Agreed {
  const actual = actualOf(facts, milestone, phase);
  const due = agreed === undefined ? undefined : lastDay(agreed);
  const met = metBy(reachedByName(facts), stagesReached(facts))(milestone, phase);
  const until = met !== undefined && met.day < day ? met.day : day;
  return {
    agreed: agreed ?? null,
    actual: actual?.on ?? null,
    daysLate: due === undefined ? null : Math.max(0, daysBetween(due, until)),
  };
}

/** The facts that stages, milestones and phases follow from: a few of the many, looked through once for every term. */
function courseOf(facts: readonly EffectiveFact[]): readonly EffectiveFact[] {
  return facts.filter((fact) => milestoneOf(fact.type) !== undefined || makesPhase(fact));
}

/** Framework agreements beside contracts: the first is an intention, and no signing. */
export function agreementsBlock(facts: readonly EffectiveFact[], day: Day): object {
  const course = courseOf(facts);
  const said = (on: FactDate, { id, filedOn, data }: EffectiveFact): object => ({
    on,
    onText: dateInChinese(on),
    ...ofPhase(data.phase),
    filedOn,
    factId: id,
  });
  return {
    frameworkAgreements: course
      .filter((fact) => fact.type === 'FrameworkAgreementSigned')
      .map((fact) => said(fact.data.on, fact)),
    contracts: course
      .filter((fact) => fact.type === 'ProjectSigned')
      .map((fact) => {
        const { on, phase, contractNo, contractAmount, agreedStart, agreedProduction } = fact.data;
        return {
          ...said(on, fact),
          contractNo: contractNo ?? null,
          contractAmount: contractAmount ?? null,
          start: kept(course, day, { agreed: agreedStart, milestone: 'constructionStarted', phase }),
          production: kept(course, day, { agreed: agreedProduction, milestone: 'inProduction', phase }),
        };
      }),
  };
}

/** Each supply of land with its terms, and what became of them: of the hand-over too, because a late one excuses a late start. */
export function landBlock(facts: readonly EffectiveFact[], day: Day): object[] {
  const course = courseOf(facts);
  const reached = reachedByName(course);
  return course
    .filter((fact) => fact.type === 'LandSupplied')
    .map((land) => {
      const { id, filedOn, data } = land;
      const { on, phase, mode, area, termYears, contractNo, parcelId, standardLand } = data;
      const handedOver = new Set(handoversOf(land, reached).map(({ factId }) => factId));
      const own = course.filter((fact) => fact.type !== 'LandHandedOver' || handedOver.has(fact.id));
      return {
        on,
        onText: dateInChinese(on),
        ...ofPhase(phase),
        mode: chosen(mode, CHOICE_TEXTS.supplyMode),
        area,
        termYears: termYears ?? null,
        contractNo: contractNo ?? null,
        parcelId: parcelId ?? null,
        standardLand: standardLand ?? null,
        handover: kept(own, day, { agreed: data.agreedHandover, milestone: 'landHandedOver', phase }),
        start: kept(course, day, { agreed: data.agreedStart, milestone: 'constructionStarted', phase }),
        completion: kept(course, day, { agreed: data.agreedCompletion, milestone: 'completed', phase }),
        filedOn,
        factId: id,
      };
    });
}

/** Where each permit stands on a day, in the order of its catalogue. */
export function permitsBlock(
  facts: readonly EffectiveFact[],
  day: Day,
  { nameOf, catalogues }: { readonly nameOf: NameOf; readonly catalogues: ReadonlyMap<string, CatalogueNames> },
): object[] {
  const shown = permitsOf(facts).flatMap((permit) => {
    const standing = permitOn(permit, day);
    if (!standing) return [];
    const { catalogue, item, phase, steps } = permit;
    const items = catalogues.get(catalogue)?.items ?? [];
    const place = items.findIndex(({ id }) => id === item);
    const { name = null, group = null } = items[place] ?? {};
    const { state, since, elapsedDays = null } = standing;
    const unitId = steps.findLast((step) => step.from <= day)?.unitId;
    const answer = {
      catalogue: { id: catalogue, name: catalogues.get(catalogue)?.name ?? null },
      item: { id: item, name, group },
      ...ofPhase(phase),
      state: chosen(state, CHOICE_TEXTS.permitState),
      since,
      elapsedDays,
      unit: unitId === undefined ? null : nameOf(unitId, day),
      steps: steps.map((step) => ({ from: step.from, on: step.on ?? null, state: step.state, factId: step.factId })),
    };
    return [{ catalogue, place, answer }];
  });
  return shown
    .sort((a, b) => (a.catalogue === b.catalogue ? a.place - b.place : a.catalogue < b.catalogue ? -1 : 1))
    .map(({ answer }) => answer);
}

/** What else a milestone says, beside when and which phase. */
export function detailsOf({ type, data }: EffectiveFact): object {
  const { on: _on, phase: _phase, ...rest } = data as { on?: FactDate; phase?: string };
  return milestoneOf(type) === undefined ? {} : rest;
}
