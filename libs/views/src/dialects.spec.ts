import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { dayNumber, derivedId, type Recorded } from '#kernel';
import { dialects, hasPostgres } from '#database/testing';
import type { EventStore } from '#event-store';
import { ROLES, type ProjectEvent } from '#ledger';
import { VIEWS } from './index.ts';
import { definitionsPage, namesOf, spansPage } from './definitions/queries.ts';
import type { DefinitionTables } from './definitions/schema.ts';
import { overdueByLeader } from './leader-accountability/overdue.ts';
import { actionsOf, actionsPage } from './leader-accountability/actions.ts';
import type { AccountabilityDb } from './leader-accountability/conditions.ts';
import {
  chargesIn,
  heldBy,
  loads,
  measuresByRole,
  measuresOf,
  projectsInTime,
  vacancies,
} from './leader-accountability/queries.ts';
import { progressOf } from './leader-accountability/progress.ts';
import { holdersOf, tenuresPage } from './leader-accountability/tenures.ts';
import { heldProjects } from './leaders/queries.ts';
import { historyPage } from './project-history/queries.ts';
import { LEDGER_SORTS, ledgerPage, ledgerSums, type LedgerFilter, type LedgerSort } from './project-ledger/queries.ts';
import { sumsByLead } from './project-ledger/sums-by-lead.ts';
import { histories, PEOPLE, texts, ZONES } from './testing/histories.ts';
import { testLedger, type TestLedger } from './testing/ledger.ts';

type History = readonly Recorded<ProjectEvent>[];

/** What a list can be narrowed by. Texts come from people, and no query takes a NUL. */
const narrow = {
  zoneId: fc.constantFrom(...ZONES),
  stages: fc.constantFrom(['registered'], ['constructionStarted'], ['constructionStarted', 'completed']),
  possibleStage: fc.constantFrom('signed', 'constructionStarted', 'completed'),
  standing: fc.constantFrom('active', 'suspended'),
  leaderId: fc.constantFrom(...PEOPLE),
  leadId: fc.constantFrom(...PEOPLE, '', null),
  text: fc.oneof(
    fc.constantFrom(...'产材野a b z0%_\\"ß👩i'),
    fc.constantFrom('ab', '产业', '👩\u200d', 'zü'),
    texts.map(withoutNul),
  ),
};
const filters = fc.oneof(
  ...Object.entries(narrow).map(([field, value]) => fc.record({ [field]: value as fc.Arbitrary<unknown> })),
  fc.constant({}),
  fc.record(narrow, { requiredKeys: [] }),
) as fc.Arbitrary<LedgerFilter>;
const questions = fc.record({
  filter: filters,
  day: fc.integer({ min: dayNumber('2025-10-01'), max: dayNumber('2027-04-01') }),
  sort: fc.constantFrom(...Object.keys(LEDGER_SORTS)) as fc.Arbitrary<LedgerSort>,
  descending: fc.boolean(),
  limit: fc.integer({ min: 1, max: 30 }),
  effort: fc.constantFrom({ candidatesMax: 0 }, { candidatesMax: 5 }, { entries: 8, placedMax: 0, endedFew: 0 }, {}),
});
type Question = typeof questions extends fc.Arbitrary<infer Q> ? Q : never;

function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

/** Writes histories as projects from the n-th on, with ids of their own. */
async function write(store: EventStore, projects: readonly History[], from: number): Promise<void> {
  for (const [i, history] of projects.entries()) {
    const project = projectId(from + i);
    const own = (id: string): string => derivedId(project, id);
    const events = history.map(({ id, type, data, metadata: { recordedAt: _, ...metadata } }) => {
      const about = 'factId' in data ? { ...data, factId: own(data.factId) } : data;
      return { id: own(id), type, data: about, metadata: metadata };
    });
    await store.append(`project-${project}`, events, 'none');
  }
}

const projectId = (n: number): string => `p${n}`;

async function define(store: EventStore, names: readonly string[]): Promise<void> {
  for (const [i, name] of names.entries()) {
    const [type, stream] = i % 2 ? ['ZoneDefined', `zone-z${i}`] : ['OrganizationDefined', `organization-o${i}`];
    const data = { name, kind: 'other', level: 'national', hostCounty: name, from: '2013-01-01' };
    const event = { id: derivedId(stream), type, data, metadata: { filedAt: '2026-01-01T00:00:00.000Z' } };
    await store.append(stream, [event], 'none');
  }
}

/** Every row of every table, in an order of our own. */
async function everyRow({ views }: TestLedger): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const view of VIEWS) {
    for (const table of Object.keys(view.tables)) {
      const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(views.reader(view.name));
      const texts = rows.map((row) => JSON.stringify(row, exact));
      tables[table] = texts.sort();
    }
  }
  return tables;
}

const exact = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);

