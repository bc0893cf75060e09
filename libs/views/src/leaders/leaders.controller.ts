import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Texts } from '#kernel';
import { ADDRESS_ID, validQuery } from '#http';
import { LEADER_ROLES, PERSON_ROLES, type Role } from '#ledger';
import type { Person } from '#registry';
import { answer, pageOf, type At, type Standing } from '../answer.ts';
import { actionsOf } from '../leader-accountability/actions.ts';
import type { AccountabilityDb } from '../leader-accountability/conditions.ts';
import { loads, measuresOf, NOTHING_CHARGED, vacancies, type Load } from '../leader-accountability/queries.ts';
import { progressOf } from '../leader-accountability/progress.ts';
import { NOBODY } from '../leader-accountability/schema.ts';
import { withPositions } from '../definitions/positions.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import {
  ACCOUNTABILITY,
  ActionsQuery,
  askedAt,
  LeadersQuery,
  questionFor,
  TenuresQuery,
  unknownHolder,
  VacanciesQuery,
} from './asked.ts';
import { actionItem, holderPage, nowPage, progressItem, timePage } from './pages.ts';
import { ActionListShape, TenureListShape } from './record-shapes.ts';
import { actionList, tenureList } from './record.ts';
import { LeaderPageShape, LeaderListShape, NobodyPageShape, TimePageShape } from './shapes.ts';

/** What stands in place of a name where nobody held the role. */
const NOBODY_TEXTS: Texts = { zh: '无人', en: 'nobody' };

