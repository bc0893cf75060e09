import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { fault, within, type FieldFault } from './fields/fault.ts';
import { FIELD_CHECK } from './fields/field.ts';

/** A class whose decorated properties are the fields it takes. */
export type DataClass<T extends object = object> = new () => T;

const RULES = { forbidUnknownValues: true, skipMissingProperties: false } as const;
const fieldsOf = new Map<DataClass, ReadonlySet<string>>();

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Everything that is wrong with a value as the data of a class; empty: it is good as it stands. Nothing is converted. */
export function faultsOf(of: DataClass, value: unknown): readonly FieldFault[] {
  if (!isPlainObject(value)) return [fault('NotAnObject')];
  const known = knownFields(of);
  const faults: FieldFault[] = [];
  const data = new of() as Record<string, unknown>;
  for (const key of Object.keys(value)) {
    // Only known names are assigned: `__proto__` and `constructor` never reach the instance.
    if (known.has(key)) data[key] = value[key];
    else if (value[key] !== undefined) faults.push(fault('UnknownField', {}, key));
  }
  for (const error of validateSync(data, RULES)) faults.push(...faultsIn(error));
  return faults;
}

/** The names of the fields a class takes, inherited ones included. */
function knownFields(of: DataClass): ReadonlySet<string> {
  let known = fieldsOf.get(of);
  if (!known) {
    const metadata = getMetadataStorage().getTargetValidationMetadatas(of, '', true, false);
    known = new Set(metadata.map(({ propertyName }) => propertyName));
    fieldsOf.set(of, known);
  }
  return known;
}

function faultsIn(error: ValidationError): FieldFault[] {
  const message = error.constraints?.[FIELD_CHECK];
  return message === undefined
    ? [fault('UnknownField', {}, error.property)]
    : within(error.property, JSON.parse(message) as FieldFault[]);
}
