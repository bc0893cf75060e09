import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useOrganizationName,
  useOrganizations,
  usePeople,
  usePersonName,
  useZoneName,
  useZones,
} from '../../api/names.ts';
import { useLanguage } from '../../i18n/index.ts';
import { STAGES } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import { NOBODY, type FilterKey } from './address.ts';

type Change = (key: FilterKey, value: string | undefined) => void;
const STANDINGS = ['active', 'suspended', 'exited'] as const;

/** What a value of a filter is called; the value itself where nobody knows. */
export function useFilterText(): (key: FilterKey, value: string) => string {
  const { t } = useTranslation('shown');
  const { t: ledger } = useTranslation('ledger');
  const language = useLanguage();
  const [person, zone, organization] = [usePersonName(), useZoneName(), useOrganizationName()];
  return (key, value) => {
    switch (key) {
      case 'zoneId':
        return zone(value) ?? value;
      case 'leaderId':
        return value === NOBODY ? ledger('group.nobody') : (person(value) ?? value);
      case 'responsiblePersonId':
        return person(value) ?? value;
      case 'unitId':
      case 'agentUnitId':
        return organization(value) ?? value;
      case 'stage':
      case 'possibleStage':
        return stagesIn(value)
          .map((name) => t(`stage.${name}` as 'stage.signed', name))
          .join(language === 'zh' ? '、' : ', ');
      case 'standing': {
        const standing = STANDINGS.find((one) => one === value);
        return standing ? t(`standing.${standing}`) : value;
      }
      case 'keyList':
      case 'text':
        return value;
    }
  };
}

function useChoices(key: FilterKey): readonly { readonly value: string; readonly label: string }[] | undefined {
  const { t } = useTranslation('shown');
  const { t: ledger } = useTranslation('ledger');
  const lists = { zoneId: useZones(), people: usePeople(), units: useOrganizations() };
  const named = (list: readonly { id: string; name: string }[] | undefined) =>
    list?.map(({ id, name }) => ({ value: id, label: name }));
  switch (key) {
    case 'zoneId':
      return named(lists.zoneId);
    case 'leaderId':
      return named(lists.people)?.toSpliced(0, 0, { value: NOBODY, label: ledger('group.nobody') });
    case 'responsiblePersonId':
      return named(lists.people);
    case 'unitId':
    case 'agentUnitId':
      return named(lists.units);
    case 'stage':
    case 'possibleStage':
      return STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }));
    case 'standing':
      return STANDINGS.map((standing) => ({ value: standing, label: t(`standing.${standing}`) }));
    case 'text':
    case 'keyList':
      return undefined;
  }
}

/** A filter takes several stages, with commas between them. */
const stagesIn = (value: string | undefined): string[] => value?.split(',') ?? [];

interface FieldProps {
  readonly name: FilterKey;
  readonly value: string | undefined;
  readonly change: Change;
  readonly id?: string;
  readonly width?: number;
}

/** The field of a filter. */
export function FilterField(props: FieldProps) {
  if (isTyped(props.name)) return <TypedField {...props} />;
  return props.name === 'stage' ? <StagesField {...props} /> : <ChoiceField {...props} />;
}

/** Stages to be chosen from a list: what stands at any of them fits. */
function StagesField({ name, value, change, id, width }: FieldProps) {
  const { t } = useTranslation('ledger');
  const choices = useChoices(name);
  const label = t(`filter.${name}`);
  const chosen = stagesIn(value);
  return (
    <Select<string[]>
      {...(id !== undefined && { id })}
      mode="multiple"
      maxTagCount="responsive"
      value={STAGES.filter((stage) => chosen.includes(stage))}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={label}
      aria-label={label}
      options={[...(choices ?? [])]}
      style={{ width: width ?? '100%' }}
      popupMatchSelectWidth={false}
      onChange={(next) => change(name, next.join(',') || undefined)}
    />
  );
}

/** One filter to be chosen from a list. */
function ChoiceField({ name, value, change, id, width }: FieldProps) {
  const { t } = useTranslation('ledger');
  const choices = useChoices(name);
  const label = t(`filter.${name}`);
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      value={value ?? null}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={label}
      aria-label={label}
      loading={choices === undefined}
      options={choices ? [...choices] : []}
      style={{ width: width ?? '100%' }}
      popupMatchSelectWidth={false}
      onChange={(chosen: string | null | undefined) => change(name, chosen ?? undefined)}
    />
  );
}

/** One filter to be typed; it counts on Enter, and when the field is left. */
function TypedField({ name, value = '', change, id, width }: FieldProps) {
  const { t } = useTranslation('ledger');
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    setTyped(value);
  }
  const take = (text: string): void => {
    if (text.trim() !== value) change(name, text.trim() || undefined);
  };
  return (
    <Input
      {...(id !== undefined && { id })}
      value={typed}
      allowClear
      aria-label={t(`filter.${name}`)}
      placeholder={name === 'text' ? t('filter.textPlaceholder') : t('filter.keyListHint')}
      style={{ width: width ?? '100%' }}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value === '') take('');
      }}
      onBlur={() => take(typed)}
      onPressEnter={() => take(typed)}
      enterKeyHint="search"
    />
  );
}

/** The filters that are typed. */
const isTyped = (key: FilterKey): boolean => key === 'text' || key === 'keyList';
