/** Which zones something is about: `all`, `zone:<id>`, `county:<name or GB/T 2260 code>`, `city:<first four digits>`. */
export type Scope = string;

const SCOPE = /^(?:all|zone:.{1,100}|county:.{1,100}|city:\d{4})$/u;
const ZONE = 'zone:';

/** Whether a text names a scope; there may be no zone in it. */
export function isScope(text: unknown): text is Scope {
  return typeof text === 'string' && SCOPE.test(text);
}

/** The zone that a scope is, where it is one. */
export function zoneOfScope(scope: Scope): string | undefined {
  return scope.startsWith(ZONE) ? scope.slice(ZONE.length) : undefined;
}
