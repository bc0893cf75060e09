import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ADDRESS_ID, validQuery } from '#http';
import { answer, type At, type Standing } from '../answer.ts';
import type { Named } from '../names.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { askedAt, questionFor, UNIT_ROLES, UnitQuery, unknownHolder } from './asked.ts';
import { holderPage, timePage } from './pages.ts';
import { TimePageShape, UnitPageShape } from './shapes.ts';

/** What a unit answers for, as responsible unit and as agent unit. */
@ApiTags('单位 / organization')
@Controller('api/organizations/:id/accountability')
export class UnitsController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ summary: '一个单位：现任与任期内 / one unit: what it holds now, and what happened in its time' })
  @ApiOkResponse({ type: UnitPageShape })
  async page(
    @Param('id', ADDRESS_ID) unitId: string,
    @Query(validQuery(UnitQuery)) query: UnitQuery,
  ): Promise<Standing> {
    const whose = { roles: UNIT_ROLES, holderId: unitId };
    return answer(this.context, questionFor(query, { ...whose, list: 'held' }), async (at) => ({
      ...(await this.unit(unitId, at)),
      ...(await holderPage(this.context, query, whose, at)),
    }));
  }

  @Get('in-my-time')
  @ApiOperation({ summary: '单位任期内的项目，逾期多者在前 / projects in a unit’s time, the most overdue days first' })
  @ApiOkResponse({ type: TimePageShape })
  async inMyTime(
    @Param('id', ADDRESS_ID) unitId: string,
    @Query(validQuery(UnitQuery)) query: UnitQuery,
  ): Promise<Standing> {
    const whose = { roles: UNIT_ROLES, holderId: unitId };
    const question = questionFor(query, { ...whose, list: 'in-my-time' });
    return answer(this.context, question, async (at) => ({
      ...(await this.unit(unitId, at)),
      ...(await timePage(this.context, question, await askedAt(this.context, at, query, whose))),
    }));
  }

  /** Throws 404 for a unit that nobody had defined. */
  private async unit(id: string, at: At): Promise<Named> {
    const unit = (await this.context.names.of({ defined: [id] }, at.on.day, at.known('definitions')))(id);
    if (unit.name === null) throw unknownHolder('UnitUnknown', id);
    return unit;
  }
}
