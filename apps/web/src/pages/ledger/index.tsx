import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.ts';
import { countText, exactIn, Page, today } from '../../shown/index.ts';
import { usePoint } from '../../time/use-point.ts';
import { RegisterLink } from '../register/register-link.tsx';
import {
  changed,
  entryIn,
  filterIn,
  groupingIn,
  openIn,
  sortIn,
  toggled,
  withoutFilters,
  type Entry,
} from './address.ts';
import { Cards } from './cards.tsx';
import { ComparedLine } from './compared-line.tsx';
import { columnsIn, type Words } from './columns.tsx';
import type { GridView } from './grid.tsx';
import { GroupedGrid } from './groups.tsx';
import { useNarrow } from './media.ts';
import { PlainGrid } from './plain.tsx';
import { Printed } from './printed.tsx';
import type { Item } from './rows.ts';
import { useSelection } from './selection.ts';
import { SelectionBar, TakeOut } from './take-out.tsx';
import { Chips, Toolbar } from './toolbar.tsx';
import { Totals } from './totals.tsx';
import './ledger.css';
import { useSearchParams } from '../../time/use-search-params.ts';

/** What cells are worded with, the same object until something of it changes. */
function useWords(effectiveOn: string | undefined, exact: boolean): Words {
  const { t } = useTranslation('ledger');
  const { t: shown } = useTranslation('shown');
  const language = useLanguage();
  const { point } = usePoint();
  return useMemo(
    () => ({ t, shown, said: (texts) => texts[language], language, point, exact, day: effectiveOn ?? today() }),
    [t, shown, language, point, exact, effectiveOn],
  );
}

type Loaded = ReadonlyMap<string, readonly Item[]>;

/** The ledger: a grid that feels like the workbook, and cards on a phone. */
export default function Ledger() {
  const { t } = useTranslation('ledger');
  const [search, setSearch] = useSearchParams();
  const { past, comparing } = usePoint();
  const narrow = useNarrow();
  const selection = useSelection();
  const text = search.toString();
  const { filter, sort, grouping, open, columns, exact, entry } = useMemo(() => {
    const said = new URLSearchParams(text);
    return {
      filter: filterIn(said),
      sort: sortIn(said),
      grouping: groupingIn(said),
      open: openIn(said),
      columns: columnsIn(said, comparing),
      exact: exactIn(said),
      entry: entryIn(said),
    };
  }, [text, comparing]);
  const change = useCallback(
    (values: Readonly<Record<string, string | undefined>>) =>
      setSearch((now) => changed(now, values), { preventScrollReset: true }),
    [setSearch],
  );
  const replace = useCallback(
    (values: Readonly<Record<string, string | undefined>>) =>
      setSearch((now) => changed(now, values), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const enter = useCallback(
    (next: Entry | undefined) => replace({ entry: next && `${next.kind}:${next.id}` }),
    [replace],
  );
  const [loaded, setLoaded] = useState<Loaded>(new Map());
  const tell = useCallback(
    (group: string, items: readonly Item[]) => setLoaded((now) => new Map([...now, [group, items]])),
    [],
  );
  const all = useMemo(() => [...loaded.values()].flat(), [loaded]);
  const summary = useRead('/api/projects/summary', { query: filter as object });
  const { data: sums } = summary;
  const words = useWords(sums?.effectiveOn, exact);
  const view: GridView = {
    columns,
    words,
    sort,
    order: (next) => change({ sort: next }),
    selection,
    past,
    comparing,
    enterable: !past && !comparing,
    filter,
    entry,
    enter,
    all,
    loaded: tell,
  };
  const clear = (): void => setSearch((now) => withoutFilters(now));
  const isFiltered = Object.keys(filter).length > 0;
  const unfiltered = past ? t('emptyThen') : <RegisterLink />;
  const otherwise = isFiltered ? <Button onClick={clear}>{t('filter.clear')}</Button> : unfiltered;
  return (
    <Page
      title={t('title')}
      actions={
        <div className="tools-row">
          {!narrow && <TakeOut view={view} filter={filter} count={sums?.count ?? 0} />}
          <RegisterLink />
        </div>
      }
    >
      <div className="ledger">
        <Toolbar
          filter={filter}
          grouping={grouping}
          columns={columns}
          comparing={comparing}
          change={change}
          narrow={narrow}
          found={sums ? countText(sums.count) : ''}
        />
        <Chips filter={filter} change={change} clear={clear} />
        <p className="totals" aria-live="polite" aria-busy={summary.isPlaceholderData}>
          {sums && <Totals sums={sums} exact={exact} />}
        </p>
        <ComparedLine filter={filter} />
        <SelectionBar view={view} />
        {narrow ? (
          <Cards key="cards" view={view} filter={filter} total={sums?.count} otherwise={otherwise} />
        ) : grouping ? (
          <GroupedGrid
            key={grouping}
            view={view}
            filter={filter}
            by={grouping}
            open={open}
            toggle={(key) => replace({ open: toggled(open, key) })}
          />
        ) : (
          <PlainGrid key="plain" view={view} filter={filter} total={sums?.count} otherwise={otherwise} />
        )}
        <Printed view={view} count={sums?.count ?? 0} />
      </div>
    </Page>
  );
}
