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
function Fen({ positive, ...options }: FieldOptions & { readonly positive?: true }): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      if (!isMoney({ fen: value, currency: CURRENCIES[0] })) return [fault('NotAnAmount')];
      return positive && value === '0' ? [fault('NotMoreThanNothing')] : good;
    },
    { type: String, pattern: positive ? '^[1-9][0-9]{0,12}$' : '^(0|[1-9][0-9]{0,12})$' },
    options,
  );
}

/** An amount in yuan. */
class MoneyData implements Money {
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

/** Money in any currency that came in: more than nothing. */
class ArrivedMoneyData extends MoneyData {
  @Fen({
    positive: true,
    about: '分，十进制整数文字，大于零 / fen (1/100 of a unit) as decimal text, more than nothing',
    example: '1250000000000',
  })
  declare fen: string;
  @OneOf(CURRENCIES, { about: '币种 / currency', example: 'USD' })
  declare currency: Currency;
}

/** Money that is added up over projects: yuan. */
export function Amount(options: FieldOptions = {}): PropertyDecorator {
  return Nested(MoneyData, options);
}

/** What came in, in any currency the ledger knows: more than nothing. */
export function AmountArrived(options: FieldOptions = {}): PropertyDecorator {
  return Nested(ArrivedMoneyData, options);
}