/** Who answers for how much, and for what happened in their own time (docs/explanation/accountability.md). */
@ApiTags('包联领导 / leaders')
@Controller('api/leaders')
export class LeadersController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({
    summary: '包联领导及其项目、任期内逾期与推迟，多者在前 / leaders, their projects and what happened in their time',
  })
  @ApiOkResponse({ type: LeaderListShape })
  async list(@Query(validQuery(LeadersQuery)) query: LeadersQuery): Promise<Standing> {
    const whose = { roles: LEADER_ROLES, holderId: NOBODY };
    const question = questionFor(query, { ...whose, list: 'leaders' });
    return answer(this.context, question, async (at) => {
      const { views, registry, names } = this.context;
      const asked = await askedAt(this.context, at, query, whose);
      const db: AccountabilityDb = views.reader(ACCOUNTABILITY);
      const { rows, next } = await pageOf<Load>(this.context, question, at, {
        keyOf: ({ projects, holderId }) => [projects, holderId],
        rows: (key, limit) => loads(db, asked, { limit, after: key && { n: Number(key[0]), id: String(key[1]) } }),
      });
      const ids = rows.map(({ holderId }) => holderId);
      const [measures, progress, actions, people, nameOf] = await Promise.all([
        measuresOf(db, asked, ids),
        progressOf(db, asked, ids),
        actionsOf(db, asked, ids),
        registry.people.getPeople(ids),
        names.of({ defined: ids }, at.on.day, at.known('definitions')),
      ]);
      const described = await withPositions(this.context, [...people.values()], at.on, at.known('definitions'));
      const personOf = new Map(described.map((person) => [person.id, person]));
      const items = rows.map(({ holderId, projects, lead, coLead }) => {
        const { name = nameOf(holderId).name, unit = null, post = null, posts = [] } = personOf.get(holderId) ?? {};
        const held = holderId !== NOBODY;
        return {
          id: held ? holderId : null,
          name: held ? name : null,
          ...(!held && { nobody: NOBODY_TEXTS }),
          unit,
          post,
          posts,
          lead,
          coLead,
          projects,
          ...progressItem(progress.get(holderId)),
          ...(measures.get(holderId) ?? NOTHING_CHARGED),
          ...actionItem(actions.get(holderId)),
        };
      });
      return { items, next };
    });
  }

  @Get('nobody')
  @ApiOperation({ summary: '无人牵头的项目 / projects that nobody leads, since when, and unheld days' })
  @ApiOkResponse({ type: NobodyPageShape })
  async nobody(@Query(validQuery(VacanciesQuery)) query: VacanciesQuery): Promise<Standing> {
    const whose = { roles: ['lead'] satisfies Role[], holderId: NOBODY };
    const question = questionFor(query, { ...whose, list: 'held' });
    return answer(this.context, question, async (at) => {
      const asked = await askedAt(this.context, at, query, whose);
      const db: AccountabilityDb = this.context.views.reader(ACCOUNTABILITY);
      const [page, unheld, measures] = await Promise.all([
        nowPage(this.context, question, asked),
        vacancies(db, asked),
        measuresOf(db, asked, [NOBODY]),
      ]);
      return {
        nobody: NOBODY_TEXTS,
        projects: unheld.projects,
        unheldDays: unheld.days,
        ...(measures.get(NOBODY) ?? NOTHING_CHARGED),
        ...page,
      };
    });
  }

  @Get(':id')
  @ApiOperation({ summary: '一位领导：现任与任期内 / one leader: what they hold now, and what happened in their time' })
  @ApiOkResponse({ type: LeaderPageShape })
  async page(
    @Param('id', ADDRESS_ID) personId: string,
    @Query(validQuery(LeadersQuery)) query: LeadersQuery,
  ): Promise<Standing> {
    const person = await this.person(personId);
    const whose = { roles: LEADER_ROLES, holderId: personId };
    return answer(this.context, questionFor(query, { ...whose, list: 'held' }), async (at) => ({
      ...(await this.described(person, at)),
      ...(await holderPage(this.context, query, whose, at)),
    }));
  }

  @Get(':id/in-my-time')
  @ApiOperation({ summary: '任期内的项目，逾期多者在前 / projects in a leader’s time, the most overdue days first' })
  @ApiOkResponse({ type: TimePageShape })
  async inMyTime(
    @Param('id', ADDRESS_ID) personId: string,
    @Query(validQuery(LeadersQuery)) query: LeadersQuery,
  ): Promise<Standing> {
    const person = await this.person(personId);
    const whose = { roles: LEADER_ROLES, holderId: personId };
    const question = questionFor(query, { ...whose, list: 'in-my-time' });
    return answer(this.context, question, async (at) => ({
      ...(await this.described(person, at)),
      ...(await timePage(this.context, question, await askedAt(this.context, at, query, whose))),
    }));
  }

  @Get(':id/tenures')
  @ApiOperation({
    summary:
      '任职经历：起止、文号、与谁交接，后起者在前 / tenures of a leader and how they passed on, the latest first',
  })
  @ApiOkResponse({ type: TenureListShape })
  async tenures(
    @Param('id', ADDRESS_ID) personId: string,
    @Query(validQuery(TenuresQuery)) query: TenuresQuery,
  ): Promise<Standing> {
    const { id, name } = await this.person(personId);
    const whose = { roles: PERSON_ROLES, holderId: id };
    const question = questionFor(query, { ...whose, list: 'tenures' });
    return answer(this.context, question, async (at) => {
      const asked = await askedAt(this.context, at, query, whose);
      return { id, name, ...(await tenureList(this.context, question, asked)) };
    });
  }

  @Get(':id/actions')
  @ApiOperation({ summary: '走访与帮扶，新者在前 / visits and helps of a leader, the latest first' })
  @ApiOkResponse({ type: ActionListShape })
  async actions(
    @Param('id', ADDRESS_ID) personId: string,
    @Query(validQuery(ActionsQuery)) query: ActionsQuery,
  ): Promise<Standing> {
    const { id, name } = await this.person(personId);
    const whose = { roles: PERSON_ROLES, holderId: id, kind: query.kind };
    const question = questionFor(query, { ...whose, list: 'actions' });
    return answer(this.context, question, async (at) => {
      const asked = await askedAt(this.context, at, query, whose);
      return { id, name, ...(await actionList(this.context, question, { ...asked, kind: query.kind })) };
    });
  }

  private async described(person: Person, at: At): Promise<object> {
    const [described] = await withPositions(this.context, [person], at.on, at.known('definitions'));
    return described as object;
  }

  /** Throws 404 for a person whom nobody defined. */
  private async person(id: string): Promise<Person> {
    const person = (await this.context.registry.people.getPeople([id])).get(id);
    if (person) return person;
    throw unknownHolder('PersonUnknown', id);
  }
}
