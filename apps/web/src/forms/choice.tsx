import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/queries.ts';
import { Select } from '../shown/select.tsx';
import type { Definable } from './definitions.ts';

const Define = lazy(() => import('./define.tsx').then(({ Define: default_ }) => ({ default: default_ })));

const SEARCHED_FROM = 8;
const FOUND_MAX = 20;
/** A form files what is so now. */
const NOW = {};

/** What is said of a field to who reads by ear: that it is needed, and that it is wrong, for the reason below. */
export interface Aria {
  readonly 'aria-required': boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string | undefined;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
  readonly aria?: Aria;
  readonly placeholder?: string | undefined;
  /** Called with what is typed, where the server searches. */
  readonly search?: (text: string) => void;
}

/** One of some. */
export function Choice({ id, value, onChange, options, aria, placeholder, search }: ChoiceProps) {
  return (
    <Select
      id={id}
      value={value === '' ? null : value}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
      options={[...options]}
      allowClear
      {...(placeholder !== undefined && { placeholder })}
      {...aria}
      showSearch={
        search
          ? { filterOption: false, onSearch: search }
          : options.length > SEARCHED_FROM
            ? { optionFilterProp: 'label' }
            : false
      }
      style={{ width: '100%' }}
    />
  );
}

/** One of those the ledger knows, or one that is defined here and now. */
export function KnownChoice({ what, ...choice }: ChoiceProps & { readonly what: Definable }) {
  const { t } = useTranslation('project');
  const [defining, setDefining] = useState(false);
  return (
    <div className="with-new">
      <Choice {...choice} {...(choice.options.length === 0 && { placeholder: t('noneDefined') })} />
      <Button aria-label={t(`define.${what}`)} onClick={() => setDefining(true)}>
        {t('defineNew')}
      </Button>
      {defining && (
        <Suspense>
          <Define what={what} defined={choice.onChange} close={() => setDefining(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** One of the projects, of which there may be too many to list. */
export function ProjectChoice(choice: Omit<ChoiceProps, 'options' | 'search'>) {
  const { t } = useTranslation('project');
  const { value } = choice;
  const [text, setText] = useState('');
  const found = useRead(
    '/api/projects',
    { query: { limit: FOUND_MAX, ...(text.trim() !== '' && { text: text.trim() }) } },
    { at: NOW },
  );
  const chosen = useRead('/api/projects/{id}', { path: { id: value } }, { at: NOW, enabled: value !== '' });
  const items = found.data?.items ?? [];
  const all =
    items.some(({ id }) => id === value) || value === ''
      ? items
      : [...items, { id: value, name: chosen.data?.name ?? value }];
  return (
    <Choice
      {...choice}
      options={all.map(({ id, name }) => ({ value: id, label: name }))}
      placeholder={t('searchProject')}
      search={setText}
    />
  );
}
