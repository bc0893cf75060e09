import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Day } from '#kernel';
import { ADDRESS_ID, validQuery } from '#http';
import type { Named } from '../names.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { askedOf, UNIT_ROLES, UnitQuery, unknownHolder } from './asked.ts';
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
  async page(@Param('id', ADDRESS_ID) unitId: string, @Query(validQuery(UnitQuery)) query: UnitQuery): Promise<object> {
    const asked = await askedOf(this.context, query, { roles: UNIT_ROLES, holderId: unitId });
    const unit = await this.unit(unitId, asked.on.day);
    return { ...unit, ...(await holderPage(this.context, query, asked)) };
  }

  @Get('in-my-time')
  @ApiOperation({ summary: '单位任期内的项目，逾期多者在前 / projects in a unit’s time, the most overdue days first' })
  @ApiOkResponse({ type: TimePageShape })
  async inMyTime(
    @Param('id', ADDRESS_ID) unitId: string,
    @Query(validQuery(UnitQuery)) query: UnitQuery,
  ): Promise<object> {
    const asked = await askedOf(this.context, query, { roles: UNIT_ROLES, holderId: unitId });
    const unit = await this.unit(unitId, asked.on.day);
    return { ...unit, ...(await timePage(this.context, query, asked)) };
  }

  /** Throws 404 for a unit that nobody defined. */
  private async unit(id: string, day: Day): Promise<Named> {
    const unit = (await this.context.names.of({ defined: [id] }, day))(id);
    if (unit.name === null) throw unknownHolder('UnitUnknown', id);
    return unit;
  }
}
