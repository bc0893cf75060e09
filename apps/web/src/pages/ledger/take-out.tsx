import { App, Button } from 'antd';
import { useState } from 'react';
import type { Filter } from './address.ts';
import { copied, toClipboard } from './copy.ts';
import type { GridView } from './grid.tsx';
import { MonthSheet } from './month-sheet.tsx';
import { Reassign } from './reassign.tsx';
import { KeptMonths } from './kept-months.tsx';
import { readItems, readRows, type Item } from './rows.ts';

/** A spreadsheet of more is better exported. */
const COPIED_MAX = 1_000;

/** Copies rows, and says what came of it. */
function useCopy({ columns, words }: GridView): (rows: () => Promise<readonly Item[]>) => Promise<void> {
  const { message } = App.useApp();
  return async (rows) => {
    try {
      const items = await rows();
      await toClipboard(await copied(items, columns, words, words.point));
      message.success(words.t('copied', { count: items.length }));
    } catch {
      message.error(words.t('notCopied'));
    }
  };
}

interface TakeOutProps {
  readonly view: GridView;
  readonly filter: Filter;
  /** How many projects fit. */
  readonly count: number;
}

/** The ways out of the page into a spreadsheet: what the filter finds, in its order, whether it was looked at or not. */
export function TakeOut({ view, filter, count }: TakeOutProps) {
  const { words, sort } = view;
  const copy = useCopy(view);
  const [copying, setCopying] = useState(false);
  const copyAll = async (): Promise<void> => {
    setCopying(true);
    await copy(() => readRows(filter, sort, words.point, COPIED_MAX));
    setCopying(false);
  };
  const { knownAt, effectiveOn } = words.point;
  const query = new URLSearchParams({
    format: 'csv',
    ...filter,
    ...(sort && { sort }),
    ...(knownAt !== undefined && { knownAt }),
    ...(effectiveOn !== undefined && { effectiveOn }),
  });
  return (
    <div className="tools-row">
      {count > 0 && (
        <Button loading={copying} onClick={() => void copyAll()}>
          {words.t(count > COPIED_MAX ? 'copyFirst' : 'copyAll', { count: Math.min(count, COPIED_MAX) })}
        </Button>
      )}
      <Button href={`/api/exports/projects?${query}`} download>
        {words.t('export')}
      </Button>
    </div>
  );
}

/** What is done with some projects. */
type Doing =
  | { readonly what: 'month'; readonly ids: readonly string[]; readonly of?: string }
  | { readonly what: 'reassign'; readonly ids: readonly string[] };

/** What can be done with the rows that are selected. */
export function SelectionBar({ view }: { readonly view: GridView }) {
  const { selection, past, words } = view;
  const { t } = words;
  const copy = useCopy(view);
  const [doing, setDoing] = useState<Doing>();
  const ids = [...selection.ids];
  const close = (): void => setDoing(undefined);
  return (
    <>
      {view.enterable && doing?.what !== 'month' && (
        <KeptMonths
          words={words}
          besides={view.entry?.id}
          open={({ period, ids: kept }) => setDoing({ what: 'month', ids: kept, of: period })}
        />
      )}
      {ids.length > 0 && (
        <div className="selection" role="region" aria-label={t('selected', { count: ids.length })}>
          <strong>{t('selected', { count: ids.length })}</strong>
          {!past && (
            <>
              <Button size="small" type="primary" onClick={() => setDoing({ what: 'month', ids })}>
                {t('sheet.action')}
              </Button>
              <Button size="small" onClick={() => setDoing({ what: 'reassign', ids })}>
                {t('reassign.action')}
              </Button>
            </>
          )}
          <Button size="small" onClick={() => void copy(() => readItems(ids, words.point))}>
            {t('copySelected')}
          </Button>
          <Button size="small" type="text" onClick={selection.clear}>
            {t('clearSelection')}
          </Button>
        </div>
      )}
      {doing?.what === 'month' && <MonthSheet ids={doing.ids} of={doing.of} words={words} close={close} />}
      {doing?.what === 'reassign' && <Reassign ids={doing.ids} words={words} close={close} />}
    </>
  );
}
