import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { MILESTONES, ROLES } from '#ledger';
import { CHARGES } from '../leader-accountability/schema.ts';
import { HeldPostShape, POSITION_TEXT } from '../definitions/people-shapes.ts';
import { ProjectItemShape, StageCountShape } from '../project-ledger/shapes.ts';
import { StandingShape, TextsShape } from '../shapes.ts';

const nullable = { type: String, nullable: true } as const;
const day = { type: String, format: 'date' } as const;
const count = { type: 'integer' } as const;
const POSTS = {
  type: [HeldPostShape] as [typeof HeldPostShape],
  description: '当日所任职务，按 knownAt 所知 / posts held on the day, as known at knownAt',
};

class AgainstShape {
  @ApiProperty({ ...count, description: '对现行计划 / against the current plan' })
  current!: number;
  @ApiProperty({ ...count, description: '对首次计划 / against the first plan' })
  first!: number;
}

/** What happened in somebody's own time, up to and with the day. */
class InTimeShape {
  @ApiProperty({
    type: AgainstShape,
    description: '任期内逾期天数，各节点相加 / overdue days, added up over milestones',
  })
  overdueDays!: AgainstShape;
  @ApiProperty({ ...count, description: '任期内计划推迟次数 / plans moved later' })
  slips!: number;
  @ApiProperty({ ...count, description: '任期内到期仍缺的月报 / months due that are still not reported' })
  missedReports!: number;
}

class MeasuresShape extends InTimeShape {
  @ApiProperty({ type: AgainstShape, description: '当日逾期的项目数 / projects overdue on the day' })
  overdueProjects!: AgainstShape;
}

class ActionsShape extends MeasuresShape {
  @ApiProperty(count)
  siteVisits!: number;
  @ApiProperty(count)
  helpActions!: number;
  @ApiProperty({ ...day, nullable: true })
  lastSiteVisit!: string | null;
}

class LeaderItemShape extends ActionsShape {
  @ApiProperty({ ...nullable, description: 'null 为无人 / null: nobody' })
  id!: string | null;
  @ApiProperty(nullable)
  name!: string | null;
  @ApiProperty({ type: TextsShape, required: false, description: '仅在“无人”一行 / in the row of nobody only' })
  nobody?: TextsShape;
  @ApiProperty({ ...nullable, ...POSITION_TEXT })
  unit!: string | null;
  @ApiProperty({ ...nullable, ...POSITION_TEXT })
  post!: string | null;
  @ApiProperty(POSTS)
  posts!: HeldPostShape[];
  @ApiProperty({ ...count, description: '当日牵头的项目数 / projects led on the day' })
  lead!: number;
  @ApiProperty({ ...count, description: '当日协助的项目数 / projects co-led on the day' })
  coLead!: number;
  @ApiProperty({ ...count, description: '当日负责的项目数 / projects held on the day' })
  projects!: number;
  @ApiProperty({ type: [StageCountShape], description: '当日负责的项目各到哪个阶段 / how far the projects held are' })
  stages!: StageCountShape[];
  @ApiProperty({
    ...day,
    nullable: true,
    description:
      '当日负责的项目最近一次填报之日，不论谁在任 / when any project held was last reported, whoever held it then',
  })
  lastReport!: string | null;
}

export class PageShape extends StandingShape {
  @ApiProperty({ ...nullable, description: '下一页 / hand it back as cursor' })
  next!: string | null;
  @ApiProperty(day)
  effectiveOn!: string;
}

export class LeaderListShape extends PageShape {
  @ApiProperty({ type: [LeaderItemShape] })
  items!: LeaderItemShape[];
}

class MonthsShape {
  @ApiProperty({ type: String, example: '2018-04' })
  first!: string;
  @ApiProperty({ type: String, example: '2018-06' })
  last!: string;
  @ApiProperty(count)
  count!: number;
}

class ChargeShape {
  @ApiProperty({ type: String, enum: CHARGES })
  kind!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: String, enum: ROLES })
  role!: string;
  @ApiProperty({ ...nullable, enum: MILESTONES })
  milestone!: string | null;
  @ApiProperty({ type: TextsShape, nullable: true })
  milestoneLabel!: TextsShape | null;
  @ApiProperty(nullable)
  phase!: string | null;
  @ApiProperty({ ...day, description: '本任期内首日 / its first day in this tenure' })
  since!: string;
  @ApiProperty({
    ...day,
    nullable: true,
    description: '其后首日；null 为当日仍在 / the first day after it; null: it lasts',
  })
  until!: string | null;
  @ApiProperty({ ...day, description: '全程首日，不论谁在任 / its first day, whoever held the role then' })
  begun!: string;
  @ApiProperty({
    ...count,
    required: false,
    description: '本任期内逾期天数，或推迟天数 / overdue days in this tenure, or days of a slip',
  })
  days?: number;
  @ApiProperty({ ...count, required: false, description: '全程逾期天数 / overdue days, whoever held the role' })
  daysInAll?: number;
  @ApiProperty({ type: String, required: false, description: '逾期的计划 / the plan that is overdue' })
  plan?: string;
  @ApiProperty({ type: String, required: false, description: '推迟前的计划 / the plan before the slip' })
  from?: string;
  @ApiProperty({ type: String, required: false, description: '推迟后的计划 / the plan after it' })
  to?: string;
  @ApiProperty({ ...count, required: false, description: '该节点第几次推迟 / the how many-th slip of the milestone' })
  nth?: number;
  @ApiProperty({ type: MonthsShape, required: false })
  months?: MonthsShape;
  @ApiProperty({ type: [String], description: '所依据的事实 / the facts behind it' })
  factIds!: string[];
}

