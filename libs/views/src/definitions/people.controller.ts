import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dayFromNumber, instantOf, isId, type Day } from '#kernel';
import { ADDRESS_ID, After, limitOf, OnDay, PageQuery, Text, validQuery } from '#http';
import { PERSON_REFUSALS } from '#ledger';
import { dayWithin, type NameOf } from '../names.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { asOfDay } from '../today.ts';
import { withPositions } from './positions.ts';
import { lastlyUntil, notThere } from './over-time.ts';
import { postsOf } from './queries.ts';
import type { PostSpan } from './schema.ts';
import { PeopleListShape, PersonShape } from './people-shapes.ts';

class PeopleQuery extends PageQuery {
  @Text({ optional: true, max: 100, about: '姓名、单位或职务中的文字 / part of a name, unit or post' })
  text?: string;
  @OnDay({ optional: true, about: '职务所在的业务日期，默认今天 / the day of the posts; default today' })
  effectiveOn?: string;
  @After()
  after?: string;
}

class PersonQuery {
  @After()
  after?: string;
}

/** How many former descriptions a page shows, the latest first. */
const FORMER_MAX = 50;

/** People as the registry knows them, phones masked, with the posts that the log knows. */
@ApiTags('人员 / people')
@Controller('api/people')
export class PeopleQueriesController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({
    operationId: 'listPeople',
    summary: '人员名单及当日职务 / People, by name, with their posts of the day',
  })
  @ApiOkResponse({ type: PeopleListShape })
  async list(@Query(validQuery(PeopleQuery)) query: PeopleQuery): Promise<object> {
    const { registry, cursors, reading, clock } = this.context;
    const on = asOfDay(query.effectiveOn, clock());
    await reading.reached('definitions', query.after);
    const standing = await reading.standing('definitions', query.after);
    const question = { list: 'people', on: on.day, ...(query.text !== undefined && { text: query.text }) };
    const inner = query.cursor === undefined ? undefined : (cursors.read(query.cursor, question).key[0] as string);
    const page = await registry.people.listPeople({
      limit: limitOf(query),
      ...(query.text !== undefined && { text: query.text }),
      ...(inner !== undefined && { cursor: inner }),
    });
    const next = page.next === undefined ? null : cursors.write({ key: [page.next], seq: 0, on: on.day }, question);
    const items = await withPositions(this.context, page.items, on);
    return { items, next, effectiveOn: on.day, ...standing };
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getPerson',
    summary: '一名人员：历来职务和登记的旧值 / One person: posts over time, and what was said before',
  })
  @ApiOkResponse({ type: PersonShape })
  async page(@Param('id', ADDRESS_ID) id: string, @Query(validQuery(PersonQuery)) query: PersonQuery): Promise<object> {
    const { registry, views, names, reading, clock } = this.context;
    await reading.reached('definitions', query.after);
    const standing = await reading.standing('definitions', query.after);
    const person = isId(id) ? (await registry.people.getPeople([id])).get(id) : undefined;
    if (!person) throw notThere('PersonNotFound', PERSON_REFUSALS.PersonNotFound, id);
    const posts = await postsOf(views.reader('definitions'), id);
    const today = asOfDay(undefined, clock()).day;
    const nameOf = await names.of({ defined: posts.map(({ unit_id }) => unit_id) });
    const former = await registry.people.formerDescriptions(id, FORMER_MAX);
    return {
      ...person,
      posts: posts.map((post) => postItem(post, today, nameOf)),
      former: former.map(({ revisedAt, ...description }) => ({ ...description, revisedAt: instantOf(revisedAt) })),
      ...standing,
    };
  }
}

/** A post with its unit as it is called today, or was called when the post was left. */
function postItem({ unit_id, post, since, valid_from, valid_to, fact_id, doc }: PostSpan, today: Day, nameOf: NameOf) {
  const [from, until] = [dayFromNumber(valid_from), lastlyUntil(valid_to)];
  return {
    unit: nameOf(unit_id, dayWithin({ from, until: until ?? undefined }, today)),
    post,
    since,
    from,
    until,
    ...(doc !== null && { doc }),
    factId: fact_id,
  };
}
