import { CURRENCIES, isMoney, type Currency, type Money } from '#kernel';
import { fault } from './fault.ts';
import { field, good, type FieldOptions } from './field.ts';
import { Nested } from './nested.ts';
import { OneOf } from './choices.ts';

const AREA_MAX = 1e12;
const YEAR_MIN = 1900;
const YEAR_MAX = 2199;

/** A whole number, both bounds inclusive. */
export function WholeNumber(min: number, max: number, options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      const whole = typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max;
      return whole ? good : [fault('NotAWholeNumber', { min, max })];
    },
    { type: 'integer', minimum: min, maximum: max },
    options,
  );
}

/** An area in 0.01 ㎡: more than nothing, at most 10 000 km². */
export function AreaOf(options: FieldOptions = {}): PropertyDecorator {
  return WholeNumber(1, AREA_MAX, options);
}

export function Year(options: FieldOptions = {}): PropertyDecorator {
  return WholeNumber(YEAR_MIN, YEAR_MAX, { example: 2026, ...options });
}

/** Decimal text of 分. */
function Fen(options: FieldOptions): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      return isMoney({ fen: value, currency: CURRENCIES[0] }) ? good : [fault('NotAnAmount')];
    },
    { type: String, pattern: '^(0|[1-9][0-9]{0,12})$' },
    options,
  );
}

/** An amount in yuan. */
export class MoneyData implements Money {
  @Fen({ about: '分，十进制整数文字 / fen (1/100 yuan) as decimal text', example: '1250000000000' })
  fen!: string;
  @OneOf(['CNY'], { about: '币种 / currency', example: 'CNY' })
  currency!: Currency;
}

/** An amount in any currency the ledger knows. */
export class AnyMoneyData extends MoneyData {
  @OneOf(CURRENCIES, { about: '币种 / currency', example: 'USD' })
  declare currency: Currency;
}

/** Money that is added up over projects: yuan. */
export function Amount(options: FieldOptions = {}): PropertyDecorator {
  return Nested(MoneyData, options);
}

export function AmountInAnyCurrency(options: FieldOptions = {}): PropertyDecorator {
  return Nested(AnyMoneyData, options);
}
