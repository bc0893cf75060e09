import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.ts';
import { PROBLEM_TYPE, type Problem } from './problem.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** An answer as it goes out and as it is kept for a repeated key: its text is never built twice. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function jsonAnswer(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, type: JSON_TYPE, headers, body: JSON.stringify(body) };
}

export function problemAnswer(problem: Problem, request: FastifyRequest): Answer {
  const language = languageOf(request.headers['accept-language']);
  const body = problem.body(language, request.id);
  return {
    status: problem.status,
    type: PROBLEM_TYPE,
    headers: { 'content-language': language === 'zh' ? 'zh-CN' : 'en', ...problem.parts.headers },
    body: JSON.stringify(body),
  };
}

export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply.code(answer.status).headers(answer.headers).type(answer.type).send(answer.body);
}
