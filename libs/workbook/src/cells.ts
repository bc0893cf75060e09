import { intervalOf, isMoney, yuan, type FactDate, type Instant, type Money, type Texts } from '#kernel';
import type { Column } from './mapping.ts';

/** A person as a cell names one: by the source's id, with the name where it can be told. */
export type PersonCell = { readonly id: string; readonly name?: string };
/** A unit by its name; `first` is the name under which the source first knew it, where it was renamed since. */
export type UnitCell = { readonly name: string; readonly kind: string; readonly first?: string };
/** What a cell says. Undefined: it is blank and says nothing. */
export type Value = string | number | Money | UnitCell | readonly PersonCell[] | undefined;

/** A cell that cannot be what its column says; `what` completes "is not …". */
export interface Misfit {
  readonly misfit: string;
  readonly what: Texts;
}

export const isMisfit = (value: Value | Misfit): value is Misfit =>
  typeof value === 'object' && value !== null && 'misfit' in value;

const FEN_DIGITS = { 元: 2, 万元: 6, 亿元: 10 } as const;
const SHANGHAI_HOURS = 8;

/** The value of a cell. `cellOf` reads the row's other cells by header, for a column that needs a second one. */
export function readCell(column: Column, cellOf: (header: string) => string): Value | Misfit {
  const raw = cellOf(column.column);
  const plain = tidy(raw);
  if (plain === '' || column.blank?.some((text) => tidy(text) === plain)) return undefined;
  switch (column.type) {
    case 'text':
      return plain;
    case 'integer':
      return /^-?\d{1,15}$/.test(plain) ? Number(plain) : misfit(raw, '整数', 'a whole number');
    case 'date':
      return readDate(plain) ?? misfit(raw, '日期', 'a date');
    case 'money':
      return (
        readMoney(plain, FEN_DIGITS[column.unit]) ?? misfit(raw, `${column.unit}金额`, `an amount in ${column.unit}`)
      );
    case 'choice': {
      const known = Object.entries(column.values).find(([name]) => tidy(name) === plain);
      const names = Object.keys(column.values).join('、');
      return known ? (known[1] ?? undefined) : misfit(raw, `${names}之一`, `one of ${names}`);
    }
    case 'instant':
      return readInstant(plain, column.zone) ?? misfit(raw, '时间', 'a time');
    case 'people':
      return readPeople(plain, column.separator, column.names ? cellOf(column.names.column) : '');
    case 'unit':
      return { name: plain, kind: unitKind(plain, column) };
  }
}

function misfit(raw: string, zh: string, en: string): Misfit {
  return { misfit: raw, what: { zh, en } };
}

/** Without the blanks around it; line breaks stay, they are the writer's own. */
const tidy = (cell: string): string =>
  cell.replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/gu, '').replace(/\r\n?/g, '\n');

/** `2018`, `2018-5`, `2018.05`, `2018/5/12`, `2018年5月`, `2018年5月上旬`: with the precision it is written in. */
export function readDate(text: string): FactDate | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[./年月]/g, '-')
    .replace(/日$/, '')
    .replace(/-$/, '');
  const [year = '', month, third, ...more] = plain.split('-');
  if (more.length > 0) return undefined;
  const part = third === undefined ? -1 : ['上旬', '中旬', '下旬'].indexOf(third);
  const date = [year, month?.padStart(2, '0'), part >= 0 ? `T${part + 1}` : third?.padStart(2, '0')]
    .filter((one) => one !== undefined)
    .join('-');
  return intervalOf(date) ? date : undefined;
}

function readMoney(text: string, digits: number): Money | undefined {
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text.normalize('NFKC'));
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  const exact = fraction.replace(/0+$/, '');
  if (exact.length > digits) return undefined;
  const money = yuan(BigInt(whole.replaceAll(',', '') + exact.padEnd(digits, '0')));
  return isMoney(money) ? money : undefined;
}

export function readInstant(text: string, zone: 'UTC' | 'Asia/Shanghai'): Instant | undefined {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  if (!intervalOf(date) || hour > 23 || minute > 59 || second > 59) return undefined;
  const shift = zone === 'UTC' ? 0 : SHANGHAI_HOURS;
  return new Date(Date.UTC(year, month - 1, day, hour - shift, minute, second)).toISOString();
}

function readPeople(ids: string, separator: string, names: string): PersonCell[] {
  const wanted = ids
    .split(separator)
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const found = splitNames(names);
  // As many names as ids, and whole ones, or none is believed: a blank lost between two names moves all behind it.
  const paired = found.length === wanted.length && found.every((name) => [...name].length > 1);
  return wanted.flatMap((id, i) => {
    if (wanted.indexOf(id) !== i) return []; // named twice is still one person
    return [paired ? { id, name: found[i] as string } : { id }];
  });
}

/**
 * The names in one cell as such ledgers are typed: one per line or between 、，,;/ or runs of blanks, where a name of two
 * characters may be padded with blanks to line up with those of three.
 */
export function splitNames(cell: string): string[] {
  return cell
    .normalize('NFKC')
    .split(/[\n、,;/]/)
    .map((part) => part.trim().replace(/(?<=^|\s)(\S)\s+(\S)(?=\s|$)/gu, '$1$2'))
    .flatMap((part) => part.split(/\s+/))
    .filter((name) => name !== '');
}

function unitKind(name: string, column: Extract<Column, { type: 'unit' }>): string {
  const known = column.kinds?.find(
    ({ endsWith = [], contains = [] }) =>
      endsWith.some((end) => name.endsWith(end)) || contains.some((part) => name.includes(part)),
  );
  return known?.kind ?? column.otherwise;
}
