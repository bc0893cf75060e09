import { dayFromNumber, monthFromNumber, monthNumber, type Day, type Texts } from '#kernel';
import type { PlannableMilestone, Role } from '#ledger';
import type { ChargeDetail, ChargeKind, ChargeRow } from '../leader-accountability/schema.ts';
import type { NameOf } from '../names.ts';

export const CHARGE_TEXTS: Readonly<Record<ChargeKind, Texts>> = {
  overdueFirst: { zh: '超过首次计划', en: 'overdue against the first plan' },
  overdueCurrent: { zh: '超过现行计划', en: 'overdue against the current plan' },
  slip: { zh: '计划推迟', en: 'plan slipped' },
  missedReport: { zh: '缺报', en: 'report missed' },
};

/** Something that a holder answers for, as a page shows it. */
export interface ChargeItem extends ChargeDetail {
  readonly kind: ChargeKind;
  readonly label: Texts;
  readonly role: Role;
  /** Null for missed reports. */
  readonly milestone: PlannableMilestone | null;
  readonly milestoneLabel: Texts | null;
  readonly phase: string | null;
  /** The first day in this holder's time; `until` is the first day after it, null where it lasts on the day asked for. */
  readonly since: Day;
  readonly until: Day | null;
  /** The first day of all of it, whoever held the role then. */
  readonly begun: Day;
  /** Overdue days of this holder, the day asked for included; of a slip by how many days, absent where it leads to no date. */
  readonly days?: number;
  /** Of an overdue plan: its days in all, whoever held the role. */
  readonly daysInAll?: number;
  /** Missed months of this holder, first and last. */
  readonly months?: { readonly first: string; readonly last: string; readonly count: number };
}

/** `day` is the day number asked for, on which or before which the charge began. */
export function chargeItem(row: ChargeRow, day: number, nameOf: NameOf): ChargeItem {
  const { kind, role, milestone, phase, valid_from, valid_to } = row;
  const detail = JSON.parse(row.detail) as ChargeDetail;
  return {
    kind,
    label: CHARGE_TEXTS[kind],
    role,
    milestone: milestone === '' ? null : milestone,
    milestoneLabel: milestone === '' ? null : nameOf.label(row.zone_id, `stage.${milestone}`),
    phase: phase === '' ? null : phase,
    since: dayFromNumber(valid_from),
    until: valid_to > day ? null : dayFromNumber(valid_to),
    begun: dayFromNumber(row.since),
    ...detail,
    ...lengthOf(row, day),
  };
}

function lengthOf(row: ChargeRow, day: number): Pick<ChargeItem, 'days' | 'daysInAll' | 'months'> {
  if (row.kind === 'slip') return {};
  if (row.kind === 'missedReport') {
    const end = Math.min(row.end_month, monthNumber(dayFromNumber(day)));
    const [first, last] = [monthFromNumber(row.first_month), monthFromNumber(end - 1)];
    return { months: { first, last, count: end - row.first_month } };
  }
  const until = Math.min(row.valid_to, day + 1);
  return { days: until - row.valid_from, daysInAll: until - row.since };
}
