// The newest event that this tab has caused or heard of, as its opaque token. Reads hand it back, and so show it.
let token: string | undefined;

export const latest = (): string | undefined => token;

export function rememberLatest(after: string): void {
  token = after;
}

export function forgetLatest(): void {
  token = undefined;
}
