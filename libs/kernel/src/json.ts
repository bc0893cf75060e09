/** What an event's data may be: plain JSON, so that every reader, today's and a later one's, reads the same. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/** JSON text by RFC 8785 (JCS): the one spelling of a value that a digest can be taken of. Throws on what JSON cannot say. */
export function canonicalJson(value: Json): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
      return JSON.stringify(value);
    case 'string':
      // A lone surrogate has no UTF-8 form, so two implementations would digest it differently (RFC 8785 §3.2.2.2).
      if (!value.isWellFormed()) throw new TypeError('a lone surrogate is not text');
      return JSON.stringify(value);
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
      const object = value as JsonObject;
      // The default order of sort() is by UTF-16 code units, which is what RFC 8785 §3.2.3 asks for.
      const members = Object.keys(object)
        .filter((key) => object[key] !== undefined)
        .sort()
        .map((key) => `${canonicalJson(key)}:${canonicalJson(object[key] as Json)}`);
      return `{${members.join(',')}}`;
    }
    default:
      throw new TypeError(`not JSON: ${typeof value}`);
  }
}

/** Whether two values are the same JSON; the order of keys and keys without a value do not count. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return canonicalJson(a) === canonicalJson(b);
}
