import { fault, within } from './fault.ts';
import { field, good, type FieldOptions } from './field.ts';
import { faultsOf, isPlainObject, type DataClass } from '../validation.ts';

/** An object with a class of its own; its faults are named by path. */
export function Nested(of: DataClass, options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => (value === undefined ? [fault('Required')] : faultsOf(of, value)),
    { type: of } as never,
    options,
  );
}

/** At least one and at most `max` objects of a class; their faults are named by place, as `rows.3.personId`. */
export function NestedList(of: DataClass, max: number, options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      if (!Array.isArray(value) || value.length === 0 || value.length > max)
        return [fault('NotAList', { min: 1, max })];
      const faults = value.flatMap((item, i) => within(String(i), faultsOf(of, item)));
      return faults.length > FAULTS_SHOWN_MAX ? faults.slice(0, FAULTS_SHOWN_MAX) : faults;
    },
    { type: [of], maxItems: max, minItems: 1 } as never,
    options,
  );
}

/** So many faults of a list are told at once. */
const FAULTS_SHOWN_MAX = 100;

/** Deeper than any data of ours, and shallow enough for whoever walks it. */
const DEPTH_MAX = 8;

/** Any JSON object that is not too deep; what it may hold is judged elsewhere. */
export function AnyObject(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      if (!isPlainObject(value)) return [fault('NotAnObject')];
      return isDeeper(value, DEPTH_MAX) ? [fault('TooDeep', { max: DEPTH_MAX })] : good;
    },
    { type: 'object', additionalProperties: true },
    options,
  );
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
