import { FOREVER, type Index, type SegmentsTable, type TotalsTable, type Row } from '#database';
import type { PlanSegment } from './plans.ts';
import type { KeyListRow } from './key-lists.ts';
import type { LedgerSegment, RoleSegment } from './segments.ts';
import type { Entered } from '../carry-on.ts';

/** Columns that the engine adds to a bitemporal row: the seqs between which it was what the ledger knew. */
export interface Known {
  readonly known_from: number;
  readonly known_to: number;
}

/** Whose rows they are: the other tables name a project by its number. */
export type ProjectRow = Entered & { readonly valid_from: number; readonly valid_to: number };

/** One two-character piece of a project's name, code or builder. */
export type GramRow = {
  readonly number: number;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly gram: string;
};

/** What a project is found by, as it is compared: name, code and builder, one under the other. */
export type WordsRow = {
  readonly number: number;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly text: string;
};

/** Projects and money of the segments without end, by what they are counted by. -1: no possible stage. */
export interface StageTotal {
  readonly zone_id: string;
  readonly stage: number;
  readonly possible_stage: number;
  readonly standing: string;
  readonly invested_year: number;
  readonly n: number;
  /** Of these projects, those that are parts of a package. */
  readonly parts: number;
  readonly total_fen: number;
  readonly invested_in_year_fen: number;
  readonly invested_fen: number;
}

/** How many projects have a gram now: a search begins with the rarest. */
export interface GramTotal {
  readonly gram: string;
  readonly n: number;
}

export interface LedgerTables {
  readonly projects: ProjectRow & Known;
  readonly segments: Omit<LedgerSegment, 'project_id'> & Known & { readonly cell: number };
  readonly roles: RoleSegment & Known;
  readonly plans: PlanSegment & Known;
  readonly key_lists: KeyListRow & Known;
  readonly grams: GramRow & Known;
  readonly words: WordsRow & Known;
  readonly stage_totals: StageTotal;
  readonly gram_totals: GramTotal;
}

/** Lists of today walk these in order, filters looked at on the way: one entry a project, the segment without end. */
const sorted = (name: string, column: string): Index => ({
  name,
  columns: [...new Set([column, 'number']), 'valid_from', 'zone_id', 'stage', 'standing'],
  where: 'latest',
});

const BOUNDS = ['known_from', 'known_to', 'valid_from', 'valid_to'];

/** Lists of any point walk these in order, the cells of the point and the stages side by side: an index entry says what holds there. */
const walked = (name: string, column: string): Index => ({
  name,
  columns: ['cell', 'stage', ...new Set([column, 'number']), ...BOUNDS, 'standing'],
});

/** Sums, and lists of a day long past, read these from an index and no row. */
const counted = ['possible_stage', 'invested_year'];
const sums = ['total_fen', 'invested_in_year_fen', 'invested_fen'];
const summed = ['zone_id', 'stage', 'standing', ...counted, ...sums, 'part_of'];

const ofProject = { kind: 'segments', stream: 'number', numbered: true } as const;

export const projects: SegmentsTable = {
  ...ofProject,
  columns: { project_id: 'text' },
  indexes: [{ name: 'by_id', columns: ['project_id'] }],
};

export const segments: SegmentsTable = {
  ...ofProject,
  columns: {
    name: 'text',
    code: 'text',
    zone_id: 'text',
    builder: 'text?',
    stage: 'integer',
    possible_stage: 'integer?',
    reached: 'integer',
    standing: 'text',
    leader_id: 'text?',
    co_leader_ids: 'json',
    responsible_person_id: 'text?',
    unit_id: 'text?',
    agent_unit_id: 'text?',
    part_of: 'text?',
    industry_edition: 'text?',
    industry_code: 'text?',
    capital: 'text?',
    total_fen: 'integer',
    invested_year: 'integer',
    invested_in_year_fen: 'integer',
    invested_fen: 'integer',
  },
  cells: true,
  indexes: [
    sorted('by_number', 'number'),
    sorted('by_name', 'name'),
    sorted('by_code', 'code'),
    sorted('by_total', 'total_fen'),
    sorted('by_invested', 'invested_fen'),
    { name: 'by_start', columns: ['valid_from', ...summed], where: 'latest' },
    { name: 'by_end', columns: ['valid_to', 'valid_from', 'number', ...summed], where: 'ended' },
    { name: 'by_project', columns: ['number', 'valid_from', 'name', 'code', ...summed], where: 'latest' },
    walked('cell_number', 'number'),
    walked('cell_name', 'name'),
    walked('cell_code', 'code'),
    walked('cell_total', 'total_fen'),
    walked('cell_invested', 'invested_fen'),
    {
      name: 'by_place',
      columns: [
        ...['cell', 'standing', 'stage', 'zone_id', ...counted, ...BOUNDS, ...sums, 'part_of'],
        ...['number', 'name', 'code'],
      ],
    },
  ],
};

export const roles: SegmentsTable = {
  ...ofProject,
  key: ['role', 'holder_id'],
  columns: { role: 'text', holder_id: 'text', since: 'text', doc: 'text?', fact_id: 'text' },
  indexes: [
    {
      name: 'by_holder',
      columns: ['holder_id', 'role', 'known_to', 'valid_to', 'valid_from', 'known_from', 'number'],
    },
  ],
};

export const plans: SegmentsTable = {
  ...ofProject,
  key: ['milestone', 'phase'],
  columns: { milestone: 'text', phase: 'text', planned: 'text', last_day: 'integer', fact_id: 'text' },
};

/** Lists and words are about no day: what is said of them holds on every day. */
export const keyLists: SegmentsTable = {
  ...ofProject,
  key: ['year', 'level'],
  columns: { year: 'integer', level: 'text', category: 'text' },
  indexes: [{ name: 'by_list', columns: ['year', 'level', 'known_to', 'category', 'known_from', 'number'] }],
};

export const grams: SegmentsTable = {
  ...ofProject,
  key: ['gram'],
  columns: { gram: 'text' },
  indexes: [{ name: 'by_gram', columns: ['gram', 'known_to', 'known_from', 'number'] }],
};

export const words: SegmentsTable = { ...ofProject, columns: { text: 'text' } };

export const stageTotals: TotalsTable = {
  kind: 'totals',
  of: 'segments',
  key: { zone_id: 'text', stage: 'integer', possible_stage: 'integer', standing: 'text', invested_year: 'integer' },
  sums: ['parts', 'total_fen', 'invested_in_year_fen', 'invested_fen'],
  contributions: (row: Row) => (row['valid_to'] === FOREVER ? [contributionOf(row)] : []),
};

const contributionOf = (row: Row): Row => ({
  zone_id: row['zone_id'],
  stage: row['stage'],
  possible_stage: row['possible_stage'] ?? -1,
  standing: row['standing'],
  invested_year: row['invested_year'],
  parts: (row['part_of'] ?? null) === null ? 0 : 1,
  total_fen: Math.max(0, row['total_fen'] as number),
  invested_in_year_fen: row['invested_in_year_fen'],
  invested_fen: row['invested_fen'],
});

export const gramTotals: TotalsTable = {
  kind: 'totals',
  of: 'grams',
  key: { gram: 'text' },
  sums: [],
  contributions: (row: Row) => [{ gram: row['gram'] }],
};
