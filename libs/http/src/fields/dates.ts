import { isDay, isFactDate, knownAtOf, periodOf, precisionOf } from '#kernel';
import { fault } from './fault.ts';
import { field, good, type FieldOptions } from './field.ts';

const PERIODS: readonly string[] = ['tenDays', 'month', 'quarter', 'year'];

/** A business date with the precision it is known in, `unknown` included unless `known`. */
export function OnDate(options: FieldOptions & { readonly known?: true } = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      if (!isFactDate(value)) return [fault('NotADate')];
      return options.known && value === 'unknown' ? [fault('DateUnknown')] : good;
    },
    { type: String },
    { example: '2026-05', ...options },
  );
}

/** A calendar day in Shanghai. */
export function OnDay(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => (value === undefined ? [fault('Required')] : isDay(value) ? good : [fault('NotADay')]),
    { type: String, format: 'date' },
    { example: '2026-05-12', ...options },
  );
}

/** What was known up to an event, an instant, or the end of a day in Shanghai. */
export function KnownAt(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => (typeof value === 'string' && knownAtOf(value) ? good : [fault('NotAKnownAt')]),
    { type: String },
    {
      optional: true,
      about:
        '台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now',
      example: '2026-06-30',
      ...options,
    },
  );
}

/** The time a report is about: a month, ten days, a quarter, a year. */
export function Period(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      return isFactDate(value) && PERIODS.includes(precisionOf(value)) ? good : [fault('NotAPeriod')];
    },
    { type: String },
    { example: '2026-05', ...options },
  );
}

const TARGET_PERIODS: readonly string[] = ['month', 'quarter', 'year'];

/** A period that targets are set for: a month, a quarter, a year. */
export function TargetPeriod(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      const kind = typeof value === 'string' ? periodOf(value)?.kind : undefined;
      return kind !== undefined && TARGET_PERIODS.includes(kind) ? good : [fault('NotATargetPeriod')];
    },
    { type: String },
    { about: '月、季或年 / a month, a quarter or a year', example: '2026', ...options },
  );
}
