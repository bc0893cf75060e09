import { fillDemo } from '../../apps/cli/src/demo/fill-demo.ts';
import { openLedger, type Ledger } from './harness.ts';
import { faultsIn, type Schema, type Schemas } from './openapi.harness.ts';

const DEMO_MS_MAX = 600_000;
const WAIT_MS = 30_000;

interface Document {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
  readonly components: { readonly schemas: Schemas };
}
interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>>;
}

/** A generated demonstration: every kind of fact, findings of every code, corrections, an order and its leaders. */
let ledger: Ledger;
let document: Document;
beforeAll(async () => {
  ledger = await openLedger();
  const { store, registry, views } = ledger.app.parts;
  const target = { store, people: registry.people };
  const how = { seed: 2018, clock: () => ledger.time.now, keepsOrder: true, progress: () => undefined };
  expect(await fillDemo(target, how)).toMatchObject({ outcome: 'filled' });
  const last = (await store.readLast())?.position ?? 0n;
  for (const { view } of await views.observe()) while (!(await views.waitFor(view, last, WAIT_MS)));
  document = (await ledger.get('/api/openapi.json').expect(200)).body as Document;
}, DEMO_MS_MAX);
afterAll(() => ledger.close());

/** What is asked for at an address with an id in it: of what the list holds, and with what beside it. */
interface OfEach {
  readonly of: string;
  readonly address?: (item: Item) => string;
  readonly with?: readonly string[];
}
interface Item {
  readonly id: string;
  readonly name: string;
  readonly subject: { readonly id: string };
}

const POINTS = 'fromKnownAt=2000&fromEffectiveOn=2025-06-30';
const THEN = 'effectiveOn=2025-06-30';
const HOLDERS = ['?limit=200', '?knownAt=5000', `?${THEN}`];
const PROJECTS = '/api/projects?limit=50';
const PEOPLE = '/api/people?limit=20';
const UNITS = '/api/organizations?limit=20';

/** What is asked, by address: with these queries, or of what a list holds. */
const QUESTIONS: Readonly<Record<string, readonly string[] | OfEach>> = {
  '/api/zones': ['', `?${THEN}`],
  '/api/zones/{id}': { of: '/api/zones' },
  '/api/organizations': ['?limit=200', `?${THEN}`],
  '/api/organizations/{id}': { of: UNITS, with: ['', `?${THEN}`] },
  '/api/organizations/{id}/accountability': { of: UNITS, with: HOLDERS },
  '/api/organizations/{id}/accountability/in-my-time': { of: UNITS },
  '/api/catalogues': [''],
  '/api/catalogues/{id}': { of: '/api/catalogues' },
  '/api/people': ['?limit=200'],
  '/api/people/{id}': { of: PEOPLE },
  '/api/projects': ['?limit=200', '?stage=signed', `?${THEN}`, '?knownAt=3000'],
  '/api/projects/{id}': { of: PROJECTS, with: ['', `?${THEN}`, '?knownAt=3000'] },
  '/api/projects/{id}/facts': { of: PROJECTS },
  '/api/projects/{id}/facts/{factId}': {
    of: '/api/events?type=ProjectSigned,LeaderAssigned',
    address: ({ id, subject }) => `/api/projects/${subject.id}/facts/${id}`,
  },
  '/api/projects/{id}/timeline': { of: PROJECTS, with: ['?limit=200'] },
  '/api/projects/{id}/events': { of: PROJECTS, with: ['?limit=200'] },
  '/api/projects/{id}/replay': { of: PROJECTS, with: ['?limit=200', '?limit=200&by=filed'] },
  '/api/projects/{id}/compare': { of: PROJECTS, with: [`?${POINTS}`] },
  '/api/projects/columns': { of: PROJECTS, with: ['', `&${THEN}`] },
  '/api/projects/compare': [`?limit=200&${POINTS}`],
  '/api/projects/compare/summary': [`?${POINTS}`],
  '/api/projects/summary': ['', `?${THEN}`],
  '/api/projects/summary/leaders': ['', `?${THEN}`, '?knownAt=3000'],
  '/api/projects/summary/series': ['known', 'effective'].map(
    (clock) => `?by=month&clock=${clock}&from=2025-01-01&to=2025-12-31`,
  ),
  '/api/leaders': HOLDERS,
  '/api/leaders/nobody': HOLDERS,
  '/api/leaders/{id}': { of: PEOPLE, with: HOLDERS },
  '/api/leaders/{id}/in-my-time': { of: PEOPLE },
  '/api/leaders/{id}/actions': { of: PEOPLE },
  '/api/leaders/{id}/tenures': { of: PEOPLE },
  '/api/findings': ['?limit=200', '?limit=200&explained=true', `?limit=200&${THEN}`],
  '/api/findings/summary': [''],
  '/api/deadlines': ['?limit=200&days=366', '?limit=200&overdue=true', '?kind=permit', '?kind=land', '?kind=contract'],
  '/api/deadlines/summary': [''],
  '/api/dispatch/queries': [''],
  '/api/dispatch/queries/{name}': {
    of: '/api/dispatch/queries',
    address: ({ name }) => `/api/dispatch/queries/${name}`,
    with: ['?period=2026-06&by=filed', '?period=2026-W47', '?period=2026-11&scope=county:990101'],
  },
  '/api/reassignments': [''],
  '/api/reassignments/{id}': { of: '/api/reassignments' },
  '/api/targets': ['?limit=200', `?limit=200&${THEN}`],
  '/api/targets/{id}': { of: '/api/targets?limit=40' },
  '/api/targets/{id}/projects': { of: '/api/targets?limit=40', with: ['', '?of=undetermined'] },
  '/api/events': ['?limit=200', '?limit=200&sort=seq', '?category=target,reassignment,catalogue,code,person,zone'],
  '/api/events/types': [''],
  '/api/events/{id}': { of: '/api/events?limit=60' },
};
/** Streams and files. */
const NOT_JSON = ['/api/feed', '/api/exports/projects', '/api/projects/{id}/export'];

async function questionsAt(template: string): Promise<readonly string[]> {
  const asked = QUESTIONS[template];
  if (asked === undefined) return [];
  if ('of' in asked) return questionsOfEach(template, asked);
  return asked.map((query) => template + query);
}

async function questionsOfEach(template: string, { of, address, with: queries = [''] }: OfEach): Promise<string[]> {
  const { items } = (await ledger.get(of).expect(200)).body as { items: Item[] };
  return queries.flatMap((query) =>
    template.includes('{')
      ? items.map((item) => (address ? address(item) : template.replace('{id}', item.id)) + query)
      : `${template}?ids=${items.map(({ id }) => id).join(',')}${query}`,
  );
}

describe('the answers of every address that is read', () => {
  it('are asked for', () => {
    const reads = Object.entries(document.paths).flatMap(([path, { get }]) => (get ? [path] : []));
    expect([...Object.keys(QUESTIONS), ...NOT_JSON].sort()).toEqual(reads.sort());
  });

  it.each(Object.keys(QUESTIONS))('%s answers what the document says, and nothing else', async (template) => {
    const schema = document.paths[template]?.get?.responses['200']?.content?.['application/json']?.schema;
    expect([template, schema]).toEqual([template, expect.anything()]);
    const faults = new Map<string, string>();
    const questions = await questionsAt(template);
    for (const question of questions) {
      const answer: unknown = (await ledger.get(question).expect(200)).body;
      for (const fault of faultsIn(document.components.schemas, schema as Schema, answer)) faults.set(fault, question);
    }
    expect([...faults]).toEqual([]);
    expect(questions.length).toBeGreaterThan(0);
  });
});
