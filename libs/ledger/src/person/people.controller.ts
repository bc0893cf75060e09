import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { digestOf, isId } from '#kernel';
import {
  ANSWER_ONCE,
  CURSORS,
  freshCommandId,
  idempotencyKeyOf,
  identityOf,
  jsonAnswer,
  limitOf,
  noQuery,
  PageQuery,
  problem,
  REGISTRY,
  send,
  Text,
  validBody,
  validQuery,
  type AnswerOnce,
  type Cursors,
  type Settled,
} from '#http';
import type { Person, Registry } from '#registry';
import { commandIdOf, EXAMPLE_KEY, newStreamId } from '../command-row.ts';
import { DefinePerson, PERSON_EXAMPLE } from './people.commands.ts';

const ROUTE = 'POST /api/people';

export class PeopleQuery extends PageQuery {
  @Text({ optional: true, max: 100, about: '姓名、单位或职务中的文字 / part of a name, unit or post' })
  text?: string;
}

/** Who the ids in events are. Names live in the registry, so these are no commands on the log. */
@ApiTags('人员 / people')
@Controller('api/people')
export class PeopleController {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(ANSWER_ONCE) private readonly once: AnswerOnce,
    @Inject(CURSORS) private readonly cursors: Cursors,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'DefinePerson', summary: '登记人员 / Define a person' })
  @ApiBody({ type: DefinePerson, examples: { [EXAMPLE_KEY]: { value: PERSON_EXAMPLE } } })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    example: EXAMPLE_KEY,
    schema: { type: 'string', maxLength: 200 },
  })
  async define(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    noQuery(request.query);
    const key = idempotencyKeyOf(request);
    const data = validBody(DefinePerson, request.body);
    const { actor } = identityOf(request);
    const commandId = key === undefined ? freshCommandId() : commandIdOf(actor.id, ROUTE, key);
    const person: Person = { id: newStreamId(commandId), ...data };
    const run = () => this.write(person);
    const scope = { actor: actor.id, route: ROUTE, key: key ?? commandId };
    const answer = key === undefined ? (await run()).answer : await this.once.answer(scope, digestOf({ ...data }), run);
    send(reply, answer);
  }

  @Get()
  @ApiOperation({ operationId: 'listPeople', summary: '人员名单 / People, by name' })
  async list(@Query(validQuery(PeopleQuery)) query: PeopleQuery) {
    const question = { list: 'people', text: query.text };
    const inner = query.cursor === undefined ? undefined : (this.cursors.read(query.cursor, question).key[0] as string);
    const page = await this.registry.people.listPeople({
      limit: limitOf(query),
      ...(query.text !== undefined && { text: query.text }),
      ...(inner !== undefined && { cursor: inner }),
    });
    const next = page.next === undefined ? null : this.cursors.write({ key: [page.next], seq: 0 }, question);
    return { items: page.items, next };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getPerson', summary: '一名人员 / One person' })
  async get(@Param('id') id: string, @Req() request: FastifyRequest): Promise<Person> {
    noQuery(request.query);
    const person = isId(id)
      ? (await this.registry.people.getPeople([id.toLowerCase()])).get(id.toLowerCase())
      : undefined;
    if (!person) throw problem('NotFound');
    return person;
  }

  private async write(person: Person): Promise<Settled> {
    const { outcome } = await this.registry.people.definePerson(person);
    if (outcome === 'differs') throw problem('IdempotencyKeyReused');
    return { answer: jsonAnswer(201, person), keep: true };
  }
}
