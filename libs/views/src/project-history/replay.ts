import {
  dayOf,
  isMending,
  mendedFacts,
  reportOf,
  type Day,
  type Event,
  type FactDate,
  type Instant,
  type Money,
  type Recorded,
} from '#kernel';
import type { EffectiveFact, ProjectEvent, Stage } from '#ledger';
import { unmended } from '../carry-on.ts';
import type { NameOf } from '../names.ts';
import { ledgerItem } from '../project-ledger/item.ts';
import { ledgerRows, ledgerRowsAfter, type LedgerRows } from '../project-ledger/segments.ts';
import { asOfDay } from '../today.ts';
import { changesBetween, factChange, standOf, standWith, type Change, type Stand } from './changes.ts';
import { standingOn, type PageStanding } from './page.ts';
import type { Report } from './queries.ts';
import { isShown, segmentOn, shownFacts } from './row-on.ts';

/**
 * Whether events are stepped through as they were recorded, or as they were filed: what was imported was filed before it was
 * recorded, as far as its source claims.
 */
export const REPLAY_ORDERS = ['recorded', 'filed'] as const;
export type ReplayOrder = (typeof REPLAY_ORDERS)[number];

/** An event on its way through a replay, with the time by which it is placed. */
interface Placed<E> {
  readonly event: E;
  readonly at: Instant;
}

/** What the ledger showed of a project after an event, on the day of that event; a voided or merged one as its own page shows it. */
export interface StateAfter {
  readonly day: Day;
  /** `unregistered`: by the order of filing there were facts before there was a project. */
  readonly standing: PageStanding | 'unregistered';
  readonly name: string | null;
  readonly code: string | null;
  readonly zoneId: string | null;
  readonly stage: Stage | null;
  readonly possibleStage?: Stage;
  readonly leaderId: string | null;
  readonly coLeaderIds: readonly string[];
  readonly responsiblePersonId: string | null;
  readonly responsibleUnitId: string | null;
  readonly agentUnitId: string | null;
  readonly totalInvestment: Money | null;
  readonly investedThisYear: Money | null;
  readonly invested: Money | null;
}

/** One event, and what it did. */
export interface Replayed<E> {
  /** From 1, in the order of the replay. */
  readonly step: number;
  readonly event: E;
  /** The event that it corrects or takes back. */
  readonly mends: E | undefined;
  readonly changes: readonly Change[];
  readonly after: StateAfter;
}

/** By the running maximum of the times of recording, which is the order of the log. */
function asRecorded<E extends Recorded<ProjectEvent>>(events: readonly E[]): Placed<E>[] {
  let at = '';
  return events.map((event) => {
    if (event.metadata.recordedAt > at) at = event.metadata.recordedAt;
    return { event, at };
  });
}

/** By the times of filing. A mending never comes before what it mends, whatever was claimed. */
function asFiled<E extends Recorded<ProjectEvent>>(events: readonly E[]): Placed<E>[] {
  const placed = new Map<string, Placed<E>>();
  for (const event of events) {
    const { filedAt } = event.metadata;
    const mended = placed.get(mendedBy(event) ?? '');
    placed.set(event.id, { event, at: mended && mended.at > filedAt ? mended.at : filedAt });
  }
  return [...placed.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function mendedBy(event: Recorded<ProjectEvent>): string | undefined {
  return isMending(event) ? event.data.factId : undefined;
}

/** What the events so far amount to. */
interface So<E> {
  readonly events: readonly E[];
  readonly facts: readonly EffectiveFact[];
  readonly stand: Stand | undefined;
  readonly rows: LedgerRows;
}

/**
 * Steps through the events of a project, folding them one by one in the order asked for; the first `skip` steps are taken
 * without being told. `events` are in the order of the log.
 */
export function* replay<E extends Recorded<ProjectEvent>>(
  project: { readonly id: string; readonly number: number },
  events: readonly E[],
  { order, skip = 0 }: { readonly order: ReplayOrder; readonly skip?: number },
): Generator<Replayed<E>, void> {
  const placed = order === 'filed' ? asFiled(events) : asRecorded(events);
  const byId = new Map(events.map((event) => [event.id, event]));
  let so = foldOf(
    project,
    placed.slice(0, skip).map(({ event }) => event),
  );
  for (const [i, { event, at }] of placed.entries()) {
    if (i < skip) continue;
    const mended = isMending(event) ? factChange(so.events, event) : [];
    const next = isMending(event) ? foldOf(project, [...so.events, event]) : oneMore(so, event);
    yield {
      step: i + 1,
      event,
      mends: byId.get(mendedBy(event) ?? ''),
      changes: [...mended, ...changesBetween(so.stand, next.stand as Stand)],
      after: stateOn(next, dayOf(at)),
    };
    so = next;
  }
}

function foldOf<E extends Recorded<ProjectEvent>>(
  { id, number }: { readonly id: string; readonly number: number },
  events: readonly E[],
): So<E> {
  const reports: Report[] = events.map((event) => reportOf<ProjectEvent>(event));
  const facts = mendedFacts(reports);
  const rows = ledgerRows(id, number, shownFacts({ reports, facts }));
  return { events, facts, rows, stand: events.length === 0 ? undefined : standOf(facts) };
}

function oneMore<E extends Recorded<ProjectEvent>>({ events, facts, stand, rows }: So<E>, event: E): So<E> {
  const fact = unmended(event);
  return {
    events: [...events, event],
    facts: [...facts, fact],
    stand: stand ? standWith(stand, fact) : standOf([fact]),
    rows: isShown(fact) ? ledgerRowsAfter(rows, fact) : rows,
  };
}

/** Ids only: whoever shows the steps names them. */
const UNNAMED: NameOf = Object.assign((id: string) => ({ id, name: null }), { label: () => ({ zh: '', en: '' }) });

function stateOn({ events, facts, rows }: So<Recorded<ProjectEvent>>, day: Day): StateAfter {
  const on = asOfDay(day, 0);
  const row = segmentOn(rows.segments, on);
  const isRegistered = events.some(({ type }) => type === 'ProjectRegistered');
  const item = row && ledgerItem(row, on.year, UNNAMED);
  return {
    day,
    standing: isRegistered ? standingOn(facts, day) : 'unregistered',
    name: item?.name ?? null,
    code: item?.code ?? null,
    zoneId: item?.zoneId ?? null,
    stage: item?.stage ?? null,
    ...(item?.possibleStage && { possibleStage: item.possibleStage }),
    leaderId: item?.leaderId ?? null,
    coLeaderIds: item?.coLeaderIds ?? [],
    responsiblePersonId: item?.responsiblePersonId ?? null,
    responsibleUnitId: item?.responsibleUnitId ?? null,
    agentUnitId: item?.agentUnitId ?? null,
    totalInvestment: item?.totalInvestment ?? null,
    investedThisYear: item?.investedThisYear ?? null,
    invested: item?.invested ?? null,
  };
}

/** What says when something should happen: no day on which it did. */
const PLANS: ReadonlySet<string> = new Set(['MilestonePlanned', 'MilestoneRescheduled', 'TargetSet', 'TargetRevised']);

/** When what an event says happened, as it was reported; null where it says nothing of a day: a plan, a name, a mending. */
export function happenedOn({ type, data }: Event): FactDate | null {
  if (PLANS.has(type)) return null;
  const { on, period, from, until } = data as Readonly<Partial<Record<'on' | 'period' | 'from' | 'until', string>>>;
  return on ?? period ?? from ?? until ?? null;
}
