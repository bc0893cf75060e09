import type { Kysely } from 'kysely';
import type { Views } from '#database';
import type { Registry } from '#registry';
import { namesOf, type DefinitionTables } from './definitions/projector.ts';

/** Somebody or something with the name it has now; null where nobody ever named it. Events and views hold ids only. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** Puts today's names beside ids when an answer is written: people from the registry, zones and units from their view. */
export class Names {
  private readonly views: Views;
  private readonly registry: Registry;

  constructor(views: Views, registry: Registry) {
    this.views = views;
    this.registry = registry;
  }

  /** Looks all of them up at once. Nulls are passed over; the answer names any of them. */
  async of(ids: {
    readonly people?: readonly (string | null)[];
    readonly defined?: readonly (string | null)[];
  }): Promise<(id: string) => Named> {
    const people = await this.registry.people.getPeople(distinct(ids.people));
    const defined = distinct(ids.defined);
    const db: Kysely<DefinitionTables> | undefined = defined.length > 0 ? this.views.reader('definitions') : undefined;
    const names = db ? await namesOf(db, defined) : new Map<string, string>();
    return (id) => ({ id, name: people.get(id)?.name ?? names.get(id) ?? null });
  }
}

function distinct(ids: readonly (string | null)[] = []): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
