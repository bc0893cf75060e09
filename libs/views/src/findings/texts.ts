import { dateInChinese, dateInEnglish, filled, isFactDate, precisionOf, type Json, type Texts } from '#kernel';
import { FINDING_TEXTS, MILESTONE_TEXTS, ROLE_TEXTS, type Finding } from '#ledger';

/** A finding as answers show it. */
export function findingWithTexts(finding: Omit<Finding, 'from' | 'until'>): object {
  const { id, code, factIds, params, since, explanation } = finding;
  return {
    id,
    code,
    factIds,
    params,
    since,
    explanation: explanation ?? null,
    messages: findingMessages(finding),
  };
}

/**
 * What a finding says; a milestone or a role in it is called by its name, ten days as one says them, a period that is still
 * going by no month, and a phase stands before it.
 */
export function findingMessages({ code, params }: Pick<Finding, 'code' | 'params'>): Texts {
  const texts: Texts = FINDING_TEXTS[code];
  const of = (language: keyof Texts): string => {
    const label = MILESTONE_TEXTS[params['milestone'] as keyof typeof MILESTONE_TEXTS] as Texts | undefined;
    const called: Record<string, Json | undefined> = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, isTenDays(value) ? IN_WORDS[language](value) : value]),
    );
    if (label) called['milestone'] = label[language];
    const role = ROLE_TEXTS[params['role'] as keyof typeof ROLE_TEXTS] as Texts | undefined;
    if (role) called['role'] = role[language];
    if (called['last'] === null) called['last'] = STILL_GOING[language];
    const text = filled(texts[language], called);
    return typeof params['phase'] === 'string' ? `${params['phase']}${BEHIND_PHASE[language]}${text}` : text;
  };
  return { zh: of('zh'), en: of('en') };
}

const IN_WORDS = { zh: dateInChinese, en: dateInEnglish };
const isTenDays = (value: Json | undefined): value is string => isFactDate(value) && precisionOf(value) === 'tenDays';
const STILL_GOING: Texts = { zh: '今', en: 'this day' };
const BEHIND_PHASE: Texts = { zh: '：', en: ': ' };
