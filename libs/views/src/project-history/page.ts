import { dateInChinese, type Day, type Recorded, type Texts } from '#kernel';
import {
  factsOf,
  findingsOn,
  isVoided,
  MILESTONES,
  MILESTONE_TEXTS,
  plansOf,
  reachedMilestones,
  STAGE_TEXTS,
  stageOn,
  stagesReached,
  standingSteps,
  tenuresOf,
  type EffectiveFact,
  type ProjectEvent,
  type ReachedMilestone,
  type Standing,
} from '#ledger';
import { findingWithTexts } from '../findings/texts.ts';
import type { Named } from '../names.ts';

/** A project as of a day, from its history: what holds, who holds it, what was planned, and what does not fit. */
export function projectPage(
  history: readonly Recorded<ProjectEvent>[],
  day: Day,
  nameOf: (id: string) => Named,
): Record<string, unknown> {
  const facts = factsOf(history);
  const { stage, possibleStage } = stageOn(stagesReached(facts), day);
  const standing = standingOn(facts, day);
  return {
    stage,
    stageLabel: STAGE_TEXTS[stage],
    ...(possibleStage !== undefined && { possibleStage }),
    standing,
    standingLabel: STANDING_TEXTS[standing],
    milestones: alongTheSpine(reachedMilestones(facts)).map(({ milestone, on, phase, factId, filedOn }) => ({
      milestone,
      label: MILESTONE_TEXTS[milestone],
      on,
      onText: dateInChinese(on),
      ...(phase !== undefined && { phase }),
      filedOn,
      factId,
    })),
    plans: plansOf(facts).map((plan) => ({ ...plan, label: MILESTONE_TEXTS[plan.milestone] })),
    tenures: tenuresOf(facts).map(({ role, holderId, from, fromDay, until, doc, factId }) => ({
      role,
      holder: nameOf(holderId),
      from,
      fromDay,
      until: until ?? null,
      ...(doc !== undefined && { doc }),
      factId,
    })),
    findings: findingsOn(facts, day).map(findingWithTexts),
    facts: facts.map(({ id, type, data, filedOn, correctedBy, revision }) => ({
      id,
      type,
      data,
      filedOn,
      revision: String(revision),
      ...(correctedBy !== undefined && { correctedBy }),
    })),
  };
}

/** A page also shows projects that no list does: the voided, and those of which the registration was revoked. */
export const STANDING_TEXTS = {
  active: { zh: '在建', en: 'at work' },
  suspended: { zh: '停工', en: 'suspended' },
  exited: { zh: '已退出', en: 'exited' },
  voided: { zh: '已作废', en: 'voided' },
  withdrawn: { zh: '登记已撤销', en: 'registration revoked' },
} as const satisfies Readonly<Record<Standing | 'voided' | 'withdrawn', Texts>>;

function standingOn(facts: readonly EffectiveFact[], day: Day): keyof typeof STANDING_TEXTS {
  if (!facts.some(({ type }) => type === 'ProjectRegistered')) return 'withdrawn';
  if (isVoided(facts)) return 'voided';
  return standingSteps(facts).findLast(({ from }) => from <= day)?.standing ?? 'active';
}

/** In the order of a project's life; those of one milestone in the order they were filed. */
function alongTheSpine(reached: readonly ReachedMilestone[]): ReachedMilestone[] {
  return [...reached].sort((a, b) => MILESTONES.indexOf(a.milestone) - MILESTONES.indexOf(b.milestone));
}

/** Every person and unit that the page names. */
export function idsOnPage(facts: readonly EffectiveFact[]): { people: string[]; defined: string[] } {
  const tenures = tenuresOf(facts);
  return {
    people: tenures.filter(({ role }) => role !== 'responsibleUnit').map(({ holderId }) => holderId),
    defined: tenures.filter(({ role }) => role === 'responsibleUnit').map(({ holderId }) => holderId),
  };
}
