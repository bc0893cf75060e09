import { isId } from '#kernel';
import { fault, type FieldFault } from './fault.ts';
import { field, good, type FieldOptions } from './field.ts';

const LINE_MAX = 200;
const LINES_MAX = 20_000;
// Control characters and what is no character at all. Tab and line ends are allowed where text has several lines.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/;
// eslint-disable-next-line no-control-regex
const UNPRINTABLE_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

export interface TextOptions extends FieldOptions {
  /** In UTF-16 code units, as JavaScript counts; default 200, with `multiline` 20 000. */
  readonly max?: number;
  readonly multiline?: true;
}

/** Text that somebody can read: not blank, no control characters, no NUL, no lone surrogates. */
export function Text(options: TextOptions = {}): PropertyDecorator {
  const max = options.max ?? (options.multiline ? LINES_MAX : LINE_MAX);
  const schema = { type: String, minLength: 1, maxLength: max };
  return field((value) => textFaults(value, max, options.multiline ?? false), schema, options);
}

export function textFaults(value: unknown, max: number, multiline: boolean): readonly FieldFault[] {
  if (typeof value !== 'string') return [fault(value === undefined ? 'Required' : 'NotText')];
  if (value.length > max) return [fault('TooLong', { max, length: value.length })];
  const bad =
    (multiline ? UNPRINTABLE_LINES : UNPRINTABLE).exec(value) ??
    (value.isWellFormed() ? null : LONE_SURROGATE.exec(value));
  if (bad) return [fault('UnprintableText', { character: codePoint(bad[0]) })];
  return value.trim() === '' ? [fault('Blank')] : good;
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The id of a zone, a person, a unit, a fact: a UUID in lower case. */
export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      return isId(value) && value === value.toLowerCase() ? good : [fault('NotAnId')];
    },
    { type: String, format: 'uuid' },
    options,
  );
}

/** Ids, each of them once; at least one. */
export function IdList(max: number, options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      if (!Array.isArray(value) || value.length === 0 || value.length > max)
        return [fault('NotAList', { min: 1, max })];
      if (new Set(value).size !== value.length) return [fault('TwiceInList')];
      return value.every((id) => isId(id) && id === id.toLowerCase()) ? good : [fault('NotAnId')];
    },
    { type: [String], format: 'uuid', maxItems: max, minItems: 1 } as never,
    options,
  );
}

const CODE_MAX = 64;
/** Full-width letters and digits are taken as typed; the reservation folds them (NFKC). */
const CODE = /^[\p{Script=Han}A-Za-z0-9Ａ-Ｚａ-ｚ０-９()（）_./\-－—]+$/u;

/** 项目代码: what may stand in one, whoever issued it. A wrong check digit is a warning, never an error. */
export function ProjectCode(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (typeof value !== 'string') return [fault(value === undefined ? 'Required' : 'NotText')];
      return value.length <= CODE_MAX && CODE.test(value) ? good : [fault('NotAProjectCode', { max: CODE_MAX })];
    },
    { type: String, maxLength: CODE_MAX },
    options,
  );
}