export class HeldShape extends ProjectItemShape {
  @ApiProperty({ type: String, enum: ROLES })
  role!: string;
  @ApiProperty({ type: String, description: '任期起，照填报 / the first day held, as it was reported' })
  since!: string;
  @ApiProperty({ type: [ChargeShape], description: '当日逾期，不论谁造成 / overdue on the day, whoever let it slip' })
  overdue!: ChargeShape[];
}

class UnheldShape extends HeldShape {
  @ApiProperty({ ...count, description: '至当日无人的天数 / days unheld up to the day' })
  unheldDays!: number;
}

class ProjectInTimeShape extends ProjectItemShape {
  @ApiProperty({ type: AgainstShape })
  overdueDays!: AgainstShape;
  @ApiProperty(count)
  slips!: number;
  @ApiProperty(count)
  missedReports!: number;
  @ApiProperty({ type: [ChargeShape], description: '最近 50 项 / the latest 50' })
  charges!: ChargeShape[];
}

/** Of a person with their position, of a unit without. */
export class TimePageShape extends PageShape {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String, required: false, ...POSITION_TEXT })
  unit?: string;
  @ApiProperty({ type: String, required: false, ...POSITION_TEXT })
  post?: string;
  @ApiProperty({ ...POSTS, required: false })
  posts?: HeldPostShape[];
  @ApiProperty({ type: [ProjectInTimeShape] })
  items!: ProjectInTimeShape[];
}

export class NobodyPageShape extends IntersectionType(PageShape, MeasuresShape) {
  @ApiProperty({ type: [UnheldShape] })
  items!: UnheldShape[];
  @ApiProperty({ type: TextsShape })
  nobody!: TextsShape;
  @ApiProperty({ ...count, description: '当日无人的项目数 / projects unheld on the day' })
  projects!: number;
  @ApiProperty({ ...count, description: '至当日无人的天数，各项目相加 / unheld days up to the day, over all projects' })
  unheldDays!: number;
}

class NowShape {
  @ApiProperty(count)
  projects!: number;
  @ApiProperty(count)
  lead!: number;
  @ApiProperty(count)
  coLead!: number;
  @ApiProperty({ type: AgainstShape })
  overdueProjects!: AgainstShape;
}

class RoleInTimeShape extends MeasuresShape {
  @ApiProperty({ type: String, enum: ROLES })
  role!: string;
  @ApiProperty({ ...count, description: '当日以此角色负责的项目数 / projects held in this role on the day' })
  projects!: number;
}

class InMyTimeShape extends InTimeShape {
  @ApiProperty(count)
  siteVisits!: number;
  @ApiProperty(count)
  helpActions!: number;
  @ApiProperty({ ...day, nullable: true })
  lastSiteVisit!: string | null;
  @ApiProperty({ type: [RoleInTimeShape] })
  byRole!: RoleInTimeShape[];
  @ApiProperty({ type: [ProjectInTimeShape], description: '首页；其余见 in-my-time / its first page' })
  items!: ProjectInTimeShape[];
  @ApiProperty({ ...nullable, description: '交给 in-my-time 的 cursor / the cursor of in-my-time' })
  next!: string | null;
}

/** `items` is what they hold now, paged. */
export class UnitPageShape extends PageShape {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: NowShape, description: '现任 / what they hold on the day' })
  now!: NowShape;
  @ApiProperty({ type: InMyTimeShape, description: '任期内 / what happened in their own time' })
  inMyTime!: InMyTimeShape;
  @ApiProperty({ type: [HeldShape], description: '现任的项目 / the projects held on the day' })
  items!: HeldShape[];
}

export class LeaderPageShape extends UnitPageShape {
  @ApiProperty({ type: String, required: false, ...POSITION_TEXT })
  unit?: string;
  @ApiProperty({ type: String, required: false, ...POSITION_TEXT })
  post?: string;
  @ApiProperty(POSTS)
  posts!: HeldPostShape[];
}
