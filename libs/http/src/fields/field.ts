import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf, type ValidationArguments } from 'class-validator';
import { fault, type FieldFault } from './fault.ts';

/** Judges one value; an empty list: it is good. `object` is what holds it, for rules over several fields. */
export type Check = (value: unknown, object: object) => readonly FieldFault[];

/** What every field says of itself in the OpenAPI document; `about` is Chinese / English. */
export interface FieldOptions {
  readonly about?: string;
  readonly example?: unknown;
  readonly optional?: true;
  /** Optional as long as one of these fields of the same object is there. */
  readonly unless?: readonly string[];
}

export const FIELD_CHECK = 'field';
export const good: readonly FieldFault[] = [];

/**
 * The one decorator that all fields are made of: a class-validator constraint and the property's OpenAPI schema. The
 * constraint's message is the list of faults as JSON, so that codes and parameters survive class-validator's errors.
 * An optional field may be absent, but never null.
 */
export function field(judge: Check, schema: ApiPropertyOptions, options: FieldOptions): PropertyDecorator {
  const check = options.unless ? unless(options.unless, judge) : judge;
  const constraint = ValidateBy({
    name: FIELD_CHECK,
    validator: {
      validate: (value: unknown, args?: ValidationArguments) => check(value, args?.object ?? {}).length === 0,
      defaultMessage: (args?: ValidationArguments) => JSON.stringify(check(args?.value, args?.object ?? {})),
    },
  });
  const present = ValidateIf((_, value) => value !== undefined);
  const documented = ApiProperty({
    ...schema,
    required: !options.optional && !options.unless,
    ...(options.about !== undefined && { description: options.about }),
    ...(options.example !== undefined && { example: options.example }),
  } as ApiPropertyOptions);
  return (target, property) => {
    constraint(target, property as string);
    if (options.optional) present(target, property as string);
    documented(target, property);
  };
}

function unless(others: readonly string[], judge: Check): Check {
  return (value, object) => {
    if (value !== undefined) return judge(value, object);
    const there = others.some((other) => (object as Record<string, unknown>)[other] !== undefined);
    return there ? good : [fault('NoAmount', { fields: others.join(', ') })];
  };
}
