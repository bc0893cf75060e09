import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { HTTP_CODES, httpTexts, titleOf, type HttpCodeName } from './codes.ts';
import { BODY_BYTES_MAX, PARAM_LENGTH_MAX, REQUEST_MS_MAX } from './limits.ts';
import { takeJsonOnly } from './json-body.ts';
import { PROBLEM_TYPE, problem } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { answerError } from './problem.filter.ts';
import { requestIdOf, requireLocalHost } from './request.ts';
import { RouteTable } from './route-table.ts';

/** Answers, with this status, who opens a wrong address in a browser; undefined where that is for the API to refuse. */
export type ShowNothing = (request: FastifyRequest, reply: FastifyReply, status: number) => FastifyReply | undefined;

/** Fastify under Nest, set up so that nothing leaves the process but our own answers, the page and problem+json. */
export class ApiAdapter extends FastifyAdapter {
  private readonly routes = new RouteTable();

  constructor(logger: Logger, showNothing: ShowNothing = () => undefined) {
    super({
      loggerInstance: logger,
      // One line when a request is answered is enough: request-log.ts.
      logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
      genReqId: (request: IncomingMessage) => requestIdOf(request.headers),
      bodyLimit: BODY_BYTES_MAX,
      requestTimeout: REQUEST_MS_MAX,
      routerOptions: { maxParamLength: PARAM_LENGTH_MAX },
      // The router refuses what it cannot decode before any hook, and so before it is known to be no address.
      frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
        reply.header('x-request-id', request.id);
        return showNothing(request, reply, problemOf(error, request.id).status) ?? answerError(error, request, reply);
      },
      clientErrorHandler: answerClientError,
      forceCloseConnections: 'idle',
      skipMiddie: true,
    } as never);
    const instance = this.getInstance<FastifyInstance>();
    takeJsonOnly(instance);
    instance.addHook('onRoute', (route) => this.routes.add(route.method, route.url));
    instance.addHook('onRequest', (request, reply, done) => {
      reply.header('x-request-id', request.id);
      requireLocalHost(request.headers);
      if (!request.is404 || !showNothing(request, reply, HTTP_CODES.NoSuchAddress.status)) done();
    });
  }

  // Nest would turn Fastify's errors into its own and lose their codes.
  override setErrorHandler(): never {
    return this.getInstance<FastifyInstance>().setErrorHandler(answerError) as never;
  }

  override setNotFoundHandler(): never {
    const answered = this.getInstance<FastifyInstance>().setNotFoundHandler((request, reply) => {
      const methods = this.routes.methodsOf(request.url);
      const allow = methods.join(', ');
      // A route that takes any address below its own may have nothing there.
      const isNowhere = methods.length === 0 || methods.includes(request.method);
      const error = isNowhere
        ? problem('NoSuchAddress')
        : problem('MethodNotAllowed', { allow }, { headers: { allow } });
      return answerError(error, request, reply);
    });
    return answered as never;
  }
}

/** What is no HTTP at all never becomes a request: answered on the bare socket, in both languages. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const code: HttpCodeName = error.code === 'HPE_HEADER_OVERFLOW' ? 'HeadersTooLarge' : 'BadRequest';
  const { status } = HTTP_CODES[code];
  const messages = httpTexts(code, {});
  const title = titleOf(status);
  const body = JSON.stringify({
    type: `urn:taizhang:problem:${code}`,
    status,
    code,
    title: title.zh,
    detail: messages.zh,
    messages,
    params: {},
    requestId: '',
  });
  const head = `HTTP/1.1 ${status} ${title.en}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`;
  socket.end(head + body);
}
