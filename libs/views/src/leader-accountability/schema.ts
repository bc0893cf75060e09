import type { SegmentsTable } from '#database';
import type { PlannableMilestone, Role } from '#ledger';
import type { Known } from '../project-ledger/schema.ts';

/** What somebody can have to answer for. */
export const CHARGES = ['overdueFirst', 'overdueCurrent', 'slip', 'missedReport'] as const;
export type ChargeKind = (typeof CHARGES)[number];

/** In the column `holder_id`: days on which nobody held the role. */
export const NOBODY = '';

/**
 * What happened to a project on days on which one holder had one role, in one zone. Overdue on the days of the segment; a
 * slip from the day it was filed on; of missed months `[first_month, end_month)` those before the day's own month.
 */
export type ChargeRow = {
  readonly project_id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly role: Role;
  /** {@link NOBODY} or an id. */
  readonly holder_id: string;
  readonly zone_id: string;
  readonly kind: ChargeKind;
  /** Empty for missed reports. */
  readonly milestone: PlannableMilestone | '';
  /** Empty for the whole project. */
  readonly phase: string;
  /** The plan's or the slip's fact; empty for missed reports. */
  readonly fact_id: string;
  /** The first day of all of it, whoever held the role then. */
  readonly since: number;
  /** The first day of it in this holder's time, also before the project moved to this zone. */
  readonly held_from: number;
  /** Month numbers; 0 for anything but missed reports. */
  readonly first_month: number;
  readonly end_month: number;
  /** JSON: {@link ChargeDetail}. */
  readonly detail: string;
};

/** What is shown of a charge, and the facts that it follows from. */
export interface ChargeDetail {
  readonly factIds: readonly string[];
  /** The plan that is overdue. */
  readonly plan?: string;
  /** Of a slip: the plan before and after, by how many days, and the how many-th of its milestone it is. */
  readonly from?: string;
  readonly to?: string;
  readonly days?: number;
  readonly nth?: number;
}

/** Who held which role of a project on which days, in one zone; nobody, where it was vacant. */
export type HeldRow = {
  readonly project_id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  /** The order in which projects were entered. */
  readonly number: number;
  readonly role: Role;
  readonly holder_id: string;
  readonly zone_id: string;
  /** The first day as it was reported; for nobody the day itself. */
  readonly since: string;
  /** All of it, half-open, also before the project moved to this zone and after it left. */
  readonly first_day: number;
  readonly end_day: number;
  /** 1: it ends because the project exits. */
  readonly exited: number;
  /** The document and the order that it was assigned by. */
  readonly doc: string | null;
  readonly order_id: string | null;
  /** Empty for nobody. */
  readonly fact_id: string;
};

/** What somebody can have done for a project. */
export const ACTIONS = ['siteVisit', 'helpAction'] as const;
export type ActionKind = (typeof ACTIONS)[number];

/** A visit of a site or a help, from its day on. */
export type ActionRow = {
  readonly project_id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly kind: ActionKind;
  readonly person_id: string;
  readonly zone_id: string;
  /** As it was reported. */
  readonly on_date: string;
  readonly text: string;
  readonly fact_id: string;
};

/** How far a project was on some days, and when somebody had last filed a report on it. */
export type CourseRow = {
  readonly project_id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  /** The furthest certain stage, and a further one that is only possible, by their places on the spine. */
  readonly stage: number;
  readonly possible_stage: number | null;
  /** A day number. */
  readonly reported: number | null;
};

export interface AccountabilityTables {
  readonly charges: ChargeRow & Known;
  readonly roles: HeldRow & Known;
  readonly courses: CourseRow & Known;
  readonly actions: ActionRow & Known;
}

/** Sums read these from the index and no row. What is latest has one `known_to`; as it was known it is what follows since. */
const counted = ['valid_from', 'valid_to', 'first_month', 'end_month', 'known_from', 'project_id'];

export const charges: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['role', 'holder_id', 'kind', 'fact_id'],
  columns: {
    role: 'text',
    holder_id: 'text',
    zone_id: 'text',
    kind: 'text',
    milestone: 'text',
    phase: 'text',
    fact_id: 'text',
    since: 'integer',
    held_from: 'integer',
    first_month: 'integer',
    end_month: 'integer',
    detail: 'json',
  },
  indexes: [
    { name: 'charges_by_holder', columns: ['holder_id', 'known_to', 'role', 'kind', 'zone_id', ...counted] },
    { name: 'charges_by_zone', columns: ['role', 'kind', 'known_to', 'zone_id', 'holder_id', ...counted, 'held_from'] },
  ],
};

export const roles: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['role', 'holder_id'],
  columns: {
    number: 'integer',
    role: 'text',
    holder_id: 'text',
    zone_id: 'text',
    since: 'text',
    first_day: 'integer',
    end_day: 'integer',
    exited: 'integer',
    doc: 'text?',
    order_id: 'text?',
    fact_id: 'text',
  },
  indexes: [
    {
      name: 'held_by_holder',
      columns: [
        'holder_id',
        'known_to',
        'role',
        'number',
        'valid_from',
        'valid_to',
        'zone_id',
        'known_from',
        'project_id',
        'first_day',
      ],
    },
    {
      name: 'held_by_role',
      columns: ['role', 'known_to', 'zone_id', 'holder_id', 'valid_from', 'valid_to', 'known_from', 'project_id'],
    },
  ],
};

/** Read by project: a project's rows lie side by side. */
export const courses: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  columns: { stage: 'integer', possible_stage: 'integer?', reported: 'integer?' },
};

export const actions: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['fact_id'],
  columns: {
    kind: 'text',
    person_id: 'text',
    zone_id: 'text',
    on_date: 'text',
    text: 'text',
    fact_id: 'text',
  },
  indexes: [
    {
      name: 'actions_by_person',
      columns: ['person_id', 'known_to', 'kind', 'valid_from', 'zone_id', 'known_from', 'project_id'],
    },
  ],
};
