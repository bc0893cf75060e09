import { dayOf, endOfDay, knownAtOf, type Day, type Instant, type Recorded } from '#kernel';
import type { EventStore } from '#event-store';
import { hasLeftTheLists, type EffectiveFact, type ProjectEvent } from '#ledger';
import { factsIn } from './facts.ts';

/** An event of the log with its number and what the clocks had shown by then. */
export type Told = Recorded & { readonly seq: number; readonly known: Instant };

/** What a question is asked about, as a request says it. */
export interface Point {
  readonly knownAt?: string;
  readonly effectiveOn?: string;
}

/** What was known, and the business day that is judged. */
export interface Then {
  readonly seq: number;
  readonly day: Day;
  /** Whether somebody asked for the day, which a project's page goes by. */
  readonly isDayGiven?: boolean;
}

/** A project as it was known, from its events alone. */
export interface KnownProject {
  readonly id: string;
  /** The seq of its first event. */
  readonly number: number;
  readonly events: readonly (Recorded<ProjectEvent> & { readonly seq: number })[];
  readonly facts: readonly EffectiveFact[];
}

/** Whether the ledger lists what has these facts: registered, and neither voided nor merged. */
export const isListed = (facts: readonly EffectiveFact[]): boolean =>
  facts.some(({ type }) => type === 'ProjectRegistered') && !hasLeftTheLists(facts);

/** A whole log in memory. It answers by folding it from the beginning, each time. */
export class Log {
  readonly events: readonly Told[];
  private readonly today: Day;

  private constructor(events: readonly Told[], today: Day) {
    this.events = events;
    this.today = today;
  }

  static async of(store: EventStore, today: Day): Promise<Log> {
    const events: Told[] = [];
    for await (const event of store.readAll()) {
      const { recordedAt } = event.metadata;
      const before = events.at(-1)?.known ?? '';
      events.push({ ...event, seq: events.length + 1, known: recordedAt > before ? recordedAt : before });
    }
    return new Log(events, today);
  }

  /** What was known and which day is judged; undefined: nothing was known yet. */
  at({ knownAt, effectiveOn }: Point): Then | undefined {
    const isDayGiven = effectiveOn !== undefined;
    if (knownAt === undefined) return { seq: this.events.length, day: effectiveOn ?? this.today, isDayGiven };
    const asked = knownAtOf(knownAt);
    if (!asked) throw new Error(`${knownAt} is no point`);
    if (asked.kind === 'seq') {
      const event = this.events[asked.seq - 1] as Told;
      return { seq: asked.seq, day: effectiveOn ?? dayOf(event.known), isDayGiven };
    }
    const instant = asked.kind === 'day' ? endOfDay(asked.day) : asked.instant;
    const later = this.events.findIndex(({ known }) => known > instant);
    const seq = later < 0 ? this.events.length : later;
    const day = asked.kind === 'day' ? asked.day : dayOf(instant);
    return seq === 0 ? undefined : { seq, day: effectiveOn ?? day, isDayGiven };
  }

  /** Everything that was known of one stream. */
  stream(name: string, seq: number): readonly Told[] {
    return this.events.filter((event) => event.seq <= seq && event.stream === name);
  }

  /** The ids of the streams of a category that were known, in the order of their first event. */
  ids(category: string, seq: number): string[] {
    const known = this.events.filter((event) => event.seq <= seq && event.stream.startsWith(`${category}-`));
    return [...new Set(known.map(({ stream }) => stream.slice(category.length + 1)))];
  }

  project(id: string, seq: number): KnownProject | undefined {
    const events = this.stream(`project-${id}`, seq).map((event) => {
      return { ...(event as Recorded as Recorded<ProjectEvent>), seq: event.seq };
    });
    const [first] = events;
    return first && { id, number: first.seq, events, facts: factsIn<EffectiveFact>(events) };
  }

  /** The projects that were in the ledger. */
  listed(seq: number): KnownProject[] {
    return this.ids('project', seq)
      .map((id) => this.project(id, seq) as KnownProject)
      .filter(({ facts }) => isListed(facts));
  }
}
