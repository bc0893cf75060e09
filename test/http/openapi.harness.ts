/** The part of JSON Schema that the document is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}
export type Schemas = Readonly<Record<string, Schema>>;

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};
const KNOWN = new Set([
  ...['$ref', 'type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'allOf', 'oneOf', 'anyOf'],
  ...['format', 'minimum', 'maximum', 'description', 'example', 'default', 'title'],
]);

/**
 * Where an answer is not what its schema says, one line each. Every object is closed: a field that no shape names is a fault,
 * unless the shape says `additionalProperties` itself. Throws for a word of JSON Schema that it does not know.
 */
export function faultsIn(schemas: Schemas, schema: Schema, value: unknown, at = 'answer'): string[] {
  for (const word of Object.keys(schema)) {
    if (!KNOWN.has(word)) throw new Error(`${at}: unknown word of a schema: ${word}`);
  }
  if (schema.$ref !== undefined) return faultsIn(schemas, referredTo(schemas, schema.$ref), value, at);
  const [only] = schema.allOf ?? [];
  if (only) return faultsIn(schemas, only, value, at);
  const among = schema.oneOf ?? schema.anyOf;
  if (among) {
    const possible = value === null ? among : among.filter(({ type }) => type !== 'null');
    return fewest(possible.map((one) => faultsIn(schemas, one, value, at)));
  }
  const faults = [...typeFaults(schema, value, at), ...valueFaults(schema, value, at)];
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? [...faults, ...value.flatMap((one) => faultsIn(schemas, items, one, `${at}[]`))] : faults;
  }
  const isObject = typeof value === 'object' && value !== null;
  return isObject && faults.length === 0 ? objectFaults(schemas, schema, value, at) : faults;
}

function referredTo(schemas: Schemas, ref: string): Schema {
  const schema = schemas[ref.slice('#/components/schemas/'.length)];
  if (!schema) throw new Error(`${ref} is not there`);
  return schema;
}

const fewest = (faults: readonly string[][]): string[] => faults.reduce((a, b) => (b.length < a.length ? b : a));

function typeFaults({ type }: Schema, value: unknown, at: string): string[] {
  if (type === undefined) return [];
  const is = typeOf(value);
  const holds = [type].flat().some((one) => one === is || (one === 'number' && is === 'integer'));
  return holds ? [] : [`${at} is ${is}, not ${[type].flat().join(' or ')}`];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isSafeInteger(value) ? 'integer' : typeof value;
}

function valueFaults(schema: Schema, value: unknown, at: string): string[] {
  const { enum: choices, format, minimum = -Infinity, maximum = Infinity } = schema;
  if (choices && !choices.includes(value)) return [`${at} is none of its choices: ${String(value)}`];
  if (typeof value === 'string' && format !== undefined && !FORMATS[format]?.test(value)) {
    return [`${at} is no ${format}: ${value}`];
  }
  if (typeof value === 'number' && (value < minimum || value > maximum)) return [`${at} is out of range: ${value}`];
  return [];
}

function objectFaults(schemas: Schemas, schema: Schema, value: object, at: string): string[] {
  const { properties, required = [], additionalProperties } = schema;
  if (schema.type === undefined && !properties) return [];
  if (!properties && additionalProperties === undefined) return [`${at} is an object of which nothing is said`];
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`);
  const present = Object.entries<unknown>({ ...value }).flatMap(([name, field]) => {
    const own = properties?.[name];
    if (own) return faultsIn(schemas, own, field, `${at}.${name}`);
    if (additionalProperties === true) return [];
    if (!additionalProperties) return [`${at}.${name} is not described`];
    return faultsIn(schemas, additionalProperties, field, `${at}.*`);
  });
  return [...missing, ...present];
}
