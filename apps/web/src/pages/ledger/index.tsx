import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.ts';
import { countText, moneyText, Page, today } from '../../shown/index.ts';
import { usePoint } from '../../time/use-point.ts';
import { changed, entryIn, filterIn, groupingIn, sortIn, withoutFilters, type Entry } from './address.ts';
import { Cards } from './cards.tsx';
import { columnsIn, type Words } from './columns.tsx';
import type { GridView } from './grid.tsx';
import { GroupedGrid } from './groups.tsx';
import { useNarrow } from './narrow.ts';
import { PlainGrid } from './plain.tsx';
import type { Item } from './rows.ts';
import { useSelection } from './selection.ts';
import { SelectionBar, TakeOut } from './take-out.tsx';
import { Chips, Toolbar } from './toolbar.tsx';
import './ledger.css';

/** What cells are worded with, the same object until something of it changes. */
function useWords(effectiveOn: string | undefined): Words {
  const { t } = useTranslation('ledger');
  const { t: shown } = useTranslation('shown');
  const language = useLanguage();
  const { point } = usePoint();
  return useMemo(
    () => ({ t, shown, said: (texts) => texts[language], language, point, day: effectiveOn ?? today() }),
    [t, shown, language, point, effectiveOn],
  );
}

type Loaded = ReadonlyMap<string, readonly Item[]>;

/** The ledger: a grid that feels like the workbook, and cards on a phone. */
export default function Ledger() {
  const { t } = useTranslation('ledger');
  const [search, setSearch] = useSearchParams();
  const { past } = usePoint();
  const narrow = useNarrow();
  const selection = useSelection();
  const text = search.toString();
  const { filter, sort, grouping, columns, entry } = useMemo(() => {
    const said = new URLSearchParams(text);
    return {
      filter: filterIn(said),
      sort: sortIn(said),
      grouping: groupingIn(said),
      columns: columnsIn(said),
      entry: entryIn(said),
    };
  }, [text]);
  const change = useCallback(
    (values: Readonly<Record<string, string | undefined>>) =>
      setSearch((now) => changed(now, values), { preventScrollReset: true }),
    [setSearch],
  );
  const enter = useCallback(
    (next: Entry | undefined) =>
      setSearch((now) => changed(now, { entry: next && `${next.kind}:${next.id}` }), {
        replace: true,
        preventScrollReset: true,
      }),
    [setSearch],
  );
  const [loaded, setLoaded] = useState<Loaded>(new Map());
  const tell = useCallback(
    (group: string, items: readonly Item[]) => setLoaded((now) => new Map([...now, [group, items]])),
    [],
  );
  const all = useMemo(() => [...loaded.values()].flat(), [loaded]);
  const summary = useRead('/api/projects/summary', { query: filter as object });
  const { data: sums } = summary;
  const words = useWords(sums?.effectiveOn);
  const view: GridView = {
    columns,
    words,
    sort,
    order: (next) => change({ sort: next }),
    selection,
    past,
    entry,
    enter,
    all,
    loaded: tell,
  };
  const clear = (): void => setSearch((now) => withoutFilters(now));
  const otherwise = <Button onClick={clear}>{t('filter.clear')}</Button>;
  return (
    <Page title={t('title')} actions={!narrow && <TakeOut view={view} filter={filter} />}>
      <div className="ledger">
        <Toolbar
          filter={filter}
          grouping={grouping}
          columns={columns}
          change={change}
          narrow={narrow}
          found={sums ? countText(sums.count) : ''}
        />
        <Chips filter={filter} change={change} clear={clear} />
        <p className="totals" aria-live="polite" aria-busy={summary.isPlaceholderData}>
          {sums && (
            <>
              {t('totals', {
                projects: countText(sums.count),
                total: moneyText(sums.totalInvestment, words.language),
                year: moneyText(sums.investedThisYear, words.language),
              })}
              {(sums.suspended > 0 || sums.exited > 0) && (
                <span className="quiet">
                  {' '}
                  {t('totalsSuspended', { suspended: countText(sums.suspended), exited: countText(sums.exited) })}
                </span>
              )}
            </>
          )}
        </p>
        {!narrow && <SelectionBar view={view} />}
        {narrow ? (
          <Cards key="cards" view={view} filter={filter} total={sums?.count} otherwise={otherwise} />
        ) : grouping ? (
          <GroupedGrid key={grouping} view={view} filter={filter} by={grouping} />
        ) : (
          <PlainGrid key="plain" view={view} filter={filter} total={sums?.count} otherwise={otherwise} />
        )}
      </div>
    </Page>
  );
}
