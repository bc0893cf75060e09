import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/commands.ts';
import { useDraft } from '../../api/drafts.ts';
import { useRead } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.ts';
import { dateText, Refused, today, wanText } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import { monthOf } from './columns.tsx';
import type { EntryFormProps } from './entry-panel.tsx';
import { dueMonth, investmentOf, isWrongAmount, monthsOn, progressOf, type MonthTyped } from './months.ts';

type Draft = MonthTyped & { readonly period?: string };

/** The report of a month of one project: what was invested in it, and what was done. */
export function MonthForm({ item, close }: EntryFormProps) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const { message } = App.useApp();
  const draft = useDraft<Draft>(`ledger.month:${item.id}`, {});
  const typed = draft.value;
  const period = typed.period ?? dueMonth(today());
  const { data } = useRead('/api/projects/columns', { query: { ids: item.id } });
  const filed = monthOf(
    data?.items.find(({ id }) => id === item.id),
    period,
  );
  const investment = useCommand('/api/projects/{id}/report-investment');
  const progress = useCommand('/api/projects/{id}/report-progress');
  const sums = investmentOf(period, typed);
  const text = progressOf(period, typed);
  const wrong = isWrongAmount(typed.amount);
  const put = (values: Draft): void => draft.set({ ...typed, ...values });
  const submit = async (): Promise<void> => {
    if (wrong) return;
    const given = { path: { id: item.id } };
    const about = `${dateText(period, language)} · ${item.name}`;
    const [invested, done] = await Promise.all([
      sums && investment.send({ ...given, body: sums, title: `${t('month.investment')} · ${about}` }),
      text && progress.send({ ...given, body: text, title: `${t('month.progress')} · ${about}` }),
    ]);
    const [unpaid, unsaid] = [invested?.kind === 'refused', done?.kind === 'refused'];
    if (unpaid || unsaid) {
      const { amount = '', ...said } = typed;
      return draft.set({ period, ...(unpaid && { amount }), ...(unsaid && said) });
    }
    draft.clear();
    message.success(t('month.done', { period: dateText(period, language) }));
    close();
  };
  const states = [investment.state, progress.state];
  const busy = states.some((state) => state === 'sending' || state === 'waiting');
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
          options={monthsOn(today()).map((value) => ({ value, label: dateText(value, language) }))}
          onChange={(value) => put({ period: value })}
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
          />
        </Form.Item>
      ))}
      <div className="entry-end">
        <Button type="primary" htmlType="submit" disabled={wrong || (!sums && !text)} loading={busy}>
          {t('month.submit')}
        </Button>
        <Button onClick={close}>{t('close')}</Button>
        <span role="status" className="quiet">
          {states.includes('waiting') ? t('milestone.waiting') : ''}
        </span>
      </div>
      {[investment, progress].map(
        ({ problem }, i) =>
          problem && (
            <div key={i} className="entry-refused">
              <Refused problem={problem} />
            </div>
          ),
      )}
    </Form>
  );
}
