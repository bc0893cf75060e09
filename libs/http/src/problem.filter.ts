import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemAnswer, send } from './answer.ts';
import { problemOf } from './problem-of.ts';

/** Writes every error as application/problem+json; logs those that are ours to mend, with the request id. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request.id);
  if (problem.status >= 500)
    request.log.error({ err: problem.cause ?? problem, code: problem.parts.code }, 'request failed');
  return send(reply, problemAnswer(problem, request));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerError(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
