import fc from 'fast-check';
import { dayNumber, type FactDate, type Recorded } from '#kernel';
import { factsOf, STAGES, type ProjectCommand, type ProjectEvent, type Stage } from '#ledger';
import { NOBODY } from '../leader-accountability/schema.ts';
import type { LedgerFilter } from '../project-ledger/conditions.ts';
import type { Effort } from '../project-ledger/page-at.ts';
import { searchable } from '../project-ledger/grams.ts';
import type { KeyListRow } from '../project-ledger/key-lists.ts';
import { ledgerRows, type LedgerSegment, type RoleSegment } from '../project-ledger/segments.ts';
import type { TestLedger } from './ledger.ts';

const PROJECTS = 60;
const idOf = (i: number): string => `p${String(i).padStart(2, '0')}`;
export const PROJECT_IDS = Array.from({ length: PROJECTS }, (_, i) => idOf(i));
const NAMES = [
  '新材料产业园',
  '智能装备制造基地',
  '冷链物流园',
  '生物医药产业园（二期）',
  '100%有机_肥料',
  'ABC 电子',
  '𠮷野家产业园𠮷',
  '\uffff',
  '\ufffd',
];
const ZONES = ['z1', 'z2'];
const PEOPLE = ['a', 'b', 'c', 'd'];
const UNITS = ['u1', 'u2'];

/** A small pseudo-random sequence: the same ledger each time. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** Tells the courses of some projects, of every kind of fact that the ledger shows. */
export async function fill(ledger: TestLedger): Promise<void> {
  for (const zone of ZONES) await ledger.zone(zone, zone);
  const next = chance(11);
  const date = (): FactDate =>
    ['2025-11', '2026-02-14', '2026', '2026-Q2', 'unknown', '2026-06-T3'][next(6)] as FactDate;
  for (let i = 0; i < PROJECTS; i++) {
    const id = idOf(i);
    const tell = (command: ProjectCommand, filedAt?: string): Promise<void> =>
      ledger.tell(id, command, filedAt).catch(() => undefined);
    await tell({
      type: 'RegisterProject',
      data: {
        name: `${NAMES[next(NAMES.length)]}${i % 7}`,
        zoneId: ZONES[next(2)] as string,
        ...(next(3) > 0 && { totalInvestment: { fen: String(next(9000)), currency: 'CNY' } }),
        ...(next(2) > 0 && { code: `C${id}` }),
      },
    });
    if (next(3) > 0) await tell({ type: 'SignProject', data: { on: date() } });
    if (next(2) > 0) await tell({ type: 'StartConstruction', data: { on: date() } });
    if (next(5) === 0) await tell({ type: 'SuspendProject', data: { on: date(), reason: '资金' } });
    for (const month of ['2026-08', '2026-09']) {
      if (next(2) > 0)
        await tell({
          type: 'ReportInvestment',
          data: { period: month, inPeriod: { fen: String(next(500)), currency: 'CNY' } },
        });
    }
    await tell({ type: 'AssignLeader', data: { personId: PEOPLE[next(4)] as string, lead: true, from: date() } });
    if (next(2) > 0)
      await tell({
        type: 'AssignLeader',
        data: { personId: PEOPLE[next(4)] as string, lead: next(2) > 0, from: date() },
      });
    const unit = (): { unitId: string; from: FactDate } => ({ unitId: UNITS[next(2)] as string, from: date() });
    if (next(2) > 0) await tell({ type: 'AssignResponsibleUnit', data: unit() });
    if (next(3) === 0) await tell({ type: 'AssignResponsibleUnit', data: { ...unit(), joint: true } });
    if (next(2) > 0) await tell({ type: 'AssignAgentUnit', data: unit() });
    if (next(2) > 0)
      await tell({ type: 'AssignResponsiblePerson', data: { personId: PEOPLE[next(4)] as string, from: date() } });
    const category = next(2) > 0 ? 'newStart' : 'continued';
    if (next(2) > 0) await tell({ type: 'ListAsKeyProject', data: { level: 'city', year: 2026, category } });
    if (next(4) === 0) await tell({ type: 'RemoveFromKeyList', data: { level: 'city', year: 2026, reason: '条件' } });
    if (i > 0 && next(5) === 0) await tell({ type: 'SplitFrom', data: { projectId: 'p00' } });
    if (next(9) === 0) await tell({ type: 'VoidProject', data: { reason: '重复' } });
  }
  await ledger.settled();
}

