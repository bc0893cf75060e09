import type { Schemas } from '../../api/client.ts';

type Project = Pick<Schemas['ProjectPageShape'], 'id' | 'name' | 'tenures' | 'siteVisits' | 'helpActions'>;
type Named = Schemas['NamedShape'];
/** A tenure as answers carry it; where it was assigned by a document they say which. */
export type Tenure = Schemas['TenureShape'] & { readonly doc?: string; readonly factId?: string };

/** One project that changed hands. */
export interface HandedProject {
  readonly id: string;
  readonly name: string;
  readonly role: Tenure['role'];
  readonly roleLabel: Tenure['roleLabel'];
  readonly factId?: string;
}

/** Projects taken over from, or handed on to, the same person by the same document on the same day. */
export interface Handover {
  readonly kind: 'taken' | 'handed';
  /** As it was filed. */
  readonly from: string;
  readonly day: string;
  /** Null: nobody held it before, or nobody does after. */
  readonly other: Named | null;
  readonly doc: string | null;
  readonly projects: readonly HandedProject[];
}

const ROLES: ReadonlySet<Tenure['role']> = new Set(['lead', 'coLead', 'responsiblePerson']);

/** What `personId` took over and handed on, by the tenures of these projects; the latest first. */
export function handoversOf(personId: string, projects: readonly Project[]): readonly Handover[] {
  const found = new Map<string, Handover & { readonly projects: HandedProject[] }>();
  const add = (handover: Omit<Handover, 'projects'>, project: HandedProject): void => {
    const { kind, day, other, doc } = handover;
    const key = JSON.stringify([kind, day, other?.id, doc]);
    const known = found.get(key) ?? { ...handover, projects: [] };
    known.projects.push(project);
    found.set(key, known);
  };
  for (const { id, name, tenures } of projects) {
    for (const mine of tenures as readonly Tenure[]) {
      if (mine.holder.id !== personId || !ROLES.has(mine.role)) continue;
      const { role, roleLabel } = mine;
      const others = (tenures as readonly Tenure[]).filter((one) => one !== mine && one.role === role);
      const before = others.find(({ until, holder }) => until === mine.fromDay && holder.id !== personId);
      const after = others.find(({ fromDay, holder }) => fromDay === mine.until && holder.id !== personId);
      add(
        { kind: 'taken', from: mine.from, day: mine.fromDay, other: before?.holder ?? null, doc: mine.doc ?? null },
        { id, name, role, roleLabel, ...(mine.factId !== undefined && { factId: mine.factId }) },
      );
      if (mine.until === null) continue;
      add(
        {
          kind: 'handed',
          from: after?.from ?? mine.until,
          day: mine.until,
          other: after?.holder ?? null,
          doc: after?.doc ?? null,
        },
        { id, name, role, roleLabel, ...(after?.factId !== undefined && { factId: after.factId }) },
      );
    }
  }
  return [...found.values()].sort((a, b) => b.day.localeCompare(a.day));
}

/** A visit, or help that was given, and where. */
export interface Deed {
  readonly on: string;
  readonly text: string | undefined;
  readonly factId: string;
  readonly project: { readonly id: string; readonly name: string };
}

/** What `personId` did in these projects, the latest first. */
export function deedsOf(
  personId: string,
  projects: readonly Project[],
  kind: 'siteVisits' | 'helpActions',
): readonly Deed[] {
  return projects
    .flatMap(({ id, name, [kind]: all }) =>
      all
        .filter(({ person }) => person.id === personId)
        .map(({ on, found, text, factId }) => ({ on, text: found ?? text, factId, project: { id, name } })),
    )
    .sort((a, b) => b.on.localeCompare(a.on));
}
