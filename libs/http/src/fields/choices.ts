import { fault } from './fault.ts';
import { field, good, type FieldOptions } from './field.ts';

/** One of a few ids; the labels that people see stand in `about`. */
export function OneOf(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  const known = new Set<unknown>(values);
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      return known.has(value) ? good : [fault('NotOneOf', { values: values.join(', ') })];
    },
    { type: String, enum: [...values] },
    options,
  );
}

/** Some of a few ids, each once, with commas between them: a parameter of a query. */
export function SomeOf(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  const known = new Set(values);
  const one = `(${values.join('|')})`;
  return field(
    (value) => {
      const ids = typeof value === 'string' ? value.split(',') : [''];
      if (!ids.every((id) => known.has(id))) return [fault('NotOneOf', { values: values.join(', ') })];
      return new Set(ids).size === ids.length ? good : [fault('TwiceInList')];
    },
    { type: String, pattern: `^${one}(,${one})*$` },
    options,
  );
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      return typeof value === 'boolean' ? good : [fault('NotTrueOrFalse')];
    },
    { type: Boolean },
    options,
  );
}
