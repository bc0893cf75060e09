import { ForeignPosition } from './errors.ts';

/** A position as it may leave the process: opaque, and bound to the log that it is good for. */
export function tokenOf(store: { readonly storeId: string }, position: bigint): string {
  return `v1:${store.storeId}:${position}`;
}

/** The position in a token of {@link tokenOf}. Throws {@link ForeignPosition} for another log's, or for any other text. */
export function positionOf(store: { readonly storeId: string }, token: string): bigint {
  const [version, storeId, position] = token.split(':');
  if (version !== 'v1' || !/^\d{1,19}$/.test(position ?? '') || token !== `v1:${storeId}:${position}`) {
    throw new ForeignPosition('not a position token');
  }
  if (storeId !== store.storeId) throw new ForeignPosition('the position belongs to another log');
  return BigInt(position as string);
}
