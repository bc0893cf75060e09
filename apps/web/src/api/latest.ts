// The newest event that this tab has caused or heard of, as its opaque token. Reads hand it back, and so show it.
let token: string | undefined;
/** By the address of what was changed: the revision that this tab's own last command made. */
const revisions = new Map<string, string>();

export const latest = (): string | undefined => token;

export function rememberLatest(after: string): void {
  token = after;
}

export function rememberRevision(address: string, revision: string): void {
  revisions.set(address, revision);
}

/** The revision that a form begins at: what the page shows, or this tab's own command where the page has not read it yet. */
export function revisionAt(address: string, shown: string): string {
  const own = revisions.get(address);
  return own !== undefined && BigInt(own) > BigInt(shown) ? own : shown;
}

export function forgetLatest(): void {
  token = undefined;
  revisions.clear();
}
