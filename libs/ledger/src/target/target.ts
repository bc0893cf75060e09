import {
  derivedId,
  refused,
  sameJson,
  zoneOfScope,
  type Command,
  type Decider,
  type Decision,
  type Money,
  type Refusal,
  type Texts,
} from '#kernel';
import {
  INDICATOR_TEXTS,
  UNIT_OF,
  type Indicator,
  type TargetEvent,
  type TargetRevised,
  type TargetSet,
  type TargetSubject,
  type TargetValue,
} from './events.ts';

export type TierValue = { readonly tier: string; readonly value: TargetValue };

/** One value for the whole scope, or one for each of several tiers of its zones. */
export type SetTarget = Command<
  'SetTarget',
  Omit<TargetSubject, 'industrial'> & {
    readonly industrial?: boolean;
    readonly value?: TargetValue;
    readonly tiers?: readonly TierValue[];
  }
>;
export type ReviseTarget = Command<'ReviseTarget', TargetRevised['data']>;
export type TargetCommand = SetTarget | ReviseTarget;

/** What was set, and by tier what it came to; the whole scope's value stands under the empty tier. */
export interface Target {
  readonly id: string;
  readonly set: readonly TargetSet['data'][];
  readonly values: ReadonlyMap<string, TargetValue>;
}

/**
 * The stream of one target, named by what it is about: set once, for the whole scope or for all its tiers at once, and
 * revised with a reason as often as need be. What was set first stays.
 */
export const target: Decider<Target | undefined, TargetCommand, TargetEvent> = {
  initial: undefined,
  decide(command, state, { missing }) {
    if (command.type === 'ReviseTarget') return revise(command.data, state);
    const zoneId = zoneOfScope(command.data.scope);
    if (zoneId !== undefined && missing.has(`zone-${zoneId}`)) return refused('ZoneUnknown', { id: zoneId });
    return set(command.data, state);
  },
  evolve(state, event) {
    const { tier = '', value } = event.data;
    const id = state?.id ?? event.stream.slice(event.stream.indexOf('-') + 1);
    const values = new Map(state?.values).set(tier, value);
    const before = state?.set ?? [];
    return { id, set: event.type === 'TargetSet' ? [...before, event.data] : before, values };
  },
};

function set(data: SetTarget['data'], state: Target | undefined): Decision<TargetEvent> {
  const { scope, period, indicator, threshold, industrial, value, tiers } = data;
  if ((value === undefined) === (tiers === undefined)) return refused('TargetWholeOrByTier');
  if (indicator !== 'started' && (threshold !== undefined || industrial === true))
    return refused('TargetConditionUnfit', { indicator: INDICATOR_TEXTS[indicator].zh });
  const subject: TargetSubject = {
    scope,
    period,
    indicator,
    ...(threshold !== undefined && { threshold }),
    ...(industrial === true && { industrial }),
  };
  const wanted: TargetSet['data'][] = value === undefined ? [] : [{ ...subject, value }];
  const seen = new Set<string>();
  for (const one of tiers ?? []) {
    if (seen.has(one.tier)) return refused('TargetTierTwice', { tier: one.tier });
    seen.add(one.tier);
    wanted.push({ ...subject, tier: one.tier, value: one.value });
  }
  for (const one of wanted) {
    const why = unfit(indicator, one.value, wanted[0]?.value as TargetValue);
    if (why) return why;
  }
  if (state) return isSame(state.set, wanted) ? [] : refused('TargetAlreadySet', { targetId: state.id });
  return wanted.map((one) => ({ type: 'TargetSet', data: one }));
}

/** The same values for the same tiers, in whatever order. */
function isSame(known: readonly TargetSet['data'][], wanted: readonly TargetSet['data'][]): boolean {
  return (
    known.length === wanted.length &&
    wanted.every((one) => known.some((other) => other.tier === one.tier && sameJson(other, one)))
  );
}

function revise(data: ReviseTarget['data'], state: Target | undefined): Decision<TargetEvent> {
  if (!state) return refused('TargetNotFound');
  const { tier = '', value } = data;
  const current = state.values.get(tier);
  if (current === undefined) return refused('TargetTierNotSet', { tier, tiers: [...state.values.keys()].join('、') });
  const { indicator } = state.set[0] as TargetSet['data'];
  const why = unfit(indicator, value, current);
  if (why) return why;
  return sameJson(current, value) ? [] : [{ type: 'TargetRevised', data }];
}

const SHARE_MAX = 10_000;

/** Why an indicator cannot have this value, beside another one of the same target. */
function unfit(indicator: Indicator, value: TargetValue, other: TargetValue): Refusal | undefined {
  const unit = UNIT_OF[indicator];
  const isMoney = typeof value === 'object';
  const isTooMuch = unit === 'share' && (value as number) > SHARE_MAX;
  if (isMoney !== (unit === 'money') || isTooMuch || isNothing(value))
    return refused('TargetValueUnfit', { indicator: INDICATOR_TEXTS[indicator].zh, unit: UNIT_TEXTS[unit] });
  if (isMoney && value.currency !== (other as Money).currency)
    return refused('TargetCurrenciesMixed', { currency: (other as Money).currency });
  return undefined;
}

function isNothing(value: TargetValue): boolean {
  return typeof value === 'object' ? value.fen === '0' : value < 1;
}

const UNIT_TEXTS = {
  projects: '项目个数 / a number of projects',
  share: '1 到 10000 的万分数 / 1/100 %, 1 to 10000',
  money: '金额 / an amount',
} as const;

/**
 * The id of the target that a command is about, so that there is one of each: another with the same scope, period,
 * indicator and conditions, in the same currency, for the whole or by tier, is the same.
 */
export function targetIdOf({
  scope,
  period,
  indicator,
  threshold,
  industrial,
  value,
  tiers,
}: SetTarget['data']): string {
  const first = value ?? tiers?.[0]?.value;
  const currency = typeof first === 'object' ? first.currency : '';
  const conditions = [threshold?.fen ?? '', industrial === true ? 'industrial' : '', currency, tiers ? 'tiers' : ''];
  return derivedId('target', scope, period, indicator, ...conditions);
}

export const TARGET_REFUSALS = {
  TargetNotFound: { zh: '没有这个目标', en: 'there is no such target' },
  TargetAlreadySet: {
    zh: '这个目标已经下达，数值不同；要改请修订目标 {targetId}',
    en: 'this target is already set with other values; revise target {targetId}',
  },
  TargetWholeOrByTier: {
    zh: '填写一个目标值，或按档次分别填写，二者只取其一',
    en: 'give one value, or one for each tier, and not both',
  },
  TargetTierTwice: { zh: '档次“{tier}”填写了两次', en: 'the tier "{tier}" is there twice' },
  TargetTierNotSet: {
    zh: '目标没有档次“{tier}”的值；有的是：“{tiers}”',
    en: 'the target has no value for the tier "{tier}"; it has: "{tiers}"',
  },
  TargetValueUnfit: {
    zh: '“{indicator}”的目标值应大于零，写作：{unit}',
    en: 'the value of this indicator is more than nothing and of another unit: {unit}',
  },
  TargetConditionUnfit: {
    zh: '投资额门槛和“工业”条件只用于开工项目，不用于“{indicator}”',
    en: 'a threshold and "industrial" are conditions on starts, not on this indicator',
  },
  TargetCurrenciesMixed: {
    zh: '一个目标只用一种币种：{currency}',
    en: 'a target is in one currency: {currency}',
  },
} as const satisfies Readonly<Record<string, Texts>>;
