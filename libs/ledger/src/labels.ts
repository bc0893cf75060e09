import type { Texts } from '#kernel';
import type { PlannableMilestone } from './project/events.ts';
import { MILESTONE_TEXTS, STAGE_TEXTS, type Stage } from './project/milestones.ts';
import type { Role } from './project/tenures.ts';

/** What roles are called where a zone has no word of its own. */
export const ROLE_TEXTS: Readonly<Record<Role, Texts>> = {
  lead: { zh: '牵头领导', en: 'lead' },
  coLead: { zh: '协助领导', en: 'co-lead' },
  responsiblePerson: { zh: '责任人', en: 'responsible person' },
  responsibleUnit: { zh: '责任单位', en: 'responsible unit' },
  agentUnit: { zh: '代办单位', en: 'agent unit' },
};

export type LabelKey = `stage.${Stage | PlannableMilestone}` | `role.${Role}`;

const keyed = (kind: string, texts: Readonly<Record<string, Texts>>): (readonly [string, Texts])[] =>
  Object.entries(texts).map(([id, text]) => [`${kind}.${id}`, text] as const);

/** What a zone can call by its own words, with what it is called else: the stages and what stands beside them, and the roles. */
export const LABEL_TEXTS = Object.fromEntries([
  ...keyed('stage', { ...STAGE_TEXTS, ...MILESTONE_TEXTS }),
  ...keyed('role', ROLE_TEXTS),
]) as Readonly<Record<LabelKey, Texts>>;

/** A label as a zone has it: its own word in Chinese over the usual text. */
export function labelIn(labels: Readonly<Record<string, string>>, key: LabelKey): Texts {
  const usual = LABEL_TEXTS[key];
  const own = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return own === undefined ? usual : { ...usual, zh: own };
}
