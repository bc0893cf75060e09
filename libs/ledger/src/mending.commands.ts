import type { FactCorrected, FactRevoked, JsonObject } from '#kernel';
import { AnyObject, Id, Text } from '#http';
import type { RowsFor } from './command-row.ts';
import type { MendingCommand } from './mending.ts';

class RevokeFact implements FactRevokedData {
  @Id({ about: '事实、更正或撤销的编号 / id of a fact, a correction or a revocation' })
  factId!: string;
  @Text({ multiline: true, max: 2000, about: '原因 / reason' })
  reason!: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

type FactRevokedData = FactRevoked['data'];

/** `data` is judged by the command of the fact it corrects: see `correctionFaults`. */
class CorrectFact extends RevokeFact implements FactCorrectedData {
  @AnyObject({
    about: '更正后的完整数据，与原事实同样校验 / the whole data as it should be, judged like the fact itself',
  })
  data!: JsonObject;
}

type FactCorrectedData = FactCorrected['data'];

/** What mends the facts of one kind of stream; `of` tells its operations from those of the others. */
export function mendingRows(
  of: string,
  examples: { readonly correct: FactCorrectedData; readonly revoke: FactRevokedData },
): RowsFor<MendingCommand, 'CorrectFact' | 'RevokeFact'> {
  return {
    CorrectFact: {
      dto: CorrectFact,
      verb: 'correct',
      operation: `Correct${of}Fact`,
      summary: { zh: '更正事实', en: 'Correct a fact' },
      example: examples.correct,
    },
    RevokeFact: {
      dto: RevokeFact,
      verb: 'revoke',
      operation: `Revoke${of}Fact`,
      summary: { zh: '撤销事实、更正或撤销', en: 'Revoke a fact, a correction or a revocation' },
      example: examples.revoke,
    },
  };
}
