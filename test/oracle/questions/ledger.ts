import fc from 'fast-check';
import { type Day } from '#kernel';
import {
  holdsOn,
  investedSteps,
  investmentsOf,
  rankOf,
  registrationSteps,
  STAGES,
  stageOn,
  stagesReached,
  standingSteps,
  tenuresOf,
  type Industry,
  type Role,
} from '#ledger';
import { ProjectLedgerController } from '../../../libs/views/src/project-ledger/project-ledger.controller.ts';
import { textFaults } from '../../../libs/http/src/fields/text.ts';
import { PEOPLE, texts, ZONES } from '../../../libs/views/src/testing/histories.ts';
import { Accountable } from '../accountable.ts';
import type { KnownProject, Log } from '../log.ts';
import { everyPage, type Kind, type Then } from './question.ts';
import { bytes } from './scope.ts';

/** A row of the ledger as it is compared. */
export interface Row {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly code: string | null;
  readonly builder: string | null;
  readonly industry: Industry | null;
  readonly capital: string | null;
  readonly zoneId: string;
  readonly stage: string;
  readonly possibleStage: string | null;
  readonly standing: string;
  readonly leaderId: string | null;
  readonly coLeaderIds: readonly string[];
  readonly responsiblePersonId: string | null;
  readonly responsibleUnitId: string | null;
  readonly agentUnitId: string | null;
  readonly partOf: string | null;
  readonly totalFen: string | null;
  readonly invested: string;
  readonly investedThisYear: string;
  /** Every role and who holds it, second units too. */
  readonly held: readonly (readonly [Role, string])[];
  readonly keyLists: readonly string[];
  /** What it is found by, as it is searched: its last name, code and builder. */
  readonly words: readonly string[];
}

/** The first day on which anything of a project is certain. */
export function enteredOn({ facts }: Pick<KnownProject, 'facts'>): Day {
  const days = [
    ...registrationSteps(facts).map(({ from }) => from),
    ...stagesReached(facts).map(({ certainFrom }) => certainFrom),
    ...standingSteps(facts).map(({ from }) => from),
    ...tenuresOf(facts).map(({ fromDay }) => fromDay),
    ...investedSteps(investmentsOf(facts)).map(({ from }) => from),
  ];
  return days.sort()[0] as Day;
}

export function rowOf(project: Omit<KnownProject, 'events'>, day: Day): Row {
  const { id, number, facts } = project;
  const steps = registrationSteps(facts);
  const { registration } = steps.findLast(({ from }) => from <= day) ?? (steps[0] as (typeof steps)[number]);
  const last = steps.at(-1)?.registration;
  const { stage, possibleStage = null } = stageOn(stagesReached(facts), day);
  const holders = tenuresOf(facts).filter((tenure) => holdsOn(tenure, day));
  const main = (role: Role): string | null =>
    holders.findLast((tenure) => tenure.role === role && !tenure.joint)?.holderId ?? null;
  const invested = investedSteps(investmentsOf(facts)).findLast(({ from }) => from <= day);
  const lists = new Map<string, string>();
  for (const { type, data } of facts) {
    if (type === 'ListedAsKeyProject') lists.set(`${data.year}/${data.level}`, data.category);
    if (type === 'RemovedFromKeyList') lists.delete(`${data.year}/${data.level}`);
  }
  return {
    id,
    number,
    name: registration.name,
    code: registration.code || null, // an empty one is none: no command gives it
    builder: registration.builder ?? null,
    industry: registration.industry ?? null,
    capital: registration.capital ?? null,
    zoneId: registration.zoneId,
    stage,
    possibleStage,
    standing: standingSteps(facts).findLast(({ from }) => from <= day)?.standing ?? 'active',
    leaderId: main('lead'),
    coLeaderIds: holders.filter(({ role }) => role === 'coLead').map(({ holderId }) => holderId),
    responsiblePersonId: main('responsiblePerson'),
    responsibleUnitId: main('responsibleUnit'),
    agentUnitId: main('agentUnit'),
    partOf: registration.partOf ?? null,
    totalFen: registration.totalFen === undefined ? null : String(registration.totalFen),
    invested: String(invested?.total ?? 0),
    investedThisYear: invested?.year === day.slice(0, 4) ? String(invested.inYear) : '0',
    held: holders.map(({ role, holderId }) => [role, holderId] as const),
    keyLists: [...lists].flatMap(([list, category]) => [list, `${list}/${category}`]),
    words: [last?.name, last?.code, last?.builder].map((word) => searched(word ?? '')),
  };
}

