import type { SegmentsTable } from '#database';
import type { Known } from '../project-ledger/schema.ts';

/** A zone, a unit or a catalogue as it was described last, or the project that holds a code; of no day. */
export type DefinitionRow = {
  readonly id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly kind: 'zone' | 'organization' | 'catalogue' | 'code';
  readonly name: string;
  /** Of the stream, from 0. */
  readonly revision: number;
  /** JSON of the definition, with what it is called and counted in lastly. */
  readonly data: string;
};

/** A zone or a unit over a span of days in which nothing about it changed. Which fact says so stands beside what can change. */
export type DefinitionSpan = {
  readonly id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly kind: 'zone' | 'organization';
  readonly name: string;
  readonly name_fact_id: string;
  readonly name_doc: string | null;
  /** The day it was defined from. */
  readonly defined_from: string;
  /** What a text is looked for in. */
  readonly search: string;
  /** economic, highTech … · department, committee … */
  readonly sort: string;
  /** Of zones. */
  readonly level: string | null;
  readonly host_county: string | null;
  readonly tier: string | null;
  readonly tier_fact_id: string | null;
  /** JSON: what stages and roles are called there, where the zone has words of its own. */
  readonly labels: string | null;
  /** Of units. */
  readonly parent_id: string | null;
  /** The unit it goes on in. */
  readonly successor_id: string | null;
  readonly merger_fact_id: string | null;
  readonly merger_doc: string | null;
};

/** A post of a person at a unit. */
export type PostSpan = {
  readonly person_id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly unit_id: string;
  readonly post: string;
  /** Since when as it was reported. */
  readonly since: string;
  readonly fact_id: string;
  readonly doc: string | null;
};

export interface DefinitionTables {
  readonly definitions: DefinitionRow & Known;
  readonly spans: DefinitionSpan & Known;
  readonly posts: PostSpan & Known;
}

export const definitionsTable: SegmentsTable = {
  kind: 'segments',
  stream: 'id',
  key: ['kind'],
  columns: { kind: 'text', name: 'text', revision: 'integer', data: 'json' },
  indexes: [{ name: 'by_kind', columns: ['kind', 'name', 'id', 'known_from', 'known_to'] }],
};

export const spansTable: SegmentsTable = {
  kind: 'segments',
  stream: 'id',
  columns: {
    kind: 'text',
    name: 'text',
    name_fact_id: 'text',
    name_doc: 'text?',
    defined_from: 'text',
    search: 'text',
    sort: 'text',
    level: 'text?',
    host_county: 'text?',
    tier: 'text?',
    tier_fact_id: 'text?',
    labels: 'json?',
    parent_id: 'text?',
    successor_id: 'text?',
    merger_fact_id: 'text?',
    merger_doc: 'text?',
  },
  // Also of what is not known any more: of definitions that is little.
  indexes: [
    { name: 'spans_by_name', columns: ['kind', 'name', 'id', 'valid_from'] },
    { name: 'spans_by_parent', columns: ['parent_id', 'name', 'id'] },
    { name: 'spans_by_successor', columns: ['successor_id', 'name', 'id'] },
  ],
};

export const postsTable: SegmentsTable = {
  kind: 'segments',
  stream: 'person_id',
  key: ['unit_id', 'post'],
  columns: { unit_id: 'text', post: 'text', since: 'text', fact_id: 'text', doc: 'text?' },
  indexes: [{ name: 'posts_by_unit', columns: ['unit_id', 'valid_from', 'person_id'], where: 'open' }],
};
