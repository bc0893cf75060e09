import { Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../shown/select.tsx';
import { FILTERS, GROUPINGS, type Filter, type FilterKey, type Grouping } from './address.ts';
import { ColumnMenu } from './column-menu.tsx';
import type { Column } from './columns.tsx';
import { FilterField, useFilterText } from './filter-fields.tsx';
import { ViewMenu } from './view-menu.tsx';

/** Changes values of the address. */
export type Change = (values: Readonly<Record<string, string | undefined>>) => void;

interface ToolbarProps {
  readonly filter: Filter;
  readonly grouping: Grouping | undefined;
  readonly columns: readonly Column[];
  readonly comparing: boolean;
  readonly change: Change;
  readonly narrow: boolean;
  /** How many projects fit, for the button that closes the drawer. */
  readonly found: string;
}

const QUICK = ['zoneId', 'stage', 'leaderId'] as const;
const QUICK_PX = { zoneId: 168, stage: 136, leaderId: 118 } as const;

/** What the list is narrowed by, and how it is looked at. */
export function Toolbar({ filter, grouping, columns, comparing, change, narrow, found }: ToolbarProps) {
  const { t } = useTranslation('ledger');
  const [open, setOpen] = useState(false);
  const one = (key: FilterKey, value: string | undefined): void => change({ [key]: value });
  return (
    <search className="tools-row">
      <FilterField name="text" value={filter.text} change={one} width={narrow ? 200 : 190} />
      {(narrow ? [] : QUICK).map((key) => (
        <FilterField key={key} name={key} value={filter[key]} change={one} width={QUICK_PX[key]} />
      ))}
      <Button onClick={() => setOpen(true)}>{t(narrow ? 'filter.all' : 'filter.more')}</Button>
      {!narrow && (
        <>
          <Select<Grouping | ''>
            aria-label={t('group.label')}
            value={grouping ?? ''}
            style={{ width: 112 }}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: t('group.none') },
              ...GROUPINGS.map((value) => ({ value, label: t(`group.${value}`) })),
            ]}
            onChange={(value) => change({ group: value || undefined })}
          />
          <ColumnMenu columns={columns} comparing={comparing} change={change} />
        </>
      )}
      <ViewMenu />
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('filter.all')}
        size={narrow ? '100%' : 380}
        footer={
          <Button type="primary" block onClick={() => setOpen(false)}>
            {t('filter.show', { projects: found })}
          </Button>
        }
      >
        <Form layout="vertical">
          {FILTERS.filter((key) => key !== 'text' || narrow).map((key) => (
            <Form.Item key={key} label={t(`filter.${key}`)} htmlFor={`filter-${key}`}>
              <FilterField id={`filter-${key}`} name={key} value={filter[key]} change={one} />
            </Form.Item>
          ))}
        </Form>
      </Drawer>
    </search>
  );
}

/** The filters that hold, each to be taken off. */
export function Chips({
  filter,
  change,
  clear,
}: {
  readonly filter: Filter;
  readonly change: Change;
  readonly clear: () => void;
}) {
  const { t } = useTranslation('ledger');
  const textOf = useFilterText();
  const held = FILTERS.flatMap((key) => (filter[key] === undefined ? [] : [{ key, value: textOf(key, filter[key]) }]));
  if (held.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('filter.all')}>
      {held.map(({ key, value }) => (
        <li key={key}>
          <span className="quiet">{t(`filter.${key}`)}</span> {value}
          <button
            type="button"
            aria-label={t('filter.remove', { name: t(`filter.${key}`), value })}
            onClick={() => change({ [key]: undefined })}
          >
            ×
          </button>
        </li>
      ))}
      <li className="clear">
        <button type="button" onClick={clear}>
          {t('filter.clear')}
        </button>
      </li>
    </ul>
  );
}
