import { Money, Stage, Standing } from '../../shown/index.ts';
import { Changed } from '../../time/changed.tsx';
import { ENTRIES } from './address.ts';
import { RowMark } from './changed-cell.tsx';
import { changedField, type RowChanges } from './changes.ts';
import { linkTo } from './columns.tsx';
import type { GridView } from './grid.tsx';
import type { Item } from './rows.ts';

/** What of the changes there is room for; the others are behind the mark. */
const COMPARED = ['zone', 'stage', 'leader', 'total', 'invested'] as const;

interface CardProps {
  readonly index: number;
  readonly count: number;
  readonly item: Item | undefined;
  readonly changes: RowChanges | undefined;
  readonly view: GridView;
  readonly measure: (element: HTMLElement | null) => void;
}

/** A project on a phone, or its place as long as it was not read. */
export function Card({ index, count, item, changes, view, measure }: CardProps) {
  const { words } = view;
  const place = { ref: measure, 'data-index': index, 'aria-posinset': index + 1, 'aria-setsize': count };
  if (!item) {
    return (
      <li {...place} className="card-place">
        <div className="card">{words.shown('loading')}</div>
      </li>
    );
  }
  const { leaderId, leaderName } = item;
  const selected = view.selection.ids.has(item.id);
  return (
    <li {...place} className="card-place">
      <div className={selected ? 'card selected' : 'card'}>
        <p className="card-name">
          <label>
            <input
              type="checkbox"
              checked={selected}
              aria-label={words.t('selectRow', { name: item.name })}
              onChange={() => view.selection.mark([item], !selected)}
            />
          </label>
          {linkTo(`/projects/${item.id}`, item.name, words)} <Standing standing={item.standing} />
        </p>
        <p>
          <Stage stage={item.stage} label={item.stageLabel} possible={item.possibleStage} />
          <span className="quiet">{item.zoneName}</span>
        </p>
        <p>
          {leaderId === null ? (
            <span className="quiet">{words.shown('nobody')}</span>
          ) : (
            linkTo(`/leaders/${leaderId}`, leaderName ?? words.shown('unknownPerson'), words)
          )}
          <span>
            <Money value={item.totalInvestment} exact={words.exact} />
          </span>
        </p>
        {changes && <CardChanges changes={changes} view={view} />}
        {view.enterable && (
          <p className="card-acts">
            {ENTRIES.map((kind) => (
              <button key={kind} type="button" className="act" onClick={() => view.enter({ kind, id: item.id })}>
                {words.t(`${kind}.action`)}
              </button>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}

function CardChanges({ changes, view: { words } }: { readonly changes: RowChanges; readonly view: GridView }) {
  const differing = COMPARED.flatMap((column) => {
    const field = changedField(changes, column);
    return field === undefined ? [] : [{ column, field }];
  });
  return (
    <div className="card-changes">
      <RowMark changes={changes} words={words} />
      {differing.map(({ column, field }) => (
        <p key={column} className="differs">
          <span className="quiet">{words.t(`column.${column}`)}</span>
          <Changed compared={changes} field={field} />
        </p>
      ))}
    </div>
  );
}
