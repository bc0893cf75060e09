import type { Schemas } from '../../api/client.ts';

export type Charge = Schemas['ChargeShape'];

/** One milestone that is late on the day: against the plan that is current, against the first plan, or both. */
export interface Late {
  readonly milestone: Charge['milestone'];
  readonly label: Charge['milestoneLabel'];
  readonly phase: string | null;
  readonly current?: Charge;
  readonly first?: Charge;
}

const daysOf = (charge: Charge | undefined): number => charge?.daysInAll ?? charge?.days ?? 0;

/** The more days are behind the current plan, the more pressing; then behind the first plan. */
const morePressing = (a: readonly [number, number], b: readonly [number, number]): number => b[0] - a[0] || b[1] - a[1];

/** What is late in a project, one entry a milestone and phase, the most pressing first. */
export function latenesses(overdue: readonly Charge[]): readonly Late[] {
  const found = new Map<string, Late>();
  for (const charge of overdue) {
    if (charge.kind !== 'overdueCurrent' && charge.kind !== 'overdueFirst') continue;
    const { milestone, milestoneLabel: label, phase } = charge;
    const key = `${milestone} ${phase ?? ''}`;
    const side = charge.kind === 'overdueCurrent' ? 'current' : 'first';
    found.set(key, { ...(found.get(key) ?? { milestone, label, phase }), [side]: charge });
  }
  return [...found.values()].sort((a, b) =>
    morePressing([daysOf(a.current), daysOf(a.first)], [daysOf(b.current), daysOf(b.first)]),
  );
}

const worst = (overdue: readonly Charge[], kind: Charge['kind']): number =>
  Math.max(0, ...overdue.filter((charge) => charge.kind === kind).map(daysOf));

/** Projects in the order in which they press on a Monday morning: late against the current plan, against the first, the others. */
export function mostPressingFirst<P extends { readonly overdue: readonly Charge[]; readonly number: number }>(
  projects: readonly P[],
): readonly P[] {
  const urgency = ({ overdue }: P): readonly [number, number] => [
    worst(overdue, 'overdueCurrent'),
    worst(overdue, 'overdueFirst'),
  ];
  return [...projects].sort((a, b) => morePressing(urgency(a), urgency(b)) || a.number - b.number);
}

/** A person may hold a project in two roles: it is one project, in every role they hold, with what is late in it once. */
export function byProject<P extends { readonly id: string; readonly role: string; readonly since: string }>(
  held: readonly P[],
): readonly (P & { readonly roles: readonly { readonly role: P['role']; readonly since: string }[] })[] {
  return [...Map.groupBy(held, ({ id }) => id).values()].map((rows) => ({
    ...(rows[0] as P),
    roles: rows.map(({ role, since }) => ({ role, since })),
  }));
}
