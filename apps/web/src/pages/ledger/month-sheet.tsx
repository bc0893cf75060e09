import { Alert, Button, Modal, Progress } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/queries.ts';
import { dueMonth } from '../../shown/due-month.ts';
import { dateText, Person, Ready, Stage, today, wanText, Why } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import { monthOf, type Words } from './columns.tsx';
import {
  isTable,
  isWrongAmount,
  monthsOn,
  pasted,
  SHEET_COLUMNS,
  type MonthTyped,
  type SheetColumn,
} from './months.ts';
import { useItems, type Item } from './rows.ts';
import { useReports, type Report } from './reports.ts';
import { useMonth } from './use-month.ts';

const SHEET_ROWS_MAX = 200;

interface MonthSheetProps {
  readonly ids: readonly string[];
  /** The month that is shown first: the one that is due, or that of which something is kept. */
  readonly of?: string | undefined;
  readonly words: Words;
  readonly close: () => void;
}

/** The report of a month of many projects in one form, filled in as a spreadsheet is. */
export function MonthSheet({ ids, of, words, close }: MonthSheetProps) {
  const { t, language } = words;
  const [period, setPeriod] = useState(() => of ?? dueMonth(today()));
  const asked = ids.slice(0, SHEET_ROWS_MAX);
  const items = useItems(asked);
  return (
    <Modal
      open
      width={1120}
      title={t('sheet.title')}
      onCancel={close}
      footer={null}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {ids.length > SHEET_ROWS_MAX && <Alert type="warning" title={t('sheet.tooMany', { max: SHEET_ROWS_MAX })} />}
      <div className="tools-row">
        <Select
          aria-label={t('month.period')}
          value={period}
          style={{ width: 176 }}
          options={monthsOn(today()).map((value) => ({ value, label: dateText(value, language) }))}
          onChange={setPeriod}
        />
        <span className="quiet">{t('sheet.hint')}</span>
      </div>
      <Ready read={items}>
        {(found) => (
          <SheetForm key={period} period={period} items={of === undefined ? found : inOrder(found)} asked={asked} />
        )}
      </Ready>
    </Modal>
  );
}

/** As the ledger has them, where nobody has chosen them one after the other. */
const inOrder = (items: readonly Item[]): readonly Item[] => items.toSorted((one, other) => one.number - other.number);

interface SheetFormProps {
  readonly period: string;
  readonly items: readonly Item[];
  /** Also of projects that are none any more: what was typed for them can be cleared. */
  readonly asked: readonly string[];
}

