import type { Command, Texts } from '#kernel';

/** Something that looks wrong and does not refuse the command. */
export interface Warning {
  readonly code: keyof typeof WARNING_TEXTS;
  readonly field: string;
  readonly messages: Texts;
}

/** A code is never used again for something else. */
export const WARNING_TEXTS = {
  ProjectCodeCheckDigit: {
    zh: '项目代码校验位不符，请核对',
    en: 'the check digit of the project code does not fit; please check it',
  },
  ProjectCodeForm: {
    zh: '不是 24 位国家项目代码的写法（YYMM-RRRRRR-DD-TT-NNNNNN），请核对',
    en: 'not written like a national project code (YYMM-RRRRRR-DD-TT-NNNNNN); please check it',
  },
  CreditCodeCheckDigit: {
    zh: '统一社会信用代码校验位或字符不符，请核对',
    en: 'the unified social credit code does not pass its check; please check it',
  },
} as const satisfies Readonly<Record<string, Texts>>;

const NONE: readonly Warning[] = [];

/** What to look at again in a command's data; a correction's data is judged like the fact's. */
export function warningsOf({ type, data }: Command): readonly Warning[] {
  if (type === 'CorrectFact') {
    const inner = warningsOf({ type: '', data: (data as { data: object }).data });
    return inner.map((warning) => ({ ...warning, field: `data.${warning.field}` }));
  }
  const { code, builder } = data as { code?: unknown; builder?: { creditCode?: unknown } };
  if (code === undefined && builder?.creditCode === undefined) return NONE;
  const warnings: Warning[] = [];
  if (typeof code === 'string') warnings.push(...projectCodeWarnings(code));
  if (typeof builder?.creditCode === 'string' && !isCreditCode(builder.creditCode)) {
    warnings.push(warning('CreditCodeCheckDigit', 'builder.creditCode'));
  }
  return warnings;
}

function warning(code: Warning['code'], field: string): Warning {
  return { code, field, messages: WARNING_TEXTS[code] };
}

const PROJECT_CODE = /^(\d{4})-\d{6}-\d{2}-\d{2}-\d{6}$/;

/** Codes since the switch begin YYMM and carry a check digit (GB/T 40058-2021); older ones begin with the year and carry none. */
function projectCodeWarnings(code: string): Warning[] {
  const text = code.normalize('NFKC').trim();
  const begin = PROJECT_CODE.exec(text)?.[1];
  if (begin === undefined) return [warning('ProjectCodeForm', 'code')];
  const month = Number(begin.slice(2));
  const isOld = month < 1 || month > 12;
  return isOld || hasProjectCodeCheck(text) ? [] : [warning('ProjectCodeCheckDigit', 'code')];
}

/** ISO 7064 MOD 11,10 over the first 19 digits; derived from real codes, hence a warning only. */
function hasProjectCodeCheck(code: string): boolean {
  const digits = code.replaceAll('-', '');
  let p = 10;
  for (const digit of digits.slice(0, 19)) {
    const sum = (p + Number(digit)) % 10 || 10;
    p = (sum * 2) % 11;
  }
  return (11 - p) % 10 === Number(digits[19]);
}

/** GB 32100-2015: 18 characters without I O S V Z, weights 3^i mod 31. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    const value = CREDIT_ALPHABET.indexOf(character);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}