/** One width, one case, no blanks. */
const searched = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** What the ledger shows at a point, in the order of entry. */
export function rowsOf(log: Log, { seq, day }: Then, filter: Filter = {}): Row[] {
  return log
    .listed(seq)
    .filter((project) => enteredOn(project) <= day)
    .filter((project) => filter.leaderId !== 'nobody' || new Accountable(project).isVacant('lead', day))
    .filter((project) => filter.leadId === undefined || filter.leadId === leadOf(project, day))
    .map((project) => rowOf(project, day))
    .filter((row) => fulfils(row, filter));
}

/** Who leads a project; nobody, where somebody ought to, or none. */
export function leadOf(project: KnownProject, day: Day): string {
  const { leaderId } = rowOf(project, day);
  return leaderId ?? (new Accountable(project).isVacant('lead', day) ? 'nobody' : 'none');
}

export interface Filter {
  readonly zoneId?: string;
  /** With commas between them. */
  readonly stage?: string;
  readonly possibleStage?: string;
  readonly standing?: string;
  readonly leaderId?: string;
  readonly leadId?: string;
  readonly responsiblePersonId?: string;
  readonly unitId?: string;
  readonly agentUnitId?: string;
  readonly keyList?: string;
  readonly text?: string;
}

function fulfils(row: Row, filter: Filter): boolean {
  const holds = (holderId: string | undefined, roles: readonly Role[]): boolean =>
    holderId === undefined || row.held.some(([role, id]) => id === holderId && roles.includes(role));
  return (
    (filter.zoneId === undefined || row.zoneId === filter.zoneId) &&
    (filter.stage === undefined || filter.stage.split(',').includes(row.stage)) &&
    (filter.possibleStage === undefined || row.possibleStage === filter.possibleStage) &&
    (filter.standing === undefined || row.standing === filter.standing) &&
    (filter.leaderId === 'nobody' || holds(filter.leaderId, ['lead', 'coLead'])) &&
    holds(filter.responsiblePersonId, ['responsiblePerson']) &&
    holds(filter.unitId, ['responsibleUnit']) &&
    holds(filter.agentUnitId, ['agentUnit']) &&
    (filter.keyList === undefined || row.keyLists.includes(filter.keyList)) &&
    (filter.text === undefined || contains(row.words, searched(filter.text)))
  );
}

const contains = (words: readonly string[], text: string): boolean =>
  text !== '' && words.some((word) => word.includes(text));

/** Texts that a request may ask for, and pieces of names. */
const asked = fc
  .oneof(
    texts,
    fc.constantFrom('业', '产业', '新材料 产', 'A', 'ＡＢ', 'ss', 'zur', '\u0308', '%', '_', '\\', "'", '家'),
  )
  .filter((text) => textFaults(text, 100, false).length === 0);

export const filters: fc.Arbitrary<Filter> = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      zoneId: fc.constantFrom(...ZONES),
      stage: fc.constantFrom(
        ...['registered', 'signed', 'constructionStarted', 'inProduction', 'signed,registered'],
        'constructionStarted,completed,inProduction',
      ),
      standing: fc.constantFrom('active', 'suspended', 'exited'),
      leaderId: fc.constantFrom(...PEOPLE, 'nobody'),
      leadId: fc.constantFrom(...PEOPLE, 'nobody', 'none'),
      responsiblePersonId: fc.constantFrom(...PEOPLE),
      unitId: fc.constantFrom(...PEOPLE),
      agentUnitId: fc.constantFrom(...PEOPLE),
      keyList: fc.constantFrom('2026/city', '2026/city/newStart', '2025/city'),
    },
    { requiredKeys: [] },
  ),
  fc.record({ zoneId: fc.constantFrom(...ZONES) }),
  fc.record({ leaderId: fc.constantFrom(...PEOPLE, 'nobody', 'nobody') }),
  fc.record({ leadId: fc.constantFrom(...PEOPLE, 'nobody', 'none') }),
  fc.record({ possibleStage: fc.constantFrom('signed', 'constructionStarted', 'completed') }),
  fc.record({ text: asked, zoneId: fc.constantFrom(undefined, ...ZONES) }),
) as fc.Arbitrary<Filter>;

type Sort = 'number' | 'name' | 'totalInvestment' | 'invested';
const COMPARED: Readonly<Record<Sort, (a: Row, b: Row) => number>> = {
  number: (a, b) => a.number - b.number,
  name: (a, b) => bytes(a.name, b.name),
  totalInvestment: (a, b) => Number(a.totalFen ?? -1) - Number(b.totalFen ?? -1),
  invested: (a, b) => Number(a.invested) - Number(b.invested),
};

interface AskedList {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly offset: string;
  readonly limit: string;
}

