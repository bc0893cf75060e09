import { Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExactSwitch } from '../../shown/index.ts';
import {
  COLUMN_SET_NAMES,
  columnSet,
  COLUMNS,
  columnsText,
  isColumnSet,
  type Column,
  type ColumnId,
} from './columns.tsx';
import { Menu } from './menu.tsx';
import type { Change } from './toolbar.tsx';

interface ColumnMenuProps {
  readonly columns: readonly Column[];
  readonly comparing: boolean;
  readonly change: Change;
}

/** Which columns there are: a set of them, or each on its own. */
export function ColumnMenu({ columns, comparing, change }: ColumnMenuProps) {
  const { t } = useTranslation('ledger');
  const [open, setOpen] = useState(false);
  const ids = columns.map(({ id }) => id);
  const text = columnsText(ids, comparing) ?? 'basic';
  const choose = (chosen: readonly ColumnId[]): void => {
    if (chosen.length > 0) change({ columns: columnsText(chosen, comparing) });
  };
  return (
    <>
      <Segmented
        aria-label={t('columnSet')}
        options={COLUMN_SET_NAMES.map((value) => ({ value, label: t(`sets.${value}`) }))}
        value={isColumnSet(text) ? text : ''}
        onChange={(name) => isColumnSet(name) && choose(columnSet(name, comparing))}
      />
      <Menu label={t('columns')} open={open} change={setOpen}>
        <Checkbox.Group
          className="column-list"
          value={ids}
          options={COLUMNS.map(({ id }) => ({ value: id, label: t(`column.${id}`) }))}
          onChange={choose}
        />
        <p className="column-end">
          <ExactSwitch />
        </p>
      </Menu>
    </>
  );
}
