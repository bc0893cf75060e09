import { dateTexts, dayFromNumber, fill, moneyTexts, precisionOf, yuan, type Texts } from '#kernel';
import type { AchievementRow } from './achievements.ts';
import type { Figure } from './queries.ts';

/** Why something counts, or why it cannot be told. A code is never used again for something else. */
const REASON_TEXTS = {
  InPeriod: { zh: '{on}，计在{day}', en: '{on}, counted on {day}' },
  AtLeastThreshold: {
    zh: '当日总投资 {total}，不低于 {threshold}',
    en: 'total investment on that day {total}, at least {threshold}',
  },
  Industrial: { zh: '工业（GB/T 4754 门类 B、C、D）', en: 'industry (GB/T 4754 sections B, C, D)' },
  StandardLand: { zh: '标准地：计入分子和分母', en: 'standard land: in the numerator and the denominator' },
  OtherLand: { zh: '非标准地：只计入分母', en: 'other land: in the denominator only' },
  DateUnknown: { zh: '日期不详，不计入任何时段', en: 'its date is unknown: it counts in no period' },
  TotalUnknown: { zh: '当日总投资不详', en: 'the total investment on that day is unknown' },
  IndustryUnknown: { zh: '行业不详', en: 'the industry is unknown' },
} as const satisfies Readonly<Record<string, Texts>>;
export type ReasonCode = keyof typeof REASON_TEXTS;

export interface Reason {
  readonly code: ReasonCode;
  readonly messages: Texts;
}

/** Why a row counts for a figure; what is unknown of one that may count. */
export function reasonsOf(row: AchievementRow, { thresholdFen, industrial }: Figure): Reason[] {
  const reasons: Reason[] = [];
  const say = (code: ReasonCode, params: Readonly<Record<string, Texts>> = {}): void => {
    reasons.push({ code, messages: fill(REASON_TEXTS[code], params) });
  };
  if (row.dated === 0) say('DateUnknown');
  else say('InPeriod', { on: dateTexts(row.on_date), day: dayCounted(row) });
  if (thresholdFen !== null) {
    if (row.total_fen < 0) say('TotalUnknown');
    else say('AtLeastThreshold', { total: moneyTexts(yuan(row.total_fen)), threshold: moneyTexts(yuan(thresholdFen)) });
  }
  if (industrial) say(row.industrial === 1 ? 'Industrial' : 'IndustryUnknown');
  if (row.indicator === 'standardLandShare') say(row.standard === 1 ? 'StandardLand' : 'OtherLand');
  return reasons;
}

const THAT_DAY: Texts = { zh: '当日', en: 'that day' };

/** The day a row counts on, which is the last one of an imprecise date. */
function dayCounted({ on_date, valid_from }: AchievementRow): Texts {
  return precisionOf(on_date) === 'day' ? THAT_DAY : dateTexts(dayFromNumber(valid_from));
}
