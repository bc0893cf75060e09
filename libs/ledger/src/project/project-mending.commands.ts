import type { JsonObject } from '#kernel';
import { AnyObject, Id, Text } from '#http';
import { exampleFactId, type DataOf, type RowsFor } from '../command-row.ts';
import { yi } from './example.ts';
import type { ProjectCommand } from './project.ts';

export class RevokeFact implements DataOf<ProjectCommand, 'RevokeFact'> {
  @Id({ about: '事实、更正或撤销的编号 / id of a fact, a correction or a revocation' })
  factId!: string;
  @Text({ multiline: true, max: 2000, about: '原因 / reason' })
  reason!: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

/** `data` is judged by the command of the fact it corrects: see `correctionFaults`. */
export class CorrectFact extends RevokeFact implements DataOf<ProjectCommand, 'CorrectFact'> {
  @AnyObject({
    about: '更正后的完整数据，与原事实同样校验 / the whole data as it should be, judged like the fact itself',
  })
  data!: JsonObject;
}

/** What mends the facts. */
export const mendingRows: RowsFor<ProjectCommand, 'CorrectFact' | 'RevokeFact'> = {
  CorrectFact: {
    dto: CorrectFact,
    verb: 'correct',
    summary: { zh: '更正事实', en: 'Correct a fact' },
    example: {
      factId: exampleFactId('sign'),
      data: { on: '2026-01-16', contractNo: '招商合同2026-008', contractAmount: yi(12) },
      reason: '日期填错',
    },
  },
  RevokeFact: {
    dto: RevokeFact,
    verb: 'revoke',
    summary: { zh: '撤销事实、更正或撤销', en: 'Revoke a fact, a correction or a revocation' },
    example: { factId: exampleFactId('enter-statistics'), reason: '尚未入统' },
  },
};
