import { dateTexts, isFactDate, type FactDate, type Instant } from '#kernel/dates';
import { periodOf, type PeriodId } from '#kernel/periods';
import type { Language } from '../i18n/index.ts';

/** A date as what it is: 2018年5月上旬, `early May 2018`, never its first day. */
export const dateText = (date: FactDate, language: Language): string => dateTexts(date)[language];

const TENS_SHORT: Readonly<Record<Language, readonly string[]>> = {
  zh: ['上旬', '中旬', '下旬'],
  en: ['early', 'mid', 'late'],
};
const QUARTERS_SHORT = ['一', '二', '三', '四'];

/** A date in a narrow cell, no less precise and no more: `2026-05-12`, `2026-05`, `2026`, `2026年二季度`, `2026-05上旬`, `early 2026-05`. */
export function dateShort(date: FactDate, language: Language): string {
  const [, quarter] = /-Q([1-4])$/.exec(date) ?? [];
  const year = date.slice(0, 4);
  if (quarter) return language === 'zh' ? `${year}年${QUARTERS_SHORT[Number(quarter) - 1]}季度` : `Q${quarter} ${year}`;
  const [, third] = /-T([1-3])$/.exec(date) ?? [];
  const tens = third && TENS_SHORT[language][Number(third) - 1];
  if (tens) return language === 'zh' ? `${date.slice(0, 7)}${tens}` : `${tens} ${date.slice(0, 7)}`;
  return date === 'unknown' ? dateText(date, language) : date;
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant on the clocks of Shanghai: `2026-05-12 09:30`. */
export function instantText(instant: Instant): string {
  return CLOCK.format(new Date(instant));
}

const UNKNOWN = /^(不详|不清楚|未知|日期不详|unknown|\?+)$/i;
const QUARTERS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };
const TENS: Readonly<Record<string, string>> = { 上: 'T1', 中: 'T2', 下: 'T3', early: 'T1', mid: 'T2', late: 'T3' };
const MONTH_NAMES = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, i) => [name, String(i + 1)]),
);

const NUMBERS = /^(\d{4})(?:[-./](\d{1,2}))?(?:[-./](\d{1,2}))?$/;
const RUN = /^(\d{4})(\d{2})(\d{2})?$/;
const CHINESE = /^(?:(\d{4})年)?(?:(\d{1,2})月(?:份)?(?:([上中下])旬|(\d{1,2})[日号]?)?)?$/;
const ENGLISH_QUARTER = /^(Q[1-4]) (\d{4})$/i;
const QUARTER = /^(?:(\d{4})(?:年|[-./\s])?)?(?:Q([1-4])|第?([一二三四1-4])季度?)$/i;
const ENGLISH = /^(?:(early|mid|late)[\s-]+)?(?:(\d{1,2})\s+)?([a-z]{3,9})\.?(?:\s+(\d{4}))?$/i;

/**
 * What a person typed as a date of the ledger: `2018`, `2018-5`, `20180512`, `5月上旬`, `2018年第二季度`, `early May 2018`,
 * `不详`, also in full width; without a year it is `year`. Undefined for anything else, and never guessed.
 */
export function parseDate(typed: string, year: number): FactDate | undefined {
  const text = typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (text === '') return undefined;
  if (UNKNOWN.test(text)) return 'unknown';
  if (isFactDate(text.toUpperCase())) return text.toUpperCase();
  const english = ENGLISH_QUARTER.exec(text);
  if (english) return `${english[2]}-${english[1]?.toUpperCase()}`;
  const quarter = QUARTER.exec(text.replace(/ /g, ''));
  if (quarter) {
    const [, yyyy = year, q, named = ''] = quarter;
    return `${yyyy}-Q${q ?? QUARTERS[named] ?? named}`;
  }
  const [, yyyy, mm, tens, dd] = partsOf(text) ?? [];
  if (yyyy === undefined && mm === undefined) return undefined;
  const date = [yyyy ?? year, mm && two(mm), tens ? TENS[tens.toLowerCase()] : dd && two(dd)].filter(Boolean).join('-');
  return isFactDate(date) ? date : undefined;
}

type Parts = readonly [text: string, year?: string, month?: string, tens?: string, day?: string];

function partsOf(text: string): Parts | undefined {
  const plain = NUMBERS.exec(text) ?? RUN.exec(text);
  if (plain) return [text, plain[1], plain[2], undefined, plain[3]];
  const chinese = CHINESE.exec(text.replace(/ /g, ''));
  if (chinese) return [text, chinese[1], chinese[2], chinese[3], chinese[4]];
  const english = ENGLISH.exec(text);
  const month = MONTH_NAMES.get(english?.[3]?.slice(0, 3).toLowerCase() ?? '');
  return english && month ? [text, english[4], month, english[1], english[2]] : undefined;
}

const two = (digits: string): string => digits.padStart(2, '0');

/** The same for a period: no day, and not unknown, but also a week, `2026-W47`. */
export function parsePeriod(typed: string, year: number): PeriodId | undefined {
  const text = typed.normalize('NFKC').trim().toUpperCase();
  const period = periodOf(text)?.id ?? parseDate(typed, year);
  return period !== undefined && periodOf(period) ? period : undefined;
}
