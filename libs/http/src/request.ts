import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { FastifyRequest } from 'fastify';
import type { Actor, Source } from '#kernel';
import { problem } from './problem.ts';

const REQUEST_ID = /^[\w.:-]{1,128}$/;
const KEY_MAX = 200;
const HOST_SHOWN_MAX = 100;
const KEY = /^[\x21-\x7e]{1,200}$/;
const IF_MATCH = /^"(\d{1,18})"$/;

/** Who acts in a request, and from where. */
export interface Identity {
  readonly actor: Actor;
  readonly source: Source;
}

const LOCAL: Actor = { id: 'local', role: 'coordinator' };

/**
 * The one place that says who acts. Until there is sign-in it is one fixed identity, and the server listens on loopback only.
 * Our own page says with `X-Source: screen` that somebody typed it there; from anything else it is the API.
 */
export function identityOf({ headers }: Pick<FastifyRequest, 'headers'>): Identity {
  return { actor: LOCAL, source: { kind: headers['x-source'] === 'screen' ? 'screen' : 'api' } };
}

/** The caller's X-Request-Id if it is a sane one, else a new UUIDv7. It is the correlation id of what the request causes. */
export function requestIdOf(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : v7();
}

const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/**
 * Throws a 403 unless the request was sent to a name of this machine. A page of another site that points its own name
 * at the loopback address (DNS rebinding) would otherwise act as the local identity.
 */
export function requireLocalHost({ host }: { readonly host?: string | undefined }): void {
  if (host !== undefined && !LOCAL_HOST.test(host))
    throw problem('HostNotLocal', { host: host.slice(0, HOST_SHOWN_MAX) });
}

/** The Idempotency-Key, or undefined where none was sent. Throws a 400 for one that is too long or not visible ASCII. */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) throw problem('IdempotencyKeyMalformed', { max: KEY_MAX });
  return key;
}

/** The revision of If-Match, or undefined where none was sent. Throws a 400 for anything but one strong entity tag of ours. */
export function ifMatchOf(request: FastifyRequest): bigint | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) return undefined;
  const revision = IF_MATCH.exec(header)?.[1];
  if (revision === undefined) throw problem('IfMatchMalformed');
  return BigInt(revision);
}

/** The entity tag of a revision. */
export function etagOf(revision: bigint): string {
  return `"${revision}"`;
}

/** The id of a command that came without an Idempotency-Key: it can never be told from another one again. */
export function freshCommandId(): string {
  return randomUUID();
}
