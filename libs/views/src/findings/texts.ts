import { dateTexts, FEN_PER_WAN, fill, isFactDate, moneyTexts, yuan, type Json, type Texts } from '#kernel';
import { FINDING_TEXTS, MILESTONE_TEXTS, ROLE_TEXTS, type Finding, type FindingCode } from '#ledger';

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

/** What a finding says, with its dates, amounts, milestones and roles as one says them; a phase stands before it. */
export function findingMessages({ code, params }: Pick<Finding, 'code' | 'params'>): Texts {
  const said = Object.entries(params).map(([name, value]) => [name, inWords(code, name, value)]);
  const isOneMonth = code === 'NoReportForPeriod' && params['first'] === params['last'];
  const texts = isOneMonth ? NO_REPORT_FOR_ONE_MONTH : FINDING_TEXTS[code];
  const { zh, en } = fill(texts, Object.fromEntries(said) as Record<string, Json | Texts>);
  const { phase } = params;
  return typeof phase === 'string' ? { zh: `${phase}：${zh}`, en: `${phase}: ${en}` } : { zh, en };
}

/** The parameters that are amounts, as numbers in 万元. */
const AMOUNTS: Readonly<Partial<Record<FindingCode, readonly string[]>>> = {
  CumulativeAboveTotal: ['invested', 'total'],
  CumulativeFell: ['from', 'to'],
  CumulativeWithoutHistory: ['cumulative'],
};
const NO_REPORT_FOR_ONE_MONTH: Texts = { zh: '{first}无人填报', en: 'nobody reported in {first}' };
const STILL_GOING: Texts = { zh: '今', en: 'this day' };

function inWords(code: FindingCode, name: string, value: Json): Json | Texts {
  if (name === 'milestone') return MILESTONE_TEXTS[value as keyof typeof MILESTONE_TEXTS];
  if (name === 'role') return ROLE_TEXTS[value as keyof typeof ROLE_TEXTS];
  if (name === 'last' && value === null) return STILL_GOING;
  if (typeof value !== 'number') return isFactDate(value) ? dateTexts(value) : value;
  if (!AMOUNTS[code]?.includes(name)) return value.toLocaleString('en-US');
  return moneyTexts(yuan(Math.round(value * Number(FEN_PER_WAN))));
}
