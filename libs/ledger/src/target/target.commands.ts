import { ApiExtraModels } from '@nestjs/swagger';
import { isId, isScope, zoneOfScope, type Money } from '#kernel';
import {
  Amount,
  AnyMoneyData,
  fault,
  faultsOf,
  field,
  Flag,
  good,
  NestedList,
  OneOf,
  TargetPeriod,
  Text,
  type FieldOptions,
} from '#http';
import { exampleId, rowsOf, type CommandTable, type DataOf } from '../command-row.ts';
import { targetSlice } from '../slices.ts';
import { INDICATORS, type Indicator, type TargetValue } from './events.ts';
import { targetIdOf, type SetTarget as Setting, type TargetCommand, type TierValue } from './target.ts';

const TIERS_MAX = 20;
const TIER_MAX = 50;
const PROJECTS_MAX = 1_000_000;

/** A whole number of projects or of 1/100 %, or an amount; which of them fits the indicator is for the decider to say. */
function Value(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      if (typeof value === 'object' && value !== null) return faultsOf(AnyMoneyData, value);
      const whole = Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= PROJECTS_MAX;
      return whole ? good : [fault('NotAWholeNumber', { min: 1, max: PROJECTS_MAX })];
    },
    {
      oneOf: [{ type: 'integer', minimum: 1, maximum: PROJECTS_MAX }, { $ref: '#/components/schemas/AnyMoneyData' }],
    } as never,
    { about: '项目个数、占比（1/100 %）或金额 / projects, a share in 1/100 %, or an amount', ...options },
  );
}

/** A scope as it is kept: a zone is named by its id. */
function KeptScope(options: FieldOptions): PropertyDecorator {
  return field(
    (scope) => {
      if (scope === undefined) return [fault('Required')];
      if (!isScope(scope)) return [fault('NotAScope')];
      const zoneId = zoneOfScope(scope);
      return zoneId === undefined || (isId(zoneId) && zoneId === zoneId.toLowerCase()) ? good : [fault('NotAnId')];
    },
    { type: String, maxLength: 110 },
    options,
  );
}

@ApiExtraModels(AnyMoneyData)
class TierTargetData implements TierValue {
  @Text({ max: TIER_MAX, about: '开发区档次 / tier of zones', example: '一类' })
  tier!: string;
  @Value()
  value!: TargetValue;
}

type Data = Setting['data'];

class SetTarget implements Data {
  @KeptScope({ about: '范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope', example: 'all' })
  scope!: string;
  @TargetPeriod()
  period!: string;
  @OneOf(INDICATORS, {
    about: '签约 | 开工 | 竣工 | 投产 | 标准地占比 | 到位资金 / indicator',
    example: 'started',
  })
  indicator!: Indicator;
  @Amount({
    optional: true,
    about: '开工时总投资不低于此数的才计 / counted are starts with at least this total investment as at the start',
  })
  threshold?: Money;
  @Flag({ optional: true, about: '只计工业项目（GB/T 4754 门类 B、C、D）/ industry only' })
  industrial?: boolean;
  @Value({ unless: ['tiers'] })
  value?: TargetValue;
  @NestedList(TierTargetData, TIERS_MAX, {
    optional: true,
    about: '按档次分别下达，档内每个开发区都要完成 / by tier: each zone of a tier has to reach it',
  })
  tiers?: TierValue[];
}

class ReviseTarget implements DataOf<TargetCommand, 'ReviseTarget'> {
  @Text({ optional: true, max: TIER_MAX, about: '按档次下达的，写明档次 / the tier, where there are several' })
  tier?: string;
  @Value()
  value!: TargetValue;
  @Text({ max: 2000, multiline: true, about: '原因 / reason', example: '年中调整' })
  reason!: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

export const targetCommands: CommandTable = {
  slice: targetSlice,
  collection: 'targets',
  label: { zh: '目标', en: 'target' },
  idOf: (data) => targetIdOf(data as Data),
  rows: rowsOf<TargetCommand>({
    SetTarget: {
      dto: SetTarget,
      verb: undefined,
      summary: { zh: '下达目标', en: 'Set a target' },
      example: {
        scope: `zone:${exampleId('zones')}`,
        period: '2026',
        indicator: 'started',
        threshold: { fen: '5000000000', currency: 'CNY' },
        industrial: true,
        value: 12,
      },
    },
    ReviseTarget: {
      dto: ReviseTarget,
      verb: 'revise',
      summary: { zh: '修订目标', en: 'Revise a target' },
      example: { value: 15, reason: '年中调整', doc: '示例政发〔2026〕12号' },
    },
  }),
};
