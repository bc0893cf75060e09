import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { BODY_BYTES_MAX } from './limits.ts';
import { problem } from './problem.ts';

type Done = (error: Error | null, body?: unknown) => void;

/**
 * JSON is the only body taken. It must be UTF-8, or a reader would store replacement characters for what was meant, and
 * it must not carry `__proto__` or `constructor.prototype` keys.
 */
export function takeJsonOnly(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX },
    (request, body: Buffer, done: Done) => {
      if (!isUtf8(body)) return done(problem('NotUtf8'));
      const text = body.toString('utf8');
      void parse(request, text, (error, value) => (error ? done(faulty(error, text)) : done(null, value)));
    },
  );
}

/** The parser says the same of bad JSON and of forbidden keys; JSON.parse tells them apart. */
function faulty(error: Error, text: string): Error {
  try {
    JSON.parse(text);
    return problem('ForbiddenKey', {}, { cause: error });
  } catch {
    return problem('MalformedJson', {}, { cause: error });
  }
}
