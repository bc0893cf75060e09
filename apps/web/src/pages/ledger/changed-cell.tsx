import type { ReactNode } from 'react';
import { useSaid } from '../../i18n/index.ts';
import { TabStop } from '../../shown/tab-stop.ts';
import { Changed } from '../../time/changed.tsx';
import { PointLink } from '../../time/point-link.tsx';
import { changedField, isNew, type RowChanges } from './changes.ts';
import type { Words } from './columns.tsx';

interface ChangedCellProps {
  readonly changes: RowChanges;
  readonly field: string;
  readonly tab: 0 | -1;
  readonly children: ReactNode;
}

/** What a cell shows, and below it what it was at the first point, with the way to the events in between. */
export const ChangedCell = ({ changes, field, tab, children }: ChangedCellProps) => (
  <>
    <ins>{children}</ins>
    <TabStop value={tab}>
      <Changed compared={changes} field={field} />
    </TabStop>
  </>
);

interface RowMarkProps {
  readonly changes: RowChanges;
  readonly words: Words;
}

/** Below the name of a row that differs: that it is new, what it was called, or how much of it changed, in columns not shown too. */
export function RowMark({ changes, words }: RowMarkProps) {
  const said = useSaid();
  const added = changes.kinds.find(({ kind }) => kind === 'added');
  return (
    <TabStop value={words.tab}>
      <span className="changed">
        {added && <span className="mark kind added">{said(added.label)}</span>}
        {changedField(changes, 'name') && <Changed compared={changes} field="name" />}
        {!changedField(changes, 'name') && !isNew(changes) && changes.changes.length > 0 && (
          <PointLink className="act" to={`/compare/${changes.id}`}>
            {words.t('compared.fields', { count: changes.changes.length })}
          </PointLink>
        )}
      </span>
    </TabStop>
  );
}
