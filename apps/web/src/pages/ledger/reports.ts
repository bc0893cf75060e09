import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { addressOf } from '../../api/client.ts';
import { drafts } from '../../api/drafts.ts';
import type { ProblemBody } from '../../api/problem.ts';
import { send, type Outcome } from '../../api/sender.ts';
import { useLanguage } from '../../i18n/index.ts';
import { dateText } from '../../shown/index.ts';
import { monthDraft, typedFor, type MonthPart } from './month-drafts.ts';
import { investmentOf, progressOf } from './months.ts';
import type { Item } from './rows.ts';
import { useOnTheirWay } from './use-month.ts';

/** How far the report of a project has come. */
export type Report =
  | { readonly kind: 'sending' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemBody[] };

type Reported = Pick<Item, 'id' | 'name'>;

export interface Reports {
  /** Undefined where nothing was sent; what another form has sent is on its way too. */
  readonly of: (id: string) => Report | undefined;
  /** Sends what is typed for these projects; each figure and each text is a command with a key and a draft of its own. Whether all was taken. */
  readonly run: (items: readonly Reported[]) => Promise<boolean>;
  readonly running: boolean;
  readonly done: number;
  readonly failed: number;
  readonly waiting: number;
}

const SENDING: Report = { kind: 'sending' };

/** Reports a month for some projects. What is accepted leaves its draft; what is refused stays with its reason. */
export function useReports(period: string, items: readonly Reported[]): Reports {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const onTheirWay = useOnTheirWay();
  const [reports, setReports] = useState<ReadonlyMap<string, Report>>(new Map());
  const keyOf = (id: string): string => `${period} ${id}`;
  const become = (id: string, report: Report): void => setReports((now) => new Map([...now, [keyOf(id), report]]));

  const one = async (part: MonthPart, { id, name }: Reported, body: object): Promise<Outcome> => {
    const draft = drafts.seen(monthDraft(period, id, part));
    const outcome = await send({
      key: v7(),
      address: addressOf(`/api/projects/{id}/report-${part}`, { id }),
      body,
      title: `${t(`month.${part}`)} · ${dateText(period, language)} · ${name}`,
      at: Date.now(),
      ...(draft && { draft }),
    });
    // The tab that sent it may be another one, and have seen what an earlier form held.
    if (outcome.kind === 'accepted' && draft) drafts.arrived(draft);
    return outcome;
  };
  const report = async (item: Reported): Promise<boolean> => {
    become(item.id, SENDING);
    const typed = typedFor(drafts, period, item.id);
    const [sums, text] = [investmentOf(period, typed), progressOf(period, typed)];
    const outcomes = await Promise.all([sums && one('investment', item, sums), text && one('progress', item, text)]);
    const problems = outcomes.flatMap((outcome) => (outcome?.kind === 'refused' ? [outcome.problem] : []));
    become(item.id, problems.length > 0 ? { kind: 'refused', problems } : { kind: 'done' });
    return problems.length === 0;
  };

  const isOnItsWay = (id: string): boolean =>
    (['investment', 'progress'] as const).some((part) => onTheirWay.has(monthDraft(period, id, part)));
  const of = (id: string): Report | undefined => reports.get(keyOf(id)) ?? (isOnItsWay(id) ? SENDING : undefined);
  const count = (kind: Report['kind']): number =>
    items.filter(({ id }) => reports.get(keyOf(id))?.kind === kind).length;
  const waiting = count('sending');
  return {
    of,
    run: async (chosen) => (await Promise.all(chosen.map(report))).every(Boolean),
    running: waiting > 0,
    done: count('done'),
    failed: count('refused'),
    waiting,
  };
}
