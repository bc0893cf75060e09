import { dateInChinese, isFactDate, isMoney, toWan, type Json, type JsonObject, type Texts } from '#kernel';
import { CHOICE_TEXTS, MILESTONE_TEXTS, STAGE_TEXTS } from '#ledger';
import { STANDING_TEXTS } from '#views';
import { DATA_TEXTS } from './data-texts.ts';
import type { NameOf } from './names.ts';

/** Chinese first, English behind it; once where they are the same. */
export const both = ({ zh, en }: Texts): string => (zh === en ? zh : `${zh} ${en}`);

const YES: Texts = { zh: '是', en: 'yes' };
const NO: Texts = { zh: '否', en: 'no' };
const NOTHING = '—';

/** What ids in a field are called, by the name of the field. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, Texts>>>> = {
  nature: CHOICE_TEXTS.nature,
  capital: CHOICE_TEXTS.capital,
  mode: CHOICE_TEXTS.supplyMode,
  kind: { ...CHOICE_TEXTS.filingKind, ...CHOICE_TEXTS.exitKind },
  level: CHOICE_TEXTS.keyListLevel,
  category: CHOICE_TEXTS.keyListCategory,
  keyList: CHOICE_TEXTS.keyListCategory,
  state: CHOICE_TEXTS.permitState,
  permit: CHOICE_TEXTS.permitState,
  milestone: MILESTONE_TEXTS,
  stage: STAGE_TEXTS,
  possibleStage: STAGE_TEXTS,
  standing: STANDING_TEXTS,
};

const DATES: ReadonlySet<string> = new Set([
  'on',
  'period',
  'from',
  'to',
  'until',
  'reached',
  'plan',
  'progressReportedFor',
  'agreedStart',
  'agreedProduction',
  'agreedHandover',
  'agreedCompletion',
]);

/** Fields that name somebody or something by its id. */
const IDS: ReadonlySet<string> = new Set([
  'personId',
  'unitId',
  'zoneId',
  'projectId',
  'catalogue',
  'leaderId',
  'coLeaderIds',
  'responsiblePersonId',
  'responsibleUnitId',
  'agentUnitId',
  'jointUnitIds',
  'partOf',
  'mergedInto',
]);

/** 0.01 ㎡ in a square metre. */
const AREA_PER_SQUARE_METRE = 100;

/** A value of a field in words; `field` is the first part of its name. */
export function valueText(field: string, value: Json | undefined, nameOf: NameOf): string {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === 'boolean') return both(value ? YES : NO);
  if (typeof value === 'number') return numberText(field, value);
  if (typeof value === 'string') return textOf(field, value, nameOf);
  if (isMoney(value)) return `${toWan(value)} 万元${value.currency === 'CNY' ? '' : ` ${value.currency}`}`;
  if (Array.isArray(value)) return value.map((one: Json) => valueText(field, one, nameOf)).join('、');
  return dataLines(value as JsonObject, nameOf).join('；');
}

function numberText(field: string, value: number): string {
  if (field === 'area') return `${value / AREA_PER_SQUARE_METRE} ㎡`;
  if (field === 'share') return `${value / 100} %`;
  return String(value);
}

function textOf(field: string, value: string, nameOf: NameOf): string {
  const choice = CHOICES[field];
  if (choice && Object.hasOwn(choice, value)) return both(choice[value] as Texts);
  if (DATES.has(field) && isFactDate(value)) return dateText(value);
  return printable(IDS.has(field) ? nameOf(value) : value);
}

export function dateText(date: string): string {
  return `${dateInChinese(date)} (${date})`;
}

/** Each field of an event's data on a line of its own. */
export function dataLines(data: JsonObject, nameOf: NameOf): string[] {
  return Object.entries(data).map(([field, value]) => {
    const text = Object.hasOwn(DATA_TEXTS, field) ? both(DATA_TEXTS[field] as Texts) : printable(field);
    return `${text}: ${valueText(field, value, nameOf)}`;
  });
}

/** What somebody wrote must not steer the terminal: control characters and marks that turn the direction of writing are shown as dots. */
export function printable(text: string): string {
  return text.replace(/\s*\r?\n\s*/g, ' ⏎ ').replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '·');
}