async function answers({ views }: TestLedger, question: Question): Promise<unknown> {
  const { filter, day, limit } = question;
  const db = <T>(view: string): Kysely<T> => views.reader(view);
  const pages: unknown[] = [];
  for (let after: { value: string | number; number: number } | undefined, more = true; more;) {
    const page = await ledgerPage(db('project-ledger'), { ...question, after }, question.effort);
    pages.push(page);
    const last = page.at(-1);
    more = page.length === limit;
    if (last) after = { value: last[LEDGER_SORTS[question.sort]], number: last.number };
  }
  const { leaderId: personId = 'a' } = filter;
  return {
    pages,
    sums: await ledgerSums(db('project-ledger'), filter, day),
    byLead: await sumsByLead(db('project-ledger'), filter, { known: 'latest', day }, limit),
    accounts: await accounts(db('leader-accountability'), personId, question),
    held: await heldProjects(db('project-ledger'), { personId, day, limit }),
    history: await historyPage(db('project-history'), { projectId: projectId(limit), after: 2, limit }),
  };
}

async function accounts(db: AccountabilityDb, holderId: string, { filter, day, limit }: Question): Promise<unknown> {
  const asked = { roles: ROLES, day, zones: filter.zoneId === undefined ? undefined : [filter.zoneId], holderId };
  const projects = (await projectsInTime(db, asked, { limit })).map(({ projectId: id }) => id);
  return {
    projects,
    loads: await loads(db, asked, { limit }),
    lesser: await loads(db, asked, { limit, after: { n: 5, id: 'a' } }),
    measures: await measuresOf(db, asked, [holderId, '']),
    byRole: await measuresByRole(db, asked, holderId),
    later: await projectsInTime(db, asked, { limit, after: { days: 200, daysFirst: 300, id: 'p5' } }),
    charges: await chargesIn(db, asked, projects),
    overdue: await chargesIn(db, { ...asked, onDay: true }, projects),
    held: await heldBy(db, asked, { limit, after: { number: 9, role: 'lead' } }),
    vacant: await vacancies(db, asked, projects),
    tenures: await tenuresPage(db, asked, { limit }),
    laterTenures: await tenuresPage(db, asked, { limit, after: { day: day - 30, projectId: 'p3', role: 'lead' } }),
    holders: (await holdersOf(db, 'latest', projects)).length,
    progress: await progressOf(db, asked, [holderId, '']),
    actions: await actionsOf(db, asked, [holderId]),
    actionsPage: await actionsPage(db, { ...asked, personId: holderId }, { limit }),
    laterActions: await actionsPage(
      db,
      { ...asked, personId: holderId, kind: 'siteVisit' },
      { limit, after: { day: day - 30, projectId: 'p3', factId: '' } },
    ),
    overdueByLeader: await overdueByLeader(db, { ...asked, limit }),
  };
}

async function definitions({ views }: TestLedger, kind: 'zone' | 'organization', names: readonly string[]) {
  const pages: unknown[] = [await namesOf(views.reader('definitions'), ['z1', 'z3', 'o2', 'nobody'])];
  for (const name of names) {
    const [after, db] = [{ name, id: 'o' }, views.reader<DefinitionTables>('definitions')];
    pages.push(await definitionsPage(db, { kind, limit: 3, after }));
    for (const filter of [{}, { text: name }]) {
      pages.push(await spansPage(db, { kind, day: dayNumber('2026-01-01'), filter, limit: 3, after }));
    }
  }
  return pages;
}

(hasPostgres() ? it : it.skip)('answer the same on every database, row for row', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(histories, { minLength: 30, maxLength: 50 }),
      fc.array(histories, { minLength: 30, maxLength: 50 }),
      fc.array(questions, { minLength: 120, maxLength: 120 }),
      fc.array(texts.map(withoutNul), { minLength: 6, maxLength: 12 }),
      async (built, followed, asked, names) => {
        const before = async (store: EventStore): Promise<void> => {
          await define(store, names);
          await write(store, built, 0);
        };
        const ledgers = await Promise.all(dialects.map(([, fresh]) => testLedger(fresh, before)));
        try {
          for (const ledger of ledgers) await write(ledger.store, followed, built.length);
          for (const ledger of ledgers) await ledger.settled();
          const [first, second] = ledgers as [TestLedger, TestLedger];
          expect(await everyRow(second)).toEqual(await everyRow(first));
          for (const question of asked) expect(await answers(second, question)).toEqual(await answers(first, question));
          for (const kind of ['zone', 'organization'] as const) {
            expect(await definitions(second, kind, names)).toEqual(await definitions(first, kind, names));
          }
        } finally {
          for (const ledger of ledgers) await ledger.close();
        }
      },
    ),
    // Few and large: most of the time goes into setting up two ledgers.
    { numRuns: 2, endOnFailure: true },
  );
});
