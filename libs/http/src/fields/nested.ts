import { fault } from './fault.ts';
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

/** Any JSON object; what it may hold is judged elsewhere. */
export function AnyObject(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      return isPlainObject(value) ? good : [fault('NotAnObject')];
    },
    { type: 'object', additionalProperties: true },
    options,
  );
}
