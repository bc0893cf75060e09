import { Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fromWan } from '#kernel/money';
import { useOrganizations, usePeople, useZones } from '../../api/names.ts';
import { exactText, ImpreciseDateInput } from '../../shown/index.ts';
import { useLanguage } from '../../i18n/index.ts';
import { choicesOf, kindOf } from './fields.ts';
import { useFieldName } from './value.tsx';

interface ControlProps {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid: boolean;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function Choice({
  id,
  value,
  onChange,
  options,
}: Omit<ControlProps, 'name' | 'type'> & { options: readonly Option[] }) {
  return (
    <Select
      id={id}
      value={value === '' ? null : value}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
      options={[...options]}
      allowClear
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      style={{ width: '100%' }}
    />
  );
}

function Amount({ id, value, onChange, invalid }: ControlProps) {
  const { t } = useTranslation('project');
  const language = useLanguage();
  const money = fromWan(value);
  return (
    <>
      <Input
        id={id}
        value={value}
        inputMode="decimal"
        suffix={t('wan')}
        autoComplete="off"
        aria-invalid={invalid}
        onChange={({ target }) => onChange(target.value)}
      />
      {money && <small className="quiet">{exactText(money, language)}</small>}
    </>
  );
}

function Control(props: ControlProps) {
  const { id, type, name, value, onChange, invalid } = props;
  const { t } = useTranslation('project');
  const people = usePeople();
  const units = useOrganizations();
  const zones = useZones();
  const named = (list: readonly { id: string; name: string }[] | undefined): Option[] =>
    (list ?? []).map((one) => ({ value: one.id, label: one.name }));
  switch (kindOf(name)) {
    case 'date':
      return (
        <ImpreciseDateInput
          id={id}
          value={value === '' ? undefined : value}
          onChange={(date) => onChange(date ?? '')}
        />
      );
    case 'money':
      return <Amount {...props} />;
    case 'long':
      return (
        <Input.TextArea
          id={id}
          value={value}
          autoSize={{ minRows: 2, maxRows: 8 }}
          aria-invalid={invalid}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'person':
      return (
        <Choice
          {...props}
          options={(people ?? []).map((one) => ({
            value: one.id,
            label: [one.name, one.post, one.unit].filter(Boolean).join(' · '),
          }))}
        />
      );
    case 'unit':
      return <Choice {...props} options={named(units)} />;
    case 'zone':
      return <Choice {...props} options={named(zones)} />;
    case 'yesNo':
      return (
        <Choice
          {...props}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
      );
    case 'choice':
      return (
        <Choice
          {...props}
          options={choicesOf(type, name).map((one) => ({
            value: one,
            label: name === 'milestone' ? t(`milestone.${one as 'signed'}`) : t(`choice.${one as 'auction'}`),
          }))}
        />
      );
    default:
      return (
        <Input
          id={id}
          value={value}
          autoComplete="off"
          aria-invalid={invalid}
          {...(kindOf(name) === 'area' && { suffix: '㎡', inputMode: 'decimal' as const })}
          {...(kindOf(name) === 'period' && { placeholder: '2026-05' })}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}

interface FieldProps {
  readonly type: string;
  readonly name: string;
  readonly required: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it. */
  readonly error?: ReactNode;
}

/** One field of a form: its name, its control by its kind, and what is wrong with it. */
export function FieldInput({ type, name, required, value, onChange, error }: FieldProps) {
  const { t } = useTranslation('project');
  const id = useId();
  const nameOf = useFieldName();
  return (
    <div className="field">
      <label htmlFor={id}>
        {nameOf(name)}
        {!required && <span className="quiet"> {t('optional')}</span>}
      </label>
      <Control id={id} type={type} name={name} value={value} onChange={onChange} invalid={Boolean(error)} />
      {error && <small className="wrong">{error}</small>}
    </div>
  );
}
