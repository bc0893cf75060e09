import { createHash } from 'node:crypto';
import { v5, validate } from 'uuid';
import { canonicalJson, type Json } from './json.ts';

/** The namespace of every id that Taizhang derives. Never changes: ids of old commands hang on it. */
const NAMESPACE = 'a1d8b1a5-6c3f-5e0e-9a53-0f6c1f1d7a11';

/** A UUIDv5 of the parts. The parts keep their borders: `['a', 'bc']` and `['ab', 'c']` differ. */
export function derivedId(...parts: readonly string[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}

/** Whether a text is a UUID in its usual spelling, in either case. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && validate(text);
}

/** `sha256:` and the digest in hex. The name stands in the value, so that another function (SM3) can follow. */
export type Digest = `sha256:${string}`;

/** Digest of a value's canonical JSON (RFC 8785) in UTF-8. */
export function digestOf(value: Json): Digest {
  return digestOfText(canonicalJson(value));
}

export function digestOfText(text: string): Digest {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}
