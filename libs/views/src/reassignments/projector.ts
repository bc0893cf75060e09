import type { Rows, RowsTable, Sequenced, View } from '#database';
import type { ReassignmentEvent } from '#ledger';

/** One order: what it says, and how far it is known to be. */
export type OrderRow = {
  readonly order_id: string;
  /** 1 until the order is recorded as carried out: it is to be carried out, or to be completed. */
  readonly is_open: number;
  readonly ordered_seq: number;
  readonly ordered_at: string;
  readonly ordered_by: string;
  readonly from_date: string;
  readonly reason: string;
  readonly doc: string | null;
  readonly projects: number;
  readonly skipped: number;
  readonly carried_out_at: string | null;
};

/** One project of an order, in the order's own sequence. */
export type OrderedProjectRow = {
  readonly order_id: string;
  readonly number: number;
  readonly project_id: string;
  readonly person_id: string;
  /** 1: lead, 0: co-lead. */
  readonly lead: number;
  readonly replaces: string | null;
  readonly revision: number;
  /** Why the project was left as it was, and JSON of what the text says of it. */
  readonly why: string | null;
  readonly params: string | null;
};

export interface ReassignmentTables {
  readonly orders: OrderRow;
  readonly ordered_projects: OrderedProjectRow;
}

const orders: RowsTable = {
  kind: 'rows',
  stream: 'order_id',
  columns: {
    is_open: 'integer',
    ordered_seq: 'integer',
    ordered_at: 'text',
    ordered_by: 'text',
    from_date: 'text',
    reason: 'text',
    doc: 'text?',
    projects: 'integer',
    skipped: 'integer',
    carried_out_at: 'text?',
  },
  indexes: [
    { name: 'orders_by_seq', columns: ['ordered_seq'] },
    { name: 'open_orders', columns: ['is_open', 'ordered_seq'] },
  ],
};

const orderedProjects: RowsTable = {
  kind: 'rows',
  stream: 'order_id',
  key: ['number'],
  columns: {
    number: 'integer',
    project_id: 'text',
    person_id: 'text',
    lead: 'integer',
    replaces: 'text?',
    revision: 'integer',
    why: 'text?',
    params: 'json?',
  },
};

/** Orders that change the leaders of many projects, to be listed, and to be found where one is not carried out yet. */
export const reassignments: View<ReassignmentEvent> = {
  name: 'reassignments',
  version: 1,
  categories: ['reassignment'],
  consumes: { ReassignmentOrdered: true, ReassignmentCarriedOut: true },
  tables: { orders, ordered_projects: orderedProjects },
  project(stream: string, history: readonly Sequenced<ReassignmentEvent>[]): Rows {
    const ordered = history.find((event) => event.type === 'ReassignmentOrdered');
    if (!ordered) return { orders: [], ordered_projects: [] };
    const carriedOut = history.find((event) => event.type === 'ReassignmentCarriedOut');
    const { rows, from, reason, doc } = ordered.data;
    const order_id = stream.slice(stream.indexOf('-') + 1);
    const skipped = new Map(carriedOut?.data.skipped.map((row) => [row.projectId, row]));
    const order: OrderRow = {
      order_id,
      is_open: carriedOut ? 0 : 1,
      ordered_seq: ordered.seq,
      ordered_at: ordered.metadata.recordedAt,
      ordered_by: ordered.metadata.actor.id,
      from_date: from,
      reason,
      doc: doc ?? null,
      projects: rows.length,
      skipped: skipped.size,
      carried_out_at: carriedOut?.metadata.recordedAt ?? null,
    };
    const projects = rows.map(({ projectId, personId, lead, replaces, revision }, i): OrderedProjectRow => {
      const left = skipped.get(projectId);
      return {
        order_id,
        number: i + 1,
        project_id: projectId,
        person_id: personId,
        lead: lead ? 1 : 0,
        replaces: replaces ?? null,
        revision: Number(revision),
        why: left?.why ?? null,
        params: left ? JSON.stringify(left.params ?? {}) : null,
      };
    });
    return { orders: [order], ordered_projects: projects };
  },
};
