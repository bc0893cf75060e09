import { HttpException } from '@nestjs/common';
import { EventNotUnderstood } from '#kernel';
import { Conflict, StoreClosed, StoreUnavailable, StoreUnusable, TooLarge, APPEND_BYTES_MAX } from '#event-store';
import { Problem, problem } from './problem.ts';
import { DatabaseUnavailable, ForeignStore, ViewNotReady } from '#database';
import { InvalidCursor } from '#registry';
import { BODY_BYTES_MAX } from './limits.ts';

/** Fastify's own errors, by code, as problems. */
const OF_FASTIFY: Readonly<Record<string, () => Problem>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => problem('NotJson'),
  FST_ERR_CTP_BODY_TOO_LARGE: () => problem('BodyTooLarge', { max: BODY_BYTES_MAX }),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => problem('MalformedJson'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => problem('MalformedJson'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => problem('BadRequest'),
  FST_ERR_BAD_URL: () => problem('BadAddress'),
  FST_ERR_MAX_PARAM_LENGTH: () => problem('AddressTooLong'),
};

/** The log does not answer, or not any more as it was set up. */
const STORE_TROUBLES = [StoreUnavailable, StoreUnusable, StoreClosed];

/** Any error as the problem that is answered; what nobody foresaw is a 500 that tells nothing of the inside. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  if (STORE_TROUBLES.some((trouble) => error instanceof trouble)) {
    return problem('StoreUnavailable', {}, { cause: error, headers: { 'retry-after': '1' } });
  }
  if (error instanceof EventNotUnderstood) {
    const { stream, revision, type } = error.event;
    return problem('EventNotUnderstood', { stream, revision: String(revision), type }, { cause: error });
  }
  if (error instanceof DatabaseUnavailable) {
    return problem('DatabaseUnavailable', {}, { cause: error, headers: { 'retry-after': '1' } });
  }
  if (error instanceof ForeignStore) return problem('NotReady', { reasons: error.message }, { cause: error });
  if (error instanceof Conflict) return problem('Contended', {}, { cause: error, headers: { 'retry-after': '1' } });
  if (error instanceof ViewNotReady) {
    return problem('ViewNotReady', { view: error.view }, { cause: error, headers: { 'retry-after': '1' } });
  }
  if (error instanceof InvalidCursor) return problem('CursorInvalid');
  if (error instanceof TooLarge) return problem('BodyTooLarge', { max: APPEND_BYTES_MAX });
  const code = (error as { code?: unknown } | null | undefined)?.code;
  const known = typeof code === 'string' ? OF_FASTIFY[code] : undefined;
  if (known) return known();
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: number } | null | undefined)?.statusCode;
  if (status === 404) return problem('NoSuchAddress');
  if (status !== undefined && status >= 400 && status < 500) return problem('BadRequest', {}, { cause: error });
  return problem('Unexpected', { requestId }, { cause: error });
}
