import type { LogRecord } from './records.ts';

/** Events that are looked at before a page ends, where the client does not say (contract §1.6). */
export const SEARCH_WINDOW = 32;

/** Which events of `$all` are let through, and how often a checkpoint says how far it has come. */
export interface Filter {
  matches(event: LogRecord): boolean;
  /** Events looked at per page. */
  readonly window: number;
  /** A checkpoint every so many events looked at; none where it is absent. */
  readonly checkpointEvery?: number;
}

export const EVERYTHING: Filter = { matches: () => true, window: Infinity };

/** One of the prefixes, or the expression where there is one. The server's dialect is .NET's; both agree on plain ones. */
export function matcher(
  subject: 'type' | 'stream',
  { prefixes, regex }: { prefixes: readonly string[]; regex: string },
): Filter['matches'] {
  if (regex !== '') {
    const expression = new RegExp(regex);
    return (event) => expression.test(event[subject]);
  }
  return (event) => prefixes.some((prefix) => event[subject].startsWith(prefix));
}
