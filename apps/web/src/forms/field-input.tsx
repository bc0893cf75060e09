import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizations, usePeople, useZones } from '../api/names.ts';
import { useRead } from '../api/queries.ts';
import { useLanguage } from '../i18n/index.ts';
import {
  areaText,
  areaTyped,
  areaUnit,
  exactText,
  ImpreciseDateInput,
  parsePeriod,
  titled,
  useFieldName,
  wanTyped,
} from '../shown/index.ts';
import { Choice, KnownChoice, ProjectChoice, type Aria, type Option } from './choice.tsx';
import { choicesOf, kindOf, type Typed } from './fields.ts';

interface ControlProps {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  /** All of the form. */
  readonly values: Typed;
  readonly onChange: (value: string) => void;
  readonly aria: Aria;
}

function Amount({ id, name, value, values, onChange, aria }: ControlProps) {
  const { t } = useTranslation('project');
  const language = useLanguage();
  const money = wanTyped(value);
  const currency = values[`${name}.currency`] === 'USD' ? 'USD' : 'CNY';
  return (
    <>
      <Input
        id={id}
        value={value}
        inputMode="decimal"
        suffix={t(currency === 'USD' ? 'wanDollars' : 'wan')}
        autoComplete="off"
        {...aria}
        onChange={({ target }) => onChange(target.value)}
      />
      {money && <small className="quiet">{exactText({ ...money, currency }, language)}</small>}
    </>
  );
}

function Size({ id, value, onChange, aria }: ControlProps) {
  const language = useLanguage();
  const area = value.trim() === '' ? undefined : areaTyped(value);
  const { text, exact } = areaText(area ?? 0, language);
  const isBare = /^[\d\s.,]*$/.test(value.normalize('NFKC'));
  return (
    <>
      <Input
        id={id}
        value={value}
        suffix={isBare && areaUnit(language)}
        autoComplete="off"
        {...aria}
        onChange={({ target }) => onChange(target.value)}
      />
      {area !== undefined && <small className="quiet">{isBare ? exact : `${text} · ${exact}`}</small>}
    </>
  );
}

/** What is written as it is. */
function Written({ id, name, value, onChange, aria }: ControlProps) {
  const { t } = useTranslation('project');
  const kind = kindOf(name);
  const given = { id, value, ...aria };
  if (kind === 'long' || kind === 'permits') {
    return (
      <Input.TextArea
        {...given}
        autoSize={{ minRows: kind === 'permits' ? 4 : 2, maxRows: 8 }}
        {...(kind === 'permits' && { placeholder: t('permitsExample') })}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  return (
    <Input
      {...given}
      autoComplete="off"
      {...(kind === 'share' && { suffix: '%', inputMode: 'decimal' as const })}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

const named = (list: readonly { readonly id: string; readonly name: string | null }[] = []): Option[] =>
  list.map(({ id, name }) => ({ value: id, label: name ?? id }));

function PersonChoice(props: ControlProps) {
  const options = (usePeople() ?? []).map(({ id, name, post, unit }) => ({
    value: id,
    label: [name, post, unit].filter(Boolean).join(' · '),
  }));
  return <KnownChoice {...props} what="person" options={options} />;
}

function UnitChoice(props: ControlProps) {
  return <KnownChoice {...props} what="unit" options={named(useOrganizations())} />;
}

function ZoneChoice(props: ControlProps) {
  return <KnownChoice {...props} what="zone" options={named(useZones())} />;
}

const CATALOGUES_MAX = 200;

function CatalogueChoice(props: ControlProps) {
  const { data } = useRead('/api/catalogues', { query: { limit: CATALOGUES_MAX } });
  return <KnownChoice {...props} what="catalogue" options={named(data?.items)} />;
}

function PermitChoice(props: ControlProps) {
  const { t } = useTranslation('project');
  const id = props.values['catalogue'] ?? '';
  const { data } = useRead('/api/catalogues/{id}', { path: { id } }, { enabled: id !== '' });
  const options = id === '' ? [] : named(data?.items);
  return <Choice {...props} options={options} placeholder={id === '' ? t('catalogueFirst') : undefined} />;
}

function Control(props: ControlProps) {
  const { id, type, name, value, onChange, aria } = props;
  const { t } = useTranslation(['project', 'facts', 'shown']);
  const kind = kindOf(name);
  switch (kind) {
    case 'date':
    case 'period':
      return (
        <ImpreciseDateInput
          id={id}
          {...aria}
          {...(kind === 'period' && { parse: parsePeriod, wrongText: t('unread.period') })}
          value={value === '' ? undefined : value}
          onChange={(date) => onChange(date ?? '')}
          onUnread={onChange}
        />
      );
    case 'money':
      return <Amount {...props} />;
    case 'area':
      return <Size {...props} />;
    case 'person':
      return <PersonChoice {...props} />;
    case 'unit':
      return <UnitChoice {...props} />;
    case 'zone':
      return <ZoneChoice {...props} />;
    case 'project':
      return <ProjectChoice {...props} />;
    case 'catalogue':
      return <CatalogueChoice {...props} />;
    case 'permit':
      return <PermitChoice {...props} />;
    case 'yesNo':
      return (
        <Choice
          {...props}
          options={(['yes', 'no'] as const).map((one) => ({ value: one, label: titled(t(`shown:${one}`)) }))}
        />
      );
    case 'choice':
      return (
        <Choice
          {...props}
          options={choicesOf(type, name).map((one) => ({
            value: one,
            label: titled(
              name === 'milestone' ? t(`facts:milestone.${one as 'signed'}`) : t(`facts:choice.${one as 'auction'}`),
            ),
          }))}
        />
      );
    default:
      return <Written {...props} />;
  }
}

interface FieldProps {
  readonly type: string;
  readonly name: string;
  readonly required: boolean;
  /** All of the form. */
  readonly values: Typed;
  readonly onChange: (value: string) => void;
  /** What is wrong with it. */
  readonly error?: ReactNode;
}

/** One field of a form: its name, its control by its kind, and what is wrong with it. */
export function FieldInput({ type, name, required, values, onChange, error }: FieldProps) {
  const { t } = useTranslation('project');
  const id = useId();
  const label = useFieldName(type)(name);
  const wrong = `${id}-wrong`;
  return (
    <div className={error ? 'field faulty' : 'field'}>
      <label htmlFor={id}>
        {label}
        {!required && <span className="quiet"> {t('optional')}</span>}
      </label>
      <Control
        id={id}
        type={type}
        name={name}
        value={values[name] ?? ''}
        values={values}
        onChange={onChange}
        aria={{
          'aria-required': required,
          'aria-invalid': Boolean(error),
          ...(error && { 'aria-describedby': wrong }),
        }}
      />
      {error && (
        <small id={wrong} className="wrong">
          {error}
        </small>
      )}
    </div>
  );
}
