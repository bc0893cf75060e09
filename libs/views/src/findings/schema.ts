import { FOREVER, type Row, type SegmentsTable, type TotalsTable } from '#database';
import type { FindingCode, Role } from '#ledger';
import type { Known } from '../project-ledger/schema.ts';

/** A finding on the days of one span: as long as the project's zone and what is said to it stay. */
export type FindingRow = {
  readonly project_id: string;
  /** Day numbers, half-open. */
  readonly valid_from: number;
  readonly valid_to: number;
  /** The finding's id within its project. */
  readonly finding: string;
  readonly code: FindingCode;
  readonly zone_id: string;
  /** The seq of the registration. */
  readonly number: number;
  readonly explained: 0 | 1;
  /** The day number since which it is found on this evidence. */
  readonly since: number;
  /** JSON: its parameters, the ids of its evidence, the explanation. */
  readonly params: string;
  readonly fact_ids: string;
  readonly explanation: string | null;
};

/** Who held which role of a project on which days. */
export type HeldRow = {
  readonly project_id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly role: Role;
  readonly holder_id: string;
};

/** How many findings without end there are of a kind. */
export interface FindingTotal {
  readonly zone_id: string;
  readonly code: FindingCode;
  readonly explained: number;
  readonly n: number;
}

export interface FindingsTables {
  readonly findings: FindingRow & Known;
  readonly roles: HeldRow & Known;
  readonly finding_totals: FindingTotal;
}

/** What an index of closed spans is looked at by, and no row. */
export const closing = ['known_to', 'known_from', 'valid_to', 'valid_from'];

export const findingsTable: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['finding'],
  columns: {
    finding: 'text',
    code: 'text',
    zone_id: 'text',
    number: 'integer',
    explained: 'integer',
    since: 'integer',
    params: 'json',
    fact_ids: 'json',
    explanation: 'json?',
  },
  indexes: [
    // Lists of today walk the findings without end, one sort of them after the other, in their order.
    {
      name: 'by_since',
      columns: ['code', 'explained', 'since', 'number', 'finding', 'valid_from', 'zone_id'],
      where: 'latest',
    },
    {
      name: 'by_number',
      columns: ['code', 'explained', 'number', 'finding', 'valid_from', 'zone_id'],
      where: 'latest',
    },
    {
      name: 'by_zone',
      columns: ['zone_id', 'code', 'explained', 'since', 'number', 'finding', 'valid_from'],
      where: 'latest',
    },
    { name: 'by_begin', columns: ['valid_from', 'zone_id', 'code', 'explained'], where: 'latest' },
    // Those that end after the day: few of today, and many of a day long past, which is walked in its order.
    {
      name: 'by_end',
      columns: ['valid_to', 'valid_from', 'zone_id', 'code', 'explained', 'since', 'number', 'finding'],
      where: 'ended',
    },
    {
      name: 'ended_since',
      columns: ['code', 'explained', 'since', 'number', 'finding', 'valid_from', 'valid_to', 'zone_id'],
      where: 'ended',
    },
    {
      name: 'ended_number',
      columns: ['code', 'explained', 'number', 'finding', 'valid_from', 'valid_to', 'zone_id'],
      where: 'ended',
    },
    // As it was known: what follows no more since then, which is much of long ago and then walked in its order, and how
    // much of what has no end was not known yet.
    {
      name: 'by_closing',
      columns: [...closing, 'code', 'explained', 'zone_id', 'since', 'number', 'finding'],
      where: 'closed',
    },
    {
      name: 'closed_since',
      columns: ['code', 'explained', 'since', 'number', 'finding', ...closing, 'zone_id'],
      where: 'closed',
    },
    {
      name: 'closed_number',
      columns: ['code', 'explained', 'number', 'finding', ...closing, 'zone_id'],
      where: 'closed',
    },
    { name: 'by_opening', columns: ['known_from', 'code', 'explained', 'zone_id', 'valid_from'], where: 'latest' },
  ],
};

export const heldTable: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['role', 'holder_id'],
  columns: { role: 'text', holder_id: 'text' },
  indexes: [
    {
      name: 'by_holder',
      columns: ['holder_id', 'known_to', 'role', 'valid_from', 'valid_to', 'known_from', 'project_id'],
    },
  ],
};

export const findingTotals: TotalsTable = {
  kind: 'totals',
  of: 'findings',
  key: { zone_id: 'text', code: 'text', explained: 'integer' },
  sums: [],
  contributions: (row: Row) =>
    row['valid_to'] === FOREVER ? [{ zone_id: row['zone_id'], code: row['code'], explained: row['explained'] }] : [],
};
