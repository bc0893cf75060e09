import { fill, type Json, type Texts } from '#kernel';

/** What is wrong with one field. `field` is the path from the body: `builder.creditCode`; empty for the body itself. */
export interface FieldFault {
  readonly field: string;
  readonly code: FieldCode;
  readonly params: Readonly<Record<string, Json>>;
}

/** A fault as it is answered and reported: the stable code, its parameters, and both texts. */
export interface FieldError extends FieldFault {
  readonly messages: Texts;
}

/** What can be wrong with a field. A code is never used again for something else. */
export const FIELD_TEXTS = {
  Required: { zh: '必填', en: 'is required' },
  UnknownField: { zh: '没有这一栏', en: 'there is no such field' },
  NotAnObject: { zh: '应为 JSON 对象', en: 'must be a JSON object' },
  TooDeep: { zh: '嵌套超过 {max} 层', en: 'is nested more than {max} levels deep' },
  NotText: { zh: '应为文字', en: 'must be text' },
  Blank: { zh: '不能为空白', en: 'must not be blank' },
  TooLong: { zh: '最多 {max} 个字符，现有 {length} 个', en: 'has {length} characters, at most {max} are taken' },
  UnprintableText: {
    zh: '含有不能保存的字符 {character}（控制字符、NUL 或不成对的代理项）',
    en: 'contains a character that cannot be kept: {character} (control character, NUL or lone surrogate)',
  },
  NotADate: {
    zh: '不是日期：应写作 2018-05-12、2018-05-T1（上旬）、2018-05、2018-Q2、2018 或 unknown，且日历上存在',
    en: 'is no date: write 2018-05-12, 2018-05-T1 (first ten days), 2018-05, 2018-Q2, 2018 or unknown, and it must exist',
  },
  DateUnknown: { zh: '这里必须写明日期', en: 'an unknown date is not taken here' },
  NotADay: {
    zh: '应为 1900 至 2199 年间日历上存在的一天，写作 2018-05-12',
    en: 'must be a day that exists, of the years 1900 to 2199, like 2018-05-12',
  },
  NotAKnownAt: {
    zh: '应为事件序号（1 起）、带时区的时刻（2026-06-30T18:00:00+08:00，网址中 + 须写作 %2B）或一天（2026-06-30，指当日结束）',
    en: 'must be the seq of an event (from 1), an instant with its offset (2026-06-30T18:00:00+08:00; in an address write + as %2B), or a day (2026-06-30, its end)',
  },
  NotAPeriod: {
    zh: '应为时期，写作 2018-05、2018-05-T1（上旬）、2018-Q2 或 2018',
    en: 'must be a period, like 2018-05, 2018-05-T1 (first ten days), 2018-Q2 or 2018',
  },
  NotAReportingPeriod: {
    zh: '应为统计时段，写作 2026-W47（周）、2026-11-T2（旬）、2026-11、2026-Q4 或 2026',
    en: 'must be a reporting period, like 2026-W47, 2026-11-T2 (second ten days), 2026-11, 2026-Q4 or 2026',
  },
  NotADispatchPeriod: {
    zh: '调度的时段应为周、旬或月，写作 2026-W47、2026-11-T2（旬）或 2026-11',
    en: 'the period of a dispatch must be a week, ten days or a month, like 2026-W47, 2026-11-T2 (second ten days) or 2026-11',
  },
  NotATargetPeriod: {
    zh: '目标的时段应为月、季或年，写作 2026-11、2026-Q4 或 2026',
    en: 'the period of a target must be a month, a quarter or a year, like 2026-11, 2026-Q4 or 2026',
  },
  NotAScope: {
    zh: '范围应写作 all、zone:<编号>、county:<名称或代码> 或 city:<代码前四位>',
    en: 'must be all, zone:<id>, county:<name or code> or city:<first four digits of the code>',
  },
  NotAnAmount: {
    zh: '金额应为分的整数，写成十进制文字，不带正负号，少于 10^13',
    en: 'an amount is a whole number of fen as decimal text, without sign, below 10^13',
  },
  NotMoreThanNothing: { zh: '金额应大于零', en: 'the amount must be more than nothing' },
  NotAWholeNumber: { zh: '应为 {min} 到 {max} 的整数', en: 'must be a whole number from {min} to {max}' },
  NotTrueOrFalse: { zh: '应为 true 或 false', en: 'must be true or false' },
  NotAnId: { zh: '应为编号（小写 UUID）', en: 'must be an id: a UUID in lower case' },
  NotALeader: {
    zh: '应为人员编号（小写 UUID）或 {words}',
    en: 'must be the id of a person: a UUID in lower case, or {words}',
  },
  NotAList: { zh: '应为列表，至少 {min} 项，最多 {max} 项', en: 'must be a list of at least {min} and at most {max}' },
  TwiceInList: { zh: '列表中有重复', en: 'names one of them twice' },
  NotOneOf: { zh: '应为下列之一：{values}', en: 'must be one of {values}' },
  NotAProjectCode: {
    zh: '项目代码只能有汉字、字母、数字和 ( ) - _ . /，最多 {max} 个字符',
    en: 'a project code has Chinese characters, letters, digits and ( ) - _ . / only, at most {max}',
  },
  NoAmount: { zh: '至少填写一项：{fields}', en: 'at least one of {fields} is required' },
  NotAPhone: {
    zh: '应为中国大陆手机号或固定电话，如 13800000000、0719-8123456',
    en: 'must be a Chinese mobile or landline number, like 13800000000 or 0719-8123456',
  },
  NotAFeedStart: {
    zh: '应为 start，或一条事件的序号（从 1 起的整数）',
    en: 'must be start, or the number of an event (a whole number from 1)',
  },
  NotBoth: { zh: '不能与 {other} 同时给出', en: 'cannot be given together with {other}' },
  NotALimit: { zh: '应为 1 到 {max} 的整数', en: 'must be a whole number from 1 to {max}' },
} as const satisfies Readonly<Record<string, Texts>>;
export type FieldCode = keyof typeof FIELD_TEXTS;

/** A fault of the value at hand; `field` is given where it lies deeper. */
export function fault(code: FieldCode, params: Readonly<Record<string, Json>> = {}, field = ''): FieldFault {
  return { field, code, params };
}

/** The same faults, seen from the object that holds `field`. */
export function within(field: string, faults: readonly FieldFault[]): FieldFault[] {
  return faults.map((inner) => ({ ...inner, field: inner.field === '' ? field : `${field}.${inner.field}` }));
}

export function errorOf({ field, code, params }: FieldFault): FieldError {
  return { field, code, params, messages: fill(FIELD_TEXTS[code], params) };
}
