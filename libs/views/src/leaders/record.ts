import { dayFromNumber, type Texts } from '#kernel';
import { pageOf, type Question } from '../answer.ts';
import { actionsPage } from '../leader-accountability/actions.ts';
import type { AccountabilityDb } from '../leader-accountability/conditions.ts';
import type { ActionKind, ActionRow, HeldRow } from '../leader-accountability/schema.ts';
import { holdersOf, neighboursOf, tenuresPage } from '../leader-accountability/tenures.ts';
import type { LedgerItem } from '../project-ledger/item.ts';
import type { QueryContext } from '../query-context.ts';
import { ACCOUNTABILITY, type PageAsked } from './asked.ts';
import { ledgerItems, type ProjectsPage } from './pages.ts';

export const ACTION_TEXTS: Readonly<Record<ActionKind, Texts>> = {
  siteVisit: { zh: '走访', en: 'site visit' },
  helpAction: { zh: '帮扶', en: 'help given' },
};

/** 任职经历: every tenure of somebody up to the day, from whom they took over and to whom they handed on; the latest first. */
export async function tenureList(context: QueryContext, question: Question, asked: PageAsked): Promise<ProjectsPage> {
  const { at, day, known = 'latest' } = asked;
  const db: AccountabilityDb = context.views.reader(ACCOUNTABILITY);
  const { rows, next } = await pageOf<HeldRow>(context, question, at, {
    keyOf: ({ first_day, project_id, role }) => [first_day, project_id, role],
    rows: (key, limit) => {
      const after = key && { day: Number(key[0]), projectId: String(key[1]), role: String(key[2]) };
      return tenuresPage(db, asked, { limit, after });
    },
  });
  const ids = distinct(rows);
  const [{ items, nameOf }, holders] = await Promise.all([ledgerItems(context, ids, at), holdersOf(db, known, ids)]);
  const people = await context.names.of({ people: holders.map(({ holder_id }) => holder_id) });
  return {
    items: rows.map((row) => {
      const { project_id, role, since, first_day, end_day, exited, doc, order_id, fact_id } = row;
      const { before, after } = neighboursOf(row, holders);
      const hasEnded = end_day <= day;
      const successor = hasEnded &&
        after && {
          ...people(after.holder_id),
          from: after.since,
          doc: after.doc,
          orderId: after.order_id,
          factId: after.fact_id,
        };
      return {
        project: projectIn(items, project_id),
        role,
        roleLabel: nameOf.label(row.zone_id, `role.${role}`),
        from: since,
        fromDay: dayFromNumber(first_day),
        until: hasEnded ? dayFromNumber(end_day) : null,
        days: Math.min(end_day, day + 1) - first_day,
        end: !hasEnded ? null : exited ? 'exited' : successor ? 'handedOver' : 'released',
        doc,
        orderId: order_id,
        factId: fact_id,
        predecessor: before ? people(before.holder_id) : null,
        successor: successor || null,
      };
    }),
    next,
  };
}

/** What somebody did for projects up to the day, whoever held them then; the latest first. */
export async function actionList(
  context: QueryContext,
  question: Question,
  asked: PageAsked & { readonly kind?: ActionKind | undefined },
): Promise<ProjectsPage> {
  const db: AccountabilityDb = context.views.reader(ACCOUNTABILITY);
  const { rows, next } = await pageOf<ActionRow>(context, question, asked.at, {
    keyOf: ({ valid_from, project_id, fact_id }) => [valid_from, project_id, fact_id],
    rows: (key, limit) => {
      const after = key && { day: Number(key[0]), projectId: String(key[1]), factId: String(key[2]) };
      return actionsPage(db, { ...asked, personId: asked.holderId }, { limit, after });
    },
  });
  const { items } = await ledgerItems(context, distinct(rows), asked.at);
  return {
    items: rows.map(({ project_id, kind, on_date, valid_from, text, fact_id }) => ({
      kind,
      label: ACTION_TEXTS[kind],
      project: projectIn(items, project_id),
      on: on_date,
      onDay: dayFromNumber(valid_from),
      text: text === '' ? null : text,
      factId: fact_id,
    })),
    next,
  };
}

const distinct = (rows: readonly { readonly project_id: string }[]): string[] => [
  ...new Set(rows.map(({ project_id }) => project_id)),
];

const projectIn = (items: ReadonlyMap<string, LedgerItem>, id: string) => ({ id, name: items.get(id)?.name ?? null });