const fen = (money: unknown): string | null => (money as { readonly fen: string } | null)?.fen ?? null;

/** The ledger under any filter, in any order, page by page. */
export const list: Kind<AskedList> = {
  name: 'the ledger',
  drawn: fc.record({
    filter: filters,
    sort: fc.constantFrom<Sort>('number', 'name', 'totalInvestment', 'invested'),
    descending: fc.boolean(),
    offset: fc.constantFrom('0', '0', '1', '2', '3', '5'),
    limit: fc.constantFrom('1', '2', '50'),
  }),
  async answered(context, { filter, sort, descending, offset, limit }, point) {
    const controller = new ProjectLedgerController(context);
    const query = { ...filter, ...point, sort: descending ? `-${sort}` : sort, limit } as object;
    const { items, ...rest } = await everyPage((cursor) =>
      controller.list({ ...query, ...('cursor' in cursor ? cursor : { offset }) }),
    );
    const compared = items.map((item) => ({
      id: item['id'],
      number: item['number'],
      name: item['name'],
      code: item['code'],
      builder: item['builder'],
      industry: item['industry'],
      capital: item['capital'],
      zoneId: item['zoneId'],
      stage: item['stage'],
      possibleStage: item['possibleStage'] ?? null,
      standing: item['standing'],
      leaderId: item['leaderId'],
      coLeaderIds: item['coLeaderIds'],
      responsiblePersonId: item['responsiblePersonId'],
      responsibleUnitId: item['responsibleUnitId'],
      agentUnitId: item['agentUnitId'],
      partOf: item['partOf'],
      totalFen: fen(item['totalInvestment']),
      invested: fen(item['invested']),
      investedThisYear: fen(item['investedThisYear']),
    }));
    return { ...rest, compared };
  },
  expected(log, { filter, sort, descending, offset }, then) {
    const sign = descending ? -1 : 1;
    const rows = rowsOf(log, then, filter).sort((a, b) => sign * (COMPARED[sort](a, b) || a.number - b.number));
    return rows.slice(Number(offset)).map(({ held: _, keyLists: __, words: ___, ...row }) => row);
  },
};

interface Figures {
  readonly count: number;
  readonly packages: number;
  readonly totalInvestment: string;
  readonly invested: string;
  readonly investedThisYear: string;
}

/** What a summary says of some rows. */
export function figuresOf(rows: readonly Row[]): Figures {
  const sum = (of: (row: Row) => string | null): string =>
    String(rows.reduce((total, row) => total + BigInt(of(row) ?? 0), 0n));
  return {
    count: rows.length,
    packages: rows.filter(({ partOf }) => partOf === null).length,
    totalInvestment: sum(({ totalFen }) => totalFen),
    invested: sum(({ invested }) => invested),
    investedThisYear: sum(({ investedThisYear }) => investedThisYear),
  };
}

export function figuresIn(shown: Record<string, unknown>): Figures {
  return {
    count: shown['count'] as number,
    packages: shown['packages'] as number,
    totalInvestment: fen(shown['totalInvestment']) as string,
    invested: fen(shown['invested']) as string,
    investedThisYear: fen(shown['investedThisYear']) as string,
  };
}

/** Counts by stage and zone, and the sums. */
export const summary: Kind<Filter> = {
  name: 'the summary',
  drawn: filters,
  async answered(context, filter, point) {
    const controller = new ProjectLedgerController(context);
    const shown = (await controller.summary({ ...filter, ...point } as object)) as {
      readonly asOf: { readonly seq: number };
      readonly effectiveOn: string;
      readonly stages: readonly Record<string, unknown>[];
      readonly zones: readonly ({ readonly zone: { readonly id: string } } & Record<string, unknown>)[];
    };
    const { asOf, effectiveOn, stages, zones } = shown;
    const compared = {
      ...figuresIn({ ...shown }),
      stages: stages.map((stage) => [stage['stage'], stage['possible'], figuresIn(stage)]),
      zones: zones.map((zone) => [zone.zone.id, figuresIn(zone)]),
    };
    return { asOf, effectiveOn, compared };
  },
  expected(log, filter, then) {
    const rows = rowsOf(log, then, filter);
    const zones = [...new Set(rows.map(({ zoneId }) => zoneId))].sort();
    return {
      ...figuresOf(rows),
      stages: STAGES.map((stage) => [
        stage,
        rows.filter(({ possibleStage }) => possibleStage === stage).length,
        figuresOf(rows.filter((row) => rankOf(row.stage) === rankOf(stage))),
      ]),
      zones: zones.map((zone) => [zone, figuresOf(rows.filter(({ zoneId }) => zoneId === zone))]),
    };
  },
};