const text = fc.constantFrom(
  ...['产业', '园', '医药产业园', 'abc', '100%', '_', '没有', '材料产', 'cp0', '𠮷', '园𠮷', 'Ｃ', '\uffff', '\ufffd'],
);
const narrow = {
  zoneId: fc.constantFrom(...ZONES),
  stages: fc.constantFrom(['registered'], ['signed'], ['constructionStarted'], ['registered', 'constructionStarted']),
  standing: fc.constantFrom('active', 'suspended'),
  leaderId: fc.constantFrom(...PEOPLE, NOBODY),
  leadId: fc.constantFrom(...PEOPLE, NOBODY, null),
  responsiblePersonId: fc.constantFrom(...PEOPLE),
  unitId: fc.constantFrom(...UNITS),
  agentUnitId: fc.constantFrom(...UNITS),
  keyList: fc.constantFrom(
    { year: 2026, level: 'city' },
    { year: 2026, level: 'city', category: 'newStart' },
    { year: 2025, level: 'city' },
  ),
  text,
};
/** Filters with some or none of their fields. */
export const filters = fc.oneof(
  fc.record({ text }),
  fc.record({ possibleStage: fc.constantFrom('signed', 'constructionStarted', 'completed') }),
  fc.record({ leadId: narrow.leadId }),
  fc.record(narrow, { requiredKeys: [] }),
) as fc.Arbitrary<LedgerFilter>;
export const days = fc.integer({ min: dayNumber('2025-10-01'), max: dayNumber('2027-02-01') });

/** From the first row on, or further on: in the midst of them, or beyond the last. */
export const offsets = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: PROJECTS + 2 }));

/** Every way to a page: rows are few here, so the ways of many must be asked for. */
export const efforts: fc.Arbitrary<Partial<Effort>> = fc.constantFrom(
  {},
  { candidatesMax: 0 },
  { candidatesMax: 10, placedMax: 10, endedFew: 0 },
  { candidatesMax: 0, placedMax: 0, endedFew: 0, entries: 2 },
  { candidatesMax: 0, lateCandidatesMax: 0, placedMax: 0, endedFew: 0, entries: 1, entriesMax: 4 },
);

/** What follows from the facts known up to some event. */
export interface LedgerRowsAt {
  readonly segments: readonly LedgerSegment[];
  readonly roles: readonly RoleSegment[];
  readonly keyLists: readonly KeyListRow[];
}

type Numbered = Recorded<ProjectEvent> & { readonly seq: number };

/** The histories of all projects, each event with its number. */
export async function historiesOf({ store }: TestLedger): Promise<Map<string, Numbered[]>> {
  const histories = new Map<string, Numbered[]>();
  let seq = 0;
  for await (const event of store.readAll()) {
    seq += 1;
    if (!event.stream.startsWith('project-')) continue;
    const id = event.stream.slice('project-'.length);
    const numbered = { ...(event as Recorded as Recorded<ProjectEvent>), seq };
    histories.set(id, [...(histories.get(id) ?? []), numbered]);
  }
  return histories;
}

/** Folds what was known up to an event. */
export function rowsAsOf(histories: ReadonlyMap<string, readonly Numbered[]>, seq: number): LedgerRowsAt {
  const rows = [...histories].flatMap(([id, history]) => {
    const known = history.filter((event) => event.seq <= seq);
    return known[0] ? [ledgerRows(id, known[0].seq, factsOf(known))] : [];
  });
  return {
    segments: rows.flatMap(({ segments }) => segments),
    roles: rows.flatMap(({ roles }) => roles),
    keyLists: rows.flatMap(({ keyLists }) => keyLists),
  };
}

