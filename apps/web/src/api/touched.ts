import type { ReadPath } from './client.ts';

/** What a query is known by: the path, what was asked, and those parts of the point that the read takes. */
export type ReadKey = readonly [path: ReadPath, asked: object, point: Readonly<Record<string, string>>];

/** What an event or a command changed: a project, a zone, a person. */
export interface Subject {
  readonly category: string;
  readonly id: string;
}

/** What no project changes, by the categories of the events that do; people and units are shown with the names of units. */
const ONLY_BY: { readonly [P in ReadPath]?: readonly string[] } = {
  '/api/people': ['person', 'organization'],
  '/api/zones': ['zone'],
  '/api/organizations': ['organization'],
  '/api/catalogues': ['catalogue'],
  '/api/events/types': [],
  '/api/dispatch/queries': [],
};

/** Whether a query can have another answer since something has changed. One that stands on a past point has not. */
export function isTouched([path, asked, point]: ReadKey, { category, id }: Subject): boolean {
  if (point['knownAt'] !== undefined) return false;
  const by = ONLY_BY[path];
  if (by) return by.includes(category);
  const ofOneProject = path.startsWith('/api/projects/{id}');
  return !(ofOneProject && category === 'project' && id !== (asked as { path?: { id?: string } }).path?.id);
}

const CATEGORIES: Readonly<Record<string, string>> = {
  projects: 'project',
  zones: 'zone',
  organizations: 'organization',
  people: 'person',
  catalogues: 'catalogue',
  targets: 'target',
  reassignments: 'reassignment',
};

/** What a command changed, by its address and the id in its answer. */
export function subjectOf(address: string, id: string): Subject {
  const [, , collection = ''] = address.split('/');
  return { category: CATEGORIES[collection] ?? collection, id };
}

/** What was heard of and not read again yet, without what this tab's own commands have recorded: that is read already. */
export class Heard {
  private readonly own = new Set<string>();
  private subjects = new Map<string, Subject>();

  recorded(eventIds: readonly string[]): void {
    for (const id of eventIds) {
      // An answer may come after its own event.
      if (!this.subjects.delete(id)) this.own.add(id);
    }
  }

  event(eventId: string, subject: Subject): void {
    if (!this.own.delete(eventId)) this.subjects.set(eventId, subject);
  }

  isEmpty(): boolean {
    return this.subjects.size === 0;
  }

  /** All of it, each subject once; from then on it counts as read. */
  take(): readonly Subject[] {
    const taken = new Map([...this.subjects.values()].map((subject) => [`${subject.category} ${subject.id}`, subject]));
    this.subjects = new Map();
    return [...taken.values()];
  }
}
