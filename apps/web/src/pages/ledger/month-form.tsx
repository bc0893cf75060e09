import { App, Button, Form, Input } from 'antd';
import { useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnsent } from '../../api/commands.ts';
import { drafts } from '../../api/drafts.ts';
import { useRead } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.ts';
import { dueMonth } from '../../shown/due-month.ts';
import { dateText, Refused, today, wanText } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import { monthOf } from './columns.tsx';
import type { EntryFormProps } from './entry-panel.tsx';
import { keepTyped, keptMonths, typedFor } from './month-drafts.ts';
import { investmentOf, isWrongAmount, monthsOn, progressOf, type MonthTyped } from './months.ts';
import { useReports } from './reports.ts';
import { cellIn } from './tsv.ts';
import { useMonth } from './use-month.ts';

const isEmpty = (typed: MonthTyped): boolean => Object.keys(typed).length === 0;

/** The month of which something is kept of a project, else the one whose report is due. */
const monthOfEntry = (id: string): string =>
  keptMonths(drafts, new Set()).find(({ ids }) => ids.includes(id))?.period ?? dueMonth(today());

/** The report of a month of one project: what was invested in it, and what was done. */
export function MonthForm({ item, close }: EntryFormProps) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const { message } = App.useApp();
  const [period, setPeriod] = useState(() => monthOfEntry(item.id));
  const month = useMonth(period, [item.id]);
  const typed = month.cells[item.id] ?? {};
  const { data } = useRead('/api/projects/columns', { query: { ids: item.id } });
  const filed = monthOf(
    data?.items.find(({ id }) => id === item.id),
    period,
  );
  const { of, run } = useReports(period, [item]);
  const report = of(item.id);
  const busy = report?.kind === 'sending';
  const waits = useUnsent().some(({ draft, failed }) => failed && draft?.key.startsWith(`month:${period}:${item.id}:`));
  const wrong = isWrongAmount(typed.amount);
  const isFilled = investmentOf(period, typed) !== undefined || progressOf(period, typed) !== undefined;
  const put = (values: MonthTyped): void => month.put({ [item.id]: { ...typed, ...values } });
  /** What was typed is meant for the month that is chosen then, unless something is kept for that one already. */
  const turn = (next: string): void => {
    if (isEmpty(typedFor(drafts, next, item.id))) {
      keepTyped(drafts, next, item.id, typed);
      month.put({ [item.id]: {} });
    }
    setPeriod(next);
  };
  const submit = async (): Promise<void> => {
    if (wrong || busy || !(await run([item]))) return;
    message.success(t('month.done', { period: dateText(period, language) }));
    if (isEmpty(typedFor(drafts, period, item.id))) close(); // else somebody has typed on
  };
  return (
    <Form
      layout="vertical"
      className="entry"
      aria-label={t('month.of', { name: item.name })}
      onFinish={() => void submit()}
    >
      <Form.Item label={t('month.period')} htmlFor="month-period">
        <Select
          id="month-period"
          value={period}
          disabled={busy}
          options={monthsOn(today()).map((value) => ({ value, label: dateText(value, language) }))}
          onChange={turn}
        />
      </Form.Item>
      <Form.Item
        label={t('month.amount')}
        htmlFor="month-amount"
        help={wrong ? t('month.amountWrong') : filed ? t('month.filed', { amount: wanText(filed) }) : undefined}
        {...(wrong && { validateStatus: 'error' as const })}
      >
        <Input
          id="month-amount"
          autoFocus
          inputMode="decimal"
          autoComplete="off"
          value={typed.amount ?? ''}
          onChange={({ target }) => put({ amount: target.value })}
        />
      </Form.Item>
      {(['text', 'nextSteps', 'difficulties'] as const).map((key) => (
        <Form.Item key={key} label={t(`month.${key}`)} htmlFor={`month-${key}`} className="entry-wide">
          <Input.TextArea
            id={`month-${key}`}
            autoSize={{ minRows: 1, maxRows: 4 }}
            value={typed[key] ?? ''}
            onChange={({ target }) => put({ [key]: target.value })}
            onPaste={pastedCell}
          />
        </Form.Item>
      ))}
      <div className="entry-end">
        <Button type="primary" htmlType="submit" disabled={wrong || !isFilled} loading={busy}>
          {t('month.submit')}
        </Button>
        <Button onClick={close}>{t('close')}</Button>
        <span role="status" className="quiet">
          {waits ? t('milestone.waiting') : ''}
        </span>
      </div>
      {report?.kind === 'refused' &&
        report.problems.map((problem, i) => (
          <div key={i} className="entry-refused">
            <Refused problem={problem} />
          </div>
        ))}
    </Form>
  );
}

/** Pastes one cell of a spreadsheet as what stands in it, its lines too, and not in the quotes that it is copied in. */
function pastedCell(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = cellIn(event.clipboardData.getData('text/plain'));
  if (text === undefined) return;
  event.preventDefault();
  const field = event.currentTarget;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
