import {
  derivedId,
  firstDay,
  lastDay,
  precisionOf,
  sameJson,
  toWan,
  type Json,
  type JsonObject,
  type Money,
} from '#kernel';
import type { PersonCell, UnitCell, Value } from './cells.ts';
import type { Condition, Test } from './mapping.ts';
import type { DataRow } from './read-file.ts';

/** What a mapping can name while it speaks of one row. */
export interface Scope {
  readonly setName: string;
  readonly zoneId: string;
  readonly row: DataRow;
  /** The project's row before this one in the same file, in order of filing. */
  readonly previous: DataRow | undefined;
  /** The person a step is repeated for, and whether it is the first one. */
  readonly item?: { readonly person: PersonCell; readonly first: boolean };
}

/** Ids hang on what the set calls a thing, never on its place in a file or on a person's name. */
export const ownIdOf = (setName: string, word: string): string => derivedId(setName, 'id', word);
export const projectIdOf = (setName: string, project: string): string => derivedId(setName, 'project', project);
export const personIdOf = (setName: string, person: string): string => derivedId(setName, 'person', person);
export const unitIdOf = (setName: string, unit: string): string => derivedId(setName, 'organization', unit);

export const isMoneyValue = (value: Value): value is Money => typeof value === 'object' && 'fen' in value;
export const isUnit = (value: Value): value is UnitCell => typeof value === 'object' && 'kind' in value;
export const isPeople = (value: Value): value is readonly PersonCell[] => Array.isArray(value);

/** The value that `$name` stands for. */
export function valueOf(reference: string, { row }: Pick<Scope, 'row'>): Value {
  return row.values[reference.replace(/^\$/, '')];
}

const BLANK = Symbol('a value that is needed is blank');
type Evaluated = Json | undefined | typeof BLANK;

/**
 * The data of a fact: `$name` is the value, `$name?` is left out where it is blank, `{$name}` stands inside a text, `$id.word`
 * is an id of the set's own, all else is meant as it is. Undefined where a needed value is blank: a blank cell says nothing.
 */
export function evaluate(data: object, scope: Scope): JsonObject | undefined {
  const value = evaluated(data as Json, scope);
  return value === BLANK ? undefined : (value as JsonObject);
}

function evaluated(template: Json, scope: Scope): Evaluated {
  if (typeof template === 'string') return fromText(template, scope);
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) {
    const items = (template as readonly Json[]).map((one) => evaluated(one, scope));
    return items.includes(BLANK) ? BLANK : (items as Json[]);
  }
  const members: Record<string, Json> = {};
  for (const [key, one] of Object.entries(template)) {
    const value = evaluated(one as Json, scope);
    if (value === BLANK) return BLANK;
    if (value !== undefined) members[key] = value;
  }
  return members;
}

function fromText(text: string, scope: Scope): Evaluated {
  const own = /^\$id\.([\w-]+)$/.exec(text)?.[1];
  if (own !== undefined) return ownIdOf(scope.setName, own);
  const match = /^\$(\w+)(\?)?$/.exec(text);
  if (match) {
    const value = named(match[1] as string, scope);
    return value ?? (match[2] ? undefined : BLANK);
  }
  let blank = false;
  const filled = text.replace(/\{\$(\w+)\}/g, (_, name: string) => {
    const value = named(name, scope);
    blank ||= value === undefined;
    return plainText(value as Value);
  });
  return blank ? BLANK : filled;
}

function named(name: string, scope: Scope): Json | undefined {
  const { setName, zoneId, row, item } = scope;
  if (name === 'zone') return zoneId;
  if (name === 'project') return row.project;
  if (name === 'first') return item?.first;
  if (name === 'item') return item && personIdOf(setName, item.person.id);
  const value = row.values[name];
  if (isUnit(value)) return unitIdOf(setName, value.first ?? value.name);
  return isPeople(value) ? value.map(({ id }) => personIdOf(setName, id)) : value;
}

/** A value as a person reads it; money in 万元. */
export function plainText(value: Value): string {
  if (value === undefined) return '';
  if (isMoneyValue(value)) return `${toWan(value)} 万元`;
  if (isUnit(value)) return value.name;
  if (isPeople(value)) return value.map(({ id }) => id).join('、');
  return typeof value === 'number' ? `${value}` : value;
}

/** The row by itself, and the one before it. */
type Standing = Pick<Scope, 'row' | 'previous'>;

/** Whether a mapping takes the row at all. */
export function isTaken(row: DataRow): boolean {
  return holds(row.file.mapping.rows, { row, previous: undefined });
}

/** Whether every value is as the condition wants it. */
export function holds(condition: Condition | undefined, scope: Standing): boolean {
  return Object.entries(condition ?? {}).every(([name, test]) => passes(test, name, scope));
}

function passes(test: Test, name: string, scope: Standing): boolean {
  const value = scope.row.values[name];
  if (typeof test === 'string') return value === test;
  if (Array.isArray(test)) return (test as readonly Value[]).includes(value);
  const { given, notAfter, after, precision, sameAsPrevious, zero } = test as Exclude<Test, string | readonly string[]>;
  if (given !== undefined && (value !== undefined) !== given) return false;
  if (zero !== undefined && (isMoneyValue(value) ? value.fen === '0' : value === 0) !== zero) return false;
  if (precision !== undefined && (typeof value !== 'string' || precisionOf(value) !== precision)) return false;
  if (notAfter !== undefined && !isNotAfter(value, valueOf(notAfter, scope))) return false;
  if (after !== undefined && (value === undefined || isNotAfter(value, valueOf(after, scope)))) return false;
  return sameAsPrevious === undefined || repeats(value, scope.previous?.values[name]) === sameAsPrevious;
}

/** Whether a date began by the end of another one; what is no date did not. */
export function isNotAfter(value: Value, limit: Value): boolean {
  const first = typeof value === 'string' ? firstDay(value) : undefined;
  const last = typeof limit === 'string' ? lastDay(limit) : undefined;
  return first !== undefined && last !== undefined && first <= last;
}

const repeats = (value: Value, before: Value): boolean =>
  value !== undefined && before !== undefined && sameJson(value as Json, before as Json);
