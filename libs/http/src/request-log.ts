import type { FastifyInstance } from 'fastify';
import { destination, pino, stdTimeFunctions, type Logger, type LevelWithSilent } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/**
 * Structured logs on standard error, one JSON object a line; standard output stays for people. Nothing of a body, a query
 * or a header is logged.
 */
export function createLogger(level: LevelWithSilent): Logger {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  return pino(options, destination({ dest: 2, sync: false }));
}

/** One line per request when it is answered. */
export function logRequests(instance: FastifyInstance): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 1000) / 1000,
    };
    request.log.info(line, 'answered');
    done();
  });
}
