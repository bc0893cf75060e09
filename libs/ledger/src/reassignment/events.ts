import type { Event, FactDate, Json } from '#kernel';

/** One project of an order, and the revision of it that the order rests on, as decimal text. */
export type ReassignmentRow = {
  readonly projectId: string;
  /** Who is to be its lead, or a co-lead. */
  readonly personId: string;
  readonly lead: boolean;
  /** The co-lead who is released by it; a lead needs none, because a new lead takes over from the old. */
  readonly replaces?: string;
  readonly revision: string;
};

/** A project that an order left as it was: the code of the refusal, and what its text says of it. */
export type SkippedRow = {
  readonly projectId: string;
  readonly why: string;
  readonly params?: Readonly<Record<string, Json>>;
};

export type ReassignmentOrdered = Event<
  'ReassignmentOrdered',
  {
    readonly rows: readonly ReassignmentRow[];
    /** The first day held by all who are assigned, and the first not held by those whom they replace. */
    readonly from: FactDate;
    readonly reason: string;
    readonly doc?: string;
  }
>;
export type ReassignmentCarriedOut = Event<'ReassignmentCarriedOut', { readonly skipped: readonly SkippedRow[] }>;

export type ReassignmentEvent = ReassignmentOrdered | ReassignmentCarriedOut;

/** The most projects of one order: with them it is taken in one request, and recorded in one event. */
export const REASSIGNMENT_ROWS_MAX = 5_000;

export const reassignmentStream = (orderId: string): string => `reassignment-${orderId}`;
