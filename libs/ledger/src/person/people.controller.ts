import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { digestOf, fill, isId, type JsonObject } from '#kernel';
import {
  ADDRESS_ID,
  ANSWER_ONCE,
  freshCommandId,
  idempotencyKeyOf,
  identityOf,
  jsonAnswer,
  noQuery,
  Problem,
  problem,
  REGISTRY,
  send,
  validBody,
  type AnswerOnce,
  type Settled,
} from '#http';
import type { Person, Registry } from '#registry';
import { commandIdOf, EXAMPLE_KEY, newStreamId } from '../command-row.ts';
import { DefinePerson, PERSON_EXAMPLE, REVISION_EXAMPLE, RevisePerson } from './people.commands.ts';
import { PERSON_REFUSALS } from './person.ts';

const KEY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  example: EXAMPLE_KEY,
  schema: { type: 'string' as const, maxLength: 200 },
};

/** Who the ids in events are. Names and phones live in the registry, so these are no commands on the log. */
@ApiTags('人员 / people')
@Controller('api/people')
export class PeopleController {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(ANSWER_ONCE) private readonly once: AnswerOnce,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'DefinePerson', summary: '登记人员 / Define a person' })
  @ApiBody({ type: DefinePerson, examples: { [EXAMPLE_KEY]: { value: PERSON_EXAMPLE } } })
  @ApiHeader(KEY_HEADER)
  async define(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const data = validBody(DefinePerson, request.body);
    await this.settle({ request, reply, route: 'POST /api/people', data: { ...data } }, async ({ commandId }) => {
      const { outcome, person } = await this.registry.people.definePerson({ id: newStreamId(commandId), ...data });
      if (outcome === 'differs') throw problem('IdempotencyKeyReused');
      return settled(201, person);
    });
  }

  @Post(':id/revise')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'RevisePerson',
    summary: '更新登记，旧值留存 / Describe a person anew; what was said before is kept',
  })
  @ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } })
  @ApiBody({ type: RevisePerson, examples: { [EXAMPLE_KEY]: { value: REVISION_EXAMPLE } } })
  @ApiHeader(KEY_HEADER)
  async revise(
    @Param('id', ADDRESS_ID) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const data = validBody(RevisePerson, request.body);
    const { remove, ...change } = data;
    const route = `POST /api/people/${id}/revise`;
    await this.settle({ request, reply, route, data: { ...data } }, async ({ actor, commandId }) => {
      const revision = { id, change, actor, commandId, ...(remove && { remove }) };
      const person = isId(id) ? await this.registry.people.revisePerson(revision) : undefined;
      if (!person) throw notThere(id);
      return settled(200, person);
    });
  }

  /** Does it once for a key, and answers. */
  private async settle(
    asked: {
      readonly request: FastifyRequest;
      readonly reply: FastifyReply;
      readonly route: string;
      readonly data: object;
    },
    run: (by: { readonly actor: string; readonly commandId: string }) => Promise<Settled>,
  ): Promise<void> {
    const { request, reply, route, data } = asked;
    noQuery(request.query);
    const key = idempotencyKeyOf(request);
    const actor = identityOf(request).actor.id;
    const commandId = key === undefined ? freshCommandId() : commandIdOf(actor, route, key);
    const once = () => run({ actor, commandId });
    const digest = digestOf(data as JsonObject);
    const answer =
      key === undefined ? (await once()).answer : await this.once.answer({ actor, route, key }, digest, once);
    send(reply, answer);
  }
}

function settled(status: number, person: Person): Settled {
  return { answer: jsonAnswer(status, person), keep: true };
}

function notThere(id: string): Problem {
  const messages = fill(PERSON_REFUSALS.PersonNotFound, { id });
  return new Problem({ status: 404, code: 'PersonNotFound', messages, params: { id } });
}
