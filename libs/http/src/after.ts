import { problem } from './problem.ts';

const VERSION = 'v1.';
const TOKEN = /^([0-9a-f-]{36}):(\d{1,19})$/;

/** A position as it leaves the process: opaque, and good on one store only. */
export function afterToken(storeId: string, position: bigint): string {
  return VERSION + Buffer.from(`${storeId}:${position}`, 'latin1').toString('base64url');
}

/** The position in a token. Throws 400 AfterTokenInvalid, or AfterTokenForeign for one of another store. */
export function positionOfAfter(storeId: string, token: string): bigint {
  const text = token.startsWith(VERSION)
    ? Buffer.from(token.slice(VERSION.length), 'base64url').toString('latin1')
    : '';
  const [, ofStore, position] = TOKEN.exec(text) ?? [];
  if (ofStore === undefined || position === undefined) throw problem('AfterTokenInvalid');
  if (ofStore !== storeId) throw problem('AfterTokenForeign');
  if (afterToken(storeId, BigInt(position)) !== token) throw problem('AfterTokenInvalid');
  return BigInt(position);
}
