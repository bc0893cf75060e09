import { Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandAnswerShape, PROBLEM_CONTENT } from '#http';
import { CommandEndpoint } from './command-endpoint.ts';
import { EXAMPLE_KEY, type CommandRow, type CommandTable } from './command-row.ts';

const PROBLEMS: Readonly<Record<number, string>> = {
  400: '填写有误 / something is wrong with a field, a header or the body',
  404: '没有这个对象 / it is not there',
  409: '未受理 / refused: it contradicts what is filed',
  412: '读取之后已有改动 / changed since it was read',
  422: 'Idempotency-Key 已用于其他内容 / the key was used for something else',
};

/** A controller with one route for each row of a table, so that each has its place in the OpenAPI document. */
export function commandController(table: CommandTable): Type {
  class CommandController {
    constructor(@Inject(CommandEndpoint) readonly endpoint: CommandEndpoint) {}
  }
  for (const row of table.rows) addRoute(CommandController, table, row);
  Object.defineProperty(CommandController, 'name', { value: `${table.slice.category}Commands` });
  Controller(`api/${table.collection}`)(CommandController);
  ApiTags(`${table.label.zh} / ${table.label.en}`)(CommandController);
  return CommandController;
}

function addRoute(controller: Type<{ endpoint: CommandEndpoint }>, table: CommandTable, row: CommandRow): void {
  const target = controller.prototype as object;
  const name = row.type.charAt(0).toLowerCase() + row.type.slice(1);
  Object.defineProperty(target, name, {
    configurable: true,
    value(this: { endpoint: CommandEndpoint }, request: FastifyRequest, reply: FastifyReply): Promise<void> {
      return this.endpoint.handle(table, row, request, reply);
    },
  });
  const method = Object.getOwnPropertyDescriptor(target, name) as PropertyDescriptor;
  Reflect.defineMetadata('design:paramtypes', [Object, Object], target, name);
  Req()(target, name, 0);
  Res()(target, name, 1);
  for (const decorate of documented(row)) decorate(target, name, method);
}

function documented(row: CommandRow): MethodDecorator[] {
  const creates = row.verb === undefined;
  const statuses = Object.entries(PROBLEMS).filter(([status]) => !creates || (status !== '404' && status !== '412'));
  return [
    Post(creates ? '' : `:id/${row.verb}`),
    ApiOperation({ operationId: row.operation ?? row.type, summary: `${row.summary.zh} / ${row.summary.en}` }),
    ApiBody({ type: row.dto, examples: { [EXAMPLE_KEY]: { value: row.example } } }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: '同一键只执行一次 / the same key is executed once',
      example: EXAMPLE_KEY,
      schema: { type: 'string', maxLength: 200 },
    }),
    ...(creates
      ? []
      : [
          ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } }),
          ApiHeader({
            name: 'If-Match',
            required: false,
            description: '读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed',
            schema: { type: 'string' },
          }),
        ]),
    ApiResponse({ status: 201, type: CommandAnswerShape, description: '已记入 / recorded' }),
    ApiResponse({
      status: 200,
      type: CommandAnswerShape,
      description: '早已如此，未新增 / already true, nothing added',
    }),
    ...statuses.map(([status, description]) =>
      ApiResponse({ status: Number(status), description, ...PROBLEM_CONTENT }),
    ),
  ];
}
