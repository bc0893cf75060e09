import type { FactDate } from '#kernel';
import { OnDate, Text } from '#http';

/** What any fact of a project may carry. */
export class FactData {
  @Text({ optional: true, max: 50, about: '期次，如 一期 / the phase it is about', example: '一期' })
  phase?: string;
  @Text({ optional: true, multiline: true, max: 2000, about: '备注 / remark' })
  note?: string;
}

/** What any milestone that was reached says. */
export class MilestoneData extends FactData {
  @OnDate({
    about: '何时发生，精度如实填写 / when it happened, in the precision it is known in',
    example: '2026-05-12',
  })
  on!: FactDate;
  @Text({ optional: true, about: '依据：文号或附件摘要 / proof: document number or attachment digest' })
  proof?: string;
}
