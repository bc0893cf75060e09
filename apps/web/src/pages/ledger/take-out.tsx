import { App, Button } from 'antd';
import { useState } from 'react';
import type { Filter } from './address.ts';
import { copied, toClipboard } from './copy.ts';
import type { GridView } from './grid.tsx';
import { MonthSheet } from './month-sheet.tsx';
import { Reassign } from './reassign.tsx';
import type { Item } from './rows.ts';

/** Copies rows, and says what came of it. */
function useCopy({ columns, words }: GridView): (items: readonly Item[]) => Promise<void> {
  const { message } = App.useApp();
  return async (items) => {
    try {
      await toClipboard(await copied(items, columns, words, words.point));
      message.success(words.t('copied', { count: items.length }));
    } catch {
      message.error(words.t('notCopied'));
    }
  };
}

/** The ways out of the page into a spreadsheet. */
export function TakeOut({ view, filter }: { readonly view: GridView; readonly filter: Filter }) {
  const { words, sort, all } = view;
  const copy = useCopy(view);
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
      {all.length > 0 && <Button onClick={() => void copy(all)}>{words.t('copyLoaded', { count: all.length })}</Button>}
      <Button href={`/api/exports/projects?${query}`} download>
        {words.t('export')}
      </Button>
    </div>
  );
}

/** What can be done with the rows that are selected. */
export function SelectionBar({ view }: { readonly view: GridView }) {
  const { selection, past, words } = view;
  const { t } = words;
  const copy = useCopy(view);
  const [doing, setDoing] = useState<'month' | 'reassign'>();
  const items = [...selection.items.values()];
  const close = (): void => setDoing(undefined);
  return (
    <>
      {items.length > 0 && (
        <div className="selection" role="region" aria-label={t('selected', { count: items.length })}>
          <strong>{t('selected', { count: items.length })}</strong>
          {!past && (
            <>
              <Button size="small" type="primary" onClick={() => setDoing('month')}>
                {t('sheet.action')}
              </Button>
              <Button size="small" onClick={() => setDoing('reassign')}>
                {t('reassign.action')}
              </Button>
            </>
          )}
          <Button size="small" onClick={() => void copy(items)}>
            {t('copySelected')}
          </Button>
          <Button size="small" type="text" onClick={selection.clear}>
            {t('clearSelection')}
          </Button>
        </div>
      )}
      {doing === 'month' && <MonthSheet items={items} words={words} close={close} />}
      {doing === 'reassign' && <Reassign items={items} words={words} close={close} />}
    </>
  );
}
