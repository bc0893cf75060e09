import type { Event } from '#kernel';

export type ProjectCodeReserved = Event<'ProjectCodeReserved', { readonly projectId: string }>;
export type ProjectCodeReleased = Event<'ProjectCodeReleased', { readonly projectId: string; readonly reason: string }>;

export type ProjectCodeEvent = ProjectCodeReserved | ProjectCodeReleased;

/** Stream of a code's reservation. The name is the code made ASCII: NFKC, upper case, everything else percent-encoded. */
export const projectCodeStream = (code: string): string =>
  `code-${encodeURIComponent(code.normalize('NFKC').trim().toUpperCase())}`;
