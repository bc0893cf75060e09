import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dayFromNumber, instantOf, isId, type Day } from '#kernel';
import { ADDRESS_ID, limitOf, Text, validQuery } from '#http';
import { PERSON_REFUSALS } from '#ledger';
import { answer, PointPageQuery, PointQuery, questionOf } from '../answer.ts';
import { dayWithin, type NameOf } from '../names.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { withPositions } from './positions.ts';
import { lastlyUntil, notThere } from './over-time.ts';
import { postsOf } from './queries.ts';
import type { PostSpan } from './schema.ts';
import { PeopleListShape, PersonShape } from './people-shapes.ts';

class PeopleQuery extends PointPageQuery {
  @Text({ optional: true, max: 100, about: '姓名、单位或职务中的文字 / part of a name, unit or post' })
  text?: string;
}

const VIEWS = ['definitions'] as const;
/** How many former descriptions a page shows, the latest first. */
const FORMER_MAX = 50;

const REGISTRY_IS_OF_NOW =
  '姓名、电话和登记所写的 unit、post 总是登记簿现在的内容；knownAt 只管任命的职务和单位名称。 / Names, phones, and unit and post where they are the words of the registry, are always as the registry has them now; knownAt is about posts by appointment and the names of units.';

/** People as the registry knows them, phones masked, with the posts that the log knows. */
@ApiTags('人员 / people')
@Controller('api/people')
export class PeopleQueriesController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({
    operationId: 'listPeople',
    summary: '人员名单及当日职务 / People, by name, with their posts of the day',
    description: REGISTRY_IS_OF_NOW,
  })
  @ApiOkResponse({ type: PeopleListShape })
  async list(@Query(validQuery(PeopleQuery)) query: PeopleQuery): Promise<object> {
    const { registry, cursors } = this.context;
    const { text = null } = query;
    const asked = { views: VIEWS, query, question: { list: 'people', text } };
    return answer(this.context, asked, async (at) => {
      const page = await registry.people.listPeople({
        limit: limitOf(query),
        ...(text !== null && { text }),
        ...(at.from && { cursor: at.from[0] as string }),
      });
      const next = page.next === undefined ? null : { key: [page.next], seq: at.seq, on: at.on.day };
      const items = await withPositions(this.context, page.items, at.on, at.known('definitions'));
      return { items, next: next && cursors.write(next, questionOf(asked)) };
    });
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getPerson',
    summary: '一名人员：历来职务和登记的旧值 / One person: posts over time, and what was said before',
    description: REGISTRY_IS_OF_NOW,
  })
  @ApiOkResponse({ type: PersonShape })
  async page(@Param('id', ADDRESS_ID) id: string, @Query(validQuery(PointQuery)) query: PointQuery): Promise<object> {
    const { registry, views, names } = this.context;
    return answer(this.context, { views: VIEWS, query }, async (at) => {
      const person = isId(id) ? (await registry.people.getPeople([id])).get(id) : undefined;
      if (!person) throw notThere('PersonNotFound', PERSON_REFUSALS.PersonNotFound, id);
      const known = at.known('definitions');
      const posts = await postsOf(views.reader('definitions'), id, known);
      const nameOf = await names.of({ defined: posts.map(({ unit_id }) => unit_id) }, undefined, known);
      const former = await registry.people.formerDescriptions(id, FORMER_MAX);
      return {
        ...person,
        posts: posts.map((post) => postItem(post, at.on.day, nameOf)),
        former: former.map(({ revisedAt, ...description }) => ({ ...description, revisedAt: instantOf(revisedAt) })),
      };
    });
  }
}

/** A post with its unit as it is called on the day, or was called when the post was left. */
function postItem({ unit_id, post, since, valid_from, valid_to, fact_id, doc }: PostSpan, day: Day, nameOf: NameOf) {
  const [from, until] = [dayFromNumber(valid_from), lastlyUntil(valid_to)];
  return {
    unit: nameOf(unit_id, dayWithin({ from, until: until ?? undefined }, day)),
    post,
    since,
    from,
    until,
    ...(doc !== null && { doc }),
    factId: fact_id,
  };
}
