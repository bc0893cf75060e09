import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { countText, STAGES } from '../../shown/index.ts';
import { matrixOf } from './sums.ts';

/** Which stage the projects went to from which, as a table of both. */
export function Moves({ moves }: { readonly moves: Answer<'/api/projects/compare/summary'>['moves'] }) {
  const { t } = useTranslation(['compare', 'shown']);
  if (moves.length === 0) return <p className="quiet">{t('noMoves')}</p>;
  const { rows, columns, at } = matrixOf(moves, STAGES);
  const named = (stage: string | null): string =>
    stage === null ? t('notListed') : t(`shown:stage.${stage as 'signed'}`);
  return (
    <>
      <p className="quiet">{t('movesHint')}</p>
      <div className="scrolled" tabIndex={0} role="group" aria-label={t('moves')}>
        <table className="compared matrix">
          <thead>
            <tr>
              <td className="quiet">
                {t('fromStage')} ＼ {t('toStage')}
              </td>
              {columns.map((to) => (
                <th key={String(to)} scope="col">
                  {named(to)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((from) => (
              <tr key={String(from)}>
                <th scope="row">{named(from)}</th>
                {columns.map((to) => (
                  <td key={String(to)} className={at(from, to) > 0 ? 'some figure' : 'quiet'}>
                    {at(from, to) > 0 ? countText(at(from, to)) : ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
