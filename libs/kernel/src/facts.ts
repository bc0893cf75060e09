import { dayOf, type Day } from './dates.ts';
import type { Event, Recorded } from './events.ts';
import type { JsonObject } from './json.ts';

/** Replaces a fact's data whole; `factId` is an original fact, never a correction. */
export type FactCorrected = Event<
  'FactCorrected',
  { readonly factId: string; readonly data: JsonObject; readonly reason: string; readonly doc?: string }
>;

/** Takes back any earlier fact, correction or revocation; a revoked revocation reinstates what it took. */
export type FactRevoked = Event<
  'FactRevoked',
  { readonly factId: string; readonly reason: string; readonly doc?: string }
>;

export type Mending = FactCorrected | FactRevoked;

/** A fact as it holds now: its first report, with the data of the correction in force. */
export type Fact<E extends Event> = E & {
  readonly id: string;
  /** The day on which it was first filed, in Shanghai; a correction does not move it. */
  readonly filedOn: Day;
  /** The correction whose data this is. */
  readonly correctedBy?: string;
  /** Where its first report stands in its stream. */
  readonly revision: bigint;
};

/** Which mending is in force on which event. */
export interface Mendings {
  /** Event id → id of the revocation in force on it. */
  readonly revokedBy: ReadonlyMap<string, string>;
  /** Fact id → the correction in force on it. */
  readonly correctedBy: ReadonlyMap<string, Told<FactCorrected>>;
}

/** An event by the id under which others mend it. */
type Told<E extends Event = Event> = E & { readonly id: string };

const NONE: Mendings = { revokedBy: new Map(), correctedBy: new Map() };

export function isMending(event: Recorded): event is Recorded<Mending> {
  return mends(event);
}

const mends = ({ type }: Event): boolean => type === 'FactCorrected' || type === 'FactRevoked';

/** Resolves who mends whom, in log order: the latest correction that is not revoked holds. */
export function mendingsOf(events: readonly Told[]): Mendings {
  if (!events.some(mends)) return NONE;
  const revokedBy = new Map<string, string>();
  // A revocation names an earlier event, so backwards every revocation is judged before what it takes back.
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i] as Told;
    if (event.type === 'FactRevoked' && !revokedBy.has(event.id)) {
      const { factId } = (event as Told<FactRevoked>).data;
      if (!revokedBy.has(factId)) revokedBy.set(factId, event.id);
    }
  }
  const correctedBy = new Map<string, Told<FactCorrected>>();
  for (const event of events) {
    if (event.type !== 'FactCorrected' || revokedBy.has(event.id)) continue;
    const correction = event as Told<FactCorrected>;
    correctedBy.set(correction.data.factId, correction);
  }
  return { revokedBy, correctedBy };
}

const resolved = new WeakMap<readonly Recorded[], readonly Fact<Event>[]>();

/**
 * The facts of a stream that hold, in the order of their first report. Everything a project is (stage, dates, roles,
 * money, findings) is a function of this list. Events are taken in log order; the answer is kept with the array.
 */
export function effectiveFacts<E extends Event>(events: readonly Recorded<E>[]): readonly Fact<Exclude<E, Mending>>[] {
  let facts = resolved.get(events);
  if (!facts) {
    facts = mendedFacts(events.map(keptReportOf));
    resolved.set(events, facts);
  }
  return facts as readonly Fact<Exclude<E, Mending>>[];
}

/**
 * The same of events as they were first reported, mendings among them. Nothing is kept: for a reader that folds a history once
 * and lets it go.
 */
export function mendedFacts<E extends Event>(reports: readonly Fact<E>[]): Fact<Exclude<E, Mending>>[] {
  const { revokedBy, correctedBy } = mendingsOf(reports);
  const facts: Fact<Event>[] = [];
  for (const report of reports) {
    if (mends(report) || revokedBy.has(report.id)) continue;
    const correction = correctedBy.get(report.id);
    facts.push(correction ? { ...report, data: correction.data.data, correctedBy: correction.id } : report);
  }
  return facts as Fact<Exclude<E, Mending>>[];
}

/** What an event says as it was first reported, by whatever it is mended later. */
export function reportOf<E extends Event>({ type, data, id, revision, metadata }: Recorded<E>): Fact<E> {
  return { type, data, id, revision, filedOn: dayOf(metadata.filedAt) } as Fact<E>;
}

const keptReports = new WeakMap<Recorded, Fact<Event>>();

function keptReportOf(event: Recorded): Fact<Event> {
  let report = keptReports.get(event);
  if (!report) {
    report = reportOf(event);
    keptReports.set(event, report);
  }
  return report;
}
