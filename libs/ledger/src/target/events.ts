import type { Event, Money, PeriodId, Scope, Texts } from '#kernel';

/** 签约 | 开工 | 竣工 | 投产 | 工业用地“标准地”供应占比 | 到位资金 */
export const INDICATORS = [
  'signed',
  'started',
  'completed',
  'inProduction',
  'standardLandShare',
  'fundsArrived',
] as const;
export type Indicator = (typeof INDICATORS)[number];

export const INDICATOR_TEXTS: Readonly<Record<Indicator, Texts>> = {
  signed: { zh: '签约项目', en: 'projects signed' },
  started: { zh: '开工项目', en: 'projects started' },
  completed: { zh: '竣工项目', en: 'projects completed' },
  inProduction: { zh: '投产项目', en: 'projects in production' },
  standardLandShare: { zh: '工业用地“标准地”供应占比', en: 'standard land in the industrial land supplied' },
  fundsArrived: { zh: '到位资金', en: 'funds arrived' },
};

/** What a target of an indicator is counted in. */
export const UNIT_OF = {
  signed: 'projects',
  started: 'projects',
  completed: 'projects',
  inProduction: 'projects',
  standardLandShare: 'share',
  fundsArrived: 'money',
} as const satisfies Readonly<Record<Indicator, string>>;

/** Projects as a number, a share in 1/100 % as a number, money as an amount. */
export type TargetValue = number | Money;

/** What a target is about. */
export type TargetSubject = {
  readonly scope: Scope;
  /** A month, a quarter or a year. */
  readonly period: PeriodId;
  readonly indicator: Indicator;
  /** Starts only: counted are projects whose total investment, as at the start, is at least this. */
  readonly threshold?: Money;
  /** Starts only: counted are projects of industry (GB/T 4754 sections B, C, D). */
  readonly industrial?: true;
};

/** What is to be reached by the end of the period; with a `tier`, by each zone of the scope in that tier. */
export type TargetSet = Event<'TargetSet', TargetSubject & { readonly tier?: string; readonly value: TargetValue }>;
export type TargetRevised = Event<
  'TargetRevised',
  { readonly tier?: string; readonly value: TargetValue; readonly reason: string; readonly doc?: string }
>;

export type TargetEvent = TargetSet | TargetRevised;

export const targetStream = (targetId: string): string => `target-${targetId}`;
