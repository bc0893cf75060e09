import type { Schemas } from '../../api/client.ts';
import { countText, exactText, moneyText } from '../../shown/figures.ts';
import { isMoneyLike } from './sums.ts';

type Target = Schemas['TargetItemShape'];
type Value = Schemas['TargetValueShape'];
type Zone = Schemas['ZoneProgressShape'];
type Amount = Value['value'];
type Reached = Zone['reached'];

/** One number that was promised, and how far it is. */
export interface TargetRow {
  readonly key: string;
  readonly target: Target;
  readonly tier: string | null;
  /** The zone that is measured, where it is one of many. */
  readonly zone: Schemas['NamedShape'] | undefined;
  readonly value: Amount;
  readonly reached: Reached | undefined;
  /** Percent of the target, and percentage points before the calendar. */
  readonly rate: number | undefined;
  readonly ahead: number | undefined;
  readonly isReached: boolean;
  readonly undetermined: number;
}

const percent = (ratio: Schemas['RatioShape'] | undefined): number | undefined =>
  ratio?.rounded ? Number(ratio.rounded) : undefined;

/** Every number of every target, the furthest behind first. With a zone, what is asked of that zone alone. */
export function targetRows(targets: readonly Target[], zoneId?: string): readonly TargetRow[] {
  return targets
    .flatMap((target) => target.values.flatMap((value) => rowsOf(target, value)))
    .filter(({ target, zone }) => zoneId === undefined || zone?.id === zoneId || target.scope === `zone:${zoneId}`)
    .sort((a, b) => Number(a.isReached) - Number(b.isReached) || (a.ahead ?? 0) - (b.ahead ?? 0));
}

function rowsOf(target: Target, value: Value): TargetRow[] {
  const { tier, zones } = value;
  const row = (measured: Partial<Zone> | Value, zone?: Schemas['NamedShape']): TargetRow => ({
    key: [target.id, tier, zone?.id].join('/'),
    target,
    tier,
    zone,
    value: value.value,
    reached: measured.reached,
    rate: percent(measured.rate),
    ahead: percent(measured.ahead),
    isReached: measured.isReached ?? false,
    undetermined: measured.undetermined ?? 0,
  });
  return zones ? zones.map((zone) => row(zone, zone.zone)) : value.noZones ? [] : [row(value)];
}

/** The periods that a day lies in: its year, quarter and month. */
export function periodsOf(day: string): readonly [string, string, string] {
  const [year = '', month = ''] = day.split('-');
  return [year, `${year}-Q${Math.ceil(Number(month) / 3)}`, `${year}-${month}`];
}

const SHARES_PER_PERCENT = 100;

/** A number of projects, a share or an amount, rounded or to the last 分, as text. */
export function measureText(measure: Amount | Reached | undefined, language: 'zh' | 'en', exact: boolean): string {
  if (measure === undefined) return '—';
  if (isMoneyLike(measure)) return (exact ? exactText : moneyText)(measure, language);
  return typeof measure === 'number' ? countText(measure) : `${measure.rounded ?? '—'}%`;
}

/** What was asked: of a share, in percent. */
export function valueText({ target, value }: TargetRow, language: 'zh' | 'en', exact: boolean): string {
  return target.unit === 'share' && typeof value === 'number'
    ? `${value / SHARES_PER_PERCENT}%`
    : measureText(value, language, exact);
}

/** Whose target it is: the name of a zone, or the code of a county or city; undefined for all. */
export function scopeText(scope: string, zoneName: (id: string) => string | undefined): string | undefined {
  const [kind, id = ''] = scope.split(':');
  return kind === 'all' ? undefined : kind === 'zone' ? (zoneName(id) ?? id) : id;
}