function SheetForm({ period, items, asked }: SheetFormProps) {
  const { t } = useTranslation('ledger');
  const ids = items.map(({ id }) => id);
  const { cells, put } = useMonth(period, asked);
  const { of, run, running, done, failed, waiting } = useReports(period, items);
  const filed = useFiled(ids, period);
  const [noPlace, setNoPlace] = useState(0);
  const isOpen = (id: string): boolean => (of(id)?.kind ?? 'refused') === 'refused';
  const left = items.filter(({ id }) => isOpen(id) && isFilled(cells[id]));
  const clearable = asked.filter((id) => isOpen(id) && Object.keys(cells[id] ?? {}).length > 0);
  const wrong = left.some(({ id }) => isWrongAmount(cells[id]?.amount));
  const paste = (row: number, column: SheetColumn, text: string): void => {
    const { cells: changed, left: unplaced } = pasted(cells, ids, { row, column }, text);
    setNoPlace(unplaced);
    put(changed);
  };
  return (
    <form
      className="month-sheet"
      onSubmit={(event) => {
        event.preventDefault();
        if (!running && !wrong && left.length > 0) void run(left);
      }}
    >
      {/* Once all is reported no field in it can be reached, and it still has to be scrolled. */}
      <div className="sheet-rows" role="region" aria-label={t('sheet.title')} tabIndex={0} onKeyDown={stepped}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('sheet.project')}</th>
              <th scope="col">{t('column.stage')}</th>
              <th scope="col">{t('column.leader')}</th>
              <th scope="col">{t('month.amount')}</th>
              <th scope="col">{t('month.text')}</th>
              <th scope="col">{t('sheet.state')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, row) => (
              <SheetRow
                key={item.id}
                item={item}
                cells={cells[item.id] ?? {}}
                report={of(item.id)}
                filed={filed.get(item.id)}
                locked={running}
                put={(column, value) => put({ [item.id]: { ...cells[item.id], [column]: value } })}
                paste={(column, text) => paste(row, column, text)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="sheet-end">
        <Button type="primary" htmlType="submit" disabled={left.length === 0 || wrong} loading={running}>
          {t(failed > 0 && !running ? 'sheet.retry' : 'sheet.submit', { count: left.length })}
        </Button>
        <Button
          disabled={running || clearable.length === 0}
          onClick={() => put(Object.fromEntries(clearable.map((id) => [id, {}])))}
        >
          {t('sheet.clear')}
        </Button>
        {done + failed + waiting > 0 && (
          <Progress
            percent={Math.round((100 * (done + failed)) / (done + failed + waiting))}
            showInfo={false}
            style={{ width: 160 }}
            aria-label={t('sheet.state')}
          />
        )}
        {wrong && <span className="wrong">{t('sheet.wrong')}</span>}
        {noPlace > 0 && (
          <span className="wrong" role="alert">
            {t('sheet.noPlace', { count: noPlace })}
          </span>
        )}
        <span role="status">
          {running
            ? t('sheet.running', { done: done + failed, count: done + failed + waiting })
            : done + failed > 0
              ? t('sheet.summary', { done, failed })
              : ''}
        </span>
      </div>
    </form>
  );
}

const IDS_MAX = 100;

/** What was already reported for the month, by project. */
function useFiled(ids: readonly string[], period: string): ReadonlyMap<string, string> {
  const [first, second] = [ids.slice(0, IDS_MAX), ids.slice(IDS_MAX, 2 * IDS_MAX)];
  const path = '/api/projects/columns';
  const some = useRead(path, { query: { ids: first.join(',') } }, { enabled: first.length > 0 });
  const others = useRead(path, { query: { ids: second.join(',') } }, { enabled: second.length > 0 });
  return new Map(
    [...(some.data?.items ?? []), ...(others.data?.items ?? [])].flatMap((more) => {
      const sum = monthOf(more, period);
      return sum ? [[more.id, wanText(sum)] as const] : [];
    }),
  );
}

const isFilled = (cells: MonthTyped | undefined): boolean =>
  SHEET_COLUMNS.some((column) => (cells?.[column] ?? '').trim() !== '');

interface SheetRowProps {
  readonly item: Item;
  readonly cells: MonthTyped;
  readonly report: Report | undefined;
  /** What was reported for the month before, in 万元. */
  readonly filed: string | undefined;
  /** While what was typed is being sent. */
  readonly locked: boolean;
  readonly put: (column: SheetColumn, value: string) => void;
  readonly paste: (column: SheetColumn, text: string) => void;
}

function SheetRow({ item, cells, report, filed, locked, put, paste }: SheetRowProps) {
  const { t } = useTranslation('ledger');
  const wrong = isWrongAmount(cells.amount);
  const problems = report?.kind === 'refused' ? report.problems : [];
  return (
    <tr className={report?.kind}>
      <th scope="row" title={item.name}>
        <span className="quiet">{item.number}</span> {item.name}
      </th>
      <td>
        <Stage stage={item.stage} label={item.stageLabel} />
      </td>
      <td>
        <Person id={item.leaderId} name={item.leaderName} />
      </td>
      {SHEET_COLUMNS.map((column) => (
        <td key={column} className={column}>
          <input
            type="text"
            data-column={column}
            inputMode={column === 'amount' ? 'decimal' : 'text'}
            autoComplete="off"
            aria-label={t(`sheet.${column}Of`, { name: item.name })}
            aria-invalid={column === 'amount' && wrong}
            disabled={locked || report?.kind === 'done' || report?.kind === 'sending'}
            value={cells[column] ?? ''}
            {...(column === 'amount' && filed !== undefined && { placeholder: t('month.filed', { amount: filed }) })}
            onChange={({ target }) => put(column, target.value)}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain');
              if (!isTable(text)) return;
              event.preventDefault();
              paste(column, text);
            }}
          />
        </td>
      ))}
      <td className="state">
        {wrong && <span className="wrong">{t('month.amountWrong')}</span>}
        {problems.length > 0 && filed !== undefined && <span>{t('month.filed', { amount: filed })}</span>}
        {report?.kind === 'done' && <span className="good">{t('sheet.accepted')}</span>}
        {report?.kind === 'sending' && <span className="quiet">{t('sheet.sending')}</span>}
        {problems.map((problem, i) => (
          <span key={i} className="wrong" role="alert">
            <Why problem={problem} />
          </span>
        ))}
      </td>
    </tr>
  );
}

const STEPS: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Enter and the arrows go from row to row in a column, as in a spreadsheet; Ctrl and Enter submit. */
function stepped(event: KeyboardEvent): void {
  const { target, key, shiftKey, ctrlKey, metaKey } = event;
  if (key === 'Enter' && (ctrlKey || metaKey)) (target as HTMLElement).closest('form')?.requestSubmit();
  const step = (STEPS[key] ?? 0) * (key === 'Enter' && shiftKey ? -1 : 1);
  if (step === 0 || ctrlKey || metaKey || event.nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const row = target.closest('tr');
  const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector<HTMLInputElement>(`input[data-column="${target.dataset['column']}"]`)?.focus();
}