/** More of what happens later: new names and zones, other sums and lists, corrections and revocations. */
export async function goOn(ledger: TestLedger, seed: number): Promise<void> {
  const next = chance(seed);
  const one = <T>(of: readonly T[]): T => of[next(of.length)] as T;
  for (let turn = 0; turn < PROJECTS; turn++) {
    const id = idOf(next(PROJECTS));
    const tell = (command: ProjectCommand): Promise<void> => ledger.tell(id, command).catch(() => undefined);
    const history = await ledger.history(id);
    const mended = one(history);
    const start = history.find(({ type }) => type === 'ConstructionStarted');
    const on = one(['2026-01-03', '2026-05', '2026-10-31'] as const);
    const commands: ProjectCommand[] = [
      { type: 'RenameProject', data: { name: `${one(NAMES)}新` } },
      { type: 'MoveToZone', data: { zoneId: one(ZONES), reason: '调整' } },
      { type: 'ChangeTotalInvestment', data: { amount: { fen: String(next(9000)), currency: 'CNY' }, reason: '追加' } },
      { type: 'StartConstruction', data: { on } },
      { type: 'CompleteProject', data: { on } },
      {
        type: 'ListAsKeyProject',
        data: { level: 'city', year: 2026, category: one(['newStart', 'continued'] as const) },
      },
      { type: 'RemoveFromKeyList', data: { level: 'city', year: 2026, reason: '条件' } },
      { type: 'AssignLeader', data: { personId: one(PEOPLE), lead: next(2) > 0, from: on } },
      { type: 'AssignResponsibleUnit', data: { unitId: one(UNITS), from: on } },
      {
        type: 'ReportInvestment',
        data: { period: one(['2026-07', '2026-10']), inPeriod: { fen: String(next(500)), currency: 'CNY' } },
      },
    ];
    await tell(one(commands));
    if (next(4) === 0 && mended) await tell({ type: 'RevokeFact', data: { factId: mended.id, reason: '误报' } });
    if (next(3) === 0 && start)
      await tell({ type: 'CorrectFact', data: { factId: start.id, data: { on }, reason: '更正' } });
  }
  await ledger.settled();
}

const covers = (row: { valid_from: number; valid_to: number }, day: number): boolean =>
  row.valid_from <= day && day < row.valid_to;

/** Who leads on a day: a person, or nobody where somebody ought to. */
export function leadOn({ roles }: LedgerRowsAt, number: number, day: number): string | null {
  const led = roles.filter((role) => role.number === number && role.role === 'lead' && covers(role, day));
  if (led.length > 1) throw new Error(`${led.length} lead project ${number} on day ${day}`);
  return led[0]?.holder_id ?? null;
}

/** The obvious way: every segment that covers the day, filtered one by one. */
export function rowsOn(rows: LedgerRowsAt, filter: LedgerFilter, day: number): LedgerSegment[] {
  const { segments, roles, keyLists } = rows;
  return segments.filter((row) => {
    if (!covers(row, day)) return false;
    if (filter.zoneId !== undefined && row.zone_id !== filter.zoneId) return false;
    if (filter.stages !== undefined && !filter.stages.includes(STAGES[row.stage] as Stage)) return false;
    if (filter.possibleStage !== undefined && STAGES[row.possible_stage ?? -1] !== filter.possibleStage) return false;
    if (filter.standing !== undefined && row.standing !== filter.standing) return false;
    const isHeldBy = (holderId: string | undefined, held: readonly string[]): boolean =>
      holderId === undefined ||
      roles.some(
        (role) =>
          role.number === row.number && role.holder_id === holderId && held.includes(role.role) && covers(role, day),
      );
    if (!isHeldBy(filter.leaderId, ['lead', 'coLead'])) return false;
    if (filter.leadId !== undefined && leadOn(rows, row.number, day) !== filter.leadId) return false;
    if (!isHeldBy(filter.responsiblePersonId, ['responsiblePerson'])) return false;
    if (!isHeldBy(filter.unitId, ['responsibleUnit'])) return false;
    if (!isHeldBy(filter.agentUnitId, ['agentUnit'])) return false;
    const { keyList } = filter;
    const isOn = (listing: KeyListRow): boolean =>
      listing.number === row.number &&
      listing.year === keyList?.year &&
      listing.level === keyList.level &&
      (keyList.category === undefined || listing.category === keyList.category);
    if (keyList && !keyLists.some(isOn)) return false;
    // Searched is what the project is called last.
    const last = segments.findLast(({ project_id }) => project_id === row.project_id) ?? row;
    const words = [last.name, last.code, last.builder ?? ''].map(searchable);
    return filter.text === undefined || words.some((word) => word.includes(searchable(filter.text as string)));
  });
}
