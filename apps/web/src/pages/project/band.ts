import { daysBetween, type Day } from '#kernel/dates';
import type { Schemas } from '../../api/client.ts';

export type Tenure = Schemas['TenureShape'];

/** Somebody, or nobody, for a time: `until` is the first day not held. */
export interface Held {
  readonly from: Day;
  readonly until: Day;
  readonly tenure?: Tenure;
}

export interface Band {
  readonly role: Tenure['role'];
  readonly label?: Tenure['roleLabel'];
  /** More than one where several held it at once. */
  readonly lanes: readonly (readonly Held[])[];
  readonly gaps: readonly Held[];
}

const ROLES: readonly Tenure['role'][] = ['lead', 'coLead', 'responsiblePerson', 'responsibleUnit', 'agentUnit'];
/** Roles that somebody always has to hold. */
const ALWAYS = new Set<Tenure['role']>(['lead', 'responsiblePerson', 'responsibleUnit']);

/** The times between `from` and `until` that nobody held, in order. */
export function gapsOf(held: readonly Held[], from: Day, until: Day): Held[] {
  const gaps: Held[] = [];
  let free = from;
  for (const one of held.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (one.from > free) gaps.push({ from: free, until: one.from < until ? one.from : until });
    if (one.until > free) free = one.until;
  }
  if (free < until) gaps.push({ from: free, until });
  return gaps.filter((gap) => gap.from < gap.until);
}

/** Who held what, role by role, from the first day of the project until the day that is judged. */
export function bandsOf(tenures: readonly Tenure[], from: Day, until: Day): Band[] {
  return ROLES.flatMap((role) => {
    const held = tenures
      .filter((tenure) => tenure.role === role)
      .map((tenure) => ({ from: tenure.fromDay, until: tenure.until ?? until, tenure }))
      .filter((one) => one.from < one.until);
    if (held.length === 0 && !ALWAYS.has(role)) return [];
    const label = tenures.find((tenure) => tenure.role === role)?.roleLabel;
    const gaps = ALWAYS.has(role) ? gapsOf(held, from, until) : [];
    return [{ role, ...(label && { label }), lanes: lanesOf(held), gaps }];
  });
}

function lanesOf(held: readonly Held[]): Held[][] {
  const lanes: Held[][] = [];
  for (const one of held.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const lane = lanes.find((others) => (others.at(-1)?.until ?? '') <= one.from);
    if (lane) lane.push(one);
    else lanes.push([one]);
  }
  return lanes;
}

/** Where a time lies between two days, in percent. */
export function placeOf(
  { from, until }: Held,
  first: Day,
  last: Day,
): { readonly left: number; readonly width: number } {
  const whole = Math.max(1, daysBetween(first, last));
  const start = Math.max(0, daysBetween(first, from));
  const end = Math.min(whole, daysBetween(first, until));
  return { left: (start * 100) / whole, width: (Math.max(0, end - start) * 100) / whole };
}

/** The first days of the years in between, to read the band by. */
export function yearsBetween(first: Day, last: Day): Day[] {
  const [from, to] = [Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => `${from + i}-01-01`);
}
