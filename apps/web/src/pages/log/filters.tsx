import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/queries.ts';
import { useSaid } from '../../i18n/index.ts';
import { dayIn, FILTERS, GO_TO, isFiltered, rangeOf, SOURCES, withFilter, type Filter } from './address.ts';
import { useSearchParams } from '../../time/use-search-params.ts';
import { titled } from '../../shown/labels.tsx';
import { Select } from '../../shown/select.tsx';

const FOUND = 20;

/** What the list is narrowed by; every choice is in the address at once. */
export function Filters({ subjectName }: { readonly subjectName: string | undefined }) {
  const { t } = useTranslation('log');
  const said = useSaid();
  const [search, setSearch] = useSearchParams();
  const { data: types } = useRead('/api/events/types');
  const set = (key: Filter | 'sort' | typeof GO_TO, value: string | undefined): void =>
    setSearch((now) => withFilter(now, key, value), { replace: true });
  const several = (key: 'category' | 'type') => ({
    mode: 'multiple' as const,
    value: search.get(key)?.split(',').filter(Boolean) ?? [],
    onChange: (values: string[]) => set(key, values.join(',')),
    maxTagCount: 'responsive' as const,
    allowClear: true,
    showSearch: { optionFilterProp: 'label' },
  });
  return (
    <div className="log-filters" role="search" aria-label={t('filters')}>
      <Select
        {...several('category')}
        aria-label={t('category')}
        placeholder={t('category')}
        options={(types?.items ?? []).map(({ category, label }) => ({ value: category, label: titled(said(label)) }))}
      />
      <Select
        {...several('type')}
        aria-label={t('types')}
        placeholder={t('types')}
        popupMatchSelectWidth={260}
        options={(types?.items ?? []).map(({ label, types: of, category }) => ({
          label: titled(said(label)),
          title: category,
          options: of.map(({ type, label: word }) => ({ value: type, label: titled(said(word)) })),
        }))}
      />
      <SubjectFilter
        value={search.get('subject') ?? undefined}
        name={subjectName}
        onChange={(id) => set('subject', id)}
      />
      <Select
        aria-label={t('source')}
        placeholder={t('source')}
        allowClear
        value={search.get('source') ?? undefined}
        onChange={(value: string | undefined) => set('source', value)}
        options={SOURCES.map((source) => ({ value: source, label: t(`sources.${source}`) }))}
      />
      <TextFilter key={`actor ${search.get('actor')}`} name="actor" value={search.get('actor')} onChange={set} />
      {RANGES.map((name) => (
        <TextFilter key={`${name} ${search.get(name)}`} name={name} value={search.get(name)} onChange={set} />
      ))}
      <Select
        aria-label={t('order')}
        value={search.get('sort') === 'seq' ? 'seq' : '-seq'}
        onChange={(value: string) => set('sort', value === 'seq' ? value : undefined)}
        options={[
          { value: '-seq', label: t('newestFirst') },
          { value: 'seq', label: t('oldestFirst') },
        ]}
      />
      {isFiltered(search) && (
        <Button
          onClick={() => setSearch((now) => FILTERS.reduce((left, key) => withFilter(left, key, undefined), now))}
        >
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

/** Days, or numbers of events where they follow the order of the log. */
const RANGES = ['since', 'until', 'filedSince', 'filedUntil', GO_TO] as const;
type Range = (typeof RANGES)[number];
const HINTS = {
  since: 'sinceHint',
  until: 'sinceHint',
  filedSince: 'dayHint',
  filedUntil: 'dayHint',
  goTo: 'sinceHint',
} as const satisfies Record<Range, string>;
const WRONG = { sinceHint: 'wrongRange', dayHint: 'wrongDay' } as const;
/** What was typed as the filter takes it; undefined where it takes none such. */
function readAs(name: 'actor' | Range, typed: string): string | undefined {
  if (name === 'actor' || typed === '') return typed;
  return HINTS[name] === 'dayHint' ? dayIn(typed) : rangeOf(typed);
}

interface TextProps {
  readonly name: 'actor' | Range;
  readonly value: string | null;
  readonly onChange: (key: Filter | typeof GO_TO, value: string | undefined) => void;
}

/** A text that is taken when it is whole: at Enter, or when the field is left. */
function TextFilter({ name, value, onChange }: TextProps) {
  const { t } = useTranslation('log');
  const [typed, setTyped] = useState(value ?? '');
  const text = typed.trim();
  const hint = name === 'actor' ? undefined : HINTS[name];
  const read = readAs(name, text);
  const wrong = read === undefined;
  const take = (): void => {
    if (read === undefined) return;
    if (read !== (value ?? '')) onChange(name, read);
    setTyped(read);
  };
  return (
    <span className="text-filter">
      <Input
        aria-label={t(name)}
        placeholder={t(name)}
        title={hint && t(hint)}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={take}
        onBlur={take}
        {...(wrong && { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${name}-wrong` })}
      />
      {wrong && (
        <small id={`${name}-wrong`} role="alert" className="wrong">
          {hint && t(WRONG[hint])}
        </small>
      )}
    </span>
  );
}

interface SubjectProps {
  readonly value: string | undefined;
  readonly name: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** Finds a project by name or code; of what else the log is narrowed to only the name is shown. */
function SubjectFilter({ value, name, onChange }: SubjectProps) {
  const { t } = useTranslation('log');
  const [text, setText] = useState('');
  const found = useRead('/api/projects', { query: { text, limit: FOUND } }, { enabled: text.trim() !== '' });
  const projects = text.trim() === '' ? [] : (found.data?.items ?? []);
  const options = projects.map((project) => ({ value: project.id, label: project.name }));
  const chosen = value !== undefined && !projects.some(({ id }) => id === value);
  return (
    <Select
      aria-label={t('project')}
      placeholder={t('project')}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      popupMatchSelectWidth={420}
      notFoundContent={t('projectHint')}
      value={value}
      onChange={(id: string | undefined) => onChange(id)}
      options={chosen ? [{ value, label: name ?? value }, ...options] : options}
    />
  );
}
