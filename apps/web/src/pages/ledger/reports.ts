import { useState } from 'react';
import { v7 } from 'uuid';
import { addressOf, type CommandPath } from '../../api/client.ts';
import type { Draft } from '../../api/drafts.ts';
import type { ProblemBody } from '../../api/problem.ts';
import { send, type Outcome } from '../../api/sender.ts';
import { useLanguage } from '../../i18n/index.ts';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../shown/index.ts';
import { investmentOf, progressOf, type MonthTyped, type SheetCells, type SheetColumn } from './months.ts';
import type { Item } from './rows.ts';

/** How far the report of a row has come. */
export type Report =
  | { readonly kind: 'sending' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemBody[] };

export interface Reports {
  readonly states: ReadonlyMap<string, Report>;
  /** Sends what is filled in for these rows; each figure and each text is a command with a key of its own. */
  readonly run: (items: readonly Item[]) => Promise<void>;
  readonly running: boolean;
  readonly done: number;
  readonly failed: number;
  readonly waiting: number;
}

type Decided = readonly [column: SheetColumn, outcome: Outcome];

/** Reports a month for many projects. What is accepted leaves the draft; what is refused stays with its reason. */
export function useReports(period: string, items: readonly Item[], draft: Draft<SheetCells>): Reports {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const [states, setStates] = useState<ReadonlyMap<string, Report>>(new Map());
  const become = (id: string, report: Report): void => setStates((now) => new Map([...now, [id, report]]));

  const one = (path: CommandPath, item: Item, body: object, what: string): Promise<Outcome> => {
    const title = `${what} · ${dateText(period, language)} · ${item.name}`;
    return send({ key: v7(), address: addressOf(path, { id: item.id }), body, title, at: Date.now() });
  };
  const report = async (item: Item, typed: MonthTyped): Promise<readonly Decided[]> => {
    const [sums, text] = [investmentOf(period, typed), progressOf(period, typed)];
    const sent: Promise<Decided>[] = [];
    const keep = (column: SheetColumn, outcome: Promise<Outcome>): void =>
      void sent.push(outcome.then((decided) => [column, decided] as const));
    if (sums) keep('amount', one('/api/projects/{id}/report-investment', item, sums, t('month.investment')));
    if (text) keep('text', one('/api/projects/{id}/report-progress', item, text, t('month.progress')));
    return Promise.all(sent);
  };

  const run = async (chosen: readonly Item[]): Promise<void> => {
    let left = draft.value;
    for (const { id } of chosen) become(id, { kind: 'sending' });
    await Promise.all(
      chosen.map(async (item) => {
        const decided = await report(item, draft.value[item.id] ?? {});
        const problems = decided.flatMap(([, outcome]) => (outcome.kind === 'refused' ? [outcome.problem] : []));
        const accepted = decided.flatMap(([column, { kind }]) => (kind === 'accepted' ? [column] : []));
        left = without(left, item.id, accepted);
        draft.set(left);
        become(item.id, problems.length > 0 ? { kind: 'refused', problems } : { kind: 'done' });
      }),
    );
  };

  const count = (kind: Report['kind']): number => items.filter(({ id }) => states.get(id)?.kind === kind).length;
  const waiting = count('sending');
  return { states, run, running: waiting > 0, done: count('done'), failed: count('refused'), waiting };
}

/** The form without what was accepted of a row. */
function without(cells: SheetCells, id: string, columns: readonly SheetColumn[]): SheetCells {
  const row = Object.entries(cells[id] ?? {}).filter(([column]) => !columns.includes(column as SheetColumn));
  const others = Object.entries(cells).filter(([other]) => other !== id);
  return Object.fromEntries(row.length > 0 ? [...others, [id, Object.fromEntries(row)]] : others);
}
