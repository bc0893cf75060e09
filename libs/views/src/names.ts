import type { Kysely } from 'kysely';
import type { Views } from '#database';
import { addDays, dayNumber, type Day, type Texts } from '#kernel';
import { labelIn, type LabelKey } from '#ledger';
import type { Registry } from '#registry';
import { namesOf, spanOn, type NameSpan } from './definitions/queries.ts';
import type { DefinitionTables } from './definitions/schema.ts';
import type { Known } from './known.ts';

/** Somebody or something with its name; null where nobody ever named it. Events and views hold ids only. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** What a zone calls a stage or a role: its own word where it has one. */
export type LabelOf = (key: LabelKey) => Texts;

/** Names any of the ids that were looked up. */
export interface NameOf {
  /** The name on a day, else on the day that the answer is about; on a day before anything was there, the first. */
  (id: string, day?: Day): Named;
  /** What a zone calls a stage or a role: its own word where it has one. */
  label(zoneId: string, key: LabelKey): Texts;
}

/** Puts names beside ids when an answer is written: people from the registry, zones and units from their view, as they were called then. */
export class Names {
  private readonly views: Views;
  private readonly registry: Registry;

  constructor(views: Views, registry: Registry) {
    this.views = views;
    this.registry = registry;
  }

  /**
   * Looks all of them up at once. Nulls are passed over. Without a day the names are the last ones; people have no names
   * over time. `known`: what the definitions are asked for.
   */
  async of(
    ids: { readonly people?: readonly (string | null)[]; readonly defined?: readonly (string | null)[] },
    day?: Day,
    known: Known = 'latest',
  ): Promise<NameOf> {
    const people = await this.registry.people.getPeople(distinct(ids.people));
    const defined = distinct(ids.defined);
    const db: Kysely<DefinitionTables> | undefined = defined.length > 0 ? this.views.reader('definitions') : undefined;
    const spans: ReadonlyMap<string, readonly NameSpan[]> = db ? await namesOf(db, defined, known) : new Map();
    const nameOn = (id: string, on: Day | undefined): string | undefined =>
      spanOn(spans.get(id) ?? [], on === undefined ? undefined : dayNumber(on))?.name;
    const labels = new Map<string, Readonly<Record<string, string>>>();
    for (const [id, known] of spans) {
      const own = known.at(-1)?.labels ?? null;
      if (own !== null) labels.set(id, JSON.parse(own) as Record<string, string>);
    }
    return Object.assign(
      (id: string, on: Day | undefined = day): Named => ({ id, name: people.get(id)?.name ?? nameOn(id, on) ?? null }),
      { label: (zoneId: string, key: LabelKey): Texts => labelIn(labels.get(zoneId) ?? {}, key) },
    );
  }
}

/** The day asked about if it lies within a span of days, else the day of the span that is nearest to it. */
export function dayWithin({ from, until }: { readonly from: Day; readonly until: Day | undefined }, day: Day): Day {
  if (day < from) return from;
  return until !== undefined && day >= until ? addDays(until, -1) : day;
}

function distinct(ids: readonly (string | null)[] = []): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
