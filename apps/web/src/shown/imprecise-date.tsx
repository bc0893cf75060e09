import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFactDate, type FactDate } from '#kernel/dates';
import { useLanguage } from '../i18n/index.ts';
import { dateText, instantText, parseDate } from './dates.ts';
import { NotSaid } from './not-said.tsx';
import { today } from './today.ts';

/** A date of the ledger, shown as what it is: 2018年, 2018年5月上旬, 日期不详. */
export function ImpreciseDate({ value }: { readonly value: FactDate | null | undefined }) {
  const language = useLanguage();
  if (value === null || value === undefined) return <NotSaid />;
  return <span className="figure">{dateText(value, language)}</span>;
}

/** When something was recorded or filed, on the clocks of Shanghai. */
export function Instant({ value }: { readonly value: string | null | undefined }) {
  if (!value) return <NotSaid />;
  return (
    <time dateTime={value} className="figure">
      {instantText(value)}
    </time>
  );
}

interface InputProps {
  readonly value?: FactDate | undefined;
  /** Undefined while what is typed is no date. */
  readonly onChange?: (value: FactDate | undefined) => void;
  /** Called instead while what is typed is no date, for who keeps it nevertheless: it comes back as the value. */
  readonly onUnread?: (text: string) => void;
  /** How it is read: as a date where nothing else is said. */
  readonly parse?: typeof parseDate;
  /** What is said of what cannot be read. */
  readonly wrongText?: string;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-required'?: boolean;
  readonly 'aria-invalid'?: boolean;
  /** Where it is already said what is wrong with it. */
  readonly 'aria-describedby'?: string | undefined;
  readonly disabled?: boolean;
}

/** A date typed as people write it, 2018, 5月上旬, with what it is read as below. Fits into a `Form.Item`. */
export function ImpreciseDateInput(props: InputProps) {
  const { value, onChange, onUnread, parse = parseDate, wrongText, id, disabled } = props;
  const { t } = useTranslation('shown');
  const language = useLanguage();
  const hint = useId();
  const [typed, setTyped] = useState(value ?? '');
  const [reported, setReported] = useState(value);
  if (value !== reported) {
    setReported(value);
    setTyped(value ?? '');
  }
  const year = Number(today().slice(0, 4));
  const read = parse(typed, year);
  const isUnread = typed.trim() !== '' && read === undefined;
  const said = props['aria-describedby'];
  const wrong = isUnread || props['aria-invalid'] === true;
  const take = (text: string): void => {
    const next = parse(text, year);
    const isKept = next === undefined && text.trim() !== '' && onUnread !== undefined;
    setTyped(text);
    setReported(isKept ? text : next);
    if (isKept) onUnread(text);
    else onChange?.(next);
  };
  const readText = read !== undefined && read !== typed && isFactDate(read) ? dateText(read, language) : undefined;
  const wrongSaid = isUnread && said === undefined ? (wrongText ?? t('date.wrong')) : undefined;
  return (
    <>
      <Input
        {...(id !== undefined && { id })}
        {...(disabled !== undefined && { disabled })}
        value={typed}
        placeholder={t('date.placeholder')}
        onChange={({ target }) => take(target.value)}
        aria-label={props['aria-label']}
        aria-required={props['aria-required']}
        aria-describedby={said === undefined ? hint : `${said} ${hint}`}
        aria-invalid={wrong}
        {...(wrong && { status: 'error' as const })}
        autoComplete="off"
      />
      <small id={hint} className={wrongSaid === undefined ? 'quiet' : 'wrong'} aria-live="polite">
        {wrongSaid ?? (readText === undefined ? '' : t('date.read', { date: readText }))}
      </small>
    </>
  );
}
