import { isScope } from '#kernel';
import { fault } from './fault.ts';
import { field, good, type FieldOptions } from './field.ts';

/** The field `scope`, of a query or a command. */
export function InScope(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      return isScope(value) ? good : [fault('NotAScope')];
    },
    { type: String, maxLength: 110 },
    { about: '范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope', example: 'all', ...options },
  );
}
